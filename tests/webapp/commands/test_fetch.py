"""`carto fetch`: what it fetches, what it says, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.storage.attempts import FETCH, last_attempts
from geodata.storage.data_dir import DataDir
from tests.geodata.fetching.faults import ROWS, status
from tests.geodata.fetching.publisher import Publisher
from webapp.cli import main

CONFIG = """
[territory]
scope = "29"
[fetch]
allow_hosts = ["127.0.0.1"]
[sources.contours]
file = "contours.geojson"
millesime = "2026"
date = "2026-01-01"
cog = 2026
[sources.population]
url = "{url}/population.csv"
millesime = "2023"
date = "2026-01-01"
cog = 2026
[sources.fibre]
url = "{url}/fibre.csv"
millesime = "T2 2026"
date = "2026-06-30"
cog = 2026
"""


@pytest.fixture
def config(tmp_path: Path, publisher: Publisher) -> Path:
    """Configure a local file and two addresses."""
    publisher.files |= {"/population.csv": ROWS, "/fibre.csv": ROWS * 2}
    (tmp_path / "contours.geojson").write_text("{}")
    path = tmp_path / "carto.toml"
    path.write_text(CONFIG.replace("{url}", publisher.url("")))
    return path


def run(config: Path, *words: str) -> int:
    data_dir = config.parent / "data"
    return main(["fetch", "--config", str(config), "--data-dir", str(data_dir), *words])


def test_one_line_per_source_on_stdout_and_words_on_stderr(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(config) == 0
    out, err = capsys.readouterr()
    lines = [line.split("\t") for line in out.splitlines()]
    assert [line[:2] for line in lines] == [["fibre", "new"], ["population", "new"]]
    assert (config.parent / "data" / "raw" / lines[1][2]).read_bytes() == ROWS
    assert "téléchargement de fibre" in err
    assert run(config) == 0
    assert "population\tunchanged\t" in capsys.readouterr().out


def test_a_failure_does_not_stop_the_others(
    config: Path, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    publisher.faults["/fibre.csv"] = status(404)
    assert run(config, "--json") == 1
    out, err = capsys.readouterr()
    fibre, population = json.loads(out)
    assert (fibre["state"], fibre["sha256"]) == ("failed", None)
    assert "répond 404" in fibre["problem"]
    assert (population["state"], population["problem"]) == ("new", None)
    assert "erreur\u00a0: http://127.0.0.1" in err
    assert fibre["url"] == publisher.url("/fibre.csv")
    assert "Échec pour 1 sur 2\u00a0sources\u00a0; aucun fichier n'en avait été reçu." in err
    noted = last_attempts(DataDir(config.parent / "data"))[FETCH]
    assert str(noted.problem).startswith("Échec pour 1 sur 2")


def test_a_source_that_keeps_its_last_file_is_named(
    config: Path, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(config, "--source", "fibre") == 0
    publisher.faults |= {"/fibre.csv": status(404), "/population.csv": status(404)}
    assert run(config) == 1
    err = capsys.readouterr().err
    assert "le dernier fichier reçu reste en usage pour\u00a0: fibre." in err


def test_one_source_may_be_chosen(
    config: Path, publisher: Publisher, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(config, "--source", "fibre", "--json") == 0
    assert [outcome["source"] for outcome in json.loads(capsys.readouterr().out)] == ["fibre"]
    assert [path for path, _ in publisher.asked] == ["/fibre.csv"]


@pytest.mark.parametrize("name", ["contours", "epci"])
def test_a_source_that_cannot_be_fetched_is_named(
    config: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(config, "--source", name) == 1
    assert f"pas de source «\u00a0{name}\u00a0»" in capsys.readouterr().err


def test_local_files_alone_need_no_network(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = config.read_text()
    config.write_text(text[: text.index("[sources.population]")])
    assert run(config) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "toutes sont des fichiers locaux" in err
