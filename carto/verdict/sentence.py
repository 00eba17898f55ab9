"""One French sentence per commune, and one per territory: the verdict, its reasons, its dates.

At most 60 words. Never a colour, a rank or a judgement of people; an unknown is said to be one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carto import flags, french
from carto.verdict.classes import LABELS
from carto.verdict.parameters import Alerts

MAX_WORDS = 60
HOURS = f"h/sem. pour 1{french.NARROW}000{french.NBSP}hab."


@dataclass(frozen=True)
class Style:
    """How the nearest place is called, and how it is said that an itinerant place decides."""

    nearest: str
    itinerant: str


FULL = Style("lieu le plus proche", "un lieu itinérant décide")
BRIEF = Style("lieu", "lieu itinérant décisif")


@dataclass(frozen=True)
class Wording:
    """What sentences need beside the values.

    Attributes
    ----------
    alerts
        The thresholds.
    fibre_date, sites_date
        ISO dates of the layers, empty without the source.
    need_name
        What the need is, with its source and year, e.g. « besoin approché par le niveau de vie
        médian (INSEE 2019) ».
    """

    alerts: Alerts
    fibre_date: str
    sites_date: str
    need_name: str


def need_name(variant: str | None, millesime: str) -> str:
    """Name the need as it must be printed wherever it is used.

    >>> need_name("revenu", "2019")
    'besoin approché par le niveau de vie médian (INSEE 2019)'
    """
    if variant == "revenu":
        return f"besoin approché par le niveau de vie médian (INSEE {millesime})"
    return "besoin"


def commune_sentence(row: Mapping[str, object], possible: Sequence[int], wording: Wording) -> str:
    """Say the verdict of a commune and why.

    Parameters
    ----------
    row
        The commune's published values, None where missing; `flags` joined by `|`.
    possible
        The classes that unknown alerts leave possible, rising.
    wording
        Thresholds, dates and the name of the need.
    """
    nom = str(row["nom"])
    if row["verdict"] == "sans_objet":
        return f"{nom}{french.NBSP}: sans objet, la commune n'a aucun habitant."
    full = _compose(row, possible, wording, FULL)
    return full if len(full.split()) <= MAX_WORDS else _compose(row, possible, wording, BRIEF)


def _compose(
    row: Mapping[str, object], possible: Sequence[int], wording: Wording, style: Style
) -> str:
    """Put the parts together in a style."""
    parts = [_supply(row, wording, style.nearest), _need(row, wording), _fibre(row, wording)]
    if flags.ITINERANT_DECIDE in str(row["flags"]).split("|"):
        parts.append(style.itinerant)
    reasons = f"{french.NBSP}; ".join(parts)
    return f"{row['nom']} {_verdict(row, possible)}{french.NBSP}: {reasons}."


def _verdict(row: Mapping[str, object], possible: Sequence[int]) -> str:
    """Say the class, or those that remain possible."""
    if row["verdict"] == "indetermine":
        return f"reste indéterminée ({' ou '.join(LABELS[str(one)] for one in possible)})"
    said = {
        "0": "n'est pas sous-desservie",
        "1": "est en vigilance",
        "2": "est sous-desservie",
        "3": "est prioritaire",
    }
    return said[str(row["verdict"])]


def _supply(row: Mapping[str, object], wording: Wording, nearest: str) -> str:
    """Say the nearest place and the supply, with thresholds and date."""
    alerts = wording.alerts
    if not wording.sites_date:
        return "lieux d'aide non fournis"
    seen = f"en {french.date(wording.sites_date[:7])}"
    limit = f"seuil {french.number(alerts.time_min)}"
    if row["nearest_site_min"] is None:
        return f"aucun lieu accessible par la route ({limit}{french.NBSP}min) {seen}"
    minutes = _float(row["nearest_site_min"])
    time = f"{nearest} à {_minutes(minutes, alerts.time_min)} ({limit})"
    if minutes > alerts.time_min:
        return f"{time} {seen}"
    return f"{time}, offre {supply_text(row)} (seuil {_threshold(alerts)}) {seen}"


def supply_text(row: Mapping[str, object]) -> str:
    r"""Write the accessibility, or the bounds it is known between.

    >>> supply_text({"accessibility": 0.25, "accessibility_low": 0.25, "accessibility_high": 0.25})
    'de 0,25\xa0h/sem. pour 1\u202f000\xa0hab.'
    """
    if row["accessibility"] is not None:
        return f"de {french.number(_float(row['accessibility']), 2)}{french.NBSP}{HOURS}"
    if row["accessibility_low"] is None:
        return "inconnue"
    low, high = (_float(row[f"accessibility_{end}"]) for end in ("low", "high"))
    return f"entre {french.number(low, 2)} et {french.number(high, 2)}{french.NBSP}{HOURS}"


def _threshold(alerts: Alerts) -> str:
    """Write the supply threshold with as many decimals as it has, up to three."""
    text = f"{alerts.accessibility_min:.3f}".rstrip("0")
    return french.number(alerts.accessibility_min, max(2, len(text.split(".")[1])))


def _minutes(minutes: float, threshold: float) -> str:
    """Write a time in as few decimals as keep it on its side of the threshold."""
    for decimals in (0, 1):
        if (round(minutes, decimals) > threshold) == (minutes > threshold):
            return french.number(minutes, decimals, "min")
    return french.number(minutes, 2, "min")


def _need(row: Mapping[str, object], wording: Wording) -> str:
    """Say the need."""
    if row["need"] is None:
        return f"{wording.need_name}{french.NBSP}: donnée absente"
    score = french.number(_float(row["need"]))
    return f"{wording.need_name} {score}/10 (seuil {french.number(wording.alerts.need)})"


def _fibre(row: Mapping[str, object], wording: Wording) -> str:
    """Say the fibre rate."""
    if not wording.fibre_date:
        return "fibre non fournie"
    seen = f"au {french.date(wording.fibre_date)}"
    limit = f"seuil {french.percent(wording.alerts.fibre_pct / 100, 0)}"
    if row["taux_couverture_ftth"] is None:
        return f"fibre{french.NBSP}: donnée absente {seen} ({limit})"
    rate = french.percent(_float(row["taux_couverture_ftth"]))
    return f"fibre {rate} {seen} ({limit})"


def territory_sentence(nom: str, counts: Mapping[str, float | None]) -> str:
    r"""Say the finding of a territory: how many communes are under-served, and their people.

    Parameters
    ----------
    nom
        Name of the territory.
    counts
        The rollup columns `communes_count`, `communes_underserved`, `communes_verdict_3`,
        `communes_verdict_indetermine`, `population_underserved` and `population`.

    Examples
    --------
    >>> territory_sentence("Essai", {"communes_count": 2, "communes_underserved": 0,
    ...     "communes_verdict_3": 0, "communes_verdict_indetermine": 0,
    ...     "population_underserved": 0, "population": 10})
    "Essai\xa0: aucune des 2\xa0communes n'est sous-desservie."
    """
    total = int(counts["communes_count"] or 0)
    underserved = int(counts["communes_underserved"] or 0)
    priority = int(counts["communes_verdict_3"] or 0)
    unknown = int(counts["communes_verdict_indetermine"] or 0)
    if underserved == 0:
        said = f"aucune des {french.plural(total, 'commune')} n'est sous-desservie"
    else:
        people, population = counts["population_underserved"], counts["population"]
        share = people / population if people is not None and population else None
        of_people = f" ({french.percent(share)} des habitants)" if share is not None else ""
        verb = "sont sous-desservies" if underserved > 1 else "est sous-desservie"
        said = (
            f"{french.plural(underserved, 'commune')} sur {french.number(total)}{of_people} {verb}"
        )
        if priority:
            adjective = "prioritaires" if priority > 1 else "prioritaire"
            said += f", dont {french.number(priority)} {adjective}"
    if unknown:
        verb = "restent indéterminées" if unknown > 1 else "reste indéterminée"
        said += f"{french.NBSP}; {french.number(unknown)} {verb}"
    return f"{nom}{french.NBSP}: {said}."


def _float(value: object) -> float:
    """Read a published number."""
    return float(str(value))
