"""Captions counted by fields, each kind apart."""

from __future__ import annotations

from docx.document import Document
from docx.oxml.ns import qn


def test_figures_and_tables_are_counted_in_order(document: Document) -> None:
    captions = [one for one in document.paragraphs if one.style and one.style.name == "Caption"]
    assert [one.text.replace("\u00a0", " ") for one in captions] == [
        "Carte 1 – Communes du canton",
        "Tableau 1 – Communes sous-desservies",
        "Carte 2 – Petite carte",
        "Carte 3 – Petite carte",
        "Carte 4 – Petite carte",
    ]
    fields = [next(one._p.iter(qn("w:instrText"))).text.split()[:2] for one in captions]
    assert fields[:2] == [["SEQ", "Carte"], ["SEQ", "Tableau"]]


def test_a_caption_stays_with_its_table(document: Document) -> None:
    (caption,) = [one for one in document.paragraphs if one.text.startswith("Tableau")]
    assert caption._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
