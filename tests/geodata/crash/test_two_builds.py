"""Two builds at once in one data folder: one goes on, the other one is refused cleanly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.demo import DEMO
from tests.geodata.crash.conftest import Succession
from tests.geodata.crash.tiny_build import build_quietly, copy_of

CARTO = (sys.executable, "-c", "import sys; from webapp.cli import main; sys.exit(main())")


def test_the_second_one_is_refused_while_the_first_goes_on(
    succession: Succession, tmp_path: Path
) -> None:
    data_dir = copy_of(succession.folder, tmp_path / "data")
    refusals: list[subprocess.CompletedProcess[str]] = []

    def build_again(_: str) -> None:
        """Build from another process in the midst of the first build, once."""
        if not refusals:
            command = [
                "--data-dir",
                str(data_dir.path),
                "build",
                "--config",
                str(DEMO / "carto.toml"),
            ]
            refusals.append(
                subprocess.run([*CARTO, *command], capture_output=True, text=True, check=False)
            )

    report = build_quietly(succession.settings, data_dir.path, build_again)
    (refused,) = refusals
    assert refused.returncode == 1
    assert refused.stdout == ""
    (line,) = refused.stderr.splitlines()
    assert "Une autre construction est en cours" in line
    assert report.snapshot_id == succession.following
    succession.check_nothing_is_lost(data_dir)


def test_what_is_served_is_whole_at_every_step_of_a_build(
    succession: Succession, tmp_path: Path
) -> None:
    data_dir = copy_of(succession.folder, tmp_path / "data")
    served: list[str] = []
    reader = DataDir(data_dir.path)
    build_quietly(
        succession.settings, data_dir.path, lambda _: served.append(open_latest(reader)[0].id)
    )
    assert set(served) == {succession.former}
    assert open_latest(reader)[0].id == succession.following
