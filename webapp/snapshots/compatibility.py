"""Whether this software can read a snapshot: the same columns and the same parameters.

A snapshot may be whole and still come from another version of the software. Its pages would then
fail one by one; it is refused as a whole instead, before anything is read from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from carto.verdict.parameters import Parameters
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot


def require_same_software(snapshot: Snapshot) -> None:
    """Refuse a snapshot whose tables or method are not those of this software.

    Parameters
    ----------
    snapshot
        Verified; only its manifest is read.

    Raises
    ------
    SnapshotError
        Naming the first table or the parameters that differ, and what to do.
    """
    for name, contract in (*SNAPSHOT_TABLES.items(), *COMPLEMENTS.items()):
        fields = snapshot.tables.get(name, {}).get("schema", {}).get("fields", [])
        _require_equal(
            snapshot, f"table « {name} »", {f["name"] for f in fields}, set(contract.names)
        )
    parameters = snapshot.facts.get("method", {}).get("parameters", {})
    _require_equal(
        snapshot,
        "paramètres de la méthode",
        _dotted(parameters),
        _dotted(Parameters().as_dict()),
    )


def _require_equal(snapshot: Snapshot, what: str, found: set[str], expected: set[str]) -> None:
    """Refuse names that differ, saying which one first."""
    differing = sorted(found ^ expected)
    if differing:
        raise SnapshotError(
            f"Instantané « {snapshot.id} » refusé ({what} : « {differing[0]} ») : instantané d'une "
            "autre version du logiciel : reconstruisez-le (`carto build`)."
        )


def _dotted(parameters: Mapping[str, Any]) -> set[str]:
    """Name every parameter once, with its group."""
    names: set[str] = set()
    for group, values in parameters.items():
        if isinstance(values, Mapping):
            names |= {f"{group}.{key}" for key in values}
        else:
            names.add(group)
    return names
