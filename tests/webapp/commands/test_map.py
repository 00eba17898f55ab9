"""`carto map`: one file, complete, that asks nothing of any host."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.webapp.published import publish
from tests.webapp.sample import FACTS
from webapp.cli import main
from webapp.commands.map import draw
from webapp.errors import MissingAssetsError, ServiceError, UnknownResourceError
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="module")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    """Stand-in for the assembled Leaflet."""
    names = {"leaflet.js": "window.L = {};", "leaflet.css": ".leaflet {}"}
    for name, content in names.items():
        (tmp_path / name).write_text(content)
    manifest = {name: {"file": name} for name in names}
    (tmp_path / "MANIFEST.json").write_text(json.dumps(manifest))
    return tmp_path


@pytest.mark.parametrize(
    ("code", "communes"),
    [("29", 8), ("200066868", 3), ("epci:200066868", 3), ("groupe:29042-29001", 2)],
)
def test_every_commune_of_the_territory_is_drawn(
    loaded: LoadedSnapshot, leaflet: Path, code: str, communes: int
):
    document = draw(loaded, code, "verdict", leaflet)
    drawn = set(re.findall(r'"id": "(\d{5})"', document))
    assert len(drawn) == communes


def test_the_document_loads_nothing(loaded: LoadedSnapshot, leaflet: Path):
    document = draw(loaded, "29", "fibre", leaflet)
    assert "window.L = {};" in document
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", document)


@pytest.mark.parametrize("code", ["22", "999999999", "../..", "29019", "groupe:29001"])
def test_an_unknown_territory_is_refused(loaded: LoadedSnapshot, leaflet: Path, code: str):
    with pytest.raises(UnknownResourceError):
        draw(loaded, code, "verdict", leaflet)


def test_no_territory_at_all_is_refused(loaded: LoadedSnapshot, leaflet: Path):
    with pytest.raises(ServiceError, match="donnez son code"):
        draw(loaded, "", "verdict", leaflet)


def test_without_leaflet_the_command_to_run_is_named(loaded: LoadedSnapshot, tmp_path: Path):
    with pytest.raises(MissingAssetsError, match="make setup"):
        draw(loaded, "29", "verdict", tmp_path)


def test_a_file_that_cannot_be_written_is_an_expected_failure(
    snapshot_dir: Path,
    leaflet: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr("webapp.commands.map.DEFAULT_STATIC_DIR", leaflet)
    words = ["map", "--territory", "29", "--data-dir", str(snapshot_dir), "-o"]
    assert main([*words, str(tmp_path / "absent" / "carte.html")]) == 1
    assert "absent" in capsys.readouterr().err
    assert main([*words, str(tmp_path / "carte.html")]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'carte.html'}\n"


def test_a_snapshot_of_another_software_is_passed_over(
    own_snapshot_dir: Path,
    snapshot_id: str,
    leaflet: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr("webapp.commands.map.DEFAULT_STATIC_DIR", leaflet)
    method = FACTS["method"]
    parameters = {**method["parameters"], "cuivre": 1}
    publish(own_snapshot_dir, method={**method, "parameters": parameters})
    drawn = tmp_path / "carte.html"
    words = ["map", "--territory", "29", "-o", str(drawn)]
    assert main([*words, "--data-dir", str(own_snapshot_dir)]) == 0
    out, err = capsys.readouterr()
    assert out == f"{drawn}\n"
    assert "autre version du logiciel" in err
    assert f"{snapshot_id}\xa0» est servi à la place" in err
