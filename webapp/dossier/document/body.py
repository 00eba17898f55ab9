"""The body of the document: each block as the paragraphs, tables and pictures that say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

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
)
from webapp.dossier.document.captions import FIGURE, TABLE, Captions
from webapp.dossier.document.contents import Entry
from webapp.dossier.document.numbered_lists import NumberedLists
from webapp.dossier.document.pictures import WIDEST_MM, picture
from webapp.dossier.document.slots import commitment, slot
from webapp.dossier.document.tables import key_figures, table
from webapp.dossier.document.wordml import bookmarked, element, on_new_page, paragraph, run
from webapp.dossier.figures.drawn_figure import Draw

# The synthesis is read alone.
_ON_NEW_PAGE = ("synthese",)


class Body:
    """Writes the parts of a dossier, and remembers their headings.

    Parameters
    ----------
    document
        Keeps images and the numbers of lists.
    draw
        Makes the image of a figure.

    Attributes
    ----------
    entries
        Headings written so far.
    """

    def __init__(self, document: Document, draw: Draw) -> None:
        self.entries: list[Entry] = []
        self._document = document
        self._draw = draw
        self._captions = Captions()
        self._lists = NumberedLists(document)
        self._ids = count(1)
        self._pictures = count(1)
        self._slots = count(1)

    def section(self, section: Section) -> Iterator[Element]:
        """Write a part: its heading, its blocks, its pieces."""
        pieces = count(1)
        number = f"{section.number}." if section.number else ""
        heading = self.heading(1, number, section.title)
        if section.id in _ON_NEW_PAGE:
            on_new_page(heading)[0].append(element("w:spacing", before=0))
        yield heading
        loose: list[Block] = []
        for block in section.blocks:
            if isinstance(block, SubSection):
                yield from self._blocks(loose)
                loose = []
                yield self.heading(2, f"{number}{next(pieces)}" if number else "", block.title)
                yield from self._blocks(block.blocks)
            else:
                loose.append(block)
        yield from self._blocks(loose)

    def heading(self, level: int, number: str, words: str) -> Element:
        """Write a heading that the table of contents leads to; its style counts it."""
        bookmark_id = next(self._ids)
        bookmark = f"_Toc{bookmark_id:08d}"
        self.entries.append(Entry(level, number, words, bookmark))
        style = f"Heading{level}" if number else "HeadingWithoutNumber"
        return paragraph(style, *bookmarked(bookmark, bookmark_id, run(words)))

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """Write blocks in order; small figures that follow each other stand side by side."""
        beside: list[Figure] = []
        for block in blocks:
            if isinstance(block, Figure) and _fits(beside, block):
                beside.append(block)
                continue
            yield from self._figures(beside)
            beside = [block] if isinstance(block, Figure) else []
            if not isinstance(block, Figure):
                yield from self._block(block)
        yield from self._figures(beside)

    def _block(self, block: Block) -> Iterator[Element]:
        """Write a block that is no figure."""
        match block:
            case Paragraph(text):
                yield paragraph("Normal", run(text))
            case ToComplete():
                yield slot(block, next(self._slots), next(self._ids))
            case Bullets(items, is_numbered):
                yield from self._lists.write(items, is_numbered=is_numbered)
            case KeyFigures():
                yield key_figures(block)
                parting = paragraph("Source")
                parting[0].append(element("w:spacing", before=0, after=0))
                yield parting
            case Checklist(items):
                yield from map(commitment, items)
            case Table():
                yield self._captions.next(TABLE, block.caption)
                yield table(block)
                # A paragraph must part two tables, or a word processor joins them.
                yield paragraph("Source", *([run(block.note)] if block.note else []))

    def _figures(self, figures: Sequence[Figure]) -> Iterator[Element]:
        """Write pictures on one line, then the caption and the source of each."""
        if not figures:
            return
        drawings = [
            picture(self._document, figure, self._draw(figure), next(self._pictures))
            for figure in figures
        ]
        yield paragraph("Picture", *drawings)
        for position, figure in enumerate(figures):
            caption = self._captions.next(FIGURE, figure.caption)
            caption[0].append(element("w:keepNext"))
            source = paragraph("Source", *([run(figure.source)] if figure.source else []))
            if position < len(figures) - 1:
                source[0].append(element("w:keepNext"))
            if len(figures) > 1:
                caption[0].append(element("w:spacing", before=60, after=0))
                source[0].append(element("w:spacing", before=0, after=40))
            yield from (caption, source)


def _fits(beside: Sequence[Figure], figure: Figure) -> bool:
    """Whether a figure still holds on the line of those before it."""
    return sum(one.width_mm for one in (*beside, figure)) <= WIDEST_MM
