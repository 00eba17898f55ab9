"""Tests of `webapp.views.late_layers`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.views.late_layers import late_layers


def dated(facts: Mapping[str, Any], **dates: str) -> dict[str, Any]:
    """Give sources other dates."""
    sources = [{**one, "date": dates.get(one["id"], one["date"])} for one in facts["sources"]]
    return {**facts, "sources": sources}


def said(facts: Mapping[str, Any], *readers: str) -> str:
    return late_layers(facts, *readers).replace("\u00a0", " ")


def test_recent_layers_are_not_spoken_of(facts: Mapping[str, Any]) -> None:
    assert said(dated(facts, france_services="2026-01-01")) == ""


def test_late_layers_are_listed_with_their_dates_in_one_sentence(facts: Mapping[str, Any]) -> None:
    assert said(dated(facts, fibre="2023-12-31")) == (
        "Données déjà anciennes le 22 novembre 2026 : Fibre (31 décembre 2023), plus de deux "
        "trimestres avant ; Lieux France Services (1er août 2024), plus d'un an avant."
    )


def test_many_lists_of_places_are_said_in_one(facts: Mapping[str, Any]) -> None:
    places = next(one for one in facts["sources"] if one["id"] == "france_services")
    more = {**places, "id": "aidants_connect", "reader": "aidants_connect", "date": "2022-12-01"}
    assert said({**facts, "sources": [*facts["sources"], more]}) == (
        "Données déjà anciennes le 22 novembre 2026 : 2 listes de lieux (du 1er décembre 2022 au "
        "1er août 2024), plus d'un an avant."
    )


def test_only_what_is_asked_for_is_looked_at(facts: Mapping[str, Any]) -> None:
    assert "Lieux France Services" in said(facts)
    assert said(facts, "fibre") == ""


def test_the_latest_file_of_a_layer_is_its_date(facts: Mapping[str, Any]) -> None:
    late = dated(facts, fibre="2023-12-31")
    newer = {**late["sources"][2], "id": "fibre_bis", "reader": "fibre", "date": "2026-06-30"}
    assert said({**late, "sources": [*late["sources"], newer]}, "fibre") == ""
