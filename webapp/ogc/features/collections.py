"""The collections of a snapshot: which table each publishes, under which name."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from carto.layers import FIBRE_HISTORY, LAYERS, LIEUX
from carto.said_back import said_back
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
    id
        Name of the published layer.
    shown
        Columns that its page shows, unless others are asked for.
    level
        Type of its territories; None when its rows are no territory.
    geometry
        `Polygon` or `Point`.
    moments
        Column that says when; None without time.
    """

    id: str
    shown: tuple[str, ...]
    level: str | None = None
    geometry: str = "Polygon"
    moments: str | None = None


_FIGURES = ("population", "taux_couverture_ftth", "nearest_site_min")
_OF_TERRITORIES = ("nom", "communes_count", *_FIGURES, "population_underserved")
COLLECTIONS = {
    collection.id: collection
    for collection in (
        # A commune whose class is undecided may be under-served for sure.
        Collection(
            "communes", ("nom", "departement", *_FIGURES, "verdict", "is_underserved"), COMMUNE
        ),
        Collection("epci", _OF_TERRITORIES, EPCI),
        Collection("departements", _OF_TERRITORIES, DEPARTEMENT),
        Collection("regions", _OF_TERRITORIES, REGION),
        Collection(
            LIEUX,
            ("nom", "nom_commune", "code_postal", "typologie", "date_maj"),
            geometry="Point",
            moments="date_maj",
        ),
        Collection(
            FIBRE_HISTORY,
            ("code_insee", "quarter", "locaux", "locaux_raccordables", "taux_couverture_ftth"),
            geometry="Point",
            moments="quarter",
        ),
    )
}


class FeatureTables:
    """The collections that this process has opened, those of the last snapshots asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Mapping[str, FeatureTable]] = OrderedDict()

    def of(self, snapshot: LoadedSnapshot) -> Mapping[str, FeatureTable]:
        """Give the collections of a snapshot that hold a feature, by id, without reading any."""
        with self._lock:
            if snapshot.id not in self._kept:
                opened = (feature_table(snapshot, one) for one in COLLECTIONS.values())
                self._kept[snapshot.id] = {table.id: table for table in opened if len(table)}
                if len(self._kept) > _SNAPSHOTS_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(snapshot.id)
            return self._kept[snapshot.id]


def attach_feature_tables(app: Flask) -> None:
    """Give `app` the collections that its requests read."""
    app.extensions[_EXTENSION] = FeatureTables()


def feature_tables(snapshot: LoadedSnapshot) -> Mapping[str, FeatureTable]:
    """Give the collections of a snapshot that hold a feature, by id."""
    return cast(FeatureTables, current_app.extensions[_EXTENSION]).of(snapshot)


def published_table(snapshot: LoadedSnapshot, name: str) -> FeatureTable:
    """Find a collection of a snapshot by its id.

    Raises
    ------
    UnknownResourceError
        When there is none of this name, listing those there are.
    """
    tables = feature_tables(snapshot)
    if name not in tables:
        raise UnknownResourceError(
            f"Aucune collection publiée ne s'appelle « {said_back(name)} » ; il y a "
            f"{', '.join(tables)}."
        )
    return tables[name]


def feature_table(snapshot: LoadedSnapshot, collection: Collection) -> FeatureTable:
    """Open a collection of a snapshot.

    Parameters
    ----------
    snapshot
        Where its rows are.
    collection
        One of `COLLECTIONS`.
    """
    layer = LAYERS[collection.id]
    contract = layer.contract
    fields = {column.name: column for column in contract.columns if column.type != "geometry"}
    resource = snapshot.snapshot.tables[layer.table]
    types = {column.name: column.type for column in contract.columns}
    file = TableFile(snapshot.snapshot.path(resource["path"]), types)
    held = _held_rows(snapshot, collection)
    stored = StoredRows(file, [*fields])
    return FeatureTable(
        id=collection.id,
        title=layer.title,
        description=contract.description,
        ids=QuarterIds(stored) if held is None else HeldIds([*held]),
        rows=stored if held is None else HeldRows([*held.values()]),
        fields=fields,
        moments=collection.moments,
        columns=file,
        outlines=Outlines(file),
    )


def _held_rows(snapshot: LoadedSnapshot, collection: Collection) -> Mapping[str, Row] | None:
    """Rows of a collection that are in memory, by id; None when they are left on disk."""
    if collection.level is not None:
        return snapshot.level(collection.level)
    return snapshot.sites if collection.id == LIEUX else None
