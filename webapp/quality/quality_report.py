"""What the data of a territory are worth: computed from a loaded snapshot, once per process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from carto.quality.counts import PlaceCounts, Unknown, count_places, count_unknown
from carto.quality.doubts import Doubt, find_doubts
from carto.verdict.parameters import Alerts
from webapp.maps.map_units import communes_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

_EXTENSION = "carto_quality"
_MOST_HELD = 64

Territory = tuple[str, str]


@dataclass(frozen=True)
class QualityReport:
    """What is incomplete, old or doubtful in a territory, and what it may change.

    Attributes
    ----------
    communes
        Rows that are counted, by code.
    doubts
        Flaws that touch them, with the classes they leave open.
    places
        Counts of the places in these communes.
    unknown
        Communes where an indicator is unknown, by reason.
    """

    communes: Mapping[str, Row]
    doubts: tuple[Doubt, ...]
    places: PlaceCounts
    unknown: tuple[Unknown, ...]


def attach_quality(app: Flask) -> None:
    """Give `app` a place to keep its reports."""
    app.extensions[_EXTENSION] = {}


def quality_report(snapshot: LoadedSnapshot, territory: Territory | None) -> QualityReport:
    """Report on a territory of a snapshot, on all of its perimeter with None.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    held = cast(
        "dict[tuple[str, Territory | None], QualityReport]", current_app.extensions[_EXTENSION]
    )
    key = snapshot.id, territory
    report = held.get(key)
    if report is None:
        report = held[key] = _measure(snapshot, territory)
        while len(held) > _MOST_HELD:
            held.pop(next(iter(held)), None)
    return report


def _measure(snapshot: LoadedSnapshot, territory: Territory | None) -> QualityReport:
    """Compute a report."""
    if territory is None:
        rows = [row for row in snapshot.communes.values() if row["is_in_scope"]]
    else:
        rows = communes_of(snapshot, *territory)
    communes = {row["code_insee"]: row for row in rows}
    alerts = Alerts(**snapshot.facts["method"]["parameters"]["alerts"])
    sites = (row for row in snapshot.sites.values() if row["code_insee"] in communes)
    return QualityReport(
        communes,
        find_doubts(rows, snapshot.sites, alerts),
        count_places(sites),
        count_unknown(rows),
    )
