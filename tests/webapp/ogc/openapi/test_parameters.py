"""Parameters as the standard defines them."""

from __future__ import annotations

from webapp.ogc.features.asked_items import PARAMETERS
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.openapi.parameters import common_parameters, part_of_path, property_parameters


def test_every_parameter_of_a_list_is_described():
    assert set(PARAMETERS) == common_parameters().keys()


def test_a_box_is_four_numbers_or_six():
    box = common_parameters()["bbox"]
    assert (box["in"], box["required"], box["style"], box["explode"]) == (
        "query",
        False,
        "form",
        False,
    )
    assert box["schema"] == {
        "type": "array",
        "minItems": 4,
        "maxItems": 6,
        "items": {"type": "number"},
    }


def test_a_part_of_a_path_is_needed():
    code = part_of_path("code", {"type": "string"}, "Code.", "29019")
    assert (code["in"], code["required"], code["example"]) == ("path", True, "29019")


def test_every_property_can_be_asked(lieux_table: FeatureTable):
    described = property_parameters(lieux_table)
    assert [one["name"] for one in described] == [*lieux_table.fields]
    assert {one["schema"]["type"] for one in described} <= {
        "string",
        "integer",
        "number",
        "boolean",
    }
