"""Results of checks: values, not exceptions.

The findings are published with the snapshot; only a blocking one stops the build.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

import pandas as pd

from carto import french
from carto.flags import MEANINGS

# The manifest lists so many findings of a check; all of them are in the table of findings.
LISTED = 100


@dataclass(frozen=True)
class Item:
    """One thing found: about which commune, place or source, and what."""

    subject: str
    nom: str
    message: str


@dataclass(frozen=True)
class CheckResult:
    """The result of one check.

    Attributes
    ----------
    id, title
        Stable name, and French title.
    looked_at
        How many rows were examined.
    items
        What was found.
    blocks
        Whether this stops publication.
    """

    id: str
    title: str
    looked_at: int
    items: tuple[Item, ...] = field(default=())
    blocks: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for the manifest: the count of findings, and the first of them."""
        return {
            "id": self.id,
            "title": self.title,
            "looked_at": self.looked_at,
            "found": len(self.items),
            "blocks": self.blocks,
            "items": [asdict(item) for item in self.items[:LISTED]],
        }


def flagged(table: pd.DataFrame, key: str, codes: tuple[str, ...]) -> tuple[Item, ...]:
    """List the rows that carry one of the flags, and how far outside they were published.

    Parameters
    ----------
    table
        Columns `key`, `nom`, `flags`, and if known `metres_outside`.
    key
        Column that names the subject.
    codes
        Flags to look for; a row that carries two gives two findings.
    """
    wanted = table[table["flags"].str.contains("|".join(codes), regex=True, na=False)]
    return tuple(
        Item(row[key], row["nom"], f"{_far(row['metres_outside'])}{MEANINGS[code]}")
        for row in records(wanted, key, "nom", "metres_outside", "flags")
        for code in codes
        if code in row["flags"].split("|")
    )


def records(table: pd.DataFrame, *columns: str) -> list[dict[str, Any]]:
    """Rows of some columns as plain mappings; an absent column is missing."""
    return [
        dict(zip(columns, values, strict=True))
        for values in table.reindex(columns=list(columns)).astype(object).to_numpy()
    ]


def _far(metres: float) -> str:
    """Say how far outside a point was published; nothing within its contour."""
    if pd.isna(metres) or metres == float("inf") or metres <= 0:
        return ""
    return f"à {french.number(metres / 1000, 1, 'km')} de son contour. "
