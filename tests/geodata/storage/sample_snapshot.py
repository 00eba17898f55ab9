"""A small snapshot that meets every contract: four communes, two EPCI, three places."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import MultiPolygon, Point, box

from carto.contracts import Column, TableContract
from carto.tables.published import SNAPSHOT_TABLES
from geodata.source import MergedRow, Notice, RefusedRow
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.manifest import QUARANTINE_PATH
from geodata.storage.quarantine_table import QUARANTINE, quarantine_rows
from geodata.storage.snapshot import Snapshot

COMMUNE_ROWS: list[dict[str, Any]] = [
    {
        "code_insee": "29019",
        "nom": "Brest",
        "siren_epci": "242900314",
        "nom_epci": "Brest Métropole",
        "population": 140_064,
        "locaux": 100_000,
        "locaux_raccordables": 99_000,
        "locaux_restants": 1_000,
        "taux_couverture_ftth": 0.99,
        "verdict": "0",
        "sentence": "Brest n'est pas sous-desservie.",
        "geometry": box(-4.6, 48.3, -4.4, 48.5),
    },
    {
        "code_insee": "29001",
        "nom": "Argol",
        "siren_epci": "200066868",
        "nom_epci": "CC Presqu'île de Crozon-Aulne maritime",
        "population": 1_100,
        "locaux": 800,
        "locaux_raccordables": 0,
        "locaux_restants": 800,
        "taux_couverture_ftth": 0.0,
        "verdict": "2",
        "sentence": '=HYPERLINK("https://example.org")',
        "geometry": box(-4.4, 48.3, -4.2, 48.5),
    },
    {
        "code_insee": "29155",
        "nom": "Ouessant",
        "population": 830,
        "verdict": "indetermine",
        "sentence": "Le verdict d'Ouessant est indéterminé.",
        "reasons": '{"taux_couverture_ftth": "FIBRE_ABSENTE"}',
        "flags": "ILE|FIBRE_ABSENTE",
        "geometry": MultiPolygon([box(-5.2, 48.4, -5.0, 48.5), box(-4.99, 48.4, -4.98, 48.41)]),
    },
    {
        "code_insee": "22050",
        "nom": "Dinan",
        "departement": "22",
        "siren_epci": "200068989",
        "nom_epci": "CA Dinan Agglomération",
        "is_in_scope": False,
        "population": 14_000,
        "verdict": "1",
        "sentence": "Dinan est en vigilance.",
        "geometry": box(-4.2, 48.3, -4.0, 48.5),
    },
]

ROWS: dict[str, list[dict[str, Any]]] = {
    "communes": COMMUNE_ROWS,
    "epci": [
        {
            "siren_epci": row["siren_epci"],
            "nom": row["nom_epci"],
            "departements": row.get("departement", "29"),
            "geometry": row["geometry"],
        }
        for row in COMMUNE_ROWS
        if "siren_epci" in row
    ],
    "departement": [
        {"code_departement": "29", "nom": "Finistère", "geometry": box(-5.2, 48.3, -4.2, 48.5)}
    ],
    "region": [],
    "france": [],
    "ept": [],
    "groupe": [
        {
            "groupe": "rade",
            "nom": "Pays de la rade",
            "departements": "29",
            "geometry": box(-4.6, 48.3, -4.2, 48.5),
        }
    ],
    "sites": [
        {
            "id": "fs-1",
            "nom": "France Services de Brest",
            "longitude": -4.5,
            "latitude": 48.4,
            "geometry": Point(-4.5, 48.4),
        },
        {
            "id": "fs-2",
            "nom": "-Espace numérique",
            "code_insee": "29001",
            "geometry": Point(-4.3, 48.4),
        },
        {
            "id": "fs-3",
            "nom": "@Dinan",
            "code_insee": "22050",
            "departement": "22",
            "is_in_scope": False,
            "geometry": Point(-4.1, 48.4),
        },
    ],
    "fibre": [
        {
            "code_insee": row["code_insee"],
            "quarter": "2026-T2",
            "series": "releve",
            "locaux_quarter": "2026-T2",
            "locaux": row.get("locaux"),
            "locaux_raccordables": row.get("locaux_raccordables"),
            "geometry": row["geometry"].representative_point(),
        }
        for row in COMMUNE_ROWS
    ],
}

FACTS: dict[str, object] = {
    "title": "Finistère (essai)",
    "is_demo": True,
    "scope": {"kind": "departements", "codes": ["29"]},
    "cog": 2026,
    "created": "2026-07-01T08:00:00+00:00",
    "method": {"version": "1", "parameters": {"fibre_pct": 80}, "need_variant": "revenu"},
    "sources": [
        {
            "id": "fibre",
            "producer": "ARCEP",
            "title": "Carte fibre",
            "licence": "Licence Ouverte 2.0",
            "homepage": "https://www.arcep.fr",
            "url": None,
            "name": "cartefibre-2026t2.csv",
            "sha256": "0" * 64,
            "bytes": 8513,
            "millesime": "2026-T2",
            "date": "2026-06-30",
            "cog": 2026,
            "in": 4,
            "out": 4,
            "merged": 0,
            "refused": 0,
        }
    ],
    "missing_sources": ["lieux"],
    "checks": [],
    "verdicts": {"0": 1, "1": 1, "2": 1, "indetermine": 1},
    "territories": [{"type": "departement", "code": "29", "nom": "Finistère"}],
}

REFUSED = (
    RefusedRow("fibre", "f.csv", 3, "=1+1;\0", "CODE_INVALIDE", "Code de commune invalide."),
)
MERGED = (MergedRow("sites", "s.csv", 9, "a,b", "DOUBLON", "Doublon.", "fs-1"),)
NOTICES = (Notice("mairies", "m.geojson", 2, "29001", "HORS_COMMUNE", "Mairie hors commune."),)


def table(name: str) -> gpd.GeoDataFrame:
    """Build a published table; columns not said take a plain value their contract allows."""
    contract = SNAPSHOT_TABLES[name]
    rows = [
        {column.name: row.get(column.name, _plain_value(column)) for column in contract.columns}
        for row in ROWS[name]
    ]
    frame = pd.DataFrame(rows, columns=list(contract.names), dtype=object)
    return gpd.GeoDataFrame(frame, geometry="geometry", crs=4326)


def publish(
    data_dir: DataDir, tables: dict[str, gpd.GeoDataFrame] | None = None, **facts: object
) -> Snapshot:
    """Publish the sample, with other tables or facts where given."""
    with data_dir.lock(), DraftSnapshot.create(data_dir) as draft:
        fill(draft, tables)
        return draft.publish(FACTS | facts)


def fill(draft: DraftSnapshot, tables: dict[str, gpd.GeoDataFrame] | None = None) -> None:
    """Write the files of the sample into a draft."""
    for name, contract in SNAPSHOT_TABLES.items():
        draft.write_table(contract, (tables or {}).get(name, table(name)))
    draft.write_csv(QUARANTINE_PATH, QUARANTINE, quarantine_rows(REFUSED, MERGED, NOTICES))
    draft.write_file(
        "topojson/departement-29.json", b"{}", title="Contours", mediatype="application/json"
    )
    name, data = "tiles/communes.pmtiles", b"PMTiles\x03"
    draft.write_file(name, data, title="Tuiles", mediatype="application/vnd.pmtiles")


def files(folder: Path) -> list[Path]:
    """Every file under a folder, sorted."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _plain_value(column: Column) -> object:
    """Return a value that the column's contract allows; missing where it may be."""
    if column.nullable:
        return None
    if column.choices:
        return column.choices[0]
    by_name = {"departement": "29", "code_insee": "29019", "region": "53", "reasons": "{}"}
    if column.name in by_name:
        return by_name[column.name]
    if column.type == "boolean":
        return True
    if column.type in ("integer", "number"):
        return max(column.minimum or 0, 0)
    return ""


def contract_of(name: str) -> TableContract:
    """Contract of a published table."""
    return SNAPSHOT_TABLES[name]
