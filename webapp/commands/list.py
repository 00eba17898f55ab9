"""`carto list`: the published snapshots, newest first."""

from __future__ import annotations

import argparse

import orjson

from carto import french
from geodata.storage.attempts import KILLED
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import SnapshotSummary, list_snapshots
from webapp.commands.words import say
from webapp.operation.updates import failed_attempts


def run(options: argparse.Namespace) -> int:
    """Write one line per snapshot; an empty folder is not an error.

    The last build and the last fetch are spoken of when they failed.
    """
    data_dir = DataDir(options.data_dir)
    for said, attempt in failed_attempts(data_dir):
        say(f"attention : {said} : {attempt.problem or KILLED}")
    found = list_snapshots(data_dir)
    if options.json:
        print(orjson.dumps([_document(summary) for summary in found]).decode())
        return 0
    for summary in found:
        print(_line(summary))
    if not found:
        say(f"Aucun instantané dans « {data_dir.path} » : lancez `carto build --demo`.")
    return 0


def _document(summary: SnapshotSummary) -> dict[str, object]:
    return {
        "snapshot": summary.id,
        "title": summary.title,
        "created": summary.created,
        "is_current": summary.is_current,
        "bytes": summary.bytes,
    }


def _line(summary: SnapshotSummary) -> str:
    """Write a snapshot: a star when it is served, its id, date, size and title."""
    star = "*" if summary.is_current else " "
    created = (summary.created or "date inconnue")[:16].replace("T", " ")
    size = french.number(summary.bytes / 1e6, 1, "Mo")
    return f"{star} {summary.id}  {created}  {size:>9}  {summary.title or 'illisible'}"
