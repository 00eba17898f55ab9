"""`carto diff`: two snapshots, their differences in words, in CSV or in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.cli import main


@pytest.fixture
def later(own_snapshot_dir: Path) -> str:
    """Publish a second snapshot, where the first commune has another class."""
    first, *others = TABLES["communes"]
    moved = first | {"verdict": "0", "alert_offre": not first["alert_offre"]}
    return publish(own_snapshot_dir, TABLES | {"communes": [moved, *others]}).id


def diff(folder: Path, *words: str) -> int:
    return main(["diff", *words, "--data-dir", str(folder)])


def test_the_served_snapshot_is_compared_with_the_one_before(
    own_snapshot_dir: Path, snapshot_id: str, later: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(own_snapshot_dir) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"De {snapshot_id} (")
    assert f"à {later} (" in said
    assert "valeurs modifiées" in said
    assert "entrées\u00a0: 1" in said


def test_all_of_it_as_json(
    own_snapshot_dir: Path, snapshot_id: str, later: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(own_snapshot_dir, later[:8], snapshot_id, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["before"]["snapshot"], told["after"]["snapshot"]) == (later, snapshot_id)
    assert len(told["moves"]) == 1


@pytest.mark.usefixtures("later")
def test_the_communes_as_csv(own_snapshot_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff(own_snapshot_dir, "--csv") == 0
    header, line = capsys.readouterr().out.splitlines()
    assert header.startswith("code_insee,nom,")
    assert line.startswith(TABLES["communes"][0]["code_insee"])


@pytest.mark.parametrize("words", [[], ["zzzz"], ["0"], ["0000000000000000", "1" * 16]])
def test_nothing_to_compare_is_said(
    snapshot_dir: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert diff(snapshot_dir, *words) == 1
    assert "carto list" in capsys.readouterr().err
