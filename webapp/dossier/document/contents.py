"""The table of contents: a field that already holds its entries, each a link to its heading.

Page numbers depend on the word processor, so that they are not guessed here: they come with the
first update of the table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from webapp.dossier.document.wordml import (
    element,
    field_end,
    field_start,
    link_to,
    paragraph,
    run,
    tabulation,
)

TITLE = "Sommaire"
# Headings of two levels, those without a number by their outline level, as links.
_INSTRUCTION = 'TOC \\o "1-2" \\h \\z \\u'


@dataclass(frozen=True)
class Entry:
    """A heading: its level, its number, its words and its bookmark."""

    level: int
    number: str
    words: str
    bookmark: str


def table_of_contents(entries: Sequence[Entry]) -> Element:
    """Write the table of contents in the control that Word offers to update."""
    written = [_entry(entry) for entry in entries]
    for position, started in enumerate(field_start(_INSTRUCTION)):
        written[0].insert(1 + position, started)
    written[-1].append(field_end())
    gallery = element(
        "w:sdtPr",
        element(
            "w:docPartObj",
            element("w:docPartGallery", val="Table of Contents"),
            element("w:docPartUnique"),
        ),
    )
    title = paragraph("TOCHeading", run(TITLE))
    return element("w:sdt", gallery, element("w:sdtContent", title, *written))


def _entry(entry: Entry) -> Element:
    """Write one line."""
    number = [run(entry.number), tabulation()] if entry.number else []
    return paragraph(f"TOC{entry.level}", link_to(entry.bookmark, *number, run(entry.words)))
