"""Fixtures of crashes: what is served before, and what the next build must give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from geodata.settings import BuildSettings
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.geodata.crash.tiny_build import build_quietly, copy_of, damaged, orphans, tiny_settings


@dataclass(frozen=True)
class Succession:
    """A data folder where a snapshot is served, and the settings of the next one.

    Attributes
    ----------
    folder
        Data folder that tests must not change.
    former, following
        Ids of the snapshot served, and of the one that the next build gives.
    settings
        Settings of the next build.
    """

    folder: Path
    former: str
    following: str
    settings: BuildSettings

    def check_nothing_is_lost(self, data_dir: DataDir) -> None:
        """Check what a build that died left: whole snapshots, and one orphan at most."""
        served, warnings = open_latest(data_dir)
        assert served.id in (self.former, self.following)
        assert (warnings, damaged(data_dir)) == ((), [])
        assert len(orphans(data_dir)) <= 1

    def check_the_next_build_succeeds(self, data_dir: DataDir) -> None:
        """Build again, and check what follows."""
        report = build_quietly(self.settings, data_dir.path)
        assert report.snapshot_id == self.following
        self.check_what_follows(data_dir)

    def check_what_follows(self, data_dir: DataDir) -> None:
        """Check that the next build gave the same id, told what changed and left no orphan."""
        assert open_latest(data_dir)[0].id == self.following
        assert data_dir.change(self.former, self.following).is_file()
        assert data_dir.published_ids() == tuple(sorted((self.former, self.following)))
        assert (damaged(data_dir), orphans(data_dir)) == ([], [])


@pytest.fixture(scope="package")
def succession(tmp_path_factory: pytest.TempPathFactory) -> Succession:
    folder = tmp_path_factory.mktemp("succession")
    former = build_quietly(tiny_settings(folder / "former", title="Avant"), folder / "data")
    settings = tiny_settings(folder / "following", title="Douarnenez")
    copy = copy_of(folder / "data", folder / "copy")
    following = build_quietly(settings, copy.path)
    assert former.snapshot_id != following.snapshot_id
    return Succession(folder / "data", former.snapshot_id, following.snapshot_id, settings)
