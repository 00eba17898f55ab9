"""The breadcrumb of a territory, from France down; a step is linked when it has a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from carto.codes import (
    FRANCE_CODE,
    REGIONS,
    departement_name,
    is_one_departement,
    region_of,
)
from webapp.links import territory_page
from webapp.snapshots.loaded_snapshot import KEYS, LoadedSnapshot
from webapp.territories.territory import Step

Row = Mapping[str, Any]
Level = Callable[[str], Mapping[str, Row]]


def trail(snapshot: LoadedSnapshot, type_: str, row: Row) -> list[Step]:
    """List the steps from France to a territory of a snapshot; see `trail_of`."""
    key = KEYS[type_]
    return trail_of(type_, row, snapshot.level, snapshot.members(type_, row[key])[0])


def trail_of(type_: str, row: Row, level: Level, member: Row) -> list[Step]:
    """List the steps from France to a territory.

    Parameters
    ----------
    type_
        Its type, as in addresses.
    row
        Its published row.
    level
        Gives the published territories of a type, by code.
    member
        One of its communes, which tells what an EPT is part of.

    Returns
    -------
    list of Step
        The last one is the territory itself, not linked. An EPCI or a group that reaches into
        several départements hangs from the first of them, or from their région.
    """
    if type_ == "france":
        return [Step(row["nom"])]
    above: dict[str, Callable[[], list[Step]]] = {
        "region": lambda: [],
        "departement": lambda: _region(row["region"], level),
        "epci": lambda: _departement(row["departements"].split("|")[0], level),
        "ept": lambda: [*_region(member["region"], level), *_epci(member, level)],
        "groupe": lambda: _shared(row["departements"].split("|"), level),
        "commune": lambda: [*_departement(row["departement"], level), *_epci(row, level)],
    }
    return [_step("france", FRANCE_CODE, "France", level), *above[type_](), Step(row["nom"])]


def _step(type_: str, code: str, nom: str, level: Level) -> Step:
    """Name a territory, and link it when it is published."""
    return Step(nom, territory_page(type_, code) if code in level(type_) else "")


def _region(code: str | None, level: Level) -> list[Step]:
    """Région above a territory; a collectivité has none, a région of one département is it."""
    if code not in REGIONS or is_one_departement(code):
        return []
    return [_step("region", code, REGIONS[code], level)]


def _departement(code: str, level: Level) -> list[Step]:
    """Région and département above a territory."""
    above = _region(region_of(code), level)
    return [*above, _step("departement", code, departement_name(code), level)]


def _epci(commune: Row, level: Level) -> list[Step]:
    """EPCI of a commune, when it has one."""
    siren = commune["siren_epci"]
    return [] if siren is None else [_step("epci", siren, commune["nom_epci"], level)]


def _shared(departements: list[str], level: Level) -> list[Step]:
    """Find what all the départements of a group lie in: one of them, one région, or France."""
    if len(departements) == 1:
        return _departement(departements[0], level)
    regions = {region_of(code) for code in departements}
    return _region(regions.pop(), level) if len(regions) == 1 else []
