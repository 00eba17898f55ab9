"""One French sentence per commune: the verdict, its reasons, its dates, and how far it holds.

At most 60 words. Never a colour, a rank or a judgement of people; an unknown is said to be one.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from carto import flags, french
from carto.drawing.wording import time_decimals
from carto.quarters import last_day
from carto.verdict.parameters import Alerts
from carto.verdict.sentence_styles import STYLES, Style
from carto.vocabulary import LEAST_QUALITY, ROBUSTNESS_WORDS, VERDICT_WORDS

MAX_WORDS = 60


@dataclass(frozen=True)
class Wording:
    """What sentences need beside the values.

    Attributes
    ----------
    alerts
        The thresholds.
    fibre_date, sites_date
        ISO dates of the layers, empty without the source; of several lists of places, the newest.
    need_name
        What the need is, with its source and year, e.g. « besoin approché par le niveau de vie
        médian (INSEE 2019) ».
    sites_since
        ISO date of the oldest list of places; empty when there is only one.
    """

    alerts: Alerts
    fibre_date: str
    sites_date: str
    need_name: str
    sites_since: str = ""


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
    for style in STYLES:
        said = _compose(row, possible, wording, style)
        if len(said.split()) <= MAX_WORDS:
            break
    return said


def _compose(
    row: Mapping[str, object], possible: Sequence[int], wording: Wording, style: Style
) -> str:
    """Put the parts together in a style."""
    network = f"{_fibre(row, wording, style)}{_copper(row, wording, style)}"
    parts = [_supply(row, wording, style), _need(row, wording, style), network]
    if flags.ITINERANT_DECIDE in str(row["flags"]).split("|"):
        parts.append(style.itinerant)
    reasons = f"{french.NBSP}; ".join(parts)
    verdict = f"{row['nom']} {_verdict(row, possible, style)}{french.NBSP}: {reasons}."
    return f"{verdict}{_robustness(row, style)}"


def _robustness(row: Mapping[str, object], style: Style) -> str:
    """Say how far the verdict holds; nothing where the class is open.

    The share is rounded down: a verdict that holds in 89.5 % of draws does not in 90 %. One that
    leans on hours that are mostly imputed is fragile whatever its share, and says so. What draws
    agree on is whether the commune is under-served, not its class.
    """
    if row["robustness"] is None or row["verdict"] == "indetermine":
        return ""
    level = str(row["robustness"])
    words = f"{style.verdict}{ROBUSTNESS_WORDS[level]}".capitalize()
    if level == "bascule":
        words = style.unsettled
    if level == "fragile" and row["accessibility_quality"] == LEAST_QUALITY:
        words += style.weak
    share = french.whole_percent(_float(row["agreement"]))
    answer = "sous-desservie" if row["is_underserved"] else "non sous-desservie"
    only = " seulement" if _float(row["agreement"]) < 0.5 else ""
    return f" {words} ({style.draws.format(answer=answer, share=share)}{only})."


def _verdict(row: Mapping[str, object], possible: Sequence[int], style: Style) -> str:
    """Say the class, or those that remain possible; what is sure is said first."""
    if row["verdict"] == "indetermine" and row["is_underserved"]:
        return style.certain
    if row["verdict"] == "indetermine":
        *others, last = (VERDICT_WORDS[str(one)] for one in possible)
        return f"reste indéterminée ({', '.join(others)} ou {last})"
    said = {
        "0": "n'est pas sous-desservie",
        "1": "est en vigilance",
        "2": "est sous-desservie",
        "3": "est prioritaire",
    }
    return said[str(row["verdict"])]


def _supply(row: Mapping[str, object], wording: Wording, style: Style) -> str:
    """Say the nearest place and the supply, with thresholds and date."""
    alerts = wording.alerts
    if not wording.sites_date:
        return "lieux d'aide non fournis"
    seen = _when(wording, style)
    limit = f"seuil {_threshold(alerts.time_min)}"
    if row["nearest_site_min"] is None:
        return f"aucun lieu accessible par la route ({limit}{french.NBSP}min) {seen}"
    minutes = _float(row["nearest_site_min"])
    fewest = time_decimals(minutes, alerts.time_min)
    decimals = _decimals(minutes, alerts.time_min, operator.gt, range(fewest, 3))
    time = f"{style.nearest} à {french.number(minutes, decimals, 'min')} ({limit})"
    if minutes > alerts.time_min:
        return f"{time} {seen}"
    least = _threshold(alerts.accessibility_min, 2)
    return f"{time}, {_accessibility(row, alerts, style)} (seuil {least}) {seen}"


def _when(wording: Wording, style: Style) -> str:
    """Say the month of the lists of places, or the months or years they lie between."""
    last = wording.sites_date[:7]
    first = wording.sites_since[:7] or last
    if first == last:
        return f"en {_date(last, style)}"
    if style.has_short_dates:
        return "en " + "-".join(dict.fromkeys((first[:4], last[:4])))
    return f"entre {french.date(first)} et {french.date(last)}"


def _accessibility(row: Mapping[str, object], alerts: Alerts, style: Style) -> str:
    """Write the accessibility, or the bounds it is known between."""

    def hours(column: str) -> str:
        value = _float(row[column])
        decimals = _decimals(value, alerts.accessibility_min, operator.lt, range(2, 5))
        return french.number(value, decimals)

    if row["accessibility"] is not None:
        return f"{style.supply} {hours('accessibility')}{french.NBSP}{style.unit}"
    if row["accessibility_low"] is None:
        return "offre inconnue"
    low, high = hours("accessibility_low"), hours("accessibility_high")
    return f"{style.supply} {low} à {high}{french.NBSP}{style.unit}"


def _decimals(
    value: float, threshold: float, raises: Callable[[float, float], bool], allowed: range
) -> int:
    """Choose the fewest decimals in which a value stays on its side of a threshold."""
    for decimals in allowed:
        if raises(french.rounded(value, decimals), threshold) == raises(value, threshold):
            return decimals
    return allowed[-1]


def _threshold(value: float, least: int = 0) -> str:
    """Write a threshold with as many decimals as it has, up to three."""
    decimals = len(f"{value:.3f}".rstrip("0").partition(".")[2])
    return french.number(value, max(least, decimals))


def _need(row: Mapping[str, object], wording: Wording, style: Style) -> str:
    """Say the need."""
    if row["need"] is None:
        return f"{wording.need_name}{style.no_need}"
    need, threshold = _float(row["need"]), wording.alerts.need
    score = french.number(need, _decimals(need, threshold, operator.ge, range(3)))
    scale = f"{score}{french.NBSP}sur{french.NBSP}10"
    return f"{wording.need_name} {scale} (seuil {_threshold(threshold)})"


def _fibre(row: Mapping[str, object], wording: Wording, style: Style) -> str:
    """Say the fibre rate."""
    if not wording.fibre_date:
        return "fibre non fournie"
    quarter = row.get("fibre_quarter")
    date = wording.fibre_date if quarter is None else last_day(str(quarter))
    seen = f"au {_date(date, style)}"
    limit = f"seuil {_threshold(wording.alerts.fibre_pct)}{french.NBSP}%"
    if row["taux_couverture_ftth"] is None:
        return f"fibre{style.no_fibre} {seen} ({limit})"
    share = _float(row["taux_couverture_ftth"])
    decimals = _decimals(share, wording.alerts.fibre_pct / 100, operator.lt, range(3, 7)) - 2
    return f"fibre {french.percent(share, decimals)} {seen} ({limit})"


def _copper(row: Mapping[str, object], wording: Wording, style: Style) -> str:
    """Say when copper closes, where that raises the alert; else nothing."""
    if row["copper_class"] is None:
        return ""
    if int(str(row["copper_class"]).removeprefix("CU")) < wording.alerts.copper_class:
        return ""
    return f", {style.copper} {_date(str(row['fermeture_technique'])[:7], style)}"


def _date(iso: str, style: Style) -> str:
    """Write a day, a month or a year, in words or in numbers."""
    return "/".join(reversed(iso.split("-"))) if style.has_short_dates else french.date(iso)


def _float(value: object) -> float:
    """Read a published number."""
    return float(str(value))
