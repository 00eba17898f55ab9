"""Build the whole of France and time it, as JSON: `python -m bench.france_build FILES DATA_DIR`."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.national_settings import national_settings
from geodata.build import build
from geodata.settings import BuildSettings
from geodata.storage.data_dir import DataDir


@dataclass(frozen=True)
class Timed:
    """What a build took: wall seconds without imports, those of the tiles, and memory at most."""

    snapshot: str
    seconds: float
    tiles_seconds: float
    peak_mib: float


def build_france(settings: BuildSettings, folder: Path) -> Timed:
    """Build in a data folder; the seconds of the tiles are those between what the build says."""
    said: list[tuple[float, str]] = []
    report = build(settings, DataDir(folder), lambda step: said.append((time.monotonic(), step)))
    tiles = [at for at, step in said if step.startswith("tuiles")]
    after = [at for at, step in said if tiles and at > tiles[-1]]
    tiles_seconds = after[0] - tiles[0] if tiles else 0.0
    return Timed(report.snapshot_id, report.seconds, round(tiles_seconds, 2), report.peak_mib)


if __name__ == "__main__":
    files, data_dir = map(Path, sys.argv[1:])
    with TemporaryDirectory(prefix="carto-bench-") as archives:
        timed = build_france(national_settings(files, Path(archives)), data_dir)
    print(json.dumps(asdict(timed)))
