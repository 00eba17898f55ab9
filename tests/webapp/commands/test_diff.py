"""`carto diff`: two snapshots, their differences in words, in CSV or in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from carto.french import NBSP
from tests.webapp.published import publish
from tests.webapp.sample import FACTS, TABLES, Row
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
    assert "Alerte" in said
    assert "alert_offre" not in said
    assert "entrées\u00a0: 1" in said


@pytest.mark.usefixtures("snapshot_id")
def test_sources_that_came_went_or_changed_are_said(
    own_snapshot_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = [source for source in FACTS["sources"] if source["id"] != "filosofi"]
    files = [_other_file(source) for source in kept]
    files.append(kept[0] | {"id": "cuivre", "millesime": "avril 2026", "date": "2026-04-01"})
    publish(own_snapshot_dir, sources=files)
    assert diff(own_snapshot_dir) == 0
    said = capsys.readouterr().out.replace(NBSP, " ")
    assert "source retirée : filosofi (2019, état au 31 décembre 2019)" in said
    assert "source ajoutée : cuivre (avril 2026, état au 1er avril 2026)" in said
    assert "source d'un autre millésime : fibre (2026, état au 30 juin 2026, puis 2027" in said
    assert "autre fichier du même millésime : epci (2026" in said
    assert "population (" not in said


def _other_file(source: Row) -> Row:
    """Change the vintage of one source, and the bytes of another."""
    changes: dict[str, Row] = {"fibre": {"millesime": "2027"}, "epci": {"sha256": "f" * 64}}
    return source | changes.get(source["id"], {})


@pytest.mark.usefixtures("snapshot_id")
def test_a_place_read_from_another_list_neither_opened_nor_closed(
    own_snapshot_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *others = TABLES["sites"]
    moved = first | {"id": "autre-liste-1", "merged_ids": first["id"]}
    publish(own_snapshot_dir, TABLES | {"sites": [moved, *others]})
    assert diff(own_snapshot_dir) == 0
    said = capsys.readouterr().out.replace(NBSP, " ")
    line = next(line for line in said.splitlines() if line.startswith("sites :"))
    assert "0 de plus, 0 de moins ; 1 lieu désormais lu dans une autre liste" in line
    assert line.endswith("valeurs modifiées : « Fiches réunies »")


@pytest.mark.usefixtures("snapshot_id")
def test_a_changed_rule_is_written_with_words(
    own_snapshot_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = {"kind": "matrix", "date": "2026-06-01", "squares": None}
    publish(own_snapshot_dir, method=FACTS["method"] | {"travel_model": model})
    assert diff(own_snapshot_dir) == 0
    said = capsys.readouterr().out.replace(NBSP, " ")
    assert "règle : Origine des temps de trajet : estimation à vol d'oiseau corrigée, puis " in said
    assert "table de temps de trajet, 1er juin 2026" in said
    assert "None" not in said
    assert "departement : 1 ligne, puis 1 ;" in said


@pytest.mark.usefixtures("snapshot_id")
def test_columns_beyond_the_first_are_counted(
    own_snapshot_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *others = TABLES["departement"]
    counts = [name for name in first if name.startswith("communes_type_")]
    counts += [name for name in first if name.startswith("population_type_")]
    moved = first | {name: (first[name] or 0) + 1 for name in counts}
    publish(own_snapshot_dir, TABLES | {"departement": [moved, *others]})
    assert diff(own_snapshot_dir) == 0
    said = capsys.readouterr().out.replace(NBSP, " ")
    line = next(line for line in said.splitlines() if line.startswith("departement :"))
    assert line.count("«") == 12
    assert line.endswith(f"» et {len(counts) - 12} autres")


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
