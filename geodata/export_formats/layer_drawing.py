"""How the rows of a table are coloured on a map: the classes of the viewer, one key per row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto.drawing import palettes
from carto.drawing.indicators.indicator import Indicator, MapClass
from carto.drawing.indicators.unit_indicators import unit_indicators
from carto.drawing.indicators.units import COMMUNE, UNITS
from carto.place_natures import SITE_NATURES, nature_of

CLASS_COLUMN = "map_class"
CLASS_FIELD: Mapping[str, Any] = {
    "name": CLASS_COLUMN,
    "type": "string",
    "title": "Classe sur la carte",
    "description": "Classe de la légende, calculée comme sur la carte du site.",
    "unit": "",
    "nullRule": "Les données ne disent pas la classe : hachuré sur la carte.",
}
_FIRST_INDICATOR = "verdict"
_UNITS_BY_TABLE = {"communes": COMMUNE} | {
    name: unit for name, unit in UNITS.items() if unit != COMMUNE
}

Row = Mapping[str, Any]


@dataclass(frozen=True)
class LayerDrawing:
    """The legend of a layer, and the class of each of its rows.

    Attributes
    ----------
    title
        What the colours say, in French.
    classes
        In the order of the legend.
    missing_label
        Legend of the rows without a class.
    labels
        Label of the class of each row, in their order; None where the data do not tell.
    """

    title: str
    classes: tuple[MapClass, ...]
    missing_label: str
    labels: tuple[str | None, ...]


def draw_by(indicator: Indicator, rows: Iterable[Row]) -> LayerDrawing:
    """Colour territories by an indicator, as the viewer does.

    Parameters
    ----------
    indicator
        With its classes.
    rows
        Whole published rows, in the order of the file.
    """
    labels = (_label(indicator, row) for row in rows)
    return LayerDrawing(indicator.label, indicator.classes, indicator.missing_label, tuple(labels))


def draw_places(rows: Iterable[Row]) -> LayerDrawing:
    """Colour places by their nature, each under its words."""
    words = {key: nature.words for key, nature in SITE_NATURES.items()}
    colours = zip(words.items(), palettes.NATURES, strict=True)
    classes = tuple(MapClass(key, label, colour) for (key, label), colour in colours)
    labels = tuple(words[nature_of(row)] for row in rows)
    return LayerDrawing("Lieux d'aide au numérique", classes, "nature inconnue", labels)


def draw_table(table: str, facts: Mapping[str, Any], rows: Iterable[Row]) -> LayerDrawing | None:
    """Colour a published table by its verdicts, or places by nature; None for any other table.

    Parameters
    ----------
    table
        Name of the table.
    facts
        Facts of the snapshot: thresholds, limits of publication.
    rows
        Its rows, whole.
    """
    if table == "sites":
        return draw_places(rows)
    unit = _UNITS_BY_TABLE.get(table)
    return None if unit is None else draw_by(unit_indicators(facts, unit)[_FIRST_INDICATOR], rows)


def _label(indicator: Indicator, row: Row) -> str | None:
    """Label of the class of a row."""
    position = indicator.class_of(row)
    return None if position is None else indicator.classes[position].label
