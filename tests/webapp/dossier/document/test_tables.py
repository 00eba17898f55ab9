"""Tables: header rows, first columns, widths."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn


def test_every_table_has_a_repeated_header_a_first_column_and_a_title(document: Document) -> None:
    tables = document.tables
    assert len(tables) == 2
    for one in tables:
        rows = one._tbl.findall(qn("w:tr"))
        is_header = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert is_header == [True, *[False] * (len(rows) - 1)]
        look = one._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == look.get(qn("w:firstColumn")) == "1"
        assert one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_cells_are_those_of_the_dossier(document: Document) -> None:
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["Commune", "Population", "Raison"]
    assert rows[1] == ["Le Nord", "1\u202f204", "aucun lieu à moins de 20\u00a0min"]
    styles = [cell.paragraphs[0].style for cell in document.tables[0].rows[1].cells]
    assert [style.name for style in styles if style] == [
        "Texte de tableau",
        "Nombre de tableau",
        "Texte de tableau",
    ]
