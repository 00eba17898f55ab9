"""What a dossier is made of: the same blocks become a page, a PDF and a word-processing file.

Texts are plain French, already typeset; a renderer only has to escape them. Captions bear no
number: each renderer numbers figures and tables in the order in which they come.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from webapp.dossier.editions.baseline import Baseline


@dataclass(frozen=True)
class Paragraph:
    """A few sentences."""

    text: str


@dataclass(frozen=True)
class ToComplete:
    """A place that the territory fills by hand, « à compléter ».

    Attributes
    ----------
    label
        What is expected, in a few words.
    hint
        Where to find it, or how to write it.
    """

    label: str
    hint: str


@dataclass(frozen=True)
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True)
class KeyFigure:
    """A number to remember.

    Attributes
    ----------
    value
        The number, with its unit.
    words
        What it counts.
    source
        Producer and date, or how it was estimated.
    """

    value: str
    words: str
    source: str


@dataclass(frozen=True)
class KeyFigures:
    """Numbers shown large, side by side where there is room."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    title: str
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table whose first column names its rows.

    Attributes
    ----------
    caption
        What it lists, without a number.
    columns
        At least two.
    rows
        Cells as a reader sees them, as many as columns.
    note
        Source, dates, how to read it; may be empty.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """A map or a chart.

    Attributes
    ----------
    svg
        One self-contained `<svg>` element, legend included.
    caption
        What it shows, without a number.
    alt
        What one reads in it, for who does not see it.
    source
        Producers, dates, licences, method.
    width_mm, height_mm
        Size on paper.
    """

    svg: str
    caption: str
    alt: str
    source: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True)
class CheckItem:
    """A commitment, and whether the data already answer it."""

    is_done: bool
    text: str


@dataclass(frozen=True)
class Checklist:
    """Commitments to tick."""

    items: tuple[CheckItem, ...]


Block: TypeAlias = "Paragraph | ToComplete | Bullets | KeyFigures | Table | Figure | Checklist"


@dataclass(frozen=True)
class SubSection:
    """A titled piece of a part: a heading of level 2 in the dossier."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Section:
    """A numbered part: a heading of level 1 in the dossier.

    Attributes
    ----------
    number
        1 to 12, as in the trame; 0 for a part without a number.
    title
        Without its number.
    blocks
        Read in order.
    id
        Anchor, unique in the dossier.
    """

    number: int
    title: str
    blocks: tuple[Block | SubSection, ...]
    id: str

    @property
    def heading(self) -> str:
        """Title with its number.

        >>> Section(2, "Synthèse", (), "synthese").heading
        '2. Synthèse'
        """
        return f"{self.number}. {self.title}" if self.number else self.title


@dataclass(frozen=True)
class Slot:
    """A place to complete, and the part that it is in."""

    section: str
    asked: ToComplete


@dataclass(frozen=True)
class Dossier:
    """A whole dossier.

    Attributes
    ----------
    title, subtitle
        Words of the cover.
    territory
        Name of the territory.
    edition
        What data it was made of, and whether they are for demonstration: lines of the cover.
    sections
        The twelve parts, in order.
    to_complete
        Every place to complete, in order.
    baseline
        What it freezes for the next edition.
    language
        Of every text.
    """

    title: str
    subtitle: str
    territory: str
    edition: tuple[str, ...]
    sections: tuple[Section, ...]
    to_complete: tuple[Slot, ...]
    baseline: Baseline
    language: str = "fr"


def flat(blocks: Iterable[Block | SubSection]) -> Iterator[Block]:
    """Go through blocks, those of sub-sections included, in reading order."""
    for block in blocks:
        if isinstance(block, SubSection):
            yield from block.blocks
        else:
            yield block


def slots(sections: Iterable[Section]) -> tuple[Slot, ...]:
    """List what is left to complete, in order.

    >>> part = Section(8, "Gouvernance", (ToComplete("Pilote", "Nom."),), "gouvernance")
    >>> [slot.section for slot in slots([part])]
    ['8. Gouvernance']
    """
    return tuple(
        Slot(section.heading, block)
        for section in sections
        for block in flat(section.blocks)
        if isinstance(block, ToComplete)
    )
