"""`carto verify`: hold a published snapshot against its manifest, every byte."""

from __future__ import annotations

import argparse

import orjson

from carto import french
from geodata.storage.data_dir import DataDir, is_snapshot_id
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot, list_snapshots
from webapp.commands.words import say


def run(options: argparse.Namespace) -> int:
    """Verify one snapshot; a damaged one is an expected failure that names the file.

    So is a damaged `latest`: the newest snapshot is then verified, and the exit code is 1.
    """
    data_dir = DataDir(options.data_dir)
    chosen = _chosen_id(data_dir, options.id)
    is_latest_damaged = options.id is None and data_dir.latest_ids()[:1] != (chosen,)
    if is_latest_damaged:
        say(
            f"attention : Le fichier « {data_dir.latest} » est abîmé ou absent : il ne désigne pas "
            f"d'instantané publié. L'instantané « {chosen} » est vérifié à la place ; "
            "`carto build` réécrit ce fichier."
        )
    snapshot = Snapshot.open(data_dir.snapshot(chosen))
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
    return 1 if is_latest_damaged else 0


def _chosen_id(data_dir: DataDir, asked: str | None) -> str:
    """Return the id to verify: the one asked for, or the one that is served.

    That is the first published one that `latest` names, else the newest.
    """
    published = data_dir.published_ids()
    if asked is None:
        named = [known for known in data_dir.latest_ids() if known in published]
        candidates = named or [summary.id for summary in list_snapshots(data_dir)]
        if not candidates:
            raise SnapshotError(
                f"Aucun instantané publié dans « {data_dir.path} » : lancez `carto build --demo`."
            )
        return candidates[0]
    if not is_snapshot_id(asked) or asked not in published:
        raise SnapshotError(
            f"Aucun instantané « {asked[:40]} » dans « {data_dir.path} » : voyez `carto list`."
        )
    return asked
