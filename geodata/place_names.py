"""Names of places by identifier: a file for people names the place that a commune is nearest to."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq


def place_names(path: Path) -> dict[str, str]:
    """Read the names of the published places, each with its commune as published.

    Parameters
    ----------
    path
        The table of places of a snapshot.
    """
    columns = ("id", "nom", "nom_commune")
    table = pq.read_table(path, columns=list(columns))
    values = (table[name].to_pylist() for name in columns)
    return {
        place: f"{name} ({commune})" if commune else name
        for place, name, commune in zip(*values, strict=True)
    }
