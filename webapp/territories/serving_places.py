"""The places of help of a territory: those in its communes, and those outside that serve them."""

from __future__ import annotations

from collections.abc import Iterable

from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row


def serving_places(snapshot: LoadedSnapshot, members: Iterable[Row]) -> list[Row]:
    """List the supply located in some communes, or nearest to one of them, by identifier.

    A map, a list and a file of the same territory show the same places.

    Parameters
    ----------
    snapshot
        Where the places are.
    members
        Rows of `communes`.
    """
    codes, nearest = set(), set()
    for row in members:
        codes.add(row["code_insee"])
        nearest.add(row["nearest_site_id"])
    return [
        site
        for site in snapshot.sites.values()
        if site["is_supply"] and (site["code_insee"] in codes or site["id"] in nearest)
    ]
