"""A trial: clean rows, some of them spoiled in one way, read as one file; then the count."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import SourceError
from geodata.readers import reader_for
from geodata.source import ParsedTable
from tests.bad_rows.clean_rows import CleanCollection, CleanTable, clean_file
from tests.bad_rows.kind import CellsKind, FeatureKind, FileKind, Kind, LineKind
from tests.bad_rows.outcomes import Account, account_of
from tests.geodata.raw_files import raw_file

NAME = "fichier.csv"
ROWS_OF_A_BAD_FILE = 20


@dataclass(frozen=True)
class Measure:
    """What became of the rows of one kind.

    Attributes
    ----------
    kind
        What was spoiled, and how.
    spoiled, detected
        Bad rows, and those of them with an accepted outcome.
    lost
        Rows, good or bad, of which no line of the account speaks.
    untouched, disturbed
        Clean rows beside the bad ones, and those that fare otherwise than without them.
    missed
        Text of a bad row that was not detected, with its outcomes; "" without any.
    """

    kind: Kind
    spoiled: int
    detected: int
    lost: int
    untouched: int
    disturbed: int
    missed: str = ""

    @property
    def detection(self) -> float:
        """Share of the bad rows that were detected."""
        return self.detected / self.spoiled


@dataclass(frozen=True)
class Row:
    """One row of the file of a trial: as it should be, as it is written, whether they differ."""

    clean: str
    written: str
    is_spoiled: bool


def try_kind(kind: Kind, count: int, folder: Path, france: Path | None = None) -> Measure:
    """Spoil up to `count` rows in one way, among as many clean ones, and measure.

    Parameters
    ----------
    kind
        The way; its name is also the seed.
    count
        Bad rows to make; fewer when the clean file has not enough of them.
    folder
        Where files are written.
    france
        Folder of the real files, None for the excerpts.
    """
    clean = clean_file(kind.source, france)
    if isinstance(kind, FileKind):
        return _try_files(kind, clean, count, folder)
    return _try_rows(kind, clean, choose(kind, clean, count), folder)


def choose(kind: Kind, clean: CleanTable | CleanCollection, count: int) -> list[Row]:
    """Choose rows, in the order of the file, and spoil half of them."""
    chance = random.Random(kind.name)  # noqa: S311 - rows for a test
    eligible = list(range(len(clean)))
    if isinstance(kind, CellsKind) and isinstance(clean, CleanTable):
        eligible = [number for number in eligible if kind.is_eligible(clean.rows[number])]
    victims = set(chance.sample(eligible, min(count, len(eligible), len(clean) // 2)))
    others = [number for number in range(len(clean)) if number not in victims]
    beside = chance.sample(others, min(len(others), count))
    return [
        _spoiled(kind, clean, number, chance)
        if number in victims
        else Row(clean.text(number), clean.text(number), is_spoiled=False)
        for number in sorted([*victims, *beside])
    ]


def _spoiled(
    kind: Kind, clean: CleanTable | CleanCollection, number: int, chance: random.Random
) -> Row:
    """Spoil one row."""
    match kind, clean:
        case CellsKind(), CleanTable():
            cells = kind.prepare(dict(clean.rows[number]))
            spoiled = kind.spoil(dict(cells), chance)
            return Row(clean.text_of(cells), clean.text_of(spoiled), is_spoiled=True)
        case LineKind(), _:
            text = clean.text(number)
            return Row(text, kind.spoil(text, chance), is_spoiled=True)
        case FeatureKind(), CleanCollection():
            text = clean.text(number)
            spoiled_text = json.dumps(kind.spoil(json.loads(text), chance))
            return Row(text, spoiled_text, is_spoiled=True)
    raise TypeError(kind)


def _try_rows(
    kind: Kind, published: CleanTable | CleanCollection, rows: Sequence[Row], folder: Path
) -> Measure:
    """Read the file with and without its faults, and compare row by row."""
    clean_texts, texts = [row.clean for row in rows], [row.written for row in rows]
    clean = account_of(parse_bytes(published.source, published.file_of(clean_texts), folder))
    found = account_of(parse_bytes(published.source, published.file_of(texts), folder))
    detected = lost = disturbed = 0
    missed = ""
    for row, here, there in zip(rows, _lines(texts), _lines(clean_texts), strict=True):
        outcomes = _outcomes(found, clean, here, there)
        lost += not outcomes
        if not row.is_spoiled:
            disturbed += outcomes != _outcomes(clean, clean, there, there)
        elif outcomes.intersection(kind.accepts):
            detected += 1
        else:
            missed = f"{row.written[:200]} → {sorted(outcomes)}"
    spoiled = sum(row.is_spoiled for row in rows)
    return Measure(kind, spoiled, detected, lost, len(rows) - spoiled, disturbed, missed)


def _lines(texts: Sequence[str]) -> list[range]:
    """Lines that each text takes in a file, the first one beginning on line 2."""
    lines, at = [], 2
    for text in texts:
        lines.append(range(at, at + text.count("\n") + 1))
        at = lines[-1].stop
    return lines


def _outcomes(found: Account, clean: Account, here: range, there: range) -> frozenset[str]:
    """Outcomes of a row, which may lie on several lines."""
    values = clean.rows.get(there.start)
    return frozenset().union(*(found.outcomes(line, values) for line in here))


def parse_bytes(source: str, data: bytes, folder: Path) -> ParsedTable:
    """Read bytes as a file of a source."""
    raw = raw_file(folder, data, source=source, name=NAME)
    return reader_for(raw).parse(raw)


def _try_files(
    kind: FileKind,
    published: CleanTable | CleanCollection,
    count: int,
    folder: Path,
) -> Measure:
    """Spoil whole small files."""
    chance = random.Random(kind.name)  # noqa: S311 - rows for a test
    spoiled = detected = lost = 0
    missed = ""
    for _ in range(max(1, count // ROWS_OF_A_BAD_FILE)):
        rows = chance.sample(range(len(published)), ROWS_OF_A_BAD_FILE)
        texts = [published.text(number) for number in rows]
        data = published.file_of(texts)
        clean = parse_bytes(published.source, data, folder)
        outcomes, left_out = _file_outcomes(kind.spoil(data, chance), clean, folder)
        spoiled += len(texts)
        lost += left_out
        if outcomes.intersection(kind.accepts):
            detected += len(texts)
        else:
            missed = f"{texts[-1][:200]} → {sorted(outcomes)}"
    return Measure(kind, spoiled, detected, lost, 0, 0, missed)


def _file_outcomes(data: bytes, clean: ParsedTable, folder: Path) -> tuple[frozenset[str], int]:
    """Outcomes of a file: refused by name, read as the clean one, or what its rows became."""
    try:
        parsed = parse_bytes(clean.source, data, folder)
    except SourceError as error:
        said = str(error)
        return frozenset({"file"} if said.startswith(NAME) and "\n" not in said else ()), 0
    found = account_of(parsed)
    outcomes = frozenset().union(*found.codes.values())
    if clean.table.equals(parsed.table):
        outcomes |= {"understood"}
    return outcomes, max(0, clean.rows_in - parsed.rows_in)
