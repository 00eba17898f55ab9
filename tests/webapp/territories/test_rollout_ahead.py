"""Tests of `webapp.territories.rollout_ahead`: dates have bounds, what has no date is counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.territories.rollout_ahead import rollout_ahead


def commune(code: str, rate: float | None, *quarters: str | None) -> dict[str, Any]:
    names = ("fibre_95_quarter", "fibre_95_quarter_low", "fibre_95_quarter_high")
    dates = dict(zip(names, quarters, strict=False))
    return {"code_insee": code, "taux_couverture_ftth": rate, **dates}


MEMBERS = [
    commune("29001", 0.97),
    commune("29002", 0.8, "2027-T1", "2026-T4", "2027-T3"),
    commune("29003", 0.7, "2028-T2", "2027-T4", None),
    commune("29004", 0.4),
    commune("29005", None),
]


def said(members: list[dict[str, Any]], facts: Mapping[str, Any]) -> str:
    return " ".join(rollout_ahead(members, facts)).replace("\u00a0", " ")


def test_communes_are_counted_and_the_last_date_has_its_bounds(facts: Mapping[str, Any]) -> None:
    text = said(MEMBERS, facts)
    assert "Fibre : 1 commune sur 4 à 95 % ou plus." in text
    assert "2 autres y parviendraient, la dernière au 2e trimestre 2028" in text
    assert "entre le 4e trimestre 2027 et au-delà de trois ans" in text
    assert "Pour 1 commune, la date où la fibre sera complète ne peut pas être estimée." in text


def test_one_commune_is_written_in_the_singular(facts: Mapping[str, Any]) -> None:
    text = said(MEMBERS[:2], facts)
    assert "1 autre y parviendrait, la dernière au 1er trimestre 2027" in text
    assert "aucune date" not in text


def test_without_any_rate_nothing_is_said(facts: Mapping[str, Any]) -> None:
    assert rollout_ahead([MEMBERS[4]], facts) == ()
