"""Places that are the same in two releases, whatever list each was read from.

A place is the same in both when it has the same id, or when one of the ids merged into it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from carto.changes.release import Row


def ids_of(place: Row) -> list[str]:
    """Ids of a place: its own, and those merged into it."""
    merged = place.get("merged_ids") or ""
    return [place["id"], *filter(None, merged.split("|"))]


def renamed_places(before: Mapping[str, Row], after: Mapping[str, Row]) -> dict[str, str]:
    """Pair the places whose id is another in the later release: another list now comes first.

    Parameters
    ----------
    before, after
        Rows by id, with `id` and `merged_ids` (`a|b`, None without).

    Returns
    -------
    dict
        Former id → later id, each once; neither id is that of a place of both releases.

    Examples
    --------
    >>> renamed_places(
    ...     {"a": {"id": "a", "merged_ids": "b"}, "c": {"id": "c", "merged_ids": None}},
    ...     {"b": {"id": "b", "merged_ids": None}, "c": {"id": "c", "merged_ids": None}},
    ... )
    {'a': 'b'}
    """
    former = {
        name: place["id"]
        for place in before.values()
        if place["id"] not in after
        for name in ids_of(place)
    }
    pairs: dict[str, str] = {}
    for place in after.values():
        if place["id"] in before:
            continue
        known = (former[name] for name in ids_of(place) if name in former)
        old = next((name for name in known if name not in pairs), None)
        if old is not None:
            pairs[old] = place["id"]
    return pairs
