"""Where travel times come from is always said, with its date."""

from __future__ import annotations

from carto.drawing.travel_words import travel_words


def said(**model: str | None) -> str:
    told = {"kind": "crow_fly", "date": None, "squares": None} | model
    return travel_words({"method": {"travel_model": told}})


def test_where_times_come_from_is_said_with_its_date() -> None:
    assert said() == "estimation à vol d'oiseau corrigée"
    assert said(squares="2021-12-31").endswith("depuis les carreaux où vivent les habitants")
    assert said(kind="matrix", date="2026-05-01") == "table de temps de trajet, 1er mai 2026"
    assert said(kind="osrm", date="2026-06-01").startswith("itinéraires calculés par OSRM")
    assert "Valhalla" in said(kind="valhalla", date="2026-06-01")


def test_a_snapshot_that_does_not_tell_estimated_its_times() -> None:
    assert travel_words({"method": {}}) == travel_words({}) == "estimation à vol d'oiseau corrigée"
