"""Same inputs, same id: in another order, at another hour, in another process, twenty times."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.demo import Built, build_in, demo_settings
from tests.geodata.crash.tiny_build import build_quietly, tiny_settings
from tests.shuffled import shuffled_settings

CARTO = (sys.executable, "-c", "import sys; from webapp.cli import main; sys.exit(main())")


def test_the_demonstration_in_another_order(built_demo: Built, tmp_path: Path) -> None:
    settings = shuffled_settings(demo_settings(), tmp_path / "files", 1)
    again = build_in(tmp_path / "data", settings)
    assert again.snapshot.rows("communes") == built_demo.snapshot.rows("communes")
    assert again.snapshot.id == built_demo.snapshot.id


def test_rows_set_aside_on_other_lines(tmp_path: Path) -> None:
    """What was refused is quoted with its line; the line is not what makes the snapshot."""
    settings = tiny_settings(tmp_path / "files")
    (population,) = (source.file for source in settings.sources if source.id == "population")
    assert population is not None
    bad = "53;Bretagne;29;2;99;999;x9999;Nulle part;12;1;13\n"
    population.write_text(population.read_text("utf-8") + bad, "utf-8")
    first = build_quietly(settings, tmp_path / "first")
    shuffled = shuffled_settings(settings, tmp_path / "again", 1, with_columns=False)
    second = build_quietly(shuffled, tmp_path / "second")
    assert first.sources["population"]["refused"] == 1
    assert second.snapshot_id == first.snapshot_id


def test_twenty_builds_give_one_id(tmp_path: Path) -> None:
    settings = tiny_settings(tmp_path / "files")
    ids = {
        build_quietly(
            shuffled_settings(settings, tmp_path / f"files-{seed}", seed),
            tmp_path / f"data-{seed}",
        ).snapshot_id
        for seed in range(20)
    }
    assert len(ids) == 1


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Cayenne", "LC_ALL": "C.UTF-8"},
    ],
    ids=["one", "two"],
)
def test_another_process_in_other_surroundings(
    built_demo: Built, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    """Another order of sets, another hour and day, another language."""
    built = subprocess.run(
        [*CARTO, "--data-dir", str(tmp_path / "data"), "build", "--demo"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
    )
    assert built.stdout.strip() == built_demo.snapshot.id
