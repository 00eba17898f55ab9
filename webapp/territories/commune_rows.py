"""Rows of a complement about the communes of a territory, in the order of its key."""

from __future__ import annotations

from collections.abc import Collection

from carto.contracts import TableContract
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

# Above so many communes, reading the whole table costs less than looking for each of them.
WORTH_READING_WHOLE = 1000


def commune_rows(
    snapshot: LoadedSnapshot, contract: TableContract, codes: Collection[str]
) -> list[Row]:
    """Read the rows of some communes; none when the table is not published.

    Parameters
    ----------
    snapshot
        Where it is published.
    contract
        Of the table, which has `code_insee`.
    codes
        The communes.
    """
    if contract.name not in snapshot.snapshot.tables:
        return []
    if len(codes) > WORTH_READING_WHOLE:
        wanted = frozenset(codes)
        return [row for row in snapshot.details(contract.name) if row["code_insee"] in wanted]
    names = contract.names
    columns = snapshot.snapshot.columns_of(contract.name, names, {"code_insee": codes})
    return [dict(zip(names, values, strict=True)) for values in zip(*columns.values(), strict=True)]
