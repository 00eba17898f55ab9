"""Two real builds of the demonstration, compared: who moved, and why."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from geodata.evolutions import (
    CSV_COLUMNS,
    compare_snapshots,
    evolution_csv,
    record_evolution,
    store_evolution,
)
from geodata.storage.data_dir import DataDir
from tests.demo import Built, build_in, demo_file, demo_settings


@pytest.fixture(scope="module")
def evolution(built_demo: Built, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Compare the demonstration with one whose Argol is fully connectable."""
    folder = tmp_path_factory.mktemp("later")
    fibre = folder / "fibre.csv"
    text = demo_file("fibre").read_text("utf-8")
    fibre.write_text(text.replace("29001,Argol,29,779,595", "29001,Argol,29,779,779"), "utf-8")
    later = build_in(folder / "data", demo_settings(fibre=fibre))
    return compare_snapshots(built_demo.snapshot, later.snapshot)


def test_one_commune_moved_for_one_reason(evolution: dict[str, Any]) -> None:
    (move,) = evolution["moves"]
    assert (move["code_insee"], move["nom"]) == ("29001", "Argol")
    assert [cause["code"] for cause in move["causes"]] == ["PROGRES_FIBRE"]
    assert "595 puis 779 locaux raccordables" in move["causes"][0]["message"].replace("\u202f", " ")


def test_both_releases_name_their_files(evolution: dict[str, Any]) -> None:
    files = [
        {source["id"]: source["sha256"] for source in evolution[side]["sources"]}
        for side in ("before", "after")
    ]
    assert {name for name in files[0] if files[0][name] != files[1][name]} == {"fibre"}


def test_classes_balance(evolution: dict[str, Any], built_demo: Built) -> None:
    for verdict, count in evolution["verdicts"].items():
        assert count["before"] == built_demo.report.verdicts.get(verdict, 0)
        assert count["after"] == count["before"] + count["entered"] - count["left"]
    assert sum(count["entered"] for count in evolution["verdicts"].values()) == 1


def test_tables_say_which_values_differ(evolution: dict[str, Any]) -> None:
    communes = next(table for table in evolution["tables"] if table["table"] == "communes")
    changed = {column["column"]: column["changed"] for column in communes["columns"]}
    assert changed["locaux_raccordables"] == 1
    assert "geometry" not in changed
    assert communes["added"] == communes["removed"] == ()
    sites = next(table for table in evolution["tables"] if table["table"] == "sites")
    assert sites["columns"] == ()


def test_a_rule_that_changed_is_the_cause(built_demo: Built, tmp_path: Path) -> None:
    settings = replace(demo_settings(), parameter_overrides={"alerts.fibre_pct": 90})
    other = build_in(tmp_path, settings)
    told = compare_snapshots(built_demo.snapshot, other.snapshot)
    assert told["rule"] == [{"name": "parameters.alerts.fibre_pct", "before": 95.0, "after": 90}]
    assert told["moves"]
    assert {cause["code"] for move in told["moves"] for cause in move["causes"]} == {"REGLE"}


def test_a_snapshot_does_not_differ_from_itself(built_demo: Built) -> None:
    told = compare_snapshots(built_demo.snapshot, built_demo.snapshot)
    assert (told["moves"], told["rule"]) == ([], [])
    assert all(not table["columns"] for table in told["tables"])


def test_the_csv_has_a_line_per_commune(evolution: dict[str, Any]) -> None:
    (line,) = csv.DictReader(io.StringIO(evolution_csv(evolution), newline=""))
    assert tuple(line) == CSV_COLUMNS
    assert (line["nom"], line["causes"]) == ("Argol", "PROGRES_FIBRE")


def test_a_comparison_is_kept_beside_the_snapshots(
    evolution: dict[str, Any], tmp_path: Path
) -> None:
    data_dir = DataDir(tmp_path)
    store_evolution(data_dir, evolution)
    path = data_dir.change(evolution["before"]["snapshot"], evolution["after"]["snapshot"])
    assert json.loads(path.read_bytes())["moves"][0]["nom"] == "Argol"


def test_a_build_keeps_what_changed_since_the_one_before(tmp_path: Path) -> None:
    data_dir = DataDir(tmp_path)
    first = build_in(tmp_path, demo_settings()).snapshot
    assert not (tmp_path / "changes").exists()
    settings = replace(demo_settings(), parameter_overrides={"alerts.fibre_pct": 90})
    second = build_in(tmp_path, settings).snapshot
    told = json.loads(data_dir.change(first.id, second.id).read_bytes())
    assert told["before"]["snapshot"] == first.id
    assert told["moves"]
    path = data_dir.change(first.id, second.id)
    path.unlink()
    record_evolution(data_dir, second)
    assert path.is_file()


def test_a_snapshot_that_is_no_more_is_not_compared(built_demo: Built, tmp_path: Path) -> None:
    data_dir = DataDir(tmp_path)
    data_dir.point_latest_to("0" * 16)
    record_evolution(data_dir, built_demo.snapshot)
    assert not (tmp_path / "changes").exists()
