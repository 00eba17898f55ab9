"""`carto diff`: what changed between two published snapshots, and why."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from carto import french
from carto.changes.causes import CAUSES, rule_wording
from carto.contracts import TableContract
from carto.tables.published import SNAPSHOT_TABLES
from carto.typography import typeset
from carto.vocabulary import VERDICT_WORDS
from geodata.evolutions import compare_snapshots, evolution_csv
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot

_SHORTEST_PREFIX = 4
_NAMED_COLUMNS = 12


def run(options: argparse.Namespace) -> int:
    """Compare two snapshots; without ids, the one served with the one before it."""
    data_dir = DataDir(options.data_dir)
    served = data_dir.latest_ids()
    after = _find(data_dir, options.after or _nth(served, 0, data_dir))
    others = [known for known in served if known != after]
    before = _find(data_dir, options.before or _nth(others, 0, data_dir))
    evolution = compare_snapshots(
        Snapshot.open(data_dir.snapshot(before)), Snapshot.open(data_dir.snapshot(after))
    )
    if options.json:
        print(orjson.dumps(evolution).decode())
    elif options.csv:
        sys.stdout.write(evolution_csv(evolution))
    else:
        print("\n".join(map(typeset, _lines(evolution))))
    return 0


def _nth(ids: tuple[str, ...] | list[str], rank: int, data_dir: DataDir) -> str:
    """Return an id of `latest`."""
    if len(ids) <= rank:
        raise SnapshotError(
            f"Il n'y a pas deux instantanés à comparer dans « {data_dir.path} » : voyez "
            "`carto list`, puis `carto diff A B`."
        )
    return ids[rank]


def _find(data_dir: DataDir, asked: str) -> str:
    """Return the published id that begins with what was asked."""
    found = [known for known in data_dir.published_ids() if known.startswith(asked)]
    if len(asked) < _SHORTEST_PREFIX or len(found) != 1:
        raise SnapshotError(
            f"Aucun instantané, ou plusieurs, pour « {asked[:40]} » dans « {data_dir.path} » : "
            "donnez l'identifiant entier, voyez `carto list`."
        )
    return found[0]


def _lines(evolution: Mapping[str, Any]) -> list[str]:
    """Tell a comparison in a few lines."""
    before, after = evolution["before"], evolution["after"]
    moved = evolution["moves"]
    lines = [
        f"De {before['snapshot']} ({before['title']}) à {after['snapshot']} ({after['title']})"
    ]
    lines += _source_lines(before["sources"], after["sources"])
    lines += [_table_line(table) for table in evolution["tables"]]
    lines += [
        f"règle : {rule_wording(rule['name'], rule['before'], rule['after'])}"
        for rule in evolution["rule"]
    ]
    for verdict, count in evolution["verdicts"].items():
        if any(count.values()):
            lines.append(
                f"{VERDICT_WORDS[verdict]} : {french.plural(count['before'], 'commune')}, puis "
                f"{count['after']} (entrées : {count['entered']}, sorties : {count['left']})"
            )
    causes = Counter(code for move in moved for code in {cause["code"] for cause in move["causes"]})
    lines += [
        f"cause : {CAUSES.get(code, code)} : {french.plural(number, 'commune')}"
        for code, number in sorted(causes.items(), key=lambda one: (-one[1], one[0]))
    ]
    return lines


def _source_lines(
    before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> Iterator[str]:
    """Tell the sources that came, went, or are of another file, by id."""
    old = {source["id"]: source for source in before}
    new = {source["id"]: source for source in after}
    for name in sorted({*old, *new}):
        if name not in new:
            yield f"source retirée : {name} ({_vintage(old[name])})"
        elif name not in old:
            yield f"source ajoutée : {name} ({_vintage(new[name])})"
        elif _vintage(old[name]) != _vintage(new[name]):
            vintages = f"{_vintage(old[name])}, puis {_vintage(new[name])}"
            yield f"source d'un autre millésime : {name} ({vintages})"
        elif old[name]["sha256"] != new[name]["sha256"]:
            yield f"autre fichier du même millésime : {name} ({_vintage(new[name])})"


def _vintage(source: Mapping[str, Any]) -> str:
    """Name the vintage of a source, and the day that its file describes."""
    return f"{source['millesime']}, état au {french.date(source['date'])}"


def _table_line(table: Mapping[str, Any]) -> str:
    """Tell the rows and the values of a table that changed, columns by their labels."""
    contract = SNAPSHOT_TABLES[table["table"]]
    changed = {column["column"]: column["changed"] for column in table["columns"]}
    relisted = sum(changed.pop(name, 0) for name in contract.key)
    labels = [f"« {_label(contract, name)} »" for name in [*changed][:_NAMED_COLUMNS]]
    others = len(changed) - len(labels)
    named = f"{', '.join(labels)}{_and_others(others)}"
    said = [
        f"{len(table['added'])} de plus, {len(table['removed'])} de moins",
        *([_relisted(relisted)] if relisted else []),
        f"valeurs modifiées : {named}" if labels else "mêmes valeurs",
    ]
    before = french.plural(table["rows_before"], "ligne")
    rows = f"{before}, puis {french.number(table['rows_after'])}"
    return f"{table['table']} : {rows} ; {' ; '.join(said)}"


def _label(contract: TableContract, name: str) -> str:
    """Label of a column; one that only former versions published keeps its name."""
    return contract.column(name).label if name in contract.names else name


def _and_others(count: int) -> str:
    """Count the columns that are not named, if any."""
    if not count:
        return ""
    return f" et {count} {'autre' if count == 1 else 'autres'}"


def _relisted(count: int) -> str:
    """Tell the places whose id changed: each is the same, taken from another list."""
    read = "désormais lu" if count == 1 else "désormais lus"
    return f"{french.plural(count, 'lieu', 'lieux')} {read} dans une autre liste"
