"""`carto export`: a published table, whole or for one territory, for another tool."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from geodata.exports import export, export_to_stdout
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.words import say
from webapp.snapshots.compatibility import require_same_software

STDOUT = Path("-")


def run(options: argparse.Namespace) -> int:
    """Write the file, and its path on stdout; or the bytes themselves on stdout."""
    snapshot, warnings = open_latest(DataDir(options.data_dir), require_same_software)
    for warning in warnings:
        _warn(warning)
    asked = (snapshot, options.table, options.format, options.territory)
    if options.output == STDOUT or _is_stdout(options.output):
        export_to_stdout(*asked, sys.stdout.buffer, _warn)
    else:
        print(export(*asked, options.output, _warn))
    return 0


def _warn(line: str) -> None:
    """Say on stderr what does not stop the export."""
    say(f"attention : {line}")


def _is_stdout(path: Path) -> bool:
    """Whether a path leads to stdout, as `/dev/stdout` does: no path must mix with the bytes."""
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except OSError:  # nothing there yet, or a stdout without descriptor
        return False
