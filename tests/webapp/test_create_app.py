"""The application as a whole: what it imports, what it leaves behind, how it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webapp import create_app
from webapp.errors import MissingAssetsError
from webapp.settings import WebSettings

FORBIDDEN = (
    *("pandas", "geopandas", "numba", "scipy", "shapely", "pyogrio"),
    *("weasyprint", "pypdfium2", "PIL"),
)
SERVE = """
import sys
from pathlib import Path
from webapp import create_app
from webapp.settings import WebSettings
client = create_app(WebSettings(Path(sys.argv[1]), Path(sys.argv[2]))).test_client()
for path in sys.argv[3:]:
    assert client.get(path).status_code == 200, path
print(",".join(sorted(set(sys.modules) & set("%s".split()))))
"""
PATHS = (
    *("/", "/departement/29", "/epci/200066868", "/commune/29001", "/departement/29/tableau"),
    *("/departement/29/imprimer", "/departement/29/partager"),
    *("/dossier/departement/29", "/dossier/epci/200066868?ajout=29001:7"),
    *("/integrer/departement/29", "/methode", "/sources", "/health", "/recherche?q=brest"),
    *("/departement/29/carte.svg", "/api/v1/communes/29001", "/api/v1/communes?classe=3"),
    *("/api/v1/sites", "/api/v1/snapshot", "/api/v1/epci/200066868"),
)


def test_serving_imports_neither_pandas_nor_geopandas_nor_numba_nor_scipy(
    snapshot_dir: Path, static_dir: Path, snapshot_id: str
):
    data = f"/donnees/{snapshot_id}"
    paths = (
        *PATHS,
        f"{data}/departement/29.topojson",
        f"{data}/departement/29/valeurs.json",
        f"{data}/departement/29/lieux.geojson",
        f"{data}/communes.parquet",
    )
    program = SERVE % " ".join(FORBIDDEN)
    run = subprocess.run(
        [sys.executable, "-c", program, str(snapshot_dir), str(static_dir), *paths],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == ""


def test_every_answer_names_the_snapshot_and_no_answer_sets_a_cookie(
    client: FlaskClient, snapshot_id: str
):
    for path in PATHS:
        headers = client.get(path).headers
        assert headers["Carto-Snapshot"] == snapshot_id
        assert "Set-Cookie" not in headers


def test_it_does_not_start_without_its_assets(snapshot_dir: Path, tmp_path: Path):
    with pytest.raises(MissingAssetsError, match="make setup"):
        create_app(WebSettings(snapshot_dir, tmp_path))
