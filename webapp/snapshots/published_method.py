"""The method of a snapshot read back from its facts: what decides its verdicts, and says them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from carto.need_variants import need_millesime, need_name
from carto.verdict.parameters import Alerts, Composite, Parameters, Quality
from carto.verdict.sentence import Wording
from carto.vocabulary import PLACE_SOURCES


def judging_parameters(facts: Mapping[str, Any]) -> Parameters:
    """Read the parameters that verdicts, scores and rollups are made with.

    Thresholds, score, limits of publication and hours of a job are those of the snapshot; how
    things were measured keeps its default, and must not be read from here.

    Parameters
    ----------
    facts
        Facts of a snapshot.
    """
    published: Mapping[str, Mapping[str, Any]] = facts["method"]["parameters"]
    composite: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in published["composite"].items()
    }
    usual = Parameters()
    return replace(
        usual,
        supply=replace(usual.supply, fte_hours=published["supply"]["fte_hours"]),
        alerts=Alerts(**published["alerts"]),
        composite=Composite(**composite),
        quality=Quality(**published["quality"]),
    )


def sentence_wording(facts: Mapping[str, Any], alerts: Alerts) -> Wording:
    """Gather what the sentences of the communes need beside their values.

    Parameters
    ----------
    facts
        Facts of a snapshot.
    alerts
        The thresholds that the sentences say.
    """
    sources, variant = facts["sources"], facts["method"]["need_variant"]
    millesimes = {source["id"]: str(source["millesime"]) for source in sources}
    sites = _dates(sources, PLACE_SOURCES)
    return Wording(
        alerts=alerts,
        fibre_date=max(_dates(sources, ("fibre",)), default=""),
        sites_date=max(sites, default=""),
        sites_since=min(sites, default=""),
        need_name=need_name(variant, need_millesime(variant, millesimes)),
    )


def _dates(sources: Iterable[Mapping[str, Any]], readers: Collection[str]) -> list[str]:
    """Dates of the sources that some readers read."""
    return [
        str(source["date"]) for source in sources if source.get("reader", source["id"]) in readers
    ]
