"""What the map of a territory colours: communes, or wider units where these would be too many.

A snapshot has a map per territory and unit (see `geodata.mapped_territories`). France and the
régions are read by département and by EPCI; their communes are on the maps of smaller territories.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.unit_indicators import unit_indicators
from carto.drawing.indicators.units import COMMUNE, UNITS, Unit
from carto.drawing.indicators.units import DEPARTEMENT as BY_DEPARTEMENT
from carto.drawing.indicators.units import EPCI as BY_EPCI
from carto.drawing.indicators.units import REGION as BY_REGION
from carto.typography import typeset
from webapp.maps.shown_values import known_indicators
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, FRANCE, REGION, LoadedSnapshot, Row

# What may be coloured by type of territory, the usual unit first.
_UNITS_OF = {
    FRANCE: (BY_DEPARTEMENT, BY_EPCI),
    REGION: (BY_EPCI, BY_DEPARTEMENT),
    DEPARTEMENT: (COMMUNE, BY_EPCI),
}
# Column of the communes that holds the code of the unit they are in.
_COLUMNS = {BY_EPCI: "siren_epci", BY_DEPARTEMENT: "departement", BY_REGION: "region"}


def units_of(snapshot: LoadedSnapshot, type_: str, code: str) -> tuple[Unit, ...]:
    """List what the maps of a territory may colour, the usual unit first.

    Parameters
    ----------
    snapshot
        Where the maps are.
    type_, code
        The territory.
    """
    usual, *others = _UNITS_OF.get(type_, (COMMUNE,))
    return (usual, *(unit for unit in others if snapshot.has_map(type_, code, unit)))


def unit_of(snapshot: LoadedSnapshot, type_: str, code: str, asked: str | None) -> Unit:
    """Choose what the map of a territory colours: what is asked for, where there is such a map.

    Parameters
    ----------
    snapshot
        Where the maps are.
    type_, code
        The territory.
    asked
        Type of the unit asked for, or None for the usual one.
    """
    offered = units_of(snapshot, type_, code)
    unit = UNITS.get(asked or "")
    return unit if unit is not None and unit in offered else offered[0]


def communes_of(snapshot: LoadedSnapshot, type_: str, code: str) -> list[Row]:
    """Communes a page counts: those of the perimeter for a département, all of them for an EPCI.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    members = snapshot.members(type_, code)
    return [row for row in members if row["is_in_scope"]] if type_ == DEPARTEMENT else members


def unit_rows(snapshot: LoadedSnapshot, type_: str, code: str, unit: Unit) -> list[Row]:
    """List the units of a territory, by code; an EPCI is in every territory it has a commune in.

    Parameters
    ----------
    snapshot
        Where they are published.
    type_, code
        The territory.
    unit
        What is wanted.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    members = communes_of(snapshot, type_, code)
    if unit == COMMUNE:
        return members
    if type_ == FRANCE:
        return list(snapshot.level(unit.type).values())
    column = _COLUMNS[unit]
    codes = {member[column] for member in members}
    return [row for code, row in snapshot.level(unit.type).items() if code in codes]


def indicators_by(snapshot: LoadedSnapshot, unit: Unit) -> dict[str, Indicator]:
    """List the indicators that a map of some units may show, by id.

    Parameters
    ----------
    snapshot
        What is published.
    unit
        What the map colours.
    """
    if unit == COMMUNE:
        return known_indicators(snapshot)
    return unit_indicators(snapshot.facts, unit)


def unit_notices(offered: Sequence[Unit], asked: str | None) -> list[str]:
    """Say that a map does not colour the units asked for, and which ones it does.

    Parameters
    ----------
    offered
        What it may colour.
    asked
        Type of a unit, or any other text; None when nothing is asked.
    """
    if asked is None or asked not in UNITS or UNITS[asked] in offered:
        return []
    listed = " ou ".join(unit.singular for unit in offered)
    return [
        typeset(
            f"La carte de ce territoire ne se lit pas par {UNITS[asked].singular} : elle se lit "
            f"par {listed}."
        )
    ]


def indicator_notices(
    asked: str | None, shown: Collection[str], known: Mapping[str, Indicator]
) -> list[str]:
    """Say that an indicator of communes has no value for wider units.

    Parameters
    ----------
    asked
        Id of an indicator, or any other text; None when nothing is asked.
    shown
        Ids of those that the map may show.
    known
        Those of communes, by id.
    """
    if asked is None or asked in shown or asked not in known:
        return []
    return [
        typeset(
            f"« {known[asked].label} » se lit par commune : cette carte, qui colorie des "
            "territoires plus larges, montre le verdict."
        )
    ]
