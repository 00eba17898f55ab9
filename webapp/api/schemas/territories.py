"""Schemas of the territories made of communes: their own columns, and the sums of their members."""

from __future__ import annotations

from carto.contracts import TableContract
from carto.tables.rollup_columns import ROLLUP_COLUMNS
from carto.tables.rollups import DEPARTEMENT, EPCI, EPT, FRANCE, GROUPE, REGION
from carto.tables.shared import VERDICTS
from carto.tables.verdict_rollups import TYPE_WORDS
from webapp.api.description.schema import (
    Component,
    Schema,
    listed,
    members,
    nullable,
    number,
    text,
    whole,
)
from webapp.api.description.table_schema import column_schema
from webapp.api.schemas.shared import ADDRESS, SNAPSHOT
from webapp.api.territory_document import LISTS, is_gathered

_BY_VERDICT = Component(
    "PartDunVerdict",
    members(
        {
            "communes": whole("Communes de ce verdict.", minimum=0),
            "population_share": nullable(
                number("Part de la population, de 0 à 1.", minimum=0, maximum=1)
            ),
        }
    ),
)
_BY_TYPE = Component(
    "PartDunType",
    members(
        {
            "communes": whole("Communes de ce type.", minimum=0),
            "population": whole("Leurs habitants.", minimum=0),
        }
    ),
)


def _columns(columns: tuple[str, ...], contract: TableContract) -> dict[str, Schema]:
    """Describe columns of a contract, as the document writes them."""
    return {
        name: listed(text(), contract.column(name).description)
        if name in LISTS
        else column_schema(contract.column(name))
        for name in columns
        if not is_gathered(name)
    }


_SUMS = tuple(column.name for column in ROLLUP_COLUMNS)

SUMS = Component(
    "Cumul",
    members(
        {
            **_columns(_SUMS, FRANCE),
            "verdicts": members(dict.fromkeys(VERDICTS, _BY_VERDICT), "Par verdict."),
            "types": members(dict.fromkeys(TYPE_WORDS, _BY_TYPE), "Par type de commune."),
        },
        "Ce que les communes d'un territoire font ensemble.",
    ),
)


def _territory(name: str, contract: TableContract) -> Component:
    """Describe the territories of a level."""
    own = tuple(name for name in contract.names if name not in _SUMS)
    links = members({"self": ADDRESS, "page": ADDRESS, "communes": ADDRESS}, optional=("communes",))
    described = {"snapshot": SNAPSHOT, **_columns(own, contract), "links": links}
    return Component(name, {"allOf": [members(described, contract.title), SUMS]})


TERRITORY_SCHEMAS = {
    contract.name: _territory(contract.name.capitalize(), contract)
    for contract in (EPCI, DEPARTEMENT, REGION, FRANCE, EPT, GROUPE)
}

_LISTED: dict[str, Schema] = {
    "type": text("Son niveau.", enum=[*TERRITORY_SCHEMAS]),
    "code": text("Son code officiel ; le SIREN d'une intercommunalité."),
    "nom": text("Son nom."),
    "communes_count": whole("Communes comptées.", minimum=0),
    "population": nullable(whole("Habitants ; null si une commune est inconnue.", minimum=0)),
    "links": members({"self": ADDRESS, "page": ADDRESS}),
}
LISTED_TERRITORY_FIELDS = tuple(_LISTED)
LISTED_TERRITORY = Component(
    "TerritoireListe",
    members(_LISTED, "Un territoire ; avec `fields`, ces seuls membres.", LISTED_TERRITORY_FIELDS),
)
