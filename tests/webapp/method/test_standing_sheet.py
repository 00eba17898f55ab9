"""Tests of `webapp.method.standing_sheet`: the reference, its vintage, the dates of its data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.method.standing_sheet import standing_sheet

DATES = {"fibre": "2023-12-31", "france_services": "2024-08-01", "lieux": "2022-03-01"}


def reference(facts: Mapping[str, Any], **changes: Any) -> Mapping[str, Any]:
    return {**facts, "reference": {**facts["reference"], "dates": DATES, **changes}}


def test_the_vintage_and_the_dates_of_its_data_are_said(facts: Mapping[str, Any]) -> None:
    sheet = standing_sheet(reference(facts, lists=["france_services", "lieux"]), ())
    assert "référence 2026" in " ".join(sheet.formula)
    assert sheet.sources == "calibrage national : fibre au 31 décembre 2023 ; lieux de 2022 à 2024"
    assert sheet.example is None


def test_a_declared_value_stands_beside_the_recalibrated_one(facts: Mapping[str, Any]) -> None:
    said = " ".join(standing_sheet(facts, ()).limits)
    assert "(0,57 h) ; recalculée, elle est de 0,62 h" in said
    alike = standing_sheet(reference(facts, apl_ref=2.08, median=2.08), ())
    assert "recalculée" not in " ".join(alike.limits)


def test_the_operators_own_value_has_no_vintage(facts: Mapping[str, Any]) -> None:
    own = reference(facts, vintage=None, lists=[], median=None, apl_ref=1.0)
    sheet = standing_sheet(own, ("Au moins 90 %…",))
    assert "référence nationale" in " ".join(sheet.formula)
    assert "lieux de 2022 à 2024" in sheet.sources
    assert sheet.example is not None
