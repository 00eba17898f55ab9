"""METHODS.md names every measured column, and gives every parameter the value of the code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import carto
from carto import flags
from carto.tables.communes import COMMUNES
from carto.tables.parsed_sites import PARSED_SITES
from carto.tables.places import FIBRE, SITES
from carto.tables.rollup_columns import ROLLUP_COLUMNS
from carto.verdict.parameters import METHOD_VERSION, Parameters

TEXT = (Path(carto.__file__).parent / "METHODS.md").read_text("utf-8")
NAMED = set(re.findall(r"`([a-z_0-9*]+)`", TEXT))

# What identifies or locates a row, and what is carried over as published, is not measured.
CARRIED = {
    *("code_insee", "nom", "departement", "region", "siren_epci", "nom_epci", "geometry"),
    *("is_in_scope", "is_demand_known", "is_itinerant", "quarter", "flags"),
    *PARSED_SITES.names,
}
MEASURED = sorted(
    {column.name for column in (*COMMUNES.columns, *SITES.columns, *FIBRE.columns)} - CARRIED
)


def names(column: str) -> bool:
    """Whether the document names a column, or the family it belongs to."""
    return any(re.fullmatch(name.replace("*", ".+"), column) for name in NAMED)


@pytest.mark.parametrize("column", MEASURED)
def test_a_measured_column_is_explained(column: str) -> None:
    assert names(column)


@pytest.mark.parametrize(
    "column", [column.name for column in ROLLUP_COLUMNS if column.name not in CARRIED]
)
def test_a_measured_column_of_a_territory_is_explained(column: str) -> None:
    assert names(column)


def test_parameters_have_the_values_of_the_code() -> None:
    said = dict(re.findall(r"^\| `([a-z0-9_]+\.[a-z0-9_]+)` \| ([^|]+) \|", TEXT, re.MULTILINE))
    values = {
        f"{group}.{name}": value
        for group, fields in Parameters().as_dict().items()
        if isinstance(fields, dict)
        for name, value in fields.items()
    }
    assert list(said) == list(values)
    assert {name: json.loads(text) for name, text in said.items()} == {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }


def test_thresholds_in_the_prose_are_those_of_the_code() -> None:
    alerts = Parameters().alerts
    assert f"`nearest_site_min` > {alerts.time_min:g} min" in TEXT
    product = f"{alerts.apl_ratio:g} × {alerts.apl_ref:g} = {alerts.accessibility_min:g}"
    assert f"`accessibility` < {product} h a week" in TEXT
    assert f"`need` ≥ {alerts.need:g}" in TEXT
    assert f"`taux_couverture_ftth` < {alerts.fibre_pct:g} %" in TEXT
    assert f"Version of the method: {METHOD_VERSION}." in TEXT


def test_every_flag_named_exists() -> None:
    codes = set(re.findall(r"`([A-Z][A-Z_]+)`", TEXT))
    assert codes
    assert codes <= set(flags.MEANINGS)
