"""The columns of a table of communes: verdict, help, need, fibre, and the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES
from webapp.tables.table_columns import (
    ASCENDING,
    DESCENDING,
    Rank,
    TableColumn,
    hours_of,
    number_of,
    text_of,
)

Row = Mapping[str, Any]

UNKNOWN = "indéterminé"
# From the type that calls for the least attention to the one that calls for the most.
_TYPE_ORDER = {name: place for place, name in enumerate(TERRITORY_TYPES)}
_STEADY_ORDER = {name: place for place, name in enumerate(ROBUSTNESS_WORDS)}


def commune_columns(indicators: Mapping[str, Indicator]) -> tuple[TableColumn, ...]:
    """List the columns of a table of communes.

    Parameters
    ----------
    indicators
        The indicators of the snapshot, which write values as the map does.
    """
    return (*_who(), *_verdict(indicators), *_measures(indicators), _EPCI, _REASONS)


def _who() -> tuple[TableColumn, ...]:
    """Name the commune."""
    group = "Commune"
    return (
        TableColumn(
            *("nom", group, "Nom", lambda row: row["nom"], text_of("nom"), ASCENDING),
            ("code_insee", "nom", "departement"),
            is_number=False,
        ),
        TableColumn(
            *("population", group, "Habitants"),
            *(lambda row: french.number(row["population"]), number_of("population"), DESCENDING),
            ("population",),
        ),
    )


def _verdict(indicators: Mapping[str, Indicator]) -> tuple[TableColumn, ...]:
    """Say what was decided, how far it holds, and where the commune stands."""
    group = "Verdict"
    return (
        TableColumn(
            *("verdict", group, "Verdict", indicators["verdict"].text, _severity, DESCENDING),
            ("verdict", "score"),
            is_number=False,
        ),
        TableColumn(
            *("solidite", group, "Solidité", write_robustness, _steadiness, ASCENDING),
            ("robustness",),
            is_number=False,
        ),
        TableColumn(
            *("type_commune", group, "Type", write_type, _type, DESCENDING),
            ("typology",),
            is_number=False,
        ),
        TableColumn(
            *("rang", group, "Rang (intervalle)", _write_rank, number_of("rank"), ASCENDING),
            ("rank", "rank_low", "rank_high"),
        ),
    )


def _measures(indicators: Mapping[str, Indicator]) -> tuple[TableColumn, ...]:
    """Give the measures that the verdict rests on."""
    help_, fibre = "Aide au numérique", "Fibre"
    minutes = (indicators["temps"].text, number_of("nearest_site_min"), DESCENDING)
    return (
        TableColumn("temps", help_, "Temps d'accès", *minutes, ("nearest_site_min",)),
        TableColumn(
            *("acces", help_, "Offre accessible"),
            *(hours_of(indicators["acces"]), number_of("accessibility"), ASCENDING),
            ("accessibility", "accessibility_low", "accessibility_high"),
        ),
        TableColumn(
            *("besoin", "Besoin", "Besoin", indicators["besoin"].text),
            *(number_of("need"), DESCENDING, ("need",)),
        ),
        TableColumn(
            *("fibre", fibre, "Couverture", indicators["fibre"].text),
            *(number_of("taux_couverture_ftth"), ASCENDING),
            ("taux_couverture_ftth", "locaux", "locaux_raccordables"),
        ),
        TableColumn(
            *("reste", fibre, "Locaux à raccorder"),
            lambda row: french.number(row["locaux_restants"]),
            *(number_of("locaux_restants"), DESCENDING, ("locaux_restants",)),
        ),
    )


def write_type(row: Row) -> str:
    """Write the type of a commune."""
    type_ = TERRITORY_TYPES.get(row.get("typology") or "")
    return UNKNOWN if type_ is None else type_.words


def write_robustness(row: Row) -> str:
    """Write how far the verdict of a commune holds."""
    return ROBUSTNESS_WORDS.get(row.get("robustness") or "", UNKNOWN)


def _severity(row: Row) -> Rank | None:
    """Rank by the lowest class a commune may take, then by its score."""
    if row["verdict_low"] is None:
        return None
    return row["verdict_low"], -1.0 if row["score"] is None else row["score"]


def _type(row: Row) -> Rank | None:
    """Rank by the alerts of the type."""
    place = _TYPE_ORDER.get(row.get("typology") or "")
    return None if place is None else (place,)


def _steadiness(row: Row) -> Rank | None:
    """Rank from the verdict that holds best."""
    place = _STEADY_ORDER.get(row.get("robustness") or "")
    return None if place is None else (place,)


def _write_rank(row: Row) -> str:
    """Write the rank in the département with its interval, never without."""
    if row.get("rank") is None:
        return french.MISSING
    low, high = french.number(row["rank_low"]), french.number(row["rank_high"])
    return f"{french.number(row['rank'])} ({low} à {high})"


_EPCI = TableColumn(
    *("intercommunalite", "Territoire", "Intercommunalité"),
    *(lambda row: row["nom_epci"] or "aucune", text_of("nom_epci"), ASCENDING),
    ("siren_epci", "nom_epci"),
    is_number=False,
)
_REASONS = TableColumn(
    *("raisons", "Raisons", "En une phrase", lambda row: row["sentence"]),
    *(text_of("sentence"), ASCENDING, ("sentence",)),
    is_number=False,
    is_long=True,
)
