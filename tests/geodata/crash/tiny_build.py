"""The smallest real build: one EPCI of the demonstration, five communes.

Its tiles are a few bytes: the program that makes real ones takes half of the time.
"""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import geopandas as gpd

from geodata.build import BuildReport, build
from geodata.settings import BuildSettings, Scope
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot
from tests.demo import demo_file, demo_settings, without

DOUARNENEZ = "242900645"
COMMUNES = frozenset({"29046", "29087", "29090", "29224", "29226"})
_CODE_COLUMNS = {"population": "COM", "epci": "insee", "fibre": "INSEE_COM"}


def tiny_settings(folder: Path, *, title: str = "Douarnenez") -> BuildSettings:
    """Cut the files of the demonstration to one EPCI, in `folder`, and configure their build.

    Another title gives other bytes of every file, with the same rows, and another snapshot.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = {source: _cut_table(source, folder) for source in _CODE_COLUMNS}
    files["contours"] = _cut_contours(folder)
    for path in files.values():
        path.write_bytes(path.read_bytes() + b"\n" * len(title))
    settings = without(demo_settings(**files), "france_services", "filosofi", "mairies")
    return replace(settings, title=title, scope=Scope("epci", (DOUARNENEZ,)))


def build_quietly(
    settings: BuildSettings, folder: Path, report: Callable[[str], None] = lambda _: None
) -> BuildReport:
    """Build in a data folder."""
    with mock.patch("geodata.tile_layers.write_tiles", _write_few_bytes):
        return build(settings, DataDir(folder), report)


def copy_of(folder: Path, copy: Path) -> DataDir:
    """Copy a data folder, for a test to damage."""
    shutil.copytree(folder, copy)
    return DataDir(copy)


def orphans(data_dir: DataDir) -> list[Path]:
    """List what a dead build left behind: drafts, and files that were to be renamed."""
    return sorted(data_dir.path.rglob(".*"))


def damaged(data_dir: DataDir) -> list[str]:
    """List the published folders that do not verify."""
    refused = []
    for snapshot_id in data_dir.published_ids():
        try:
            Snapshot.open(data_dir.snapshot(snapshot_id))
        except SnapshotError as refusal:
            refused.append(str(refusal))
    return refused


def _write_few_bytes(
    shapes: gpd.GeoSeries,
    properties: Sequence[Mapping[str, Any]],
    path: Path,
    *,
    title: str,
    min_zoom: int,
) -> None:
    """Stand for the tiles of a layer."""
    path.parent.mkdir(exist_ok=True)
    codes = [said["code"] for said in properties]
    path.write_text(f"{title} {min_zoom} {codes} {len(shapes)}", "utf-8")


def _cut_table(source: str, folder: Path) -> Path:
    """Keep the rows of the five communes."""
    path = demo_file(source)
    with path.open(encoding="utf-8-sig", newline="") as file:
        sample = file.readline()
        file.seek(0)
        delimiter = ";" if ";" in sample else ","
        header, *rows = csv.reader(file, delimiter=delimiter)
    column = header.index(_CODE_COLUMNS[source])
    copy = folder / path.name
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([header, *(row for row in rows if row[column] in COMMUNES)])
    return copy


def _cut_contours(folder: Path) -> Path:
    """Keep the contours of the five communes."""
    path = demo_file("contours")
    collection = json.loads(path.read_bytes())
    collection["features"] = [
        feature for feature in collection["features"] if feature["properties"]["code"] in COMMUNES
    ]
    copy = folder / path.name
    copy.write_text(json.dumps(collection), "utf-8")
    return copy
