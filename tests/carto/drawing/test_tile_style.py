"""Tests of the styles: the colours and words of the viewer, in a form that two clients read."""

from __future__ import annotations

import pytest

from carto.drawing import palettes
from carto.drawing.tile_fields import LAYERS
from carto.drawing.tile_style import OpeningView, Style, indicator_style, place_style
from carto.place_natures import SITE_NATURES

VIEW = OpeningView(-4.2, 48.4, 8.5)
HOST = "https://carte.exemple.fr/tuiles"
TERRITORIES = [layer for layer in LAYERS.values() if layer.unit is not None]


def drawn(style: Style, identifier: str) -> Style:
    """Find a layer of a style."""
    return next(layer for layer in style["layers"] if layer["id"] == identifier)


@pytest.mark.parametrize("layer", TERRITORIES, ids=lambda layer: layer.name)
def test_each_class_has_its_colour_and_anything_else_is_missing(layer):
    for indicator in layer.indicators({}):
        style = indicator_style(layer, indicator, f"{HOST}/{layer.name}.json", VIEW)
        match, read, *pairs, otherwise = drawn(style, "aplats")["paint"]["fill-color"]
        assert (match, read) == ("match", ["get", f"classe_{indicator.id}"])
        assert otherwise == palettes.MISSING
        keys, colours = pairs[::2], pairs[1::2]
        assert keys == [[class_.key] for class_ in indicator.classes], "QGIS reads lists only"
        assert colours == [class_.colour for class_ in indicator.classes]


def test_the_worst_class_is_marked_besides_its_colour():
    layer = LAYERS["communes"]
    verdict = layer.indicators({})[0]
    style = indicator_style(layer, verdict, HOST, VIEW)
    assert drawn(style, "classe-prioritaire")["filter"] == ["in", "classe_verdict", "3"]


def test_a_map_opens_where_it_is_told():
    layer = LAYERS["epci"]
    style = indicator_style(layer, layer.indicators({})[0], HOST, VIEW)
    assert (style["center"], style["zoom"]) == ([-4.2, 48.4], 8.5)
    assert style["sources"]["epci"] == {"type": "vector", "url": HOST, "promoteId": "code"}


def test_every_nature_of_places_is_drawn_in_its_own_colour():
    around = {"departements": f"{HOST}/departements.json"}
    style = place_style(LAYERS["lieux"], f"{HOST}/lieux.json", VIEW, around)
    circles = [layer for layer in style["layers"] if layer["type"] == "circle"]
    assert [layer["filter"] for layer in circles] == [
        ["==", "nature", nature] for nature in SITE_NATURES
    ]
    assert len({layer["paint"]["circle-color"] for layer in circles}) == len(SITE_NATURES)
    assert [line["libelle"] for line in style["metadata"]["carto:legende"]] == [
        nature.words for nature in SITE_NATURES.values()
    ]
    assert set(style["sources"]) == {"lieux", "departements"}


def test_layers_have_names_of_their_own():
    style = place_style(LAYERS["lieux"], HOST, VIEW, {})
    names = [layer["id"] for layer in style["layers"]]
    assert len(names) == len(set(names))
