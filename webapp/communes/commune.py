"""The page of a commune: its three criteria, its nearest place, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.travel_words import travel_words
from carto.drawing.wording import is_out_of_reach, measured, threshold
from carto.flags import MEANINGS
from carto.french import NBSP
from carto.tables.communes import COMMUNES
from carto.vocabulary import PLACE_SOURCES, VERDICT_WORDS
from webapp.communes.commune_facts import Fact, commune_facts, is_a_gap
from webapp.places.places import PlaceOfHelp, describe
from webapp.places.trips import Trip, TripWords, in_words
from webapp.views.provenance import (
    NOT_ELIGIBILITY,
    Facts,
    credit,
    fibre_credit,
    need_wording,
    source_titles,
)

Row = Mapping[str, Any]

NEIGHBOURS = 6
POINT_REPRESENTATIF = "point_representatif"
ALERT_WORDS = {True: "alerte", False: "pas d'alerte", None: "on ne sait pas"}
NO_ONE = "sans_objet"
RAISES = "déclenche l'alerte"
ALERT_STATES = {True: "oui", False: "non", None: "inconnu"}


@dataclass(frozen=True)
class Value:
    """A measure of a commune beside its threshold.

    `raises` says so of a measure that raises the alert of its family, where there are several.
    """

    label: str
    text: str
    threshold: str
    source: str
    raises: str = ""


@dataclass(frozen=True)
class Criterion:
    """One of the three families of the verdict: is there an alert, and on which values."""

    title: str
    state: str
    alert: str
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Unknown:
    """A value that is missing or doubtful, and why."""

    subject: str
    why: str


@dataclass(frozen=True)
class Nearest:
    """The nearest place, and what is known of the trip there."""

    place: PlaceOfHelp
    trip: TripWords


@dataclass(frozen=True)
class Neighbour:
    """Another commune close by."""

    code: str
    nom: str
    verdict: str
    verdict_key: str


@dataclass(frozen=True)
class CommunePage:
    """Everything the page of a commune shows; `sentence` says it in one line."""

    code: str
    nom: str
    departement: str
    siren_epci: str | None
    nom_epci: str | None
    population: str
    verdict: str
    verdict_key: str
    sentence: str
    criteria: tuple[Criterion, ...]
    nearest: Nearest | None
    no_place: str
    facts: tuple[Fact, ...]
    unknowns: tuple[Unknown, ...]
    doubts: tuple[Unknown, ...]


def commune_page(
    row: Row,
    indicators: Mapping[str, Indicator],
    sites: Mapping[str, Row],
    facts: Facts,
    communes: Mapping[str, Row],
) -> CommunePage:
    """Put a commune in words.

    Parameters
    ----------
    row
        Row of `communes`, `reasons` as a dict and `flags` as a list.
    indicators
        The five indicators of the snapshot.
    sites
        Published sites by id.
    facts
        Facts of the snapshot.
    communes
        Rows of `communes` by code, which name the commune of a place.
    """
    reasons, flags = row["reasons"], row["flags"]
    unknowns = _unknowns(reasons)
    return CommunePage(
        code=row["code_insee"],
        nom=row["nom"],
        departement=row["departement"],
        siren_epci=row["siren_epci"],
        nom_epci=row["nom_epci"],
        population=french.number(row["population"]),
        verdict=indicators["verdict"].text(row),
        verdict_key=row["verdict"],
        sentence=row["sentence"],
        criteria=_criteria(row, indicators, facts),
        nearest=_nearest(row, sites, facts, communes),
        no_place=MEANINGS.get(reasons.get("nearest_site_id", ""), "")
        or MEANINGS.get(reasons.get("nearest_site_min", ""), "Aucun lieu connu."),
        facts=commune_facts(row, facts),
        unknowns=tuple(unknowns),
        doubts=tuple(
            Unknown(flag, MEANINGS.get(flag, flag))
            for flag in flags
            if MEANINGS.get(flag) not in {unknown.why for unknown in unknowns}
        ),
    )


def neighbours(communes: Iterable[Row]) -> list[Neighbour]:
    """Name communes close by, in the order given."""
    return [
        Neighbour(row["code_insee"], row["nom"], VERDICT_WORDS[row["verdict"]], row["verdict"])
        for row in communes
    ]


def _nearest(
    row: Row, sites: Mapping[str, Row], facts: Facts, communes: Mapping[str, Row]
) -> Nearest | None:
    """Put the published nearest place in words, when there is one."""
    site = sites.get(row["nearest_site_id"] or "")
    if site is None:
        return None
    place = describe(site, row["departement"], source_titles(facts), communes)
    trip = Trip(site, row["nearest_site_km"], row["nearest_site_min"], is_by_road=True)
    return Nearest(place, in_words(trip, row, place.commune, facts))


def _criteria(row: Row, indicators: Mapping[str, Indicator], facts: Facts) -> tuple[Criterion, ...]:
    """Write the three alerts with the values they rest on."""
    alerts = facts["method"]["parameters"]["alerts"]
    least = threshold(alerts["apl_ratio"] * alerts["apl_ref"])
    sites = credit(facts, *PLACE_SOURCES)

    too_far, too_little = _raised_by(
        row, alerts["time_min"], alerts["apl_ratio"] * alerts["apl_ref"]
    )

    def value(key: str, limit: str, source: str, label: str = "", *, raises: bool = False) -> Value:
        text, said = indicators[key].text(row), RAISES if raises else ""
        whence = "" if text.startswith(french.MISSING) else source
        return Value(label or indicators[key].label, text, limit, whence, said)

    def criterion(title: str, column: str, *values: Value) -> Criterion:
        if row["verdict"] == NO_ONE:
            return Criterion(title, ALERT_STATES[None], VERDICT_WORDS[NO_ONE], values)
        alert = row[column]
        return Criterion(title, ALERT_STATES[alert], ALERT_WORDS[alert], values)

    return (
        criterion(
            "Offre d'aide",
            "alert_offre",
            value(
                "temps",
                f"alerte au-delà de {threshold(alerts['time_min'])}{NBSP}min",
                f"{travel_words(facts)}{_start(row)}{NBSP}; {sites}",
                raises=too_far,
            ),
            value("acces", f"alerte sous {least}{NBSP}h", sites, raises=too_little),
        ),
        criterion(
            "Besoin",
            "alert_besoin",
            value(
                "besoin",
                f"alerte à partir de {threshold(alerts['need'])}",
                need_wording(facts),
                "Score",
            ),
            *_scores(row),
        ),
        criterion(
            "Connectivité",
            "alert_connectivite",
            value(
                "fibre",
                f"alerte sous {threshold(alerts['fibre_pct'])}{NBSP}%",
                f"{fibre_credit(facts, row)}{NBSP}; {NOT_ELIGIBILITY}",
                "Locaux raccordables",
            ),
            Value(
                "Nombre de locaux",
                _premises(row),
                "raccordable n'est ni raccordé, ni abonné",
                "" if row["locaux"] is None else fibre_credit(facts, row),
            ),
        ),
    )


def _raised_by(row: Row, limit: float, least: float) -> tuple[bool, bool]:
    """Tell whether the time, and whether the accessible supply, raises the alert on supply."""
    minutes = measured(row, "nearest_site_min")
    highest = measured(row, "accessibility_high")
    is_far = is_out_of_reach(row) if minutes is None else minutes > limit
    return is_far, highest is not None and highest < least


def _start(row: Row) -> str:
    """Say from where the time is counted, when it is not the mairie."""
    if row["point_source"] != POINT_REPRESENTATIF:
        return ""
    return ", depuis un point représentatif du contour de la commune, et non sa mairie"


def _scores(row: Row) -> Iterator[Value]:
    """Write the scores that the need is the mean of, when it is one."""
    for name in ("poverty_score", "age_score", "diploma_score"):
        if row.get(name) is not None:
            text = french.number(row[name], 1, "sur 10")
            yield Value(
                COMMUNES.column(name).label, text, f"rang national, 10{NBSP}: le plus fort", ""
            )


def _premises(row: Row) -> str:
    """Write the counts behind the fibre rate; a rate is never shown without its parts."""
    if row["locaux"] is None:
        return french.MISSING
    able, all_ = (french.number(row[name]) for name in ("locaux_raccordables", "locaux"))
    return f"{able} sur {all_}"


def _unknowns(reasons: Mapping[str, str]) -> list[Unknown]:
    """List the missing values, those with the same reason together."""
    labels: dict[str, list[str]] = {}
    for column in COMMUNES.names:
        if column in reasons and is_a_gap(column, reasons[column]):
            why = MEANINGS[reasons[column]]
            labels.setdefault(why, []).append(COMMUNES.column(column).label)
    return [
        Unknown(", ".join((names[0], *map(_inside, names[1:]))), why)
        for why, names in labels.items()
    ]


def _inside(label: str) -> str:
    """Write a label inside a sentence: its first letter is lowered, unless of an acronym.

    >>> _inside("Nom de l'EPCI"), _inside("EPCI (SIREN)")
    ("nom de l'EPCI", 'EPCI (SIREN)')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
