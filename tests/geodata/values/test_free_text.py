"""Free text: repaired, without markup, and never about a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.free_text import read_free_text, read_label


def label(text: str) -> tuple[str, list[str]]:
    said: list[str] = []
    return read_label(text, "nom", lambda code, _: said.append(code)), said


def free(text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return read_free_text(text, "presentation", lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    ("text", "read", "codes"),
    [
        ("Médiathèque  d'Argol", "Médiathèque d'Argol", []),
        ("MÃ©diathÃ¨que", "Médiathèque", ["TEXTE_REPARE"]),
        ("L’Ã‰cole", "L’École", ["TEXTE_REPARE"]),
        ("Ã", "Ã", []),
        ("EPN ＂Le Phare＂", 'EPN "Le Phare"', []),
        ("<b>Mairie</b>", "Mairie", ["HTML_RETIRE"]),
        ("Mairie<script>alert(1)</script>", "Mairie", ["HTML_RETIRE"]),
        ("<img src=x onerror=alert(1)", "", ["HTML_RETIRE"]),
        ("Jeunes &amp; Co", "Jeunes & Co", []),
        ("&lt;b&gt;Mairie", "Mairie", ["HTML_RETIRE"]),
        ("de 3 < 5 ans", "de 3 < 5 ans", []),
        ("Permanence - Mme Dupont", "Permanence", ["PERSONNE_RETIREE"]),
        ("EPN (06 12 34 56 78)", "EPN ()", ["CONTACT_RETIRE"]),
        ("12 rue Madame Curie", "12 rue Madame Curie", []),
    ],
)
def test_labels(text: str, read: str, codes: list[str]) -> None:
    assert label(text) == (read, codes)


@pytest.mark.parametrize(
    ("text", "read", "codes"),
    [
        ("", None, []),
        ("Ateliers le mardi", "Ateliers le mardi", []),
        ("Ateliers.\nDemander Mme X", None, ["TEXTE_PERSONNEL"]),
        ("Usager diabétique", None, ["TEXTE_PERSONNEL"]),
        ("Appeler le 07 12 34 56 78", "Appeler le", ["CONTACT_RETIRE"]),
        ("jeanne.dupont@gmail.com", None, ["CONTACT_RETIRE"]),
        ("<p>Ateliers</p>", "Ateliers", ["HTML_RETIRE"]),
    ],
)
def test_free_texts(text: str, read: str | None, codes: list[str]) -> None:
    assert free(text) == (read, codes)


@given(st.text(max_size=60))
def test_what_is_read_needs_no_second_reading(text: str) -> None:
    once = label(text)[0]
    assert "<script" not in once.lower()
    assert once == once.strip()


@pytest.mark.parametrize("text", ["a", "0", "M. ", "<a", "a@", "a.", "06 ", "&amp;", "Ã©"])
def test_a_huge_cell_costs_no_more_than_its_length(text: str) -> None:
    # A reading in the square of the length would take minutes here.
    label(text * 30_000)
    free(text * 30_000)
