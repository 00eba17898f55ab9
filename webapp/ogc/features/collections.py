"""The collections of a snapshot: which table each publishes, under which name."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from carto.tables.published import SNAPSHOT_TABLES
from webapp.errors import UnknownResourceError
from webapp.ogc.features.feature_ids import HeldIds, QuarterIds
from webapp.ogc.features.feature_rows import HeldRows, StoredRows
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.outlines import Outlines
from webapp.ogc.features.table_file import TableFile
from webapp.snapshots.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, REGION, LoadedSnapshot, Row

_EXTENSION = "carto_feature_tables"
_SNAPSHOTS_KEPT = 3


@dataclass(frozen=True)
class Collection:
    """What a collection publishes, whatever the snapshot.

    Attributes
    ----------
    id, title
        As addresses and people name it.
    table
        Table of the snapshot.
    level
        Type of its territories; None when its rows are no territory.
    moments
        Column that says when; None without time.
    geometry
        Type of its geometries in the words of OpenAPI; None without geometry.
    """

    id: str
    title: str
    table: str
    level: str | None = None
    moments: str | None = None
    geometry: str | None = "Polygon"


LIEUX, FIBRE_HISTORY = "lieux", "fibre_history"
COLLECTIONS = {
    collection.id: collection
    for collection in (
        Collection("communes", "Communes", "communes", COMMUNE),
        Collection("epci", "Intercommunalités", "epci", EPCI),
        Collection("departements", "Départements", "departement", DEPARTEMENT),
        Collection("regions", "Régions", "region", REGION),
        Collection(LIEUX, "Lieux d'aide au numérique", "sites", None, "date_maj", "Point"),
        Collection(
            FIBRE_HISTORY,
            "Fibre par commune et par trimestre",
            "fibre",
            None,
            "quarter",
            geometry=None,
        ),
    )
}


class FeatureTables:
    """The collections that this process has opened, those of the last snapshots asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Mapping[str, FeatureTable]] = OrderedDict()

    def of(self, snapshot: LoadedSnapshot) -> Mapping[str, FeatureTable]:
        """Give the collections of a snapshot, by id; opening them reads nothing."""
        with self._lock:
            if snapshot.id not in self._kept:
                self._kept[snapshot.id] = {
                    name: feature_table(snapshot, collection)
                    for name, collection in COLLECTIONS.items()
                }
                if len(self._kept) > _SNAPSHOTS_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(snapshot.id)
            return self._kept[snapshot.id]


def attach_feature_tables(app: Flask) -> None:
    """Give `app` the collections that its requests read."""
    app.extensions[_EXTENSION] = FeatureTables()


def feature_tables(snapshot: LoadedSnapshot) -> Mapping[str, FeatureTable]:
    """Give the collections of a snapshot, by id."""
    return cast(FeatureTables, current_app.extensions[_EXTENSION]).of(snapshot)


def require_collection(name: str) -> Collection:
    """Find a collection by its id.

    Raises
    ------
    UnknownResourceError
        When there is none of this name, listing those there are.
    """
    if name not in COLLECTIONS:
        raise UnknownResourceError(
            f"Aucune collection ne s'appelle « {name[:40]} » ; il y a {', '.join(COLLECTIONS)}."
        )
    return COLLECTIONS[name]


def feature_table(snapshot: LoadedSnapshot, collection: Collection) -> FeatureTable:
    """Open a collection of a snapshot.

    Parameters
    ----------
    snapshot
        Where its rows are.
    collection
        One of `COLLECTIONS`.
    """
    contract = SNAPSHOT_TABLES[collection.table]
    fields = {column.name: column for column in contract.columns if column.type != "geometry"}
    resource = snapshot.snapshot.tables[collection.table]
    types = {column.name: column.type for column in contract.columns}
    file = TableFile(snapshot.snapshot.path(resource["path"]), types)
    held = _held_rows(snapshot, collection)
    stored = StoredRows(file, [*fields])
    return FeatureTable(
        id=collection.id,
        title=collection.title,
        description=contract.description,
        ids=QuarterIds(stored) if held is None else HeldIds([*held]),
        rows=stored if held is None else HeldRows([*held.values()]),
        fields=fields,
        moments=collection.moments,
        columns=file,
        outlines=None if collection.geometry is None else Outlines(file),
    )


def _held_rows(snapshot: LoadedSnapshot, collection: Collection) -> Mapping[str, Row] | None:
    """Rows of a collection that are in memory, by id; None when they are left on disk."""
    if collection.level is not None:
        return snapshot.level(collection.level)
    return snapshot.sites if collection.id == LIEUX else None
