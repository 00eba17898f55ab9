"""What surrounds the territories of a comparison: references, neighbours, territories alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, dist, radians

from carto.codes import FRANCE_CODE
from carto.french import capitalised, of_place
from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import Territory
from webapp.comparison.comparison_suggestions import Suggestions, suggestions
from webapp.snapshots.loaded_snapshot import (
    COMMUNE,
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
    Row,
)
from webapp.territories.twins import alike_rule
from webapp.views.state import MapState

MOST_NEIGHBOURS = 6
MOST_STARTING_POINTS = 12
_INSIDE_A_DEPARTEMENT = (COMMUNE, EPCI, EPT, GROUP)

Around = list[tuple[TerritoryId, Row]]
Point = tuple[float, float]


def around(snapshot: LoadedSnapshot, territories: Sequence[Territory]) -> Around:
    """List the references: the département that holds all of them, and France, when published."""
    found: Around = []
    codes = {code for one in territories for code in _departements(one)}
    inside = all(one.id.type in _INSIDE_A_DEPARTEMENT for one in territories)
    if inside and len(codes) == 1 and codes <= snapshot.departements.keys():
        code = codes.pop()
        found.append((TerritoryId(DEPARTEMENT, code), snapshot.departements[code]))
    if FRANCE_CODE in snapshot.france:
        found.append((TerritoryId(FRANCE, FRANCE_CODE), snapshot.france[FRANCE_CODE]))
    return found


def to_add(
    snapshot: LoadedSnapshot, territories: Sequence[Territory], state: MapState
) -> list[Suggestions]:
    """Offer territories to add: those alike, those nearby, those above.

    Returns
    -------
    list of Suggestions
        Empty when nothing is compared yet, or when nothing may be added.
    """
    ids = [one.id for one in territories]
    offered: list[Suggestions | None] = []
    for one in territories:
        offered.append(_alike(snapshot, one, ids, state))
        near = [(id_, str(row["nom"])) for id_, row in _near(snapshot, one)]
        offered.append(suggestions(f"Voisins {of_place(one.nom)}", near, ids, state))
    above = [(id_, str(row["nom"])) for one in territories for id_, row in _above(snapshot, one)]
    offered.append(suggestions("Pour situer", list(dict.fromkeys(above)), ids, state))
    return [one for one in offered if one is not None]


def starting_points(snapshot: LoadedSnapshot, state: MapState) -> list[Suggestions]:
    """Offer first territories: the départements, or the EPCI of a single one, by population."""
    type_ = DEPARTEMENT if len(snapshot.departements) > 1 else EPCI
    rows = sorted(snapshot.level(type_).items(), key=lambda one: -(one[1]["population"] or 0))
    found = [(TerritoryId(type_, code), str(row["nom"])) for code, row in rows]
    words = "Départements" if type_ == DEPARTEMENT else "Intercommunalités"
    title = f"{words} les plus peuplés" if type_ == DEPARTEMENT else f"{words} les plus peuplées"
    offer = suggestions(title, found[:MOST_STARTING_POINTS], (), state)
    return [offer] if offer else []


def _alike(
    snapshot: LoadedSnapshot, one: Territory, ids: Sequence[TerritoryId], state: MapState
) -> Suggestions | None:
    """Offer the published twins of a commune or an EPCI, with the rule that found them."""
    if one.id.type not in (COMMUNE, EPCI):
        return None
    rows = snapshot.details("twins", one.id.type, one.id.code)
    if not rows or not rows[0]["twins"]:
        return None
    level = snapshot.level(one.id.type)
    found = [
        (TerritoryId(one.id.type, code), str(level[code]["nom"]))
        for code in rows[0]["twins"].split("|")
        if code in level
    ]
    rule = alike_rule(rows[0])
    title = f"Territoires qui ressemblent à {one.nom}"
    return suggestions(title, found, ids, state, capitalised(rule))


def _near(snapshot: LoadedSnapshot, one: Territory) -> Around:
    """List neighbours: communes of the same EPCI, EPCI of the same départements, and so on."""
    row = one.row
    if one.id.type == COMMUNE and row["siren_epci"] is not None:
        points = {other["code_insee"]: _point([other]) for other in _members(snapshot, row)}
        return _closest(snapshot, one, points)
    if one.id.type == EPCI:
        own = set(_departements(one))
        points = {
            code: _point(snapshot.members(EPCI, code))
            for code, other in snapshot.epci.items()
            if own & set(other["departements"].split("|"))
        }
        return _closest(snapshot, one, points)
    if one.id.type == DEPARTEMENT:
        return [
            (TerritoryId(DEPARTEMENT, code), other)
            for code, other in snapshot.departements.items()
            if other["region"] == row["region"] and code != one.id.code
        ]
    return []


def _members(snapshot: LoadedSnapshot, row: Row) -> list[Row]:
    """Communes of the EPCI of a commune."""
    return snapshot.members(EPCI, row["siren_epci"])


def _closest(snapshot: LoadedSnapshot, one: Territory, points: Mapping[str, Point]) -> Around:
    """Keep the territories of the same type whose points are closest, the closest first."""
    here = points[one.id.code]
    others = sorted(
        points.keys() - {one.id.code}, key=lambda code: (dist(here, points[code]), code)
    )
    level = snapshot.level(one.id.type)
    return [(TerritoryId(one.id.type, code), level[code]) for code in others[:MOST_NEIGHBOURS]]


def _point(communes: Sequence[Row]) -> Point:
    """Mean point of some communes, in degrees of latitude on both axes."""
    latitude = sum(row["latitude"] for row in communes) / len(communes)
    longitude = sum(row["longitude"] for row in communes) / len(communes)
    return longitude * cos(radians(latitude)), latitude


def _above(snapshot: LoadedSnapshot, one: Territory) -> Around:
    """List what holds a territory: its EPCI, its département, its région, France."""
    row = one.row
    found: list[TerritoryId] = []
    if one.id.type == COMMUNE and row["siren_epci"] is not None:
        found.append(TerritoryId(EPCI, row["siren_epci"]))
    found += [TerritoryId(DEPARTEMENT, code) for code in _departements(one)]
    if row.get("region"):
        found.append(TerritoryId(REGION, row["region"]))
    found.append(TerritoryId(FRANCE, FRANCE_CODE))
    return [
        (id_, snapshot.level(id_.type)[id_.code])
        for id_ in found
        if id_.code in snapshot.level(id_.type)
    ]


def _departements(one: Territory) -> list[str]:
    """Codes of the départements that a territory lies in, itself excepted."""
    if one.id.type == COMMUNE:
        return [one.row["departement"]]
    return [code for code in str(one.row.get("departements") or "").split("|") if code]
