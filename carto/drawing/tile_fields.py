"""What the vector tiles of a layer say of each shape: a few published columns, and its classes.

A map made elsewhere is coloured from the tiles alone, so that they hold the class that each
indicator of the viewer puts a shape in: `classe_fibre` is the key of a class, under the published
thresholds. What is missing is absent from the tiles, never zero; a shape without a class is drawn
as missing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto.contracts import TableContract
from carto.drawing.indicators import units
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.unit_indicators import unit_indicators
from carto.drawing.indicators.units import Unit
from carto.layers import LAYERS as PUBLISHED_LAYERS
from carto.layers import LIEUX
from carto.place_natures import nature_of
from carto.typography import typeset

CODE, NATURE = "code", "nature"
_MEASURES = ("taux_couverture_ftth", "nearest_site_min", "accessibility", "need")
_OF_COMMUNES = ("nom", "population", "verdict", "is_underserved", *_MEASURES)
_OF_TERRITORIES = ("nom", "population", "population_underserved", *_MEASURES)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class TileLayer:
    """A layer of tiles.

    Attributes
    ----------
    name
        Of the published layer.
    columns
        Those that its tiles hold, besides the key.
    unit
        What its shapes are to the indicators; None for places, which have a nature instead.
    """

    name: str
    columns: tuple[str, ...]
    unit: Unit | None

    @property
    def title(self) -> str:
        """French name of the layer."""
        return PUBLISHED_LAYERS[self.name].title

    @property
    def contract(self) -> TableContract:
        """Contract of the table that its shapes are rows of."""
        return PUBLISHED_LAYERS[self.name].contract

    @property
    def key(self) -> str:
        """Column of the code of a row."""
        return self.contract.key[0]

    def indicators(self, facts: Mapping[str, object]) -> tuple[Indicator, ...]:
        """Give the indicators that its shapes have a class of: those whose column is published.

        Parameters
        ----------
        facts
            The `carto` object of the snapshot's manifest.
        """
        if self.unit is None:
            return ()
        shown = unit_indicators(facts, self.unit).values()
        return tuple(one for one in shown if one.column in self.contract.names)


LAYERS = {
    layer.name: layer
    for layer in (
        TileLayer("communes", _OF_COMMUNES, units.COMMUNE),
        TileLayer("epci", _OF_TERRITORIES, units.EPCI),
        TileLayer("departements", _OF_TERRITORIES, units.DEPARTEMENT),
        TileLayer("regions", _OF_TERRITORIES, units.REGION),
        TileLayer(LIEUX, ("nom", "nom_commune", "is_supply", "is_restricted"), None),
    )
}


def class_field(indicator_id: str) -> str:
    """Name the property that holds the class of an indicator.

    >>> class_field("fibre")
    'classe_fibre'
    """
    return f"classe_{indicator_id}"


def properties(layer: TileLayer, row: Row, indicators: Iterable[Indicator]) -> dict[str, Any]:
    """Give what the tiles say of one row; what is missing is left out.

    Parameters
    ----------
    layer
        A layer.
    row
        Row of its table.
    indicators
        Those of the layer: see `TileLayer.indicators`.

    Examples
    --------
    >>> properties(LAYERS["lieux"], {"id": "a", "nom": "Médiathèque", "format": "fixe"}, ())
    {'code': 'a', 'nom': 'Médiathèque', 'nature': 'fixe'}
    """
    said = {CODE: str(row[layer.key])}
    said |= {name: row[name] for name in layer.columns if not _is_missing(row.get(name))}
    if layer.unit is None:
        said[NATURE] = nature_of(row)
    for indicator in indicators:
        place = indicator.class_of(row)
        if place is not None:
            said[class_field(indicator.id)] = indicator.classes[place].key
    return said


def field_labels(
    layer: TileLayer, fields: Iterable[str], indicators: Iterable[Indicator]
) -> dict[str, str]:
    """Say in French what each property of the tiles of a layer is.

    Parameters
    ----------
    layer
        A layer.
    fields
        Properties that its tiles hold.
    indicators
        Those of the layer: see `TileLayer.indicators`.
    """
    labels = {CODE: layer.contract.column(layer.key).label, NATURE: "Nature du lieu"}
    for name in layer.columns:
        column = layer.contract.column(name)
        labels[name] = f"{column.label} ({column.unit})" if column.unit else column.label
    for indicator in indicators:
        labels[class_field(indicator.id)] = typeset(f"Classe : {indicator.label}")
    return {field: labels.get(field, field) for field in fields}


def _is_missing(value: object) -> bool:
    """Whether a value is absent."""
    return value is None or (isinstance(value, float) and math.isnan(value))
