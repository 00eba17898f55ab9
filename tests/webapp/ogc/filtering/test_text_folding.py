"""CASEI and ACCENTI, in any order."""

from __future__ import annotations

import pytest

from webapp.ogc.filtering.text_folding import ACCENTI, CASEI, folded_by


@pytest.mark.parametrize(
    ("text", "foldings", "folded"),
    [
        ("L'Haÿ-les-Roses", {ACCENTI}, "L'Hay-les-Roses"),
        ("L'Haÿ-les-Roses", {CASEI}, "l'haÿ-les-roses"),
        ("L'Haÿ-les-Roses", {CASEI, ACCENTI}, "l'hay-les-roses"),
        ("Plœmeur", {ACCENTI}, "Ploemeur"),
        ("STRASSE", {CASEI}, "strasse"),
        ("Straße", {CASEI}, "strasse"),
        ("", {CASEI, ACCENTI}, ""),
    ],
)
def test_texts_that_people_take_for_the_same(text: str, foldings: set[str], folded: str) -> None:
    assert folded_by(frozenset(foldings), text) == folded
