"""The style of a layer of vector tiles, as MapLibre's style specification, for maps made elsewhere.

Colours, classes and French labels are those of the viewer. A style asks for no font and no image,
which would come from another host: nothing is hatched, so that what is missing is grey alone, and
the worst class has a dark edge besides its colour. The legend is in `metadata`.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.tile_fields import LAYERS, NATURE, TileLayer, class_field
from carto.place_natures import SITE_NATURES
from carto.typography import typeset

_PAPER_ID, _FILL_ID, _EDGE_ID, _WORST_ID = "papier", "aplats", "contours", "classe-prioritaire"
_THIN = ["interpolate", ["linear"], ["zoom"], 4, 0.2, 7, 0.4, 11, 1]
_THICK = ["interpolate", ["linear"], ["zoom"], 4, 0.6, 7, 1, 11, 2.4]
_RADIUS = ["interpolate", ["linear"], ["zoom"], 4, 1.5, 8, 4, 12, 8]
# Places that do not count in the supply are there, but faded.
_FADED = 0.35

Style = dict[str, Any]


@dataclass(frozen=True)
class OpeningView:
    """Where a map opens: longitude, latitude and zoom."""

    longitude: float
    latitude: float
    zoom: float


def indicator_style(
    layer: TileLayer, indicator: Indicator, tile_json: str, view: OpeningView
) -> Style:
    """Colour the shapes of a layer by their class of an indicator.

    Parameters
    ----------
    layer
        A layer of territories.
    indicator
        One of those of the layer.
    tile_json
        Address of the TileJSON of the layer, with its host.
    view
        Where the map opens.
    """
    field = class_field(indicator.id)
    colours = {class_.key: class_.colour for class_ in indicator.classes}
    worst = [class_.key for class_ in indicator.classes if class_.is_worst]
    fill = {"fill-color": _matched(field, colours, palettes.MISSING), "fill-antialias": False}
    edge = {"line-color": palettes.OUTLINE, "line-width": _THIN}
    marked = {"line-color": palettes.INK, "line-width": _THICK}
    drawn = [
        _layer(_FILL_ID, "fill", layer, fill),
        _layer(_EDGE_ID, "line", layer, edge),
        {**_layer(_WORST_ID, "line", layer, marked), "filter": ["in", field, *worst]},
    ]
    legend = [_line(class_.label, class_.colour) for class_ in indicator.classes]
    return _style(
        f"{layer.title} : {indicator.definition.title}",
        drawn,
        _source(layer, tile_json),
        view,
        {
            "carto:indicateur": indicator.id,
            "carto:question": indicator.question,
            "carto:sources": indicator.definition.credit,
            "carto:legende": [*legend, _line(indicator.missing_label, palettes.MISSING)],
        },
    )


def place_style(
    layer: TileLayer, tile_json: str, view: OpeningView, around: Mapping[str, str]
) -> Style:
    """Colour places by their nature; those that do not count in the supply are faded.

    Parameters
    ----------
    layer
        The layer of places.
    tile_json, view
        As for `indicator_style`.
    around
        Address of the TileJSON of the layers whose edges are drawn below the places, by name.
    """
    edge = {"line-color": palettes.OUTLINE, "line-width": _THIN}
    edges = [_layer(name, "line", LAYERS[name], edge) for name in around]
    sources = [_source(LAYERS[name], address) for name, address in around.items()]
    colours = dict(zip(SITE_NATURES, palettes.NATURES, strict=True))
    places = [_places_of(layer, nature, colour) for nature, colour in colours.items()]
    legend = [_line(SITE_NATURES[key].words, colour) for key, colour in colours.items()]
    return _style(
        layer.title,
        [*edges, *places],
        dict(ChainMap(_source(layer, tile_json), *sources)),
        view,
        {
            "carto:legende": legend,
            "carto:note": typeset("Atténué : le lieu ne compte pas dans l'offre d'aide."),
        },
    )


def _places_of(layer: TileLayer, nature: str, colour: str) -> Style:
    """Draw the places of one nature; QGIS reads no colour of a circle but a plain one."""
    paint = {
        "circle-color": colour,
        "circle-radius": _RADIUS,
        "circle-opacity": ["case", ["==", ["get", "is_supply"], False], _FADED, 1],
        "circle-stroke-color": palettes.INK,
        "circle-stroke-width": 0.8,
    }
    named = SITE_NATURES[nature].words
    return {**_layer(named, "circle", layer, paint), "filter": ["==", NATURE, nature]}


def _style(
    name: str,
    layers: list[Style],
    sources: Style,
    view: OpeningView,
    metadata: Mapping[str, Any],
) -> Style:
    """Put layers on paper, in one style."""
    paper = {"id": _PAPER_ID, "type": "background", "paint": {"background-color": palettes.PAPER}}
    return {
        "version": 8,
        "name": typeset(name),
        "metadata": dict(metadata),
        "center": [view.longitude, view.latitude],
        "zoom": view.zoom,
        "sources": sources,
        "layers": [paper, *layers],
    }


def _source(layer: TileLayer, tile_json: str) -> Style:
    """Name the source of a layer, found by its TileJSON; a shape is identified by its code."""
    return {layer.name: {"type": "vector", "url": tile_json, "promoteId": "code"}}


def _layer(identifier: str, kind: str, layer: TileLayer, paint: Style) -> Style:
    """Draw the shapes of a layer of tiles."""
    return {
        "id": identifier,
        "type": kind,
        "source": layer.name,
        "source-layer": layer.name,
        "paint": paint,
    }


def _matched(field: str, colours: Mapping[str, str], otherwise: str) -> list[Any]:
    """Choose a colour by the value of a property; each value in a list, as QGIS reads it."""
    pairs = [part for key, colour in colours.items() for part in ([key], colour)]
    return ["match", ["get", field], *pairs, otherwise]


def _line(label: str, colour: str) -> dict[str, str]:
    """Write a line of the legend."""
    return {"libelle": label, "couleur": colour}
