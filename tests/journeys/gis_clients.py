"""The clients that people read features with, each asked in the way of its users."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pyogrio
import pytest


def need(program: str, package: str) -> str:
    """Find a program of the machine, or skip the test with the name of its package."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"no {program}: install the package {package}")
    return found


def read_by_pyogrio(address: str, collection: str, page_size: int) -> list[str]:
    """Ids of every feature, read by the GDAL of pyogrio; none when it finds no such collection."""
    source = f"OAPIF:{address}/ogc"
    if collection not in {name for name, _ in pyogrio.list_layers(source)}:
        return []
    meta, _, _, columns = pyogrio.raw.read(source, layer=collection, PAGE_SIZE=page_size)
    return [str(identifier) for identifier in columns[[*meta["fields"]].index("id")]]


def read_by_ogr2ogr(address: str, collection: str, page_size: int) -> list[str]:
    """Ids of every feature, read by the GDAL of the machine."""
    program = need("ogr2ogr", "gdal-bin")
    wanted = ["-f", "CSV", "/vsistdout/", f"OAPIF:{address}/ogc", collection, "-select", "id"]
    ran = subprocess.run(
        [program, *wanted, "-oo", f"PAGE_SIZE={page_size}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "ERROR" not in ran.stderr
    return [row["id"] for row in csv.DictReader(io.StringIO(ran.stdout))]


def read_by_owslib(address: str, collection: str, page_size: int) -> list[str]:
    """Ids of every feature, read page after page by OWSLib."""
    features = pytest.importorskip("owslib.ogcapi.features", reason="no OWSLib: pip install OWSLib")
    service, read = features.Features(f"{address}/ogc"), list[str]()
    while True:
        page = service.collection_items(collection, limit=page_size, offset=len(read))
        read += [feature["id"] for feature in page["features"]]
        if not page["features"] or len(read) >= page["numberMatched"]:
            return read


READERS = {
    "GDAL of pyogrio": read_by_pyogrio,
    "GDAL of the machine": read_by_ogr2ogr,
    "OWSLib": read_by_owslib,
}


def asked_by_gdal(address: str, collection: str, *options: str) -> tuple[list[str], str]:
    """Ask GDAL for some features; gives their ids, and the last address that it fetched.

    Parameters
    ----------
    address, collection
        Where they are.
    *options
        Of `ogr2ogr`: `-where`, `-spat`…
    """
    program = need("ogr2ogr", "gdal-bin")
    source = [f"OAPIF:{address}/ogc", collection]
    ran = subprocess.run(
        [program, "-f", "CSV", "/vsistdout/", *source, "-select", "id", *options, "--debug", "on"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    fetched = [line for line in ran.stderr.splitlines() if "/items?" in line]
    return [row["id"] for row in csv.DictReader(io.StringIO(ran.stdout))], fetched[-1]


def counted_by_qgis(address: str, folder: Path) -> Mapping[str, int]:
    """Count the places in each commune with QGIS, by the code of the commune.

    Parameters
    ----------
    address
        Of the service; both layers are read from it.
    folder
        Where QGIS writes.
    """
    # Debian's own wrapper adds an option that this program does not know.
    program = shutil.which("qgis_process.bin") or need("qgis_process", "qgis")
    output = folder / "counted.geojson"
    layer = "OAPIF://url='{}/ogc' typename='{}'"
    ran = subprocess.run(
        [
            program,
            *("run", "native:countpointsinpolygon"),
            f"--POLYGONS={layer.format(address, 'communes')}",
            f"--POINTS={layer.format(address, 'lieux')}",
            "--FIELD=counted",
            f"--OUTPUT={output}",
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    features = json.loads(output.read_text("utf-8"))["features"]
    counts = (feature["properties"] for feature in features)
    return {count["code_insee"]: int(count["counted"]) for count in counts}


def standard_tests(address: str, *scopes: str) -> str:
    """Run tests of the standard that its community wrote; gives what they print.

    They need a library that is at odds with another of the tests: they live in an environment of
    their own, whose interpreter `OGCTESTS_PYTHON` names.

    Parameters
    ----------
    address
        Of the service.
    *scopes
        Parts of the suite, as `features/core`.
    """
    python = os.environ.get("OGCTESTS_PYTHON")
    if python is None:
        pytest.skip("no OGCTESTS_PYTHON: install ogctests in an environment of its own")
    ran = subprocess.run(
        [python, "-m", "ogctests", *scopes, "-i", f"{address}/ogc", "-v", "True"],
        cwd=Path(python).parent,  # where no settings of ours are found
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.stdout
