"""Where the values of a column come from: a source of the snapshot, or a computation on several.

A quantity has one name everywhere: a published column that an input table has too is that input,
as it was received or summed over the communes of a territory. Any other one is computed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from carto.tables.parsed import INPUT_TABLES
from carto.vocabulary import PLACE_SOURCES
from webapp.views.provenance import NO_SOURCE, credit

Facts = Mapping[str, Any]

COMPUTED = "calculé"
# The geography says what every other table repeats: codes, names, shapes.
_GEOGRAPHY = ("cog", "contours")
_OF_GEOGRAPHY = ("code_insee", "nom", "departement", "geometry")
_PLACES = "sites"
# Tables whose columns that an input has are those of the lists of places.
_OF_PLACES = (_PLACES, "ground_places")
_READERS = {
    table.name: frozenset(table.names) - set(_OF_GEOGRAPHY)
    for table in INPUT_TABLES
    if table.name != _PLACES
}
_PLACE_COLUMNS = frozenset(
    name for table in INPUT_TABLES if table.name == _PLACES for name in table.names
)


def readers_of(table: str, column: str) -> tuple[str, ...]:
    """Name the kinds of sources that a column is received from; none when it is computed.

    Parameters
    ----------
    table, column
        Names of a published table and of one of its columns.

    Examples
    --------
    >>> readers_of("communes", "population"), readers_of("departement", "locaux")
    (('population',), ('fibre', 'fibre_history'))
    >>> readers_of("communes", "nom"), readers_of("communes", "verdict")
    (('cog', 'contours'), ())
    >>> readers_of("sites", "nom")[:2]
    ('france_services', 'lieux')
    """
    if table in _OF_PLACES:
        return PLACE_SOURCES if column in _PLACE_COLUMNS else ()
    if column in _OF_GEOGRAPHY:
        return _GEOGRAPHY
    return tuple(reader for reader, columns in _READERS.items() if column in columns)


def origin(facts: Facts, readers: Collection[str]) -> str:
    """Say where a column comes from in this snapshot: producers and dates, or a computation."""
    return credit(facts, *readers) if readers else COMPUTED


def is_missing(facts: Facts, readers: Collection[str]) -> bool:
    """Whether no source of a column is in this snapshot."""
    return bool(readers) and origin(facts, readers) == NO_SOURCE
