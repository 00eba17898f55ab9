"""Tests of `webapp.territories.figures`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto import french
from tests.webapp.sample import TABLES, Row
from webapp.territories.figures import Figure, territory_figures
from webapp.territories.references import Reference

DEPARTEMENT = TABLES["departement"][0]


def by_label(row: Row, facts: Mapping[str, Any], reference: Row | None = None) -> dict[str, Figure]:
    beside = [] if reference is None else [Reference(reference["nom"], reference, "losange")]
    return {figure.label: figure for figure in territory_figures(row, facts, beside)}


def test_every_figure_has_a_source(facts: Mapping[str, Any]) -> None:
    assert all(figure.source for figure in territory_figures(DEPARTEMENT, facts))


def test_fibre_is_the_ratio_of_sums_with_what_is_left(facts: Mapping[str, Any]) -> None:
    fibre = by_label(DEPARTEMENT, facts)["Fibre"]
    assert fibre.value == "95,7\u00a0%"
    assert "locaux à raccorder" in fibre.detail
    assert fibre.source == "ARCEP, 30 juin 2026"


def test_a_mean_of_too_few_people_is_not_a_zero(facts: Mapping[str, Any]) -> None:
    supply = by_label(DEPARTEMENT, facts)["Offre accessible"]
    assert supply.value == "non publiée"
    assert "75\u00a0%" in supply.detail
    assert "80\u00a0%" in supply.detail


def test_an_epci_is_compared_with_its_departement(facts: Mapping[str, Any]) -> None:
    figures = by_label(TABLES["epci"][0], facts, DEPARTEMENT)
    (beside,) = figures["Fibre"].beside.values
    assert (beside.nom, beside.value) == ("Finistère", "95,7\u00a0%")
    assert "Finistère\u00a0: 95,7\u00a0%" in figures["Fibre"].beside.strip
    assert figures["Population"].beside.values == ()


def test_under_served_people_are_compared_by_their_share(facts: Mapping[str, Any]) -> None:
    (beside,) = by_label(TABLES["epci"][0], facts, DEPARTEMENT)[
        "Communes sous-desservies"
    ].beside.values
    share = DEPARTEMENT["population_underserved"] / DEPARTEMENT["population"]
    assert beside.value == f"{french.percent(share)} des habitants"


def test_an_unknown_population_says_so(facts: Mapping[str, Any]) -> None:
    figures = by_label({**DEPARTEMENT, "population": None}, facts)
    assert figures["Population"].value == "donnée absente"
    assert "donnée absente" in figures["Communes sous-desservies"].detail


def test_without_a_source_of_places_their_number_is_not_zero(facts: Mapping[str, Any]) -> None:
    sources = [source for source in facts["sources"] if source["id"] != "france_services"]
    row = {**DEPARTEMENT, "sites_count": None, "hours_per_week": None}
    places = by_label(row, {**facts, "sources": sources})["Lieux d'aide"]
    assert (places.value, places.detail) == ("donnée absente", "")
    assert places.source == "source absente"


def test_the_population_is_counted_in_habitants(facts: Mapping[str, Any]) -> None:
    assert by_label(DEPARTEMENT, facts)["Population"].detail == "habitants"


def test_the_communes_of_open_class_are_counted_apart(facts: Mapping[str, Any]) -> None:
    counts = {"communes_underserved": 61, "communes_verdict_2": 52, "communes_verdict_3": 7}
    row = {**DEPARTEMENT, **counts, "communes_verdict_indetermine": 4}
    detail = by_label(row, facts)["Communes sous-desservies"].detail.replace("\u00a0", " ")
    assert detail.endswith(" ; 4 communes indéterminées, dont 2 sous-desservies à coup sûr")
