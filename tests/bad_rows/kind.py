"""A kind of bad row: how a clean one is spoiled, and which outcomes show that it was seen."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Cells = dict[str, str]
Feature = dict[str, Any]
SpoilCells = Callable[[Cells, random.Random], Cells]
SpoilLine = Callable[[str, random.Random], str]
SpoilFeature = Callable[[Feature, random.Random], Feature]
SpoilFile = Callable[[bytes, random.Random], bytes]


def any_cells(_: Cells) -> bool:
    """Accept every clean row."""
    return True


@dataclass(frozen=True)
class Kind:
    """What the kinds of all units share.

    Attributes
    ----------
    name
        What is wrong, in a few words.
    source
        Source whose clean rows are spoiled.
    accepts
        Outcomes that show that it was seen, any of which will do; see `outcomes`.
    """

    name: str
    source: str
    accepts: tuple[str, ...]


@dataclass(frozen=True)
class CellsKind(Kind):
    """Wrong values in a row that is otherwise well formed.

    `prepare` changes the clean row first, where the fault takes a value that few rows have; what
    the reader should make of the row is then what it makes of the prepared one.
    """

    spoil: SpoilCells
    is_eligible: Callable[[Cells], bool] = any_cells
    prepare: Callable[[Cells], Cells] = dict


@dataclass(frozen=True)
class LineKind(Kind):
    """A line that is no well-formed row, or lines too many."""

    spoil: SpoilLine


@dataclass(frozen=True)
class FeatureKind(Kind):
    """A wrong entity of a GeoJSON file."""

    spoil: SpoilFeature


@dataclass(frozen=True)
class FileKind(Kind):
    """A file that is wrong as a whole."""

    spoil: SpoilFile


@dataclass(frozen=True)
class SettledKind(Kind):
    """A place that is wrong beside the contours or beside other places: one row, or several."""

    spoil: Callable[[Cells, random.Random], list[Cells]]
    is_eligible: Callable[[Cells], bool] = any_cells
