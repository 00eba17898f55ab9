"""What every page says of itself, whatever it shows: demonstration, dates, COG year, warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request

from webapp.current_snapshot import current
from webapp.errors import NoSnapshotError
from webapp.loaded_snapshot import LoadedSnapshot
from webapp.views.provenance import Layer, layers


@dataclass(frozen=True)
class Site:
    """The frame of a page; empty when nothing is published yet."""

    is_demo: bool = False
    cog: int | None = None
    snapshot: str = ""
    warnings: tuple[str, ...] = ()
    departements: tuple[Mapping[str, str], ...] = ()
    layers: tuple[Layer, ...] = ()


def site_of(snapshot: LoadedSnapshot) -> Site:
    """Describe the frame of pages that show a snapshot."""
    facts = snapshot.facts
    return Site(
        is_demo=facts["is_demo"],
        cog=facts["cog"],
        snapshot=snapshot.id,
        warnings=snapshot.warnings,
        departements=tuple(t for t in facts["territories"] if t["type"] == "departement"),
        layers=tuple(layers(facts)),
    )


def page_context() -> dict[str, Any]:
    """Give the base template its frame and the path of the page.

    An error page must be shown even when no snapshot is published: its frame is then empty.
    """
    try:
        site = site_of(current())
    except NoSnapshotError:
        site = Site()
    return {"site": site, "path": request.path, "canonical": request.base_url}
