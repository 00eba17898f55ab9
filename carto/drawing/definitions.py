"""The French words of the indicators, from the facts of a snapshot: variant, thresholds, dates.

No year stands here: what a map says of its data comes from the sources that the snapshot names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.french import date as in_full
from carto.tables.shared import HOURS_RATE_UNIT
from carto.verdict.parameters import Alerts

VERDICT_SOURCES = ("france_services", "fibre", "filosofi", "population", "epci")


@dataclass(frozen=True)
class Definition:
    """What an indicator says of itself.

    Attributes
    ----------
    label
        Short French name.
    question
        One French line: what is measured, and from where it is an alert.
    unit
        Unit of the values, empty when there is none.
    source_ids
        Sources of the values; the boundaries are credited beside them.
    period
        When: the date of the data, or the years they span; empty when unknown.
    credit
        French line naming producers, titles and dates of sources and boundaries.
    """

    label: str
    question: str
    unit: str
    source_ids: tuple[str, ...]
    period: str = ""
    credit: str = ""


def definitions(facts: Mapping[str, object], alerts: Alerts) -> dict[str, Definition]:
    """Write the definitions of the five indicators, by id.

    Parameters
    ----------
    facts
        The `carto` object of a snapshot's manifest: `method`, `sources`, `cog`. An empty one
        gives texts without dates.
    alerts
        Thresholds that the texts name.
    """
    method = facts.get("method")
    variant = method.get("need_variant") if isinstance(method, Mapping) else "revenu"
    need_label, need_question, need_sources = _need(variant, facts)
    minimum = threshold(alerts.accessibility_min)
    words = {
        "verdict": (
            "Verdict",
            "Sous-desservie : l'offre d'aide au numérique manque là où le besoin est fort ou la "
            f"fibre en retard{NBSP}; prioritaire : les trois à la fois.",
            "",
            VERDICT_SOURCES,
        ),
        "fibre": (
            "Fibre",
            "Part des locaux où la fibre peut être commandée (raccordable n'est pas raccordé)"
            f"{NBSP}; alerte sous {threshold(alerts.fibre_pct)}{NBSP}%.",
            "%",
            ("fibre",),
        ),
        "temps": (
            "Temps d'accès",
            "Temps jusqu'au lieu d'aide le plus proche, estimé à vol d'oiseau corrigé"
            f"{NBSP}; alerte au-delà de {threshold(alerts.time_min)}{NBSP}min.",
            "min",
            ("france_services", "mairies"),
        ),
        "acces": (
            "Offre accessible",
            f"Heures d'aide accessibles par semaine pour 1{NBSP}000 habitants{NBSP}; référence "
            f"nationale {threshold(alerts.apl_ref)}{NBSP}h, alerte sous {minimum}{NBSP}h.",
            HOURS_RATE_UNIT,
            ("france_services", "population", "mairies"),
        ),
        "besoin": (
            need_label,
            f"{need_question}{NBSP}; alerte à partir de {threshold(alerts.need)}.",
            "sur 10",
            need_sources,
        ),
    }
    return {
        key: Definition(label, question.replace(" :", f"{NBSP}:"), unit, ids, *_origin(facts, ids))
        for key, (label, question, unit, ids) in words.items()
    }


def _need(variant: object, facts: Mapping[str, object]) -> tuple[str, str, tuple[str, ...]]:
    """Label, question and sources of the need, which depend on the declared variant."""
    if variant != "revenu":
        return "Besoin", "Besoin d'aide au numérique, de 1 (faible) à 10 (fort)", ()
    year = next((str(s.get("millesime", "")) for s in _sources(facts, ("filosofi",))), "")
    means = (
        f"besoin approché par le niveau de vie médian ({' '.join(filter(None, ('INSEE', year)))})"
    )
    return "Besoin", f"{means[0].upper()}{means[1:]}, de 1 (faible) à 10 (fort)", ("filosofi",)


def _origin(facts: Mapping[str, object], source_ids: Sequence[str]) -> tuple[str, str]:
    """Period and credit of an indicator."""
    dates = sorted(str(s["date"]) for s in _sources(facts, source_ids) if s.get("date"))
    period = ""
    if len(set(dates)) == 1:
        period = in_full(dates[0])
    elif dates:
        first, last = dates[0][:4], dates[-1][:4]
        period = f"données de {first} à {last}" if first != last else first
    named = [
        f"{source.get('producer')}, {source.get('title')} ({in_full(str(source.get('date')))})"
        for source in _sources(facts, (*source_ids, "contours"))
    ]
    if facts.get("cog"):
        named.append(f"géographie au 1er janvier {facts['cog']}")
    return period, f"Sources{NBSP}: {f'{NBSP}; '.join(named)}." if named else ""


def _sources(
    facts: Mapping[str, object], source_ids: Sequence[str]
) -> Iterator[Mapping[str, object]]:
    """Pick sources of the snapshot by id, in the order of the ids."""
    listed = facts.get("sources")
    known = {s["id"]: s for s in listed} if isinstance(listed, Sequence) else {}
    return (known[source_id] for source_id in source_ids if source_id in known)
