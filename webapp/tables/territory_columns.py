"""The columns of a table of territories made of communes: EPCI, départements, régions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto import french
from carto.codes import departement_name
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.unit_indicators import underserved_share
from carto.drawing.indicators.units import EPCI, Unit
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


def territory_columns(
    unit: Unit, indicators: Mapping[str, Indicator], limit: str
) -> tuple[TableColumn, ...]:
    """List the columns of a table of territories.

    Parameters
    ----------
    unit
        What they are.
    indicators
        The indicators of the unit, which write values as the map does.
    limit
        Travel time beyond which supply is in alert, written.
    """
    return (*_who(unit), *_VERDICT, *_help(indicators, limit), *_fibre(indicators))


def _who(unit: Unit) -> tuple[TableColumn, ...]:
    """Name the territory."""
    group = unit.singular.capitalize()
    where = TableColumn(
        *("departement", group, "Département", _write_departements),
        *(text_of("departements"), ASCENDING, ("departements",)),
        is_number=False,
    )
    return (
        TableColumn(
            *("nom", group, "Nom", lambda row: row["nom"], text_of("nom"), ASCENDING),
            (unit.key, "nom"),
            is_number=False,
        ),
        *((where,) if unit == EPCI else ()),
        TableColumn(
            *("population", group, "Habitants"),
            *(lambda row: french.number(row["population"]), number_of("population"), DESCENDING),
            ("population",),
        ),
    )


def _write_departements(row: Row) -> str:
    """Name the départements that a territory lies in."""
    return ", ".join(map(departement_name, row["departements"].split("|")))


def _write_underserved(row: Row) -> str:
    """Count the under-served communes among all of them."""
    count, total = row["communes_underserved"], row["communes_count"]
    return f"{french.number(count)} sur {french.number(total)}"


def _share(row: Row) -> Rank | None:
    """Rank by the share of people in under-served communes."""
    share = underserved_share(row)
    return None if share is None else (share,)


_VERDICT = (
    TableColumn(
        *("communes", "Communes sous-desservies", "Communes", _write_underserved),
        *(number_of("communes_underserved"), DESCENDING),
        ("communes_underserved", "communes_count", "communes_verdict_indetermine"),
    ),
    TableColumn(
        *("verdict", "Communes sous-desservies", "Part des habitants"),
        *(lambda row: french.percent(underserved_share(row)), _share, DESCENDING),
        ("population_underserved",),
    ),
    TableColumn(
        *("solidite", "Communes sous-desservies", "dont verdict robuste"),
        lambda row: french.number(row["communes_underserved_robuste"]),
        *(number_of("communes_underserved_robuste"), DESCENDING),
        ("communes_underserved_robuste",),
    ),
)


def _help(indicators: Mapping[str, Indicator], limit: str) -> tuple[TableColumn, ...]:
    """Give the means of help and need."""
    group = "Aide au numérique"
    minutes = (indicators["temps"].text, number_of("nearest_site_min"), DESCENDING)
    return (
        TableColumn("temps", group, "Temps d'accès moyen", *minutes, ("nearest_site_min",)),
        TableColumn(
            *("loin", group, f"Habitants à plus de {limit}"),
            lambda row: french.percent(row["population_beyond_time_share"]),
            *(number_of("population_beyond_time_share"), DESCENDING),
            ("population_beyond_time_share",),
        ),
        TableColumn(
            *("acces", group, "Offre accessible"),
            *(hours_of(indicators["acces"]), number_of("accessibility"), ASCENDING),
            ("accessibility",),
        ),
        TableColumn(
            *("lieux_aide", group, "Lieux"),
            *(lambda row: french.number(row["sites_count"]), number_of("sites_count"), DESCENDING),
            ("sites_count", "hours_per_week"),
        ),
        TableColumn(
            *("besoin", "Besoin", "Besoin moyen", indicators["besoin"].text),
            *(number_of("need"), DESCENDING, ("need",)),
        ),
    )


def _fibre(indicators: Mapping[str, Indicator]) -> tuple[TableColumn, ...]:
    """Give the coverage and what is left."""
    return (
        TableColumn(
            *("fibre", "Fibre", "Couverture", indicators["fibre"].text),
            *(number_of("taux_couverture_ftth"), ASCENDING),
            ("taux_couverture_ftth", "locaux", "locaux_raccordables"),
        ),
        TableColumn(
            *("reste", "Fibre", "Locaux à raccorder"),
            lambda row: french.number(row["locaux_restants"]),
            *(number_of("locaux_restants"), DESCENDING, ("locaux_restants",)),
        ),
    )
