"""What every page says of itself, whatever it shows: demonstration, dates, COG year, warnings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from flask import request

from carto.drawing.travel_words import travel_words
from carto.vocabulary import PLACE_SOURCES
from webapp.embedding.oembed_discovery import discovery_of_request
from webapp.errors import NoSnapshotError
from webapp.house.navigation import navigation
from webapp.links import with_query
from webapp.method.method import replaced_thresholds
from webapp.rule.asked_rule import ruled_view
from webapp.rule.rule import RULE_PARAMETERS
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.late_layers import late_layers
from webapp.views.provenance import Layer, layers, out_of_date
from webapp.views.reuse_terms import terms_of_figures
from webapp.views.state import unknown_parameters

# Pages on what was published: they know one rule.
_PUBLISHED_ONLY = ("/evolutions", "/donnees", "/api")


@dataclass(frozen=True)
class Site:
    """The frame of a page; empty when nothing is published yet.

    Attributes
    ----------
    travel_model
        Where travel times come from.
    out_of_date
        One sentence per source that could not be brought up to date.
    late
        The layers that were old on the day of the build, in one sentence; empty without any.
    late_places
        The same of the lists of places alone.
    replaced
        The thresholds of alert that are not the default ones; empty when all are.
    reuse
        What may be done with the computed figures.
    """

    is_demo: bool = False
    cog: int | None = None
    snapshot: str = ""
    warnings: tuple[str, ...] = ()
    layers: tuple[Layer, ...] = ()
    travel_model: str = ""
    out_of_date: tuple[str, ...] = ()
    late: str = ""
    late_places: str = ""
    replaced: str = ""
    reuse: str = ""


def site_of(snapshot: LoadedSnapshot) -> Site:
    """Describe the frame of pages that show a snapshot."""
    facts = snapshot.facts
    return Site(
        is_demo=facts["is_demo"],
        cog=facts["cog"],
        snapshot=snapshot.id,
        warnings=snapshot.warnings,
        layers=_once_each(layers(facts)),
        travel_model=travel_words(facts),
        out_of_date=tuple(out_of_date(facts).values()),
        late=late_layers(facts),
        late_places=late_layers(facts, *PLACE_SOURCES),
        replaced=replaced_thresholds(facts),
        reuse=terms_of_figures(facts),
    )


def _once_each(all_layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Keep one of the layers that read alike: a source may come in several files."""
    return tuple({replace(layer, id=""): layer for layer in all_layers}.values())


def page_context() -> dict[str, Any]:
    """Give the templates their frame, the entries of the header, and the notices without a state.

    An error page must be shown even when no snapshot is published: its frame is then empty. The
    canonical address starts at the root of this host: the Host header is the visitor's word.
    """
    try:
        site = site_of(current())
    except NoSnapshotError:
        site = Site()
    return {
        "site": site,
        "path": request.path,
        "canonical": request.path,
        "oembed": discovery_of_request(),
        "navigation": navigation(request.path),
        "notices": unknown_parameters(request.args),
        **_rule_context(),
    }


def _rule_context() -> dict[str, Any]:
    """Give the templates the rule that a reader changed, and the addresses with it and without."""
    view = ruled_view()
    query = {} if view is None else view.rule.query()

    def with_rule(path: str) -> str:
        """Address of a page under the same rule, if that page can be read under another one."""
        return path if path.startswith(_PUBLISHED_ONLY) else with_query(path, query)

    kept = [pair for pair in request.args.items(multi=True) if pair[0] not in RULE_PARAMETERS]
    return {
        "ruling": None if view is None else view.ruling,
        "rule_query": query,
        "with_rule": with_rule,
        "published_path": with_query(request.path, kept),
    }
