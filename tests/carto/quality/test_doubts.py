"""Tests of `carto.quality.doubts`: which flaws touch a commune, and the classes they leave open."""

from __future__ import annotations

from typing import Any

import pytest

from carto import flags
from carto.quality import doubts
from carto.quality.doubts import Doubt, find_doubts
from carto.verdict.parameters import Alerts

NEAREST = "fs-1"


def commune(*raised: str, alerts: tuple[Any, ...] = (False, True, False), **own: Any) -> Any:
    """Make a commune in vigilance for its need, with the flags given."""
    return {
        "code_insee": "29001",
        "verdict": "1",
        "alert_offre": alerts[0],
        "alert_besoin": alerts[1],
        "alert_connectivite": alerts[2],
        "nearest_site_id": NEAREST,
        "accessibility_quality": "A",
        "locaux": 1000,
        "locaux_raccordables": 980,
        "flags": list(raised),
    } | own


def found(row: Any, *flags_of_place: str) -> list[Doubt]:
    """Find the doubts of one commune whose nearest place carries flags."""
    sites = {NEAREST: {"flags": list(flags_of_place)}}
    return list(find_doubts([row], sites, Alerts()))


def test_a_commune_without_flaw_has_no_doubt() -> None:
    assert found(commune()) == []


@pytest.mark.parametrize(
    ("flag", "flaw"),
    [
        (flags.HEURES_IMPUTEES_DECIDENT, doubts.HEURES),
        (flags.POSITION_DOUTEUSE_DECIDE, doubts.POSITION),
        (flags.FICHE_PERIMEE_DECIDE, doubts.FICHE),
        (flags.ITINERANT_DECIDE, doubts.ITINERANT),
    ],
)
def test_places_that_decide_open_the_alert_on_supply(flag: str, flaw: str) -> None:
    (doubt,) = found(commune(flag))
    assert doubt == Doubt(flaw, "29001", (1, 2), True)
    assert doubt.leaves_underserved_open


@pytest.mark.parametrize(
    ("flag", "flaw"),
    [
        (flags.HEURES_IMPUTEES, doubts.HEURES),
        (flags.POSITION_APPROCHEE, doubts.POSITION),
        (flags.POSITION_HORS_COMMUNE, doubts.POSITION),
        (flags.FICHE_PERIMEE, doubts.FICHE),
        (flags.ITINERANT_AU_POINT_PUBLIE, doubts.ITINERANT),
    ],
)
def test_a_doubtful_nearest_place_touches_without_deciding(flag: str, flaw: str) -> None:
    assert found(commune(), flag) == [Doubt(flaw, "29001", (1,), False)]


def test_a_record_a_year_old_is_no_doubt() -> None:
    assert found(commune(), flags.FICHE_ANCIENNE) == []


@pytest.mark.parametrize(("grade", "touched"), [("A", 0), ("B", 1), ("C", 1), (None, 0)])
def test_imputed_hours_touch_from_a_tenth_of_what_is_accessible(
    grade: str | None, touched: int
) -> None:
    assert len(found(commune(accessibility_quality=grade))) == touched


@pytest.mark.parametrize(
    ("alerts", "classes", "is_open"),
    [((None, True, False), (1, 2), True), ((True, None, True), (2, 3), True)],
)
def test_an_absent_value_leaves_the_classes_of_its_completions(
    alerts: tuple[Any, ...], classes: tuple[int, ...], is_open: bool
) -> None:
    row = commune(alerts=alerts, verdict="indetermine")
    assert found(row) == [Doubt(doubts.VALEUR_ABSENTE, "29001", classes, is_open)]


def test_an_absent_value_may_change_nothing() -> None:
    (doubt,) = found(commune(alerts=(False, True, None)))
    assert (doubt.classes, doubt.is_open) == ((1,), False)


def test_what_is_open_already_is_opened_once() -> None:
    row = commune(flags.ITINERANT_DECIDE, alerts=(None, True, False), verdict="indetermine")
    absent, itinerant = found(row)
    assert (absent.is_open, itinerant.is_open) == (True, False)


@pytest.mark.parametrize(
    ("raccordables", "is_open"),
    [(1040, False), (1052, False), (1053, True), (1400, True)],
)
def test_a_rate_above_100_is_doubted_as_far_as_it_exceeds(raccordables: int, is_open: bool) -> None:
    flag = flags.DENOM_SOUS_ESTIME if raccordables <= 1050 else flags.TAUX_ANORMAL
    (doubt,) = found(commune(flag, locaux_raccordables=raccordables, alerts=(True, False, False)))
    assert (doubt.flaw, doubt.is_open) == (doubts.TAUX, is_open)
    assert doubt.classes == ((1, 2) if is_open else (1,))


@pytest.mark.parametrize(
    ("counts", "is_open"),
    [((40, 38), True), ((40, 39), False), ((40, 37), True), ((40, 30), False), ((0, 0), False)],
)
def test_few_premises_are_doubted_by_one(counts: tuple[int, int], is_open: bool) -> None:
    locaux, raccordables = counts
    network = raccordables < 0.95 * locaux
    row = commune(
        flags.PEU_DE_LOCAUX,
        alerts=(True, False, network),
        locaux=locaux,
        locaux_raccordables=raccordables,
    )
    (doubt,) = found(row)
    assert (doubt.flaw, doubt.is_open) == (doubts.PEU_DE_LOCAUX, is_open)


def test_need_of_the_epci_and_estimates_open_their_alerts() -> None:
    row = commune(flags.ESTIME_FUSION, flags.REPLI_EPCI, alerts=(True, True, True), verdict="3")
    assert found(row) == [
        Doubt(doubts.REPLI, "29001", (2, 3), True),
        Doubt(doubts.ESTIMATION, "29001", (1, 2, 3), True),
    ]


def test_nothing_is_in_doubt_without_inhabitants() -> None:
    assert found(commune(flags.PEU_DE_LOCAUX, verdict="sans_objet")) == []


def test_a_commune_without_any_place_in_reach_is_looked_at() -> None:
    assert found(commune(nearest_site_id=None), flags.FICHE_PERIMEE) == []
