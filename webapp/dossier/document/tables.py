"""Tables: a header row repeated on every page, a first column that names the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from webapp.dossier.blocks import Column, KeyFigures, Table
from webapp.dossier.column_widths import PAGE_WIDTH, column_widths
from webapp.dossier.document.slots import BLANK, blank
from webapp.dossier.document.wordml import element, paragraph, run

_KEY_COLUMNS = (Column("Chiffre"), Column("Ce qu'il compte"), Column("Source"))
_KEY_WIDTHS = (1750, 4150, PAGE_WIDTH - 5900)


@dataclass(frozen=True)
class _Row:
    """A row as it is written: its cells and the style of the paragraph of each."""

    cells: Sequence[str]
    styles: Sequence[str]
    is_header: bool = False
    is_centred: bool = False


def table(asked: Table) -> Element:
    """Write a table; its caption and its note are paragraphs around it."""
    styles = ["TableNumber" if column.is_number else "TableText" for column in asked.columns]
    header = _Row([column.title for column in asked.columns], styles, is_header=True)
    rows = [header, *(_Row(cells, styles) for cells in asked.rows)]
    return _table(asked.caption, column_widths(asked), rows)


def key_figures(asked: KeyFigures) -> Element:
    """Write key figures as a table: the number, what it counts, its source."""
    header = _Row([column.title for column in _KEY_COLUMNS], ["TableText"] * 3, is_header=True)
    styles = ("KeyNumber", "TableText", "TableText")
    rows = [
        _Row((one.value, one.words, one.source), styles, is_centred=True) for one in asked.figures
    ]
    return _table("Chiffres à retenir", _KEY_WIDTHS, [header, *rows])


def _table(title: str, widths: Sequence[int], rows: Sequence[_Row]) -> Element:
    """Write rows under their properties."""
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val="DossierTable"),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element("w:tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0)
        if len(widths) > 1
        else element("w:tblLook", val="0420", firstRow=1),
        element("w:tblCaption", val=title),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element("w:tbl", properties, grid, *(_row(row, widths) for row in rows))


def _row(row: _Row, widths: Sequence[int]) -> Element:
    """Write a row, never cut by the end of a page."""
    properties = element("w:trPr", element("w:cantSplit"))
    if row.is_header:
        properties.append(element("w:tblHeader"))
    cells = zip(row.cells, row.styles, widths, strict=True)
    return element("w:tr", properties, *(_cell(row, *cell) for cell in cells))


def _cell(row: _Row, text: str, style: str, width: int) -> Element:
    """Write a cell; a header stays with the rows below it."""
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if row.is_centred:
        properties.append(element("w:vAlign", val="center"))
    content = blank() if text == BLANK else run(text)
    written = paragraph(style, content)
    if row.is_header:
        written[0].append(element("w:keepNext"))
    return element("w:tc", properties, written)
