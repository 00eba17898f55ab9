"""The embedded demonstration for tests: its settings, any of its files replaced, and builds."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from geodata.build import BuildReport, build
from geodata.settings import BuildSettings, load_settings
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot, open_latest
from tests.shared_folders import made_once

DEMO = Path(__file__).resolve().parent.parent / "geodata" / "demo"


@dataclass(frozen=True)
class Built:
    """A data folder after a build: the report, and the snapshot now served."""

    data_dir: DataDir
    report: BuildReport
    snapshot: Snapshot

    def by_code(self) -> dict[str, dict[str, Any]]:
        """Index the published communes by their code."""
        return {row["code_insee"]: row for row in self.snapshot.rows("communes")}


def demo_settings(**files: Path) -> BuildSettings:
    """Load the settings of the demonstration, with other files for some sources."""
    settings = load_settings(DEMO / "carto.toml")
    sources = tuple(
        replace(source, file=files.get(source.id, source.file)) for source in settings.sources
    )
    return replace(settings, sources=sources)


def without(settings: BuildSettings, *ids: str) -> BuildSettings:
    """Drop some sources."""
    kept = tuple(source for source in settings.sources if source.id not in ids)
    return replace(settings, sources=kept)


def demo_file(source_id: str) -> Path:
    """Find the publisher's file of a source."""
    files = {source.id: source.file for source in demo_settings().sources}
    path = files[source_id]
    assert path is not None
    return path


def build_in(folder: Path, settings: BuildSettings) -> Built:
    """Build in a folder and open what is then served."""
    data_dir = DataDir(folder)
    return _opened(data_dir, build(settings, data_dir, lambda _: None))


def built_once(
    factory: pytest.TempPathFactory, name: str, build_once: Callable[[Path], Built]
) -> Built:
    """Open what one process of the run builds for all: data that tests must not change."""

    def make(folder: Path) -> None:
        report = build_once(folder / "data").report
        (folder / "report.json").write_text(json.dumps(asdict(report)), "utf-8")

    folder = made_once(factory, name, make)
    report = BuildReport(**json.loads((folder / "report.json").read_text("utf-8")))
    return _opened(DataDir(folder / "data"), report)


def _opened(data_dir: DataDir, report: BuildReport) -> Built:
    """Open what is served after a build."""
    snapshot, warnings = open_latest(data_dir)
    assert warnings == ()
    return Built(data_dir, report, snapshot)
