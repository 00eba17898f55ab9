"""The embedded demonstration for tests: its settings, any of its files replaced, and builds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from geodata.build import BuildReport, build
from geodata.settings import BuildSettings, load_settings
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot, open_latest

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
    report = build(settings, data_dir, lambda _: None)
    snapshot, warnings = open_latest(data_dir)
    assert warnings == ()
    return Built(data_dir, report, snapshot)
