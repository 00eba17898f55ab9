"""Fixtures of crashes: what is served before, and what the next build must give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from carto.assessment import Assessment, assess
from geodata.build import BuildReport
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
    assessment
        What the next build computes from its tables, whatever the disk does.
    """

    folder: Path
    former: str
    following: str
    settings: BuildSettings
    assessment: Assessment

    def build_next(self, data_dir: DataDir) -> BuildReport:
        """Build as the next build does, without computing again what is known."""
        with mock.patch("geodata.build.assess", return_value=self.assessment):
            return build_quietly(self.settings, data_dir.path)

    def check_nothing_is_lost(self, data_dir: DataDir) -> None:
        """Check what a build that died left: whole snapshots, and one orphan at most."""
        served, warnings = open_latest(data_dir)
        assert served.id in (self.former, self.following)
        assert (warnings, damaged(data_dir)) == ((), [])
        assert len(orphans(data_dir)) <= 1

    def check_the_next_build_succeeds(self, data_dir: DataDir) -> None:
        """Build again: the same id, what changed is told, and no orphan is left."""
        assert self.build_next(data_dir).snapshot_id == self.following
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
    computed: list[Assessment] = []

    def assess_and_keep(*given: Any) -> Assessment:
        computed.append(assess(*given))
        return computed[-1]

    with mock.patch("geodata.build.assess", assess_and_keep):
        following = build_quietly(settings, copy.path)
    ids = (former.snapshot_id, following.snapshot_id)
    assert ids[0] != ids[1]
    return Succession(folder / "data", *ids, settings, computed[0])
