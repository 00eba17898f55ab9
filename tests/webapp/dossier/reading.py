"""Read a dossier as its reader does: every text of its blocks, and the numbers in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from webapp.dossier.blocks import (
    Block,
    Bullets,
    Checklist,
    Figure,
    KeyFigures,
    Paragraph,
    Section,
    SubSection,
    Table,
    ToComplete,
    flat,
)
from webapp.dossier.subject import Subject
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

_NUMBER = re.compile(r"(?<![\w,])\d[\d\u202f]*(?:,\d+)?(?![\w\u202f])")


@dataclass(frozen=True, kw_only=True)
class OtherFacts(LoadedSnapshot):
    """A snapshot whose build recorded something else."""

    told: Any

    @property
    def facts(self) -> Any:
        """What it says that the build recorded."""
        return self.told


def without_sources(subject: Subject, *readers: str, **method: object) -> Subject:
    """Return the same territory in data that lack some sources; all of them when none is named."""
    facts = subject.snapshot.facts
    kept = [
        source
        for source in facts["sources"]
        if readers and str(source.get("reader", source["id"])) not in readers
    ]
    return with_facts(subject, sources=kept, method={**facts["method"], **method})


def with_facts(subject: Subject, **told: object) -> Subject:
    """Return the same territory in data whose build recorded other facts."""
    snapshot = subject.snapshot
    fields = {name: getattr(snapshot, name) for name in LoadedSnapshot.__dataclass_fields__}
    other = OtherFacts(**fields, told={**snapshot.facts, **told})
    return Subject(other, subject.type, subject.code)


def texts(blocks: Iterable[Block | SubSection]) -> Iterator[str]:
    """Give every text of blocks, in reading order."""
    for block in flat(blocks):
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, ToComplete):
            yield from (block.label, block.hint)
        elif isinstance(block, Bullets):
            yield from block.items
        elif isinstance(block, KeyFigures):
            for figure in block.figures:
                yield from (figure.value, figure.words, figure.source)
        elif isinstance(block, Table):
            yield from (block.caption, *(column.title for column in block.columns))
            yield from (cell for row in block.rows for cell in row)
            yield block.note
        elif isinstance(block, Figure):
            yield from (block.caption, block.alt, block.source)
        elif isinstance(block, Checklist):
            yield from (item.text for item in block.items)


def text_of(section: Section) -> str:
    """Write a part as one text, with plain spaces."""
    return plain(" ".join(texts(section.blocks)))


def plain(text: str) -> str:
    """Replace the spaces of French typography by plain ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def table_of(section: Section, caption: str) -> Table:
    """Find a table by the start of its caption."""
    tables = (block for block in flat(section.blocks) if isinstance(block, Table))
    return next(one for one in tables if plain(one.caption).startswith(caption))


def column(table: Table, place: int) -> list[str]:
    """List the cells of a column, with plain spaces."""
    return [plain(row[place]) for row in table.rows]


def numbers(text: str) -> list[float]:
    """List the numbers of a French text, whose thousands are parted by narrow spaces."""
    found = (one.replace("\u202f", "").replace(",", ".") for one in _NUMBER.findall(text))
    return [float(one) for one in found]
