"""The layers that are offered to whoever reuses the data: what each holds, since when, how many.

A layer is a published table under the name that GIS clients know it by; its files are those that
the manifest lists under either name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.typography import typeset
from carto.vocabulary import PLACE_SOURCES
from webapp.catalogue.published_tables import PublishedTable, published_tables
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.tiles.tile_archives import archive_name
from webapp.views.provenance import reader_of

Facts = Mapping[str, Any]

FIBRE_SOURCES = ("fibre", "fibre_history")
OPEN_LICENCE = "Licence Ouverte"
OPEN_LICENCE_ADDRESS = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
_SAID = {
    "communes": ("Communes", "Fibre, lieu d'aide le plus proche, besoin, verdict, raisons."),
    "epci": ("Intercommunalités", "Les communes réunies par EPCI à fiscalité propre."),
    "departements": ("Départements", "Les communes réunies par département."),
    "regions": ("Régions", "Les communes réunies par région."),
    "lieux": ("Lieux d'aide", "Les lieux d'aide au numérique, ceux d'à côté compris."),
    "fibre_history": (
        "Fibre par trimestre",
        "Les locaux raccordables de chaque commune, trimestre par trimestre.",
    ),
}


@dataclass(frozen=True)
class Layer:
    """A layer.

    Attributes
    ----------
    id
        Name of its collection, and of its tiles when it has some.
    table
        Name of its table.
    readers
        Kinds of sources that its values come from; all of them when empty.
    """

    id: str
    table: str
    readers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its name."""
        return _SAID[self.id][0]

    @property
    def said(self) -> str:
        """What it holds, in one sentence."""
        return typeset(_SAID[self.id][1])


LAYERS = (
    Layer("communes", "communes"),
    Layer("epci", "epci"),
    Layer("departements", "departement"),
    Layer("regions", "region"),
    Layer("lieux", "sites", PLACE_SOURCES),
    Layer("fibre_history", "fibre", FIBRE_SOURCES),
)


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
    def has_tiles(self) -> bool:
        """Whether tiles of it are published."""
        return any(file.path == archive_name(self.layer.id) for file in self.table.files)

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
    def licences(self) -> tuple[str, ...]:
        """Licences of its sources, each once, sorted."""
        return tuple(sorted({str(source["licence"]) for source in self.sources}))

    @property
    def is_open(self) -> bool:
        """Whether all its sources are under the open licence of the State."""
        return bool(self.sources) and all(one.startswith(OPEN_LICENCE) for one in self.licences)


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
        PublishedLayer(layer, by_name[layer.table], _sources(facts, layer.readers))
        for layer in LAYERS
        if layer.table in by_name
    ]


def _sources(facts: Facts, readers: Iterable[str]) -> tuple[Facts, ...]:
    """Facts of the sources of some kinds; of all when there is none."""
    wanted = tuple(readers)
    return tuple(one for one in facts["sources"] if not wanted or reader_of(one) in wanted)
