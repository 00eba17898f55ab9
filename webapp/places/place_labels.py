"""Local labels of places: those that a territory says accept the Pass numérique, or carry one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from carto.tables.local_published import PLACE_LABELS
from webapp.places.places import PlaceOfHelp
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Labels = Mapping[str, tuple[str, ...]]


def labels_of(snapshot: LoadedSnapshot, ids: Iterable[str]) -> Labels:
    """List the labels of some places, by id; a place without any is not there.

    Parameters
    ----------
    snapshot
        Where places are published.
    ids
        Of the places.
    """
    wanted = set(ids)
    if PLACE_LABELS.name not in snapshot.snapshot.tables or not wanted:
        return {}
    columns = snapshot.snapshot.columns_of(PLACE_LABELS.name, ("id", "label"), {"id": wanted})
    found: dict[str, tuple[str, ...]] = {}
    for identifier, label in sorted(zip(columns["id"], columns["label"], strict=True)):
        found[identifier] = (*found.get(identifier, ()), label)
    return found


def with_labels(place: PlaceOfHelp, labels: Labels) -> PlaceOfHelp:
    """Give a place in words its labels."""
    return replace(place, labels=labels.get(place.id, ()))
