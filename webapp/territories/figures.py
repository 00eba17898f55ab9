"""Key figures of a territory, each with its source, its date and those of other territories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from carto import french
from carto.drawing.travel_words import travel_words
from carto.french import NBSP
from carto.tables.shared import HOURS_RATE_UNIT
from carto.verdict.territory_sentence import certain_of_open_class
from carto.vocabulary import PLACE_SOURCES
from webapp.territories.beside import Comparison, compare
from webapp.territories.references import Reference
from webapp.views import compared_measures
from webapp.views.compared_measures import Measure
from webapp.views.provenance import (
    Facts,
    credit,
    need_wording,
    time_limit,
)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Figure:
    """A number that a reader can quote.

    Attributes
    ----------
    label
        What is measured.
    value
        The number in French, with its unit.
    detail
        One line that makes the number concrete; may be empty.
    source
        Producer and date, or how it was estimated; the same for what it is compared with.
    beside
        The same number for other territories; empty without any.
    """

    label: str
    value: str
    detail: str
    source: str
    beside: Comparison = field(default_factory=Comparison)


def territory_figures(row: Row, facts: Facts, references: Sequence[Reference] = ()) -> list[Figure]:
    """List the key figures of a territory made of communes.

    Parameters
    ----------
    row
        Published row of the territory.
    facts
        Facts of the snapshot.
    references
        Territories to compare it with, see `webapp.territories.references`.
    """
    measures = {measure.id: measure for measure in compared_measures.compared_measures(facts)}

    def beside(label: str) -> Comparison:
        if label == _UNDERSERVED:
            others = [replace(one, row=_with_share(one.row)) for one in references]
            shares = compare(_underserved_measure(facts), row["nom"], _with_share(row), others)
            return shares.saying("des habitants")
        measure = measures.get(_COMPARED.get(label, ""))
        return Comparison() if measure is None else compare(measure, row["nom"], row, references)

    return [replace(figure, beside=beside(figure.label)) for figure in _figures(row, facts)]


def country_figures(row: Row, facts: Facts) -> list[Figure]:
    """List the key figures of France.

    Parameters
    ----------
    row
        Published row of France.
    facts
        Facts of the snapshot.
    """
    return [
        Figure(_UNDERSERVED, *_underserved(row), f"Méthode {facts['method']['version']}"),
        Figure(_FIBRE, *_fibre(row), credit(facts, "fibre")),
        Figure(_PLACES, *_places(row), credit(facts, *PLACE_SOURCES)),
        Figure(_PEOPLE, french.number(row["population"]), "habitants", credit(facts, "population")),
    ]


_UNDERSERVED, _FIBRE, _TIME = "Communes sous-desservies", "Fibre", "Temps d'accès à un lieu d'aide"
_SUPPLY, _NEED, _PLACES, _PEOPLE = "Offre accessible", "Besoin", "Lieux d'aide", "Population"
_COMPARED = {
    _FIBRE: compared_measures.FIBRE,
    _TIME: compared_measures.TIME,
    _SUPPLY: compared_measures.SUPPLY,
    _NEED: compared_measures.NEED,
}
_SHARE = "population_underserved_share"


def _underserved_measure(facts: Facts) -> Measure:
    """Measure the people of under-served communes, the same way at every level."""
    label = "Habitants des communes sous-desservies"
    source = f"Méthode {facts['method']['version']}"
    return Measure("sous_desservis", label, "leur part", _SHARE, 1, "%", source, scale=100)


def _with_share(row: Row) -> Row:
    """Share of the people of a territory in under-served communes, None when unknown."""
    people, everybody = row.get("population_underserved"), row.get("population")
    return {_SHARE: people / everybody if people is not None and everybody else None}


def _figures(row: Row, facts: Facts) -> list[Figure]:
    """Figures of one territory, always in the same order."""
    sites = credit(facts, *PLACE_SOURCES)
    people = credit(facts, "population")
    return [
        Figure(_UNDERSERVED, *_underserved(row), f"Méthode {facts['method']['version']}"),
        Figure(_FIBRE, *_fibre(row), credit(facts, "fibre")),
        Figure(_TIME, *_time(row, facts), f"{travel_words(facts)}{NBSP}; lieux{NBSP}: {sites}"),
        Figure(_SUPPLY, *_supply(row, facts), f"lieux{NBSP}: {sites}"),
        Figure(_NEED, *_need(row, facts), need_wording(facts)),
        Figure(_PLACES, *_places(row), sites),
        Figure(_PEOPLE, french.number(row["population"]), "habitants", people),
    ]


def _underserved(row: Row) -> tuple[str, str]:
    count, total = row["communes_underserved"], row["communes_count"]
    people, population = row["population_underserved"], row["population"]
    share = french.percent(people / population) if population else french.MISSING
    undecided = row["communes_verdict_indetermine"]
    detail = f"{share} des habitants ({french.number(people)})"
    if undecided:
        words = french.plural(undecided, "commune indéterminée", "communes indéterminées")
        sure = certain_of_open_class(row)
        of_which = f", dont {french.plural(sure, 'sous-desservie')} à coup sûr" if sure else ""
        detail += f"{NBSP}; {words}{of_which}"
    return f"{french.number(count)} sur {french.number(total)}", detail


def _fibre(row: Row) -> tuple[str, str]:
    left = row["locaux_restants"]
    detail = "" if left is None else f"{french.plural(left, 'local', 'locaux')} à raccorder"
    return french.percent(row["taux_couverture_ftth"]), detail


def _time(row: Row, facts: Facts) -> tuple[str, str]:
    beyond = row["population_beyond_time_share"]
    limit = f"à plus de {time_limit(facts)}"
    detail = "" if beyond is None else f"{french.percent(beyond)} des habitants {limit}"
    return french.number(row["nearest_site_min"], 1, "min"), detail


def _supply(row: Row, facts: Facts) -> tuple[str, str]:
    if row["accessibility"] is not None:
        return french.number(row["accessibility"], 2, "h"), HOURS_RATE_UNIT.removeprefix("h ")
    return "non publiée", _too_few(row["accessibility_informed_share"], facts)


def _need(row: Row, facts: Facts) -> tuple[str, str]:
    if row["need"] is not None:
        return french.number(row["need"], 1, "sur 10"), "moyenne des habitants, de 1 à 10"
    return "non publié", _too_few(row["need_informed_share"], facts)


def _places(row: Row) -> tuple[str, str]:
    """Count the places; without a source of places nothing is known of them, not even zero."""
    hours = row["hours_per_week"]
    detail = "" if hours is None else f"{french.number(hours)}{NBSP}heures d'ouverture par semaine"
    return french.number(row["sites_count"]), detail


def _too_few(informed: float | None, facts: Facts) -> str:
    """Say why a mean is suppressed."""
    if not informed:
        return "aucune donnée"
    least = facts["method"]["parameters"]["quality"]["min_pop_informed"]
    return (
        f"connue pour {french.percent(informed, 0)} de la population "
        f"(minimum {french.percent(least, 0)})"
    )
