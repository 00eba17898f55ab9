"""Each cause is told when it is there, and only then."""

from __future__ import annotations

from typing import Any

import pytest

from carto.changes.causes import CAUSES, Context, causes_of
from carto.changes.nearby_places import compare_places
from carto.changes.release import changed_rules
from tests.carto.changes.releases import RULE, commune, place, release

SLOW = {"alert_connectivite": True, "locaux_raccordables": 800, "taux_couverture_ftth": 0.8}
FAR = {"alert_offre": True, "nearest_site_min": 25.0, "accessibility_low": 0.0}


def context(old: list[Any] | None = None, new: list[Any] | None = None, **rule: Any) -> Context:
    before, after = release([], old), release([], new, rule=RULE | rule)
    return Context(compare_places(before, after), changed_rules(before, after), 10.4)


def codes(before: dict[str, Any], after: dict[str, Any], told: Context | None = None) -> list[str]:
    return [
        cause.code for cause in causes_of(commune(**before), commune(**after), told or context())
    ]


def test_an_alert_that_stays_has_no_cause() -> None:
    assert codes({}, {"need": 6.0, "locaux": 900}) == []


def test_fibre_progress_and_its_reverse() -> None:
    assert codes(SLOW, {}) == ["PROGRES_FIBRE"]
    assert codes({}, SLOW) == ["RECUL_FIBRE"]


def test_a_revised_denominator_is_told_apart() -> None:
    revised = {"alert_connectivite": True, "locaux": 1200, "taux_couverture_ftth": 970 / 1200}
    assert codes({}, revised) == ["DENOMINATEUR_REVISE"]
    assert codes(revised, {}) == ["DENOMINATEUR_REVISE"]
    both = {"alert_connectivite": True, "locaux": 1200, "locaux_raccordables": 900}
    assert codes({}, both | {"taux_couverture_ftth": 0.75}) == [
        "DENOMINATEUR_REVISE",
        "RECUL_FIBRE",
    ]


def test_a_value_that_appears_or_disappears() -> None:
    unknown = {"alert_connectivite": None, "taux_couverture_ftth": None}
    assert codes(unknown, {}) == ["DONNEE_APPARUE"]
    assert codes({}, unknown) == ["DONNEE_DISPARUE"]
    assert codes({"alert_besoin": None, "need": None}, {}) == ["DONNEE_APPARUE"]


def test_a_revised_need() -> None:
    (cause,) = causes_of(commune(), commune(alert_besoin=True, need=7.5), context())
    assert cause.code == "BESOIN_REVISE"
    assert cause.message == "5,0 puis 7,5 sur 10."


def test_places_that_closed_opened_or_changed() -> None:
    assert codes({}, FAR, context([place()], [])) == ["LIEU_FERME"]
    assert codes(FAR, {}, context([], [place()])) == ["NOUVEAU_LIEU"]
    fewer = context([place()], [place(hours_per_year=52.0)])
    assert codes({}, FAR, fewer) == ["LIEU_MODIFIE"]


def test_a_place_that_opens_explains_no_loss() -> None:
    assert codes({}, FAR, context([], [place()])) == ["DEMANDE_REVISEE"]


def test_a_place_out_of_reach_explains_nothing() -> None:
    away = context([place(longitude=-3.0)], [])
    assert codes({}, FAR, away) == ["DEMANDE_REVISEE"]


@pytest.mark.parametrize(
    ("group", "name", "alert"),
    [
        ("alerts", "fibre_pct", "alert_connectivite"),
        ("alerts", "need", "alert_besoin"),
        ("alerts", "time_min", "alert_offre"),
        ("travel", "speed_kmh", "alert_offre"),
        ("demand", "standard", "alert_offre"),
    ],
)
def test_a_changed_rule_is_told_where_it_counts(group: str, name: str, alert: str) -> None:
    parameters = RULE["parameters"] | {group: RULE["parameters"][group] | {name: 1.0}}
    told = context(parameters=parameters)
    for other in ("alert_offre", "alert_besoin", "alert_connectivite"):
        expected = ["REGLE"] if other == alert else []
        assert codes({}, {other: True}, told) == expected


def test_other_travel_times_explain_the_supply_before_what_moved_farther() -> None:
    told = context(travel_model="table de temps de trajet, 1er juin 2026")
    (cause,) = causes_of(commune(), commune(**FAR), told)
    assert cause.code == "REGLE"
    assert cause.message.startswith("Origine des temps de trajet\xa0: absent, puis table de temps")


def test_another_class_of_copper_explains_the_network() -> None:
    parameters = RULE["parameters"] | {"copper": RULE["parameters"]["copper"] | {"near_months": 6}}
    assert codes({}, {"alert_connectivite": True}, context(parameters=parameters)) == ["REGLE"]


def test_a_changed_rule_reads_in_french() -> None:
    parameters = RULE["parameters"] | {"alerts": RULE["parameters"]["alerts"] | {"need": 6.5}}
    told = context(parameters=parameters)
    (cause,) = causes_of(commune(), commune(alert_besoin=True), told)
    assert cause.message == "Besoin à partir duquel il y a alerte\xa0: 7 sur 10, puis 6,5 sur 10."


def test_every_cause_has_words() -> None:
    assert all(words and not words.endswith(".") for words in CAUSES.values())
