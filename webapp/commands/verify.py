"""`carto verify`: hold a published snapshot against its manifest, every byte."""

from __future__ import annotations

import argparse

import orjson

from carto import french
from geodata.storage.data_dir import DataDir, is_snapshot_id
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot
from webapp.commands.words import say


def run(options: argparse.Namespace) -> int:
    """Verify one snapshot; a damaged one is an expected failure that names the file."""
    data_dir = DataDir(options.data_dir)
    snapshot = Snapshot.open(data_dir.snapshot(_chosen_id(data_dir, options.id)))
    resources = snapshot.manifest["resources"]
    size = sum(resource["bytes"] for resource in resources)
    if options.json:
        document = {"snapshot": snapshot.id, "files": len(resources), "bytes": size}
        print(orjson.dumps(document).decode())
    else:
        print(snapshot.id)
        files = french.plural(len(resources), "fichier")
        megabytes = french.number(size / 1e6, 1, "Mo")
        say(f"Instantané {snapshot.id} intact : {files}, {megabytes}.")
    return 0


def _chosen_id(data_dir: DataDir, asked: str | None) -> str:
    """Return the id to verify: the one asked for, or the one that `latest` names first."""
    if asked is None:
        latest = data_dir.latest_ids()
        if not latest:
            raise SnapshotError(
                f"Aucun instantané publié dans « {data_dir.path} » : lancez `carto build --demo`."
            )
        return latest[0]
    if not is_snapshot_id(asked) or asked not in data_dir.published_ids():
        raise SnapshotError(
            f"Aucun instantané « {asked[:40]} » dans « {data_dir.path} » : voyez `carto list`."
        )
    return asked
