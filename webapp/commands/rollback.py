"""`carto rollback`: serve an earlier snapshot again, once it has been verified.

The services that read this data folder take it at their next request. Nothing is removed: the one
that was served stays published, and can be served again the same way.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import orjson

from geodata.storage.data_dir import DataDir, is_snapshot_id
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot
from webapp.commands.words import say
from webapp.snapshots.compatibility import require_same_software


def run(options: argparse.Namespace) -> int:
    """Point `latest` to the snapshot asked for, or to the one served just before."""
    data_dir = DataDir(options.data_dir)
    served = next(iter(data_dir.latest_ids()), None)
    snapshot = _asked(data_dir, options.id) if options.id else _one_before(data_dir)
    if snapshot.id != served:
        data_dir.point_latest_to(snapshot.id)
    if options.json:
        print(orjson.dumps({"snapshot": snapshot.id, "before": served}).decode())
    else:
        print(snapshot.id)
        title = snapshot.facts["title"]
        if snapshot.id == served:
            say(f"L'instantané {snapshot.id} est déjà celui qui est servi : {title}.")
        else:
            say(f"Instantané {snapshot.id} vérifié, servi désormais : {title}.")
            if served is not None:
                say(f"Pour revenir à celui d'avant : `carto rollback {served}`.")
    return 0


def _asked(data_dir: DataDir, asked: str) -> Snapshot:
    """Open the snapshot asked for, if it can be served."""
    if not is_snapshot_id(asked) or asked not in data_dir.published_ids():
        raise SnapshotError(
            f"Aucun instantané « {asked[:40]} » dans « {data_dir.path} » : voyez `carto list`. "
            "Rien n'a changé."
        )
    return _servable(data_dir, asked)


def _one_before(data_dir: DataDir) -> Snapshot:
    """Open the first of those served before that can still be."""
    published = data_dir.published_ids()
    earlier: Sequence[str] = [known for known in data_dir.latest_ids()[1:] if known in published]
    for snapshot_id in earlier:
        try:
            return _servable(data_dir, snapshot_id)
        except SnapshotError as refusal:
            say(f"attention : {refusal}")
    raise SnapshotError(
        f"Aucun instantané antérieur ne peut être servi depuis « {data_dir.path} » : voyez "
        "`carto list`. Rien n'a changé."
    )


def _servable(data_dir: DataDir, snapshot_id: str) -> Snapshot:
    """Verify every byte of a snapshot, and that this software reads it."""
    snapshot = Snapshot.open(data_dir.snapshot(snapshot_id))
    require_same_software(snapshot)
    return snapshot
