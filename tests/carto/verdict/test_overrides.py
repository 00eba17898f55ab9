"""An operator may override every parameter, by its name and in its form, or is told how."""

from __future__ import annotations

import json

import pytest

from carto.errors import CartoError
from carto.verdict.overrides import with_overrides
from carto.verdict.parameters import Parameters


def test_a_dotted_name_and_a_nested_table_say_the_same() -> None:
    dotted = with_overrides({"alerts.fibre_pct": 90, "travel.speed_kmh": 50.0})
    nested = with_overrides({"alerts": {"fibre_pct": 90}, "travel": {"speed_kmh": 50}})
    assert dotted == nested
    assert (dotted.alerts.fibre_pct, dotted.travel.speed_kmh) == (90.0, 50.0)
    assert dotted.alerts.need == Parameters().alerts.need


def test_lists_become_tuples_of_their_type() -> None:
    changed = with_overrides({"catchment.breaks_min": [5, 10, 25]})
    assert changed.catchment.breaks_min == (5.0, 10.0, 25.0)
    assert with_overrides({"quality.min_premises": 20.0}).quality.min_premises == 20


def test_every_parameter_can_be_given_back_to_itself() -> None:
    values = {
        name: group for name, group in Parameters().as_dict().items() if name != "method_version"
    }
    assert with_overrides(values) == Parameters()


def test_parameters_are_plain_json() -> None:
    assert json.loads(json.dumps(Parameters().as_dict()))["alerts"]["fibre_pct"] == 95


@pytest.mark.parametrize(
    "name",
    ["alerts.fibre", "alert.fibre_pct", "alerts", "method_version", "alerts.fibre_pct.x", ""],
)
def test_an_unknown_name_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(CartoError, match=r"inconnu.*alerts\.fibre_pct") as refused:
        with_overrides({name: 1})
    assert f"« {name} »" in str(refused.value)
    assert ("écrivez alerts.fibre_pct." in str(refused.value)) is ("fibre" in name)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("alerts.fibre_pct", "90"),
        ("alerts.fibre_pct", True),
        ("alerts.fibre_pct", None),
        ("alerts.fibre_pct", [90]),
        ("alerts.fibre_pct", float("nan")),
        ("quality.min_premises", float("inf")),
        ("quality.min_premises", 49.5),
        ("catchment.weights", 1),
        ("catchment.weights", [1, 0.3]),
        ("catchment.weights", [1, 0.3, "0,1"]),
        ("composite.time", [5, float("nan")]),
    ],
)
def test_a_value_of_another_form_is_refused_with_an_example(name: str, value: object) -> None:
    with pytest.raises(CartoError, match=r"réglages, \[parameters\].*donnez une valeur comme"):
        with_overrides({name: value})


def test_a_form_is_shown_as_it_is_written_in_the_settings() -> None:
    with pytest.raises(CartoError, match=r"comme \[1\.0, 0\.3, 0\.1\]\."):
        with_overrides({"catchment.weights": [1, "a"]})
    with pytest.raises(CartoError, match=r"« alerts\.fibre_pct = true »"):
        with_overrides({"alerts.fibre_pct": True})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("travel.detour", 0.5, "« travel.detour » n'est pas utilisable ; donnez au moins 1."),
        ("travel.speed_kmh", 0, "« travel.speed_kmh » n'est pas utilisable"),
        ("composite.weights", [0, 0, 0], "donnez des poids positifs, non tous nuls."),
    ],
)
def test_a_value_is_blamed_before_what_rests_on_it(name: str, value: object, said: str) -> None:
    with pytest.raises(CartoError) as refused:
        with_overrides({name: value})
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("travel.speed_kmh", 0),
        ("travel.detour", 0.9),
        ("catchment.breaks_min", [20, 15, 10]),
        ("catchment.breaks_min", [0.5, 1, 1.5]),
        ("catchment.breaks_min", [10, 15, 60]),
        ("catchment.buffer_km", 20),
        ("catchment.weights", [1, 0.3, -0.1]),
        ("supply.max_h_week", 200),
        ("alerts.apl_ref", 0),
        ("alerts.need", 11),
        ("alerts.fibre_pct", 120),
        ("need.revenu_deciles", [3, 2, 1, 4, 5, 6, 7, 8, 9]),
        ("composite.weights", [0, 0, 0]),
        ("composite.fibre_floor", 1),
        ("quality.min_pop_informed", 1.5),
    ],
)
def test_values_that_no_formula_can_hold_are_refused(name, value):
    with pytest.raises(CartoError, match=name.split(".")[0]):
        with_overrides({name: value})
