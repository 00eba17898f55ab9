"""Publish the sample rows as a real snapshot: what the service reads in the tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from carto.drawing.country_shapes import COUNTRY_PATH, CountryShapes
from carto.drawing.projection import project_shapes
from carto.tables.geography import PASSAGES
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from carto.tables.standard_places import LIEUX_STANDARD
from geodata.checks.findings import FINDINGS
from geodata.standard_export import STANDARD_PATH, standard_rows
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.manifest import FINDINGS_PATH, QUARANTINE_PATH
from geodata.storage.quarantine_table import QUARANTINE
from geodata.storage.snapshot import Snapshot
from geodata.storage.topology import zone_topologies
from tests.webapp.sample import FACTS, SQUARES, TABLES, Row
from tests.webapp.sample_complements import COMPLEMENT_ROWS

TILES = bytes(range(256)) * 40
LAMBERT_93 = 2154
# Old code and name, commune of today, day, kind. Logonna-Quimerch is real; the other is invented.
FORMER = (
    ("29138", "Logonna-Quimerch", "29302", "1965-02-01", "fusion"),
    ("29998", "Ancienne", "29001", "1970-01-01", "partage"),
    ("29998", "Ancienne", "29042", "1970-01-01", "partage"),
)


def publish(
    data_dir: Path,
    tables: Mapping[str, list[Row]] = TABLES,
    *,
    country: CountryShapes | None = None,
    **changes: Any,
) -> Snapshot:
    """Publish the sample; `changes` are facts that differ (another method gives another id).

    With the map of a `country`, as a snapshot of the whole of France has it.
    """
    facts = {**FACTS, **changes}
    frames = {name: frame(name, tables.get(name, [])) for name in SNAPSHOT_TABLES}
    store = DataDir(data_dir)
    with store.lock(), DraftSnapshot.create(store) as draft:
        for name, contract in SNAPSHOT_TABLES.items():
            draft.write_table(contract, frames[name])
        draft.write_table(PASSAGES, pd.DataFrame(FORMER, columns=list(PASSAGES.names)))
        for name, contract in COMPLEMENTS.items():
            rows = COMPLEMENT_ROWS.get(name, [])
            draft.write_table(contract, pd.DataFrame(rows, columns=list(contract.names)))
        draft.write_csv(QUARANTINE_PATH, QUARANTINE, [])
        draft.write_csv(FINDINGS_PATH, FINDINGS, [])
        dates = {source["id"]: source["date"] for source in FACTS["sources"]}
        draft.write_csv(STANDARD_PATH, LIEUX_STANDARD, standard_rows(tables["sites"], dates))
        for territory in facts["territories"]:
            _write_maps(draft, territory, frames)
        draft.write_file(
            "tiles/communes.pmtiles",
            TILES,
            title="Tuiles : communes",
            mediatype="application/vnd.pmtiles",
        )
        if country is not None:
            draft.write_file(
                COUNTRY_PATH,
                country.to_json().encode(),
                title="Carte de France",
                mediatype="application/json",
            )
        return draft.publish(facts)


def frame(name: str, rows: list[Row]) -> gpd.GeoDataFrame:
    """Make a published table of sample rows, with schematic geometries."""
    table = pd.DataFrame(rows).convert_dtypes()
    for column in SNAPSHOT_TABLES[name].columns:
        if column.name not in table and column.name != "geometry":
            table[column.name] = pd.NA
    return gpd.GeoDataFrame(table, geometry=[_geometry(name, row) for row in rows], crs=4326)


def _geometry(table: str, row: Row) -> BaseGeometry:
    """Square of a commune, union of squares of a territory, point of a place."""
    if table == "sites":
        return Point(row["longitude"], row["latitude"])
    squares = {code: Polygon(corners) for code, corners in SQUARES.items()}
    if table == "fibre":
        return squares[row["code_insee"]].centroid
    if table == "communes":
        return squares[row["code_insee"]]
    members = [
        squares[commune["code_insee"]]
        for commune in TABLES["communes"]
        if table == "departement" or commune["siren_epci"] == row.get("siren_epci")
    ]
    return gpd.GeoSeries(members).union_all()


def _write_maps(
    draft: DraftSnapshot, territory: dict[str, str], frames: dict[str, gpd.GeoDataFrame]
) -> None:
    """Write the two files that the maps of a territory are drawn from."""
    communes = frames["communes"]
    if territory["type"] == "epci":
        communes = communes[communes["siren_epci"] == territory["code"]]
    shapes = project_shapes(communes, frames["sites"], territory=territory["nom"], epsg=LAMBERT_93)
    zone = communes.to_crs(LAMBERT_93)
    files = {
        "maps": shapes.to_json().encode(),
        "topojson": dict(zone_topologies(zone, {"": np.arange(len(zone))}))[""],
    }
    for folder, data in files.items():
        draft.write_file(
            f"{folder}/{territory['type']}-{territory['code']}.json",
            data,
            title=territory["nom"],
            mediatype="application/json",
        )
