"""Tests of `webapp.communes.commune`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.drawing.indicators.indicator import Indicator
from carto.flags import DEMANDE_TRONQUEE, ILE_SANS_LIEU, MEANINGS
from tests.webapp.sample import Row
from webapp.communes.commune import CommunePage, commune_page, neighbours


def page(
    row: Row, sites: dict[str, Row], facts: Mapping[str, Any], indicators: dict[str, Indicator]
) -> CommunePage:
    return commune_page(row, indicators, sites, facts, {row["code_insee"]: row})


def test_three_criteria_with_their_thresholds(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    argol = page(communes["29001"], sites, facts, indicators)
    assert [criterion.state for criterion in argol.criteria] == ["oui", "oui", "oui"]
    limits = [value.threshold for criterion in argol.criteria for value in criterion.values]
    assert [limit.replace("\u00a0", " ") for limit in limits] == [
        "alerte au-delà de 20 min",
        "alerte sous 0,285 h",
        "alerte à partir de 7",
        "alerte sous 95 %",
        "raccordable n'est ni raccordé, ni abonné",
    ]


def test_an_unknown_alert_is_neither_raised_nor_quiet(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    guerlesquin = page(communes["29067"], sites, facts, indicators)
    assert guerlesquin.criteria[0].state == "inconnu"
    assert guerlesquin.criteria[0].alert == "on ne sait pas"
    said = [unknown.why for unknown in (*guerlesquin.unknowns, *guerlesquin.doubts)]
    assert said.count(MEANINGS[DEMANDE_TRONQUEE]) == 1
    assert "Offre accessible" in [unknown.subject for unknown in guerlesquin.unknowns]


def test_where_nobody_lives_there_is_no_alert_to_judge_and_no_source_of_what_is_missing(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    absent = dict.fromkeys(("need", "taux_couverture_ftth", "locaux", "locaux_raccordables"))
    empty = {**communes["29001"], **absent, "verdict": "sans_objet", "alert_offre": False}
    criteria = page(empty, sites, facts, indicators).criteria
    assert {criterion.alert for criterion in criteria} == {"sans objet"}
    values = [value for criterion in criteria for value in criterion.values]
    missing = [value for value in values if value.text.startswith("donnée absente")]
    assert [value.text.count("donnée absente") for value in missing] == [1, 1, 1]
    assert {value.source for value in missing} == {""}


def test_a_nearest_place_across_the_border_is_said(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    nearest = page(communes["29067"], sites, facts, indicators).nearest
    assert nearest is not None
    assert nearest.place.elsewhere == "Côtes-d'Armor"
    assert nearest.trip.way == "à environ 19\u00a0minutes"
    assert nearest.trip.detail == "9,7\u00a0km à vol d'oiseau"


def test_the_sources_of_the_nearest_place_are_named(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    id_ = communes["29067"]["nearest_site_id"]
    merged = {id_: {**sites[id_], "sources": "france_services|mairies"}}
    nearest = page(communes["29067"], merged, facts, indicators).nearest
    assert nearest is not None
    assert "Lieux France Services ; Position des mairies" in nearest.place.origin.replace(
        "\u00a0", " "
    )


def test_an_island_without_a_place_says_why(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    sein = page(communes["29083"], sites, facts, indicators)
    assert sein.nearest is None
    assert sein.no_place == MEANINGS[ILE_SANS_LIEU]
    assert sein.criteria[2].values[1].text == "0 sur 483"


def test_missing_values_with_one_reason_are_said_once(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    reasons = dict.fromkeys(("nearest_site_id", "nearest_site_km"), ILE_SANS_LIEU)
    sein = page({**communes["29083"], "reasons": reasons}, sites, facts, indicators)
    assert [unknown.subject for unknown in sein.unknowns] == [
        "Lieu le plus proche, distance au lieu le plus proche"
    ]


def test_neighbours_are_named_in_the_order_given(communes: dict[str, Row]) -> None:
    found = neighbours([communes["29001"], communes["29302"]])
    assert [other.nom for other in found] == ["Argol", "Pont-de-Buis-lès-Quimerch"]
    assert found[0].verdict == "prioritaire"


def test_a_time_that_does_not_start_from_the_mairie_says_so(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    brest = communes["29019"]
    elsewhere = {**brest, "point_source": "point_representatif"}
    time = page(elsewhere, sites, facts, indicators).criteria[0].values[0]
    assert "depuis un point représentatif du contour" in time.source
    assert "depuis" not in page(brest, sites, facts, indicators).criteria[0].values[0].source


def test_the_measure_that_raises_the_alert_is_marked(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    enough = {"accessibility_low": 0.5, "accessibility_high": 0.5, "accessibility": 0.5}
    cases = (
        ({"nearest_site_min": 24.0, **enough}, [True, False]),
        ({"nearest_site_min": 9.0, "accessibility_high": 0.1}, [False, True]),
        ({"nearest_site_min": 20.0, **enough}, [False, False]),
    )
    for changed, expected in cases:
        offre = page({**communes["29001"], **changed}, sites, facts, indicators).criteria[0]
        assert [bool(value.raises) for value in offre.values] == expected


def test_a_time_near_the_limit_has_a_decimal(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    written = [
        page({**communes["29001"], "nearest_site_min": minutes}, sites, facts, indicators)
        .criteria[0]
        .values[0]
        .text.replace("\u00a0", " ")
        for minutes in (18.6, 19.74, 20.3, 21.4)
    ]
    assert written == ["19 min", "19,7 min", "20,3 min", "21 min"]


def test_a_reason_is_written_once(
    communes: dict[str, Row],
    sites: dict[str, Row],
    facts: Mapping[str, Any],
    indicators: dict[str, Indicator],
) -> None:
    row = {**communes["29083"], "reasons": {"nearest_site_id": ILE_SANS_LIEU}}
    sein = page({**row, "flags": [ILE_SANS_LIEU]}, sites, facts, indicators)
    assert [unknown.why for unknown in (*sein.unknowns, *sein.doubts)] == [MEANINGS[ILE_SANS_LIEU]]
