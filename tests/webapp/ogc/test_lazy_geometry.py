"""GIS clients make a process import a geometry library, and nothing heavier."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FORBIDDEN = "pandas geopandas numba scipy pyogrio fiona osgeo"
SERVE = """
import sys
from pathlib import Path
from webapp import create_app
from webapp.settings import WebSettings
client = create_app(WebSettings(Path(sys.argv[1]), Path(sys.argv[2]))).test_client()
client.get("/ogc/collections/lieux/items?f=html")
assert "shapely" not in sys.modules
for path in sys.argv[3:]:
    assert client.get(path).status_code == 200, path
assert "shapely" in sys.modules and "pyproj" in sys.modules
print(",".join(sorted(set(sys.modules) & set("%s".split()))))
"""
PATHS = (
    "/ogc",
    "/ogc/api",
    "/ogc/collections/communes",
    "/ogc/collections/communes/items?bbox=-5,48,-4,49&datetime=2026-01-01",
    "/ogc/collections/communes/items?crs=EPSG:2154&departement=29",
    "/ogc/collections/communes/items?filter=S_INTERSECTS(geometry,POINT(-4.48 48.39))",
    "/ogc/collections/lieux/items?sortby=-nom&properties=nom",
    "/ogc/collections/fibre_history/items/29019-2026-T2-releve",
)


def test_nothing_heavier_is_imported(snapshot_dir: Path, static_dir: Path):
    run = subprocess.run(
        [sys.executable, "-c", SERVE % FORBIDDEN, str(snapshot_dir), str(static_dir), *PATHS],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""
