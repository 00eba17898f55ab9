"""Tests of `webapp.maps.map_margin`."""

from __future__ import annotations

from carto.drawing.indicators.classification import INDICATORS
from webapp.maps.map_margin import edition_words, field_words


def test_the_field_counts_units_and_known_people() -> None:
    rows = [{"population": 900}, {"population": None}, {"population": 100}]
    assert field_words(INDICATORS["fibre"], rows, "Finistère").replace("\xa0", " ") == (
        "Champ : 3 communes (Finistère), 1\u202f000 habitants."
    )


def test_the_field_says_what_is_drawn_beyond_the_territory() -> None:
    remark = "Une intercommunalité à cheval sur la limite est dessinée entière."
    assert field_words(INDICATORS["fibre"], [], "Finistère", [remark]).endswith(f"). {remark}")


def test_without_a_population_the_field_claims_none() -> None:
    assert "habitant" not in field_words(INDICATORS["fibre"], [{"population": None}], "Sein")


def test_the_edition_has_no_clock() -> None:
    facts = {"created": "2026-11-22T10:11:12Z"}
    assert "10" not in edition_words("abc", facts, "Carto").replace("2026", "")
