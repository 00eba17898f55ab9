"""What goes with the map of a territory: other units to colour, places to fly to, what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from carto import french
from carto.drawing.indicators.units import COMMUNE, EPCI, Unit
from carto.typography import typeset
from webapp.links import territory_page
from webapp.maps.map_units import communes_of, unit_of, units_of
from webapp.snapshots.loaded_snapshot import FRANCE, LoadedSnapshot, Row
from webapp.views.state import MapState


@dataclass(frozen=True)
class UnitChoice:
    """One thing that the map may colour, and the page that colours it."""

    unit: Unit
    path: str
    is_shown: bool


@dataclass(frozen=True)
class Outlook:
    """A part of a map to fly to: its name, and its west, south, east and north in degrees."""

    nom: str
    bounds: str


# France cannot be seen at once: its parts, to a tenth of a degree.
OUTLOOKS = (
    Outlook("Métropole", "-5.2,41.3,9.6,51.1"),
    Outlook("Guadeloupe", "-61.9,15.8,-61.0,16.6"),
    Outlook("Martinique", "-61.3,14.3,-60.8,14.9"),
    Outlook("Guyane", "-54.7,2.1,-51.6,5.8"),
    Outlook("La Réunion", "55.2,-21.4,55.9,-20.8"),
    Outlook("Mayotte", "45.0,-13.1,45.4,-12.6"),
)


@dataclass(frozen=True)
class Surroundings:
    """What goes with a map.

    Attributes
    ----------
    choices
        What it may colour; none when there is one thing only.
    outlooks
        Where it may fly to, the first view first; none when it is seen whole.
    has_places
        Whether places of help may be drawn on it.
    remarks
        French sentences: what the map does not draw, or draws beyond the territory.
    """

    choices: tuple[UnitChoice, ...]
    outlooks: tuple[Outlook, ...]
    has_places: bool
    remarks: tuple[str, ...]


def surroundings(snapshot: LoadedSnapshot, type_: str, code: str, state: MapState) -> Surroundings:
    """Describe what goes with the map of a territory.

    Parameters
    ----------
    snapshot
        Where it is published.
    type_, code
        The territory.
    state
        What is shown.
    """
    offered = units_of(snapshot, type_, code)
    unit = unit_of(snapshot, type_, code, state.unit)
    return Surroundings(
        choices=_choices(offered, unit, state, territory_page(type_, code)),
        outlooks=OUTLOOKS if type_ == FRANCE else (),
        has_places=unit == COMMUNE,
        remarks=map_remarks(snapshot, (type_, code), unit),
    )


def map_remarks(
    snapshot: LoadedSnapshot, territory: tuple[str, str], unit: Unit
) -> tuple[str, ...]:
    """Say what the map of a territory does not draw, and what it draws beyond the territory.

    Parameters
    ----------
    snapshot
        Where it is published.
    territory
        Type and code.
    unit
        What the map colours.
    """
    communes = communes_of(snapshot, *territory)
    return tuple(map(typeset, _remarks(snapshot, territory, unit, communes)))


def _choices(
    offered: Sequence[Unit], shown: Unit, state: MapState, page: str
) -> tuple[UnitChoice, ...]:
    """Link to the same page by each unit; a selection of one has no sense in another."""
    if len(offered) == 1:
        return ()
    plain = replace(state, selected=None, class_key=None)
    return tuple(
        UnitChoice(
            unit,
            replace(plain, unit=None if unit == offered[0] else unit.type).url(page),
            unit == shown,
        )
        for unit in offered
    )


def _remarks(
    snapshot: LoadedSnapshot, territory: tuple[str, str], unit: Unit, communes: Sequence[Row]
) -> Iterator[str]:
    """Write each remark, when there is something to say."""
    row = snapshot.territory(*territory)
    if unit == COMMUNE:
        yield from _away(len(communes) - len(snapshot.shapes(*territory).units))
        return
    has_communes = COMMUNE in units_of(snapshot, *territory)
    yield from _undrawn(row["sites_count"] or 0, by_commune=has_communes)
    if unit == EPCI:
        partial = str(row.get("epci_partial", ""))
        yield from _crossing(len([siren for siren in partial.split("|") if siren]))
        yield from _alone(sum(member["siren_epci"] is None for member in communes))


def _undrawn(count: int, *, by_commune: bool) -> Iterator[str]:
    """Say that places are not drawn, and on which map they are."""
    where = "la carte par commune" if by_commune else "la carte de chaque département"
    if count > 1:
        yield (
            f"Les {french.number(count)} lieux d'aide ne sont pas dessinés à cette échelle : ils "
            f"le sont sur {where}."
        )
    elif count:
        yield f"Le lieu d'aide n'est pas dessiné à cette échelle : il l'est sur {where}."


def _crossing(count: int) -> Iterator[str]:
    """Say that EPCI which cross the border are drawn whole."""
    if count > 1:
        yield (
            f"{count} intercommunalités à cheval sur la limite sont dessinées entières : leurs "
            "chiffres comptent toutes leurs communes."
        )
    elif count:
        yield (
            "Une intercommunalité à cheval sur la limite est dessinée entière : ses chiffres "
            "comptent toutes ses communes."
        )


def _alone(count: int) -> Iterator[str]:
    """Say that communes without EPCI have no colour."""
    if count:
        verb = "ne sont pas coloriées" if count > 1 else "n'est pas coloriée"
        yield f"{french.plural(count, 'commune')} sans intercommunalité {verb}."


def _away(count: int) -> Iterator[str]:
    """Say that communes of a group are too far from the others to be on its map."""
    if count > 0:
        verb = "ne sont pas" if count > 1 else "n'est pas"
        yield (
            f"{french.plural(count, 'commune')} {verb} sur la carte : trop loin des autres pour "
            "une même projection."
        )
