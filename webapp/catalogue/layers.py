"""The layers that are offered to whoever reuses the data: what each holds, since when, how many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.layers import FIBRE_HISTORY, LAYERS, LIEUX, Layer
from carto.typography import typeset
from webapp.catalogue.published_tables import PublishedTable, published_tables
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.tiles.tile_archives import archive_name
from webapp.views.layer_sources import layer_sources
from webapp.views.reuse_terms import is_open, reuse_terms

Facts = Mapping[str, Any]

# What each layer holds, in one sentence.
_SAID = {
    "communes": "Fibre, lieu d'aide le plus proche, besoin, verdict, raisons.",
    "epci": "Les communes réunies par EPCI à fiscalité propre.",
    "departements": "Les communes réunies par département.",
    "regions": "Les communes réunies par région.",
    LIEUX: "Tous les lieux, ceux d'à côté compris. Au standard national, « date_maj » est la date "
    "de la liste quand le lieu n'en publie pas.",
    FIBRE_HISTORY: "Les locaux raccordables de chaque commune, trimestre par trimestre.",
}


@dataclass(frozen=True)
class PublishedLayer:
    """A layer of one snapshot.

    Attributes
    ----------
    layer
        What it is.
    table
        The table, with its files.
    sources
        Facts of the sources of its values.
    """

    layer: Layer
    table: PublishedTable
    sources: tuple[Facts, ...]

    @property
    def said(self) -> str:
        """What it holds, in one sentence."""
        return typeset(_SAID[self.layer.name])

    @property
    def has_tiles(self) -> bool:
        """Whether tiles of it are published."""
        return any(file.path == archive_name(self.layer.name) for file in self.table.files)

    @property
    def first_date(self) -> str:
        """ISO date of its oldest source."""
        return min((str(source["date"]) for source in self.sources), default="")

    @property
    def last_date(self) -> str:
        """ISO date of its newest source."""
        return max((str(source["date"]) for source in self.sources), default="")

    @property
    def period(self) -> str:
        """Dates of its sources, in words; empty when it has none."""
        first, last = french.date(self.first_date), french.date(self.last_date)
        if not self.sources:
            return ""
        return f"du {first}" if first == last else f"du {first} au {last}"

    @property
    def is_open(self) -> bool:
        """Whether all its sources are under the open licence of the State."""
        return is_open(self.sources)

    @property
    def terms(self) -> str:
        """What whoever reuses it may do, in words."""
        return reuse_terms(self.sources)


def published_layers(snapshot: LoadedSnapshot) -> list[PublishedLayer]:
    """List the layers of a snapshot that hold something."""
    return layers_of(published_tables(snapshot.snapshot), snapshot.facts)


def layers_of(tables: Iterable[PublishedTable], facts: Facts) -> list[PublishedLayer]:
    """List the layers that some tables make.

    Parameters
    ----------
    tables
        Those of a snapshot.
    facts
        Facts of the snapshot, which name the sources.
    """
    by_name = {table.name: table for table in tables if table.rows}
    return [
        PublishedLayer(layer, by_name[layer.table], layer_sources(facts, layer.name))
        for layer in LAYERS.values()
        if layer.table in by_name
    ]
