"""`carto build`: from the publishers' files to a published snapshot."""

from __future__ import annotations

import argparse
from pathlib import Path

import orjson

import geodata
from carto import french
from geodata.build import BuildReport, build
from geodata.settings import load_settings
from geodata.storage.data_dir import DataDir
from webapp.commands.progress import reporting
from webapp.commands.words import say

# Steps of a build beside one per source: sharing, joining, tables, maps, five layers of tiles,
# publication.
OTHER_STEPS = 10
DEMO = Path(geodata.__file__).parent / "demo" / "carto.toml"


def run(options: argparse.Namespace) -> int:
    """Build, publish, and write the snapshot's id on stdout (or one JSON object)."""
    settings = load_settings(DEMO if options.demo else options.config)
    data_dir = DataDir(options.data_dir)
    with reporting(len(settings.sources) + OTHER_STEPS) as tell:
        report = build(settings, data_dir, tell, force=options.force)
    say(summary(report))
    print(as_json(report) if options.json else report.snapshot_id)
    return 0


def summary(report: BuildReport) -> str:
    """Sum up a build in one line."""
    if report.up_to_date:
        return f"Instantané {report.snapshot_id} déjà à jour."
    communes = french.plural(sum(report.verdicts.values()), "commune")
    seconds = french.number(report.seconds, 1, "s")
    memory = french.number(report.peak_mib, 0, "Mio")
    return f"Instantané {report.snapshot_id} publié : {communes}, {seconds}, {memory} au plus."


def as_json(report: BuildReport) -> str:
    """Write the report of a build as one JSON object."""
    document = {
        "snapshot": report.snapshot_id,
        "seconds": report.seconds,
        "peak_mib": report.peak_mib,
        "sources": report.sources,
        "verdicts": report.verdicts,
    }
    return orjson.dumps(document).decode()
