"""Tests of the style of a layer for QGIS."""

from xml.etree import ElementTree

from carto.drawing import palettes
from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.qgis_style import qml


def style_of(exported: ExportedTable, *, is_point: bool) -> ElementTree.Element:
    """Write and parse a style."""
    assert exported.drawing is not None
    written = qml(exported.drawing, exported.fields, is_point=is_point)
    return ElementTree.fromstring(written)  # noqa: S314 - our own


def test_every_category_has_a_symbol_and_missing_is_hatched(communes: ExportedTable) -> None:
    style = style_of(communes, is_point=False)
    symbols = {symbol.get("name"): symbol for symbol in style.iter("symbol")}
    categories = list(style.iter("category"))
    assert {category.get("symbol") for category in categories} == set(symbols)
    assert categories[-1].get("value") == ""
    grey, hatch = symbols[categories[-1].get("symbol")]
    missing = ",".join(str(int(palettes.MISSING[at : at + 2], 16)) for at in (1, 3, 5))
    looks = [{one.get("name"): one.get("value") for one in layer[0]} for layer in (grey, hatch)]
    assert looks[0]["color"] == f"{missing},255"
    assert looks[1]["style"] == "b_diagonal"


def test_columns_are_known_by_their_french_labels(communes: ExportedTable) -> None:
    aliases = {
        one.get("field"): one.get("name")
        for one in style_of(communes, is_point=False).iter("alias")
    }
    assert aliases["taux_couverture_ftth"] == "Taux de couverture FttH (part)"
    assert list(aliases) == [field["name"] for field in communes.fields]


def test_places_are_round_marks(sites: ExportedTable) -> None:
    layers = list(style_of(sites, is_point=True).iter("layer"))
    assert {layer.get("class") for layer in layers} == {"SimpleMarker"}
