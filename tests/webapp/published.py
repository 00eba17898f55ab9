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

from carto.cells import cut_cells
from carto.drawing.projecting.projection import project_shapes
from carto.drawing.projecting.unit_projection import UnitCut, project_units
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
from geodata.storage.tiles import PMTILES
from geodata.storage.topology import OF_TERRITORY, unit_topologies, zone_topologies
from tests.webapp.sample import DEPARTEMENT, FACTS, SQUARES, TABLES, Row
from tests.webapp.sample_complements import COMPLEMENT_ROWS
from tests.webapp.sample_tiles import sample_tiles

_WHOLE = ("departement", "region", "france")
REGION = {"code_region": "53", "nom": "Bretagne"}
FRANCE = {"code_pays": "FR", "nom": "France"}
# Type and code of a territory of the country, what its map colours, the borders over it.
UNIT_MAPS = (
    ("region-53", "epci", "siren_epci", "departement"),
    ("region-53", "departement", "departement", "departement"),
    ("france-FR", "epci", "siren_epci", "region"),
    ("france-FR", "departement", "departement", "region"),
)
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
    is_country: bool = False,
    **changes: Any,
) -> Snapshot:
    """Publish the sample; `changes` are facts that differ (another method gives another id).

    When it `is_country`, the sample passes for the whole of its région and of France.
    """
    listed = {row["groupe"] for row in tables.get("groupe", [])}
    groups = {name: codes for name, codes in FACTS["groups"].items() if name in listed}
    facts = {**FACTS, "groups": groups, **changes}
    if is_country:
        wholes = {"region": REGION, "france": FRANCE}
        tables = {**tables, **{name: [_whole(name, row)] for name, row in wholes.items()}}
    frames = {name: frame(name, tables.get(name, [])) for name in SNAPSHOT_TABLES}
    store = DataDir(data_dir)
    with store.lock(), DraftSnapshot.create(store) as draft:
        for name, contract in SNAPSHOT_TABLES.items():
            draft.write_table(contract, frames[name])
        draft.write_table(PASSAGES, pd.DataFrame(FORMER, columns=list(PASSAGES.names)))
        for name, contract in COMPLEMENTS.items():
            rows = tables.get(name, COMPLEMENT_ROWS.get(name, []))
            draft.write_table(contract, pd.DataFrame(rows, columns=list(contract.names)))
        draft.write_csv(QUARANTINE_PATH, QUARANTINE, [])
        draft.write_csv(FINDINGS_PATH, FINDINGS, [])
        dates = {source["id"]: source["date"] for source in FACTS["sources"]}
        draft.write_csv(STANDARD_PATH, LIEUX_STANDARD, standard_rows(tables["sites"], dates))
        for territory in facts["territories"]:
            _write_maps(draft, territory, frames)
        for group in facts["groups"]:
            _write_maps(draft, {"type": "groupe", "code": group, "nom": group}, frames)
        if len(frames["departement"]):
            _write_unit_maps(draft, frames["communes"], is_country=is_country)
        for layer, archive in sample_tiles().items():
            draft.write_file(
                f"tiles/{layer}.pmtiles", archive, title=f"Tuiles : {layer}", mediatype=PMTILES
            )
        return draft.publish(facts)


def frame(name: str, rows: list[Row]) -> gpd.GeoDataFrame:
    """Make a published table of sample rows, with schematic geometries."""
    table = pd.DataFrame(rows).convert_dtypes()
    for column in SNAPSHOT_TABLES[name].columns:
        if column.name not in table and column.name != "geometry":
            table[column.name] = pd.NA
    return gpd.GeoDataFrame(table, geometry=[_geometry(name, row) for row in rows], crs=4326)


def _whole(name: str, row: Row) -> Row:
    """Fill the row of a wider territory with the figures of the département."""
    known = SNAPSHOT_TABLES[name].names
    return {key: value for key, value in DEPARTEMENT[0].items() if key in known} | row


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
        if table in ("departement", "region", "france")
        or commune["siren_epci"] == row.get("siren_epci")
    ]
    return gpd.GeoSeries(members).union_all()


def _write_maps(
    draft: DraftSnapshot, territory: dict[str, str], frames: dict[str, gpd.GeoDataFrame]
) -> None:
    """Write the two files that the maps of a territory are drawn from."""
    communes = frames["communes"]
    if territory["type"] == "epci":
        communes = communes[communes["siren_epci"] == territory["code"]]
    if territory["type"] == "groupe":
        communes = communes[communes["code_insee"].isin(FACTS["groups"][territory["code"]])]
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


def _write_unit_maps(draft: DraftSnapshot, communes: gpd.GeoDataFrame, *, is_country: bool) -> None:
    """Write the maps by EPCI and by département of the territories that have them."""
    cells = cut_cells(communes.to_crs(LAMBERT_93))
    towns = communes.to_crs(LAMBERT_93)[["nom", "departement", "geometry"]]
    towns = towns.set_geometry(towns.geometry.centroid)
    listed = (("departement-29", "epci", "siren_epci", "departement"), *UNIT_MAPS)
    for territory, units, column, borders in listed if is_country else listed[:1]:
        name, cut = f"{territory}.{units}", UnitCut(column, borders, ("29",))
        shapes = project_units(cells, cut, towns, territory=territory, epsg=LAMBERT_93)
        files = {
            "maps": shapes.to_json().encode(),
            "topojson": dict(unit_topologies([cells], {name: cut}, OF_TERRITORY))[name],
        }
        for folder, data in files.items():
            path = f"{folder}/{name}.json"
            draft.write_file(path, data, title=name, mediatype="application/json")
