"""The territory that an address names: `territoire=departement-29`."""

from __future__ import annotations

from collections.abc import Collection

from carto.codes import FRANCE_CODE
from carto.said_back import said_back
from webapp.snapshots.loaded_snapshot import FRANCE, LoadedSnapshot

TERRITORY = "territoire"

Territory = tuple[str, str]


def territory_text(territory: Territory) -> str:
    """Write a territory as an address does.

    >>> territory_text(("departement", "29"))
    'departement-29'
    """
    return "-".join(territory)


def split_territory(said: str) -> Territory:
    """Part the type of a territory from its code, either of which may be empty.

    >>> split_territory("groupe-29103-29105"), split_territory("france"), split_territory("29")
    (('groupe', '29103-29105'), ('france', 'FR'), ('29', ''))
    """
    type_, _, code = said.partition("-")
    return type_, code or (FRANCE_CODE if type_ == FRANCE else "")


def named_territory(
    snapshot: LoadedSnapshot, said: str, types: Collection[str]
) -> Territory | None:
    """Read a territory; None unless it is published, and of one of some types.

    Parameters
    ----------
    snapshot
        What is published.
    said
        Type and code.
    types
        Those that make sense there.
    """
    type_, code = split_territory(said)
    return (type_, code) if type_ in types and code in snapshot.level(type_) else None


def unknown_territory(said: str) -> str:
    """Say that an address names no territory, and what would; the sentence is to be ended."""
    return (
        f"« {TERRITORY}={said_back(said)} » n'existe pas ici (attendu : departement-29 ou "
        "epci-242900314)"
    )
