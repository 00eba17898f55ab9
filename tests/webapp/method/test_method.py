"""Tests of `webapp.method.method`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from carto.flags import MEANINGS
from carto.tables.communes import COMMUNES
from carto.verdict.parameter_labels import PARAMETER_LABELS
from carto.verdict.parameters import Parameters
from webapp.method.method import Parameter, columns, flags, parameters, replaced_thresholds


def test_every_parameter_of_the_method_is_named_in_french() -> None:
    names = {
        f"{group}.{key}"
        for group, values in Parameters().as_dict().items()
        if isinstance(values, dict)
        for key in values
    }
    assert names == set(PARAMETER_LABELS)


def test_the_values_are_those_of_the_snapshot(facts: Mapping[str, Any]) -> None:
    values = facts["method"]["parameters"]
    method = facts["method"] | {
        "parameters": values | {"alerts": {**values["alerts"], "fibre_pct": 90.5}}
    }
    found = {
        item.name: item.value.replace("\u00a0", " ")
        for item in parameters({**facts, "method": method})
    }
    assert found["alerts.fibre_pct"] == "90,5 %"
    assert found["catchment.breaks_min"] == "10 / 15 / 20 min"


def test_a_replaced_value_is_told_with_its_default(facts: Mapping[str, Any]) -> None:
    method = facts["method"] | {"replaced": {"alerts.fibre_pct": 90.0, "travel.detour": 1.2}}
    own = {**facts, "method": method}
    defaults = {item.name: item.default_value for item in parameters(own) if item.default_value}
    assert defaults == {"alerts.fibre_pct": "90\u00a0%", "travel.detour": "1,2"}
    assert replaced_thresholds(own).replace("\u00a0", " ") == (
        "Seuils remplacés par l'éditeur de ce site : "
        "Couverture fibre sous laquelle il y a alerte : 95 % (défaut : 90 %)."
    )
    assert replaced_thresholds(facts) == ""


def test_an_unknown_parameter_is_shown_under_its_name(facts: Mapping[str, Any]) -> None:
    method = {"parameters": {"nouveau": {"seuil": 3}}}
    assert parameters({**facts, "method": method})[0].label == "nouveau.seuil"


def test_every_column_and_flag_is_defined() -> None:
    assert [meaning.name for meaning in columns()] == list(COMMUNES.names)
    assert {meaning.name for meaning in flags()} == set(MEANINGS)


def test_thousands_stand_together(facts: Mapping[str, Any]) -> None:
    units = {item.name: item.value for item in parameters(facts)}
    assert units["alerts.apl_ref"] == "0,57 h par semaine pour 1\u202f000 habitants"
    assert not any(re.search(r"\d \d{3}(?!\d)", meaning.text) for meaning in columns())


def test_a_name_breaks_after_its_dots_and_underscores() -> None:
    name = "projection.max_denominator_change"
    assert Parameter(name, "", "").pieces == ("projection.", "max_", "denominator_", "change")
