"""What a reader may ask of the places of a territory: the values that exist there, counted.

A question that nothing answers is not asked: a column that no source fills is no filter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.mediation_standard import PUBLICS, SERVICES
from carto.place_natures import SITE_NATURES, nature_of
from carto.typography import typeset
from webapp.views.place_filter import PlaceFilter

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """A value that may be chosen; its label says how many places have it."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Question:
    """A choice among the values of a column; `name` is its parameter."""

    name: str
    label: str
    any: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class Switch:
    """Something that is asked or not; `name` is its parameter."""

    name: str
    label: str
    is_on: bool


@dataclass(frozen=True)
class PlaceQuestions:
    """The form that filters places.

    Attributes
    ----------
    questions, switches
        What may be asked here.
    is_filtering
        Whether something is asked.
    kept
        How many places are shown, of how many, in words.
    unsaid
        How many are left out because they do not say; empty when none is.
    """

    questions: tuple[Question, ...]
    switches: tuple[Switch, ...]
    is_filtering: bool
    kept: str
    unsaid: str


@dataclass(frozen=True)
class KeptPlaces:
    """The places that a filter keeps, and how many do not say enough to be kept or refused."""

    rows: tuple[Row, ...]
    total: int
    unsaid: int


_SWITCHES = {
    "gratuit": ("Gratuit", PlaceFilter(is_free=True)),
    "soir": ("Ouvert après 18\u00a0h", PlaceFilter(is_open_evening=True)),
    "samedi": ("Ouvert le samedi", PlaceFilter(is_open_saturday=True)),
    "itinerant": ("Itinérant", PlaceFilter(is_itinerant=True)),
}


def kept_places(sites: Collection[Row], asked: PlaceFilter) -> KeptPlaces:
    """Part the places of a territory by what a reader asks.

    Parameters
    ----------
    sites
        Rows of `sites`.
    asked
        The filter.
    """
    answers = [(site, asked.keeps(site)) for site in sites]
    rows = tuple(site for site, answer in answers if answer)
    return KeptPlaces(rows, len(sites), sum(answer is None for _, answer in answers))


def place_questions(sites: Collection[Row], asked: PlaceFilter) -> PlaceQuestions:
    """Make the form that filters the places of a territory.

    Parameters
    ----------
    sites
        Rows of `sites`, before any filter.
    asked
        What is asked now.
    """
    found = kept_places(sites, asked)
    questions = (
        _natures(sites, asked.format),
        _question("service", ("Service", "Tous"), SERVICES, _column(sites, "services"), asked),
        _question(
            "public",
            ("Public visé", "Tous"),
            PUBLICS,
            _column(sites, "publics_specifiquement_adresses"),
            asked,
        ),
    )
    return PlaceQuestions(
        questions=tuple(question for question in questions if question.answers),
        switches=tuple(_switches(sites, asked)),
        is_filtering=not asked.is_empty,
        kept=_kept(found),
        unsaid=_unsaid(found),
    )


def _switches(sites: Iterable[Row], asked: PlaceFilter) -> Iterable[Switch]:
    """Give the switches that some place answers by yes, or that are on."""
    on = asked.query()
    for name, (label, alone) in _SWITCHES.items():
        count = sum(alone.keeps(site) is True for site in sites)
        if count or name in on:
            yield Switch(name, typeset(f"{label} ({french.number(count)})"), name in on)


def _natures(sites: Iterable[Row], chosen: str | None) -> Question:
    """Ask which kind of place."""
    counts = Counter(map(nature_of, sites))
    labels = {key: nature.words.capitalize() for key, nature in SITE_NATURES.items()}
    return Question("format", "Type de lieu", "Tous", _answers(labels, counts, chosen))


def _question(
    name: str,
    words: tuple[str, str],
    known: Iterable[str],
    counts: Counter[str],
    asked: PlaceFilter,
) -> Question:
    """Ask for a value of a list of the standard."""
    labels = {value: value for value in known}
    return Question(name, *words, _answers(labels, counts, asked.query().get(name)))


def _column(sites: Iterable[Row], column: str) -> Counter[str]:
    """Count the places that list each value of a column."""
    return Counter(value for site in sites for value in set((site[column] or "").split("|")))


def _answers(
    labels: Mapping[str, str], counts: Counter[str], chosen: str | None
) -> tuple[Answer, ...]:
    """List the values that exist, with their counts; none when there is no choice to make."""
    found = [value for value in labels if counts[value] or value == chosen]
    if len(found) < 2 and chosen is None:
        return ()
    return tuple(
        Answer(value, f"{labels[value]} ({french.number(counts[value])})", value == chosen)
        for value in found
    )


def _kept(found: KeptPlaces) -> str:
    """Say how many places are shown."""
    if len(found.rows) == found.total:
        return french.plural(found.total, "lieu", "lieux")
    return f"{french.plural(len(found.rows), 'lieu', 'lieux')} sur {french.number(found.total)}"


def _unsaid(found: KeptPlaces) -> str:
    """Say how many places may have what is asked, without saying so."""
    if not found.unsaid:
        return ""
    do = (
        "ne le dit pas et n'est pas montré"
        if found.unsaid == 1
        else ("ne le disent pas et ne sont pas montrés")
    )
    others = french.plural(found.unsaid, "autre")
    return typeset(f"{others} {do} : une fiche muette ne veut pas dire non.")
