"""The questions are drawn once: each run asks the same, and never one address alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.service.questions import mixed_paths, questions_on
from bench.service.tiles import tile_paths, write_tiles
from geodata.storage.snapshot import open_latest
from tests.demo import Built
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="module")
def loaded(built_demo: Built) -> LoadedSnapshot:
    return load(*open_latest(built_demo.data_dir))


def test_every_run_asks_the_same(loaded: LoadedSnapshot) -> None:
    assert questions_on(loaded) == questions_on(loaded)


def test_each_question_has_many_addresses(loaded: LoadedSnapshot) -> None:
    for question in questions_on(loaded):
        assert len(set(question.paths)) > 50


def test_tiles_are_the_same_as_files(loaded: LoadedSnapshot, tmp_path: Path) -> None:
    paths = tile_paths(loaded.snapshot)
    root = write_tiles(loaded.snapshot, paths, tmp_path)
    assert {f"/{path.relative_to(root)}" for path in root.rglob("*.gz")} == {
        f"{path}.gz" for path in paths
    }


def test_a_day_of_visits_asks_for_everything(loaded: LoadedSnapshot) -> None:
    paths = mixed_paths(loaded, tile_paths(loaded.snapshot))
    kinds = {path.split("/")[1] for path in paths}
    assert {"", "commune", "api", "ogc", "tuiles", "epci", "donnees"} <= kinds
