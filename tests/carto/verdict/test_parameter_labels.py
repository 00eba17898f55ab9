"""Tests of `carto.verdict.parameter_labels`."""

from __future__ import annotations

from carto.verdict.parameter_labels import (
    CHOICE_LABELS,
    PARAMETER_LABELS,
    parameter_label,
    parameter_value,
)
from carto.verdict.parameters import Parameters


def test_every_parameter_has_a_label_and_a_value() -> None:
    for group, values in Parameters().as_dict().items():
        for name, value in values.items() if isinstance(values, dict) else ():
            dotted = f"{group}.{name}"
            assert parameter_label(dotted) == PARAMETER_LABELS[dotted][0]
            written = parameter_value(dotted, value)
            assert written in CHOICE_LABELS.values() or written[0].isdigit()


def test_a_list_is_written_with_its_unit() -> None:
    assert parameter_value("catchment.breaks_min", [10.0, 15.0]) == "10 / 15 min"


def test_shares_are_read_per_hundred_and_one_point_in_the_singular() -> None:
    assert parameter_value("robustness.robust_p", 0.9) == "90 %"
    assert parameter_value("projection.targets", (0.95, 0.99)) == "95 / 99 %"
    assert parameter_value("robustness.need_sigma", 0.5) == "0,5 point"
    assert parameter_value("robustness.need_sigma", 2.0) == "2 points"


def test_a_seed_is_a_name() -> None:
    assert parameter_value("robustness.seed", 20260101) == "20260101"


def test_what_has_no_label_keeps_its_name() -> None:
    assert parameter_label("alerts.unheard_of") == "alerts.unheard_of"
    assert parameter_value("need_variant", "revenu") == "revenu"
