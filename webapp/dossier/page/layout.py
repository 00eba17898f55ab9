"""How the blocks of a dossier follow one another on a page: numbers, and maps side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from webapp.dossier.blocks import Block, Dossier, Figure, Section, SubSection, Table, ToComplete

# Figures narrower than this stand side by side.
_HALF_MM = 85


@dataclass(frozen=True)
class Laid:
    """A block at its place.

    Attributes
    ----------
    kind
        Name of what it is, for a template: `Paragraph`, `Table`…
    block
        Itself.
    number
        Of a table or a figure among those of the dossier; 0 for anything else.
    anchor
        Of a place to complete; empty for anything else.
    """

    kind: str
    block: Block
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Row:
    """Blocks that stand side by side; most rows hold one."""

    laid: tuple[Laid, ...]


@dataclass(frozen=True)
class Chapter:
    """A sub-section, or the start of a part, which has no title of its own."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """A part of the dossier, ready for a template."""

    section: Section
    chapters: tuple[Chapter, ...]


def parts_of(dossier: Dossier) -> tuple[Part, ...]:
    """Give each table, figure and place to complete its number, in reading order."""
    tables, figures, slots = count(1), count(1), count(1)

    def lay(block: Block) -> Laid:
        kind = type(block).__name__
        if isinstance(block, Table):
            return Laid(kind, block, next(tables))
        if isinstance(block, Figure):
            return Laid(kind, block, next(figures))
        if isinstance(block, ToComplete):
            return Laid(kind, block, anchor=f"a-completer-{next(slots)}")
        return Laid(kind, block)

    return tuple(
        Part(
            section,
            tuple(
                Chapter(title, f"{section.id}-{rank}", tuple(_rows(map(lay, blocks))))
                for rank, (title, blocks) in enumerate(_chapters(section), 1)
            ),
        )
        for section in dossier.sections
    )


def _chapters(section: Section) -> Iterator[tuple[str, list[Block]]]:
    """Cut a part where its sub-sections begin and end."""
    loose: list[Block] = []
    for block in section.blocks:
        if not isinstance(block, SubSection):
            loose.append(block)
            continue
        if loose:
            yield "", loose
            loose = []
        yield block.title, list(block.blocks)
    if loose:
        yield "", loose


def _rows(laid: Iterable[Laid]) -> Iterator[Row]:
    """Gather the narrow figures that follow one another."""
    side_by_side: list[Laid] = []
    for one in laid:
        if isinstance(one.block, Figure) and one.block.width_mm < _HALF_MM:
            side_by_side.append(one)
            continue
        if side_by_side:
            yield Row(tuple(side_by_side))
            side_by_side = []
        yield Row((one,))
    if side_by_side:
        yield Row(tuple(side_by_side))
