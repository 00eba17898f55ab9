"""Evolutions: two published snapshots compared, and the comparison kept beside them.

A snapshot does not depend on the one before it, so what changed between the two lies outside of
both, in `changes/<earlier>-<later>.json` of the data folder; it can always be computed again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any

import pyarrow.parquet as pq

from carto.changes.moves import Move, moves
from carto.changes.release import Release, Row, changed_rules
from carto.changes.same_places import renamed_places
from carto.changes.tables import ColumnNames, TableChange, compare_tables
from carto.drawing.travel_words import travel_words
from carto.tables.published import SNAPSHOT_TABLES
from carto.verdict.parameters import Catchment, Travel, reach_km
from carto.vocabulary import VERDICT_WORDS
from geodata.csv_text import csv_text
from geodata.storage.data_dir import DataDir
from geodata.storage.durable_files import disk_errors, replace_durably
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot

CSV_COLUMNS = (
    *("code_insee", "nom", "departement", "siren_epci", "population"),
    *("verdict_avant", "verdict_apres", "causes", "explications"),
)
_OF_A_SOURCE = ("id", "reader", "title", "millesime", "date", "sha256")


def compare_snapshots(before: Snapshot, after: Snapshot) -> dict[str, Any]:
    """Tell what changed between two snapshots.

    Parameters
    ----------
    before, after
        Two verified snapshots, the earlier one first.

    Returns
    -------
    dict
        JSON values: `before` and `after` (snapshot, title, created, cog, scope, sources), `rule`
        (parameters that differ), `tables` (columns, rows and values that differ), `verdicts`
        (class → communes before, after, entered, left), `moves` (communes whose class changed,
        with the causes).
    """
    old, new = _release(before), _release(after)
    moved = moves(old, new, _reach(after))
    return {
        "before": _identity(before),
        "after": _identity(after),
        "rule": [
            {"name": name, "before": values[0], "after": values[1]}
            for name, values in changed_rules(old, new).items()
        ],
        "tables": [asdict(_table_change(name, before, after)) for name in SNAPSHOT_TABLES],
        "verdicts": _classes(old, new, moved),
        "moves": [asdict(move) for move in moved],
    }


def evolution_csv(evolution: Mapping[str, Any]) -> str:
    """Write the communes that moved as RFC 4180 CSV, one line each."""
    return csv_text(CSV_COLUMNS, map(_csv_line, evolution["moves"]))


def _csv_line(move: Mapping[str, Any]) -> tuple[object, ...]:
    """List what the file says of a commune that moved."""
    causes = move["causes"]
    return (
        *(move[name] for name in CSV_COLUMNS[:5]),
        *(move["before"], move["after"]),
        "|".join(dict.fromkeys(cause["code"] for cause in causes)),
        " ".join(cause["message"] for cause in causes),
    )


def store_evolution(data_dir: DataDir, evolution: Mapping[str, Any]) -> None:
    """Keep a comparison beside the snapshots.

    Raises
    ------
    StorageError
        If the disk refuses.
    """
    path = data_dir.change(evolution["before"]["snapshot"], evolution["after"]["snapshot"])
    with disk_errors(f"d'écrire « {path.name} »"):
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_durably(path, json.dumps(evolution, ensure_ascii=False).encode())


def record_evolution(data_dir: DataDir, snapshot: Snapshot) -> None:
    """Keep what changed since the snapshot served before this one, unless it is kept already.

    The one before must be whole and of the same territory.

    Raises
    ------
    StorageError
        If the disk refuses.
    """
    earlier = (known for known in data_dir.latest_ids() if known != snapshot.id)
    former_id = next(earlier, None)
    if former_id is None or data_dir.change(former_id, snapshot.id).is_file():
        return
    with suppress(SnapshotError):
        former = Snapshot.open(data_dir.snapshot(former_id))
        if former.facts["scope"] == snapshot.facts["scope"]:
            store_evolution(data_dir, compare_snapshots(former, snapshot))


def _release(snapshot: Snapshot) -> Release:
    """Read what the changes are told from; a column of a later version of the tables is missing."""
    communes = dict.fromkeys(SNAPSHOT_TABLES["communes"].names)
    sites = dict.fromkeys(SNAPSHOT_TABLES["sites"].names)
    return Release(
        id=snapshot.id,
        cog=snapshot.facts["cog"],
        communes={row["code_insee"]: communes | row for row in snapshot.rows("communes")},
        sites={row["id"]: sites | row for row in snapshot.rows("sites")},
        rule=_rule(snapshot),
    )


def _rule(snapshot: Snapshot) -> dict[str, Any]:
    """Read the rule; where travel times come from is one value of it, in words.

    Which values are not the default ones adds nothing to the values.
    """
    method = {name: value for name, value in snapshot.facts["method"].items() if name != "replaced"}
    return method | {"travel_model": travel_words(snapshot.facts)}


def _identity(snapshot: Snapshot) -> dict[str, Any]:
    """Name a snapshot and the files it was made from."""
    facts = snapshot.facts
    return {
        "snapshot": snapshot.id,
        **{name: facts[name] for name in ("title", "created", "cog", "scope")},
        "sources": [
            {name: source.get(name) for name in _OF_A_SOURCE} for source in facts["sources"]
        ],
    }


def _reach(snapshot: Snapshot) -> float:
    """Distance beyond which a place has no weight, by the parameters of a snapshot."""
    said = snapshot.facts["method"]["parameters"]
    return reach_km(Travel(**said["travel"]), Catchment(**said["catchment"]))


def _classes(before: Release, after: Release, moved: Iterable[Move]) -> dict[str, dict[str, int]]:
    """Count the communes of the perimeter in each class, and those that entered or left it."""
    counted = {
        "before": Counter(row["verdict"] for row in _in_scope(before)),
        "after": Counter(row["verdict"] for row in _in_scope(after)),
        "entered": Counter(move.after for move in moved),
        "left": Counter(move.before for move in moved),
    }
    return {
        verdict: {what: counts[verdict] for what, counts in counted.items()}
        for verdict in VERDICT_WORDS
    }


def _in_scope(release: Release) -> Iterable[Row]:
    """Communes of the perimeter."""
    return (row for row in release.communes.values() if row["is_in_scope"])


def _table_change(table: str, before: Snapshot, after: Snapshot) -> TableChange:
    """Compare one table; a snapshot that does not have it has no row and no column of it.

    A place read from another list is the same row, whose `id` changed.
    """
    key = SNAPSHOT_TABLES[table].key
    old, new = _keyed(before, table, key), _keyed(after, table, key)
    renamed = renamed_places(old, new) if table == "sites" else {}
    return compare_tables(
        table,
        {renamed.get(name, name): row for name, row in old.items()},
        new,
        ColumnNames(_columns(before, table), _columns(after, table)),
    )


def _columns(snapshot: Snapshot, table: str) -> tuple[str, ...]:
    """Names of the columns of a table of a snapshot."""
    if table not in snapshot.tables:
        return ()
    return tuple(field["name"] for field in snapshot.tables[table]["schema"]["fields"])


def _keyed(snapshot: Snapshot, table: str, key: tuple[str, ...]) -> dict[str, Row]:
    """Rows of a table by key, geometries as the bytes of their WKB."""
    if table not in snapshot.tables:
        return {}
    rows = snapshot.rows(table)
    if "geometry" in _columns(snapshot, table):
        with pq.ParquetFile(snapshot.path(snapshot.tables[table]["path"])) as file:
            shapes = file.read(columns=["geometry"]).column("geometry").to_pylist()
        rows = [row | {"geometry": shape} for row, shape in zip(rows, shapes, strict=True)]
    return {", ".join(str(row[name]) for name in key): row for row in rows}
