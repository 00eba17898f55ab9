"""The layers that are published, under the names that addresses, files and GIS clients give them.

A table is named for whoever computes (`sites`, `departement`); a layer for whoever looks for it
(`lieux`, `departements`). Collections, tiles, files and the catalogue all take both from here.
"""

from __future__ import annotations

from dataclasses import dataclass

from carto.contracts import TableContract
from carto.tables.communes import COMMUNES
from carto.tables.places import FIBRE, SITES
from carto.tables.rollups import DEPARTEMENT, EPCI, REGION
from carto.typography import typeset

LIEUX, FIBRE_HISTORY = "lieux", "fibre_history"


@dataclass(frozen=True)
class Layer:
    """A layer.

    Attributes
    ----------
    name
        In addresses and in the names of files.
    title
        In French.
    contract
        Of the table that holds it.
    """

    name: str
    title: str
    contract: TableContract

    def __post_init__(self) -> None:
        """Set the title as French wants it."""
        object.__setattr__(self, "title", typeset(self.title))

    @property
    def table(self) -> str:
        """Name of its table."""
        return self.contract.name


LAYERS = {
    layer.name: layer
    for layer in (
        Layer("communes", "Communes", COMMUNES),
        Layer("epci", "Intercommunalités", EPCI),
        Layer("departements", "Départements", DEPARTEMENT),
        Layer("regions", "Régions", REGION),
        Layer(LIEUX, "Lieux d'aide au numérique", SITES),
        Layer(FIBRE_HISTORY, "Fibre par commune et par trimestre", FIBRE),
    )
}
# Those whose shapes are drawn; the history has many rows for each commune.
DRAWN_LAYERS = tuple(name for name in LAYERS if name != FIBRE_HISTORY)


def layer_name(table: str) -> str:
    """Name the layer that holds a table; a table that is no layer keeps its own name.

    >>> layer_name("sites"), layer_name("communes"), layer_name("contributions")
    ('lieux', 'communes', 'contributions')
    """
    return next((layer.name for layer in LAYERS.values() if layer.table == table), table)
