"""The classes of the indicators, and their agreement with the method's thresholds."""

from __future__ import annotations

import math
import subprocess
import sys
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.indicators.classification import INDICATORS, indicators_for
from carto.verdict.alerts import above
from carto.verdict.parameters import Alerts
from carto.vocabulary import TERRITORY_TYPES


def test_indicators_come_in_the_order_of_the_menu() -> None:
    assert list(INDICATORS) == [
        *("verdict", "typologie", "fibre", "reste", "evolution"),
        *("temps", "acces", "besoin", "solidite"),
    ]


def test_the_menu_gathers_indicators_that_follow_each_other() -> None:
    groups = [indicator.group for indicator in INDICATORS.values()]
    assert list(dict.fromkeys(groups)) == [key for key, _ in groupby(groups)]


@pytest.mark.parametrize(
    ("indicator", "column", "value", "label"),
    [
        ("fibre", "taux_couverture_ftth", 0.0, "moins de 50\xa0%"),
        ("fibre", "taux_couverture_ftth", 0.5, "50 à 75\xa0%"),
        ("fibre", "taux_couverture_ftth", 0.9499, "90 à 95\xa0%\xa0(seuil)"),
        ("fibre", "taux_couverture_ftth", 0.95, "95\xa0% et plus"),
        ("reste", "taux_couverture_ftth", 1.0, "5\xa0% ou moins\xa0(seuil)"),
        ("reste", "taux_couverture_ftth", 0.95, "5\xa0% ou moins\xa0(seuil)"),
        ("reste", "taux_couverture_ftth", 0.949999, "5 à 10\xa0%"),
        ("reste", "taux_couverture_ftth", 0.0, "plus de 50\xa0%"),
        ("evolution", "fibre_gain_points", -1.0001, "recul de plus de 1"),
        ("evolution", "fibre_gain_points", -1.0, "stable, de −1 à 1"),
        ("evolution", "fibre_gain_points", 0, "stable, de −1 à 1"),
        ("evolution", "fibre_gain_points", 1.0, "+1 à +10"),
        ("evolution", "fibre_gain_points", 25.0, "+25 et plus"),
        ("typologie", "typology", "cumul", "cumul des difficultés"),
        ("solidite", "robustness", "bascule", "peut basculer"),
        ("temps", "nearest_site_min", 5, "5\xa0min ou moins"),
        ("temps", "nearest_site_min", 5.01, "5 à 10\xa0min"),
        ("temps", "nearest_site_min", 20, "15 à 20\xa0min\xa0(seuil)"),
        ("temps", "nearest_site_min", 20.01, "plus de 20\xa0min"),
        ("acces", "accessibility", 0.0, "moins de 0,14\xa0h"),
        ("acces", "accessibility", 0.2849, "0,14 à 0,285\xa0h\xa0(seuil)"),
        ("acces", "accessibility", 0.285, "0,285 à 0,57\xa0h"),
        ("besoin", "need", 6, "5 ou 6"),
        ("besoin", "need", 7, "7 ou 8"),
        ("besoin", "need", 10, "9 ou 10"),
        ("verdict", "verdict", "2", "sous-desservie"),
    ],
)
def test_a_bound_is_on_the_side_that_its_label_says(
    indicator, column, value, label, make_row
) -> None:
    shown = INDICATORS[indicator]
    assert shown.classes[shown.class_of(make_row(**{column: value}))].label == label


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("absent", [None, float("nan")])
def test_missing_is_never_a_class(indicator, absent, make_row) -> None:
    shown = INDICATORS[indicator]
    row = make_row(
        **{shown.column: absent, "accessibility_low": absent, "accessibility_high": absent}
    )
    assert shown.class_of(row) is None
    assert shown.class_of({}) is None


@pytest.mark.parametrize("verdict", ["indetermine", "sans_objet"])
def test_an_undecided_verdict_has_no_class(verdict, make_row) -> None:
    assert INDICATORS["verdict"].class_of(make_row(verdict=verdict)) is None


def test_an_island_without_a_place_is_its_own_worst_class(make_row) -> None:
    temps = INDICATORS["temps"]
    row = make_row(nearest_site_min=None, reasons={"nearest_site_min": "ILE_SANS_LIEU"})
    shown = temps.classes[temps.class_of(row)]
    assert (shown.key, shown.is_worst) == ("aucun", True)
    assert temps.text(row) == "aucun lieu accessible par la route"


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(0.30, 0.50, 2), (0.20, 0.50, None), (None, 0.5, None)]
)
def test_a_bounded_supply_has_a_class_only_when_its_bounds_agree(
    low, high, expected, make_row
) -> None:
    row = make_row(accessibility=None, accessibility_low=low, accessibility_high=high)
    assert INDICATORS["acces"].class_of(row) == expected


SEQUENTIAL = [indicator for indicator in INDICATORS.values() if indicator.id != "evolution"]


@pytest.mark.parametrize("indicator", SEQUENTIAL, ids=lambda indicator: indicator.id)
def test_exactly_one_class_is_the_worst_and_it_is_the_darkest(indicator) -> None:
    def luminance(colour: str) -> float:
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    ranked = [indicator.classes[index] for index in indicator.worst_first]
    assert [shown.is_worst for shown in ranked] == [True] + [False] * (len(ranked) - 1)
    shades = [luminance(shown.colour) for shown in ranked]
    assert shades == sorted(shades)


def test_thresholds_and_words_come_from_the_facts() -> None:
    facts = {
        "method": {"need_variant": "revenu", "parameters": {"alerts": {"fibre_pct": 80.0}}},
        "sources": [
            {"id": "filosofi", "producer": "INSEE", "title": "Filosofi", "millesime": "2019"}
        ],
    }
    built = indicators_for(facts)
    assert [shown.label for shown in built["fibre"].classes][1:3] == [
        "50 à 80\xa0%\xa0(seuil)",
        "80 à 90\xa0%",
    ]
    assert "alerte sous 80\xa0%" in built["fibre"].question
    assert built["besoin"].question.startswith(
        "Besoin approché par le niveau de vie médian (INSEE 2019)"
    )


@given(st.floats(0, 1))
def test_the_alert_and_the_map_agree_on_fibre(share) -> None:
    fibre = INDICATORS["fibre"]
    is_covered = fibre.class_of({"taux_couverture_ftth": share}) == len(fibre.classes) - 1
    assert is_covered == (share >= 0.95)


@given(st.integers(0, 1_000_000))
def test_what_is_left_is_the_other_side_of_the_rate(millionths) -> None:
    row = {"taux_couverture_ftth": millionths / 1_000_000}
    fibre, left = (INDICATORS[key].class_of(row) for key in ("fibre", "reste"))
    assert fibre + left == len(INDICATORS["fibre"].classes) - 1


@given(st.floats(0, 60) | st.sampled_from([20.0, math.nextafter(20, 60)]))
def test_the_alert_and_the_map_agree_on_travel_time(minutes) -> None:
    temps = INDICATORS["temps"]
    shown = temps.classes[temps.class_of({"nearest_site_min": minutes})]
    assert (shown.label == "plus de 20\xa0min") == bool(above([minutes], Alerts().time_min).low[0])


def test_serving_needs_no_table_library() -> None:
    code = (
        "import sys, carto.drawing.static_map\n"
        "heavy = {'pandas', 'geopandas', 'scipy', 'shapely'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_type_of_commune_has_its_class() -> None:
    typologie = INDICATORS["typologie"]
    found = [typologie.class_of({"typology": key}) for key in TERRITORY_TYPES]
    assert sorted(found) == list(range(len(TERRITORY_TYPES)))
    assert typologie.class_of({"typology": "sans_objet"}) is None
