"""The style of a layer for QGIS (QML): a colour by class, hatched where data are missing, aliases.

QGIS applies it when it opens the layer: it is stored in the GeoPackage, as QGIS itself stores one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from carto.drawing import palettes
from carto.drawing.indicators.indicator import MapClass
from geodata.export_formats.french_words import header
from geodata.export_formats.layer_drawing import CLASS_COLUMN, LayerDrawing

# Options of a symbol of QGIS, by name.
Look = Mapping[str, str]

_EDGE: Look = {"outline_color": palettes.OUTLINE, "outline_width": "0.1"}
_NO_EDGE: Look = {"outline_style": "no"}


def qml(drawing: LayerDrawing, fields: Sequence[Mapping[str, Any]], *, is_point: bool) -> str:
    """Write the style of a layer.

    Parameters
    ----------
    drawing
        The classes; each row has the label of its own in the column `CLASS_COLUMN`.
    fields
        Descriptors of the columns of the layer, in their order; their labels become aliases.
    is_point
        Whether rows are points; else they are polygons.
    """
    root = Element("qgis", {"version": "3.22.0", "styleCategories": "Symbology|Fields"})
    _write_renderer(root, drawing, is_point=is_point)
    aliases = SubElement(root, "aliases")
    for index, field in enumerate(fields):
        alias = header(str(field["title"]), str(field["unit"]))
        said = {"field": str(field["name"]), "index": str(index), "name": alias}
        SubElement(aliases, "alias", said)
    SubElement(root, "previewExpression").text = '"nom"'
    return tostring(root, encoding="unicode")


def _write_renderer(root: Element, drawing: LayerDrawing, *, is_point: bool) -> None:
    """Write a category per class, and one for every other row."""
    renderer = SubElement(
        root,
        "renderer-v2",
        {"type": "categorizedSymbol", "attr": CLASS_COLUMN, "enableorderby": "0"},
    )
    categories, symbols = SubElement(renderer, "categories"), SubElement(renderer, "symbols")
    looks = [(one.label, one.label, _class_looks(one)) for one in drawing.classes]
    for index, (value, label, layers) in enumerate(
        [*looks, ("", drawing.missing_label, _missing_looks())]
    ):
        said = {"value": value, "label": label, "symbol": str(index), "render": "true"}
        SubElement(categories, "category", said)
        _write_symbol(symbols, index, layers[:1] if is_point else layers, is_point=is_point)


def _class_looks(one: MapClass) -> list[Look]:
    """Colour of a class; the worst is hatched over it, as on the maps of the service."""
    plain = {"color": one.colour, **_EDGE}
    hatch = {"color": palettes.HATCH_ON_COLOUR, "style": "b_diagonal", **_NO_EDGE}
    return [plain, hatch] if one.is_worst else [plain]


def _missing_looks() -> list[Look]:
    """Hatched grey of what the data do not tell."""
    hatch = {"color": palettes.HATCH_ON_MISSING, "style": "b_diagonal", **_NO_EDGE}
    return [{"color": palettes.MISSING, **_EDGE}, hatch]


def _write_symbol(symbols: Element, index: int, layers: Iterable[Look], *, is_point: bool) -> None:
    """Write the symbol of a category: its layers, from the lowest to the highest."""
    kind = "marker" if is_point else "fill"
    symbol = SubElement(symbols, "symbol", {"name": str(index), "type": kind, "alpha": "1"})
    for look in layers:
        shape = "SimpleMarker" if is_point else "SimpleFill"
        layer = SubElement(symbol, "layer", {"class": shape, "enabled": "1", "pass": "0"})
        options = SubElement(layer, "Option", {"type": "Map"})
        more = {"name": "circle", "size": "2.2"} if is_point else {}
        for name, value in {**more, **look}.items():
            written = _red_green_blue(value) if value.startswith("#") else value
            SubElement(options, "Option", {"name": name, "value": written, "type": "QString"})


def _red_green_blue(colour: str) -> str:
    """Write a colour as QGIS stores it.

    >>> _red_green_blue("#8f0000")
    '143,0,0,255'
    """
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
