"""`carto export`: a published table, whole or for one territory, for another tool."""

from __future__ import annotations

import argparse

from geodata.exports import export
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.words import say
from webapp.compatibility import require_same_software


def run(options: argparse.Namespace) -> int:
    """Write the file, and its path on stdout."""
    snapshot, warnings = open_latest(DataDir(options.data_dir), require_same_software)
    for warning in warnings:
        say(f"attention : {warning}")
    print(export(snapshot, options.table, options.format, options.territory, options.output))
    return 0
