"""Tests of what the tiles say: published values as they are, and the classes of the viewer."""

from __future__ import annotations

from typing import Any

import pytest

from carto.drawing.tile_fields import LAYERS, TileLayer, class_field, field_labels, properties
from carto.flags import ILE_SANS_LIEU

ISLAND = {
    "code_insee": "29083",
    "nom": "Île-de-Sein",
    "population": 0,
    "verdict": "indetermine",
    "is_underserved": True,
    "taux_couverture_ftth": 0.0,
    "nearest_site_min": None,
    "accessibility": float("nan"),
    "reasons": {"nearest_site_min": ILE_SANS_LIEU},
}


def test_zero_is_said_and_missing_is_not() -> None:
    layer = LAYERS["communes"]
    said = properties(layer, ISLAND, ())
    assert said == {
        "code": "29083",
        "nom": "Île-de-Sein",
        "population": 0,
        "verdict": "indetermine",
        "is_underserved": True,
        "taux_couverture_ftth": 0.0,
    }


def test_a_class_is_the_one_of_the_viewer() -> None:
    layer = LAYERS["communes"]
    shown = layer.indicators({})
    said = properties(layer, ISLAND, shown)
    for one in shown:
        place = one.class_of(ISLAND)
        expected = None if place is None else one.classes[place].key
        assert said.get(class_field(one.id)) == expected
    assert "classe_verdict" not in said
    assert said["classe_fibre"] == "0"
    assert said["classe_temps"] == "aucun"


@pytest.mark.parametrize("layer", LAYERS.values(), ids=LAYERS.keys())
def test_every_property_is_a_published_column_or_a_class(layer: TileLayer) -> None:
    assert {*layer.columns, layer.key} <= set(layer.contract.names)
    fields = [*layer.columns, "code", *(class_field(one.id) for one in layer.indicators({}))]
    labels = field_labels(layer, fields, layer.indicators({}))
    assert all(label != field for field, label in labels.items())


def test_territories_show_what_their_table_publishes() -> None:
    names: Any = [one.id for one in LAYERS["regions"].indicators({})]
    assert names == ["verdict", "fibre", "reste", "temps", "acces", "besoin"]
    assert "evolution" not in [one.id for one in LAYERS["communes"].indicators({})]


def test_a_place_is_told_by_its_nature() -> None:
    row = {"id": "a", "kind": "structure", "format": "fixe", "is_supply": False}
    said = properties(LAYERS["lieux"], row, ())
    assert said == {"code": "a", "nature": "structure", "is_supply": False}
