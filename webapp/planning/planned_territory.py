"""The territory of a plan or of a scenario: read from the address, and those to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from carto.codes import departement_name
from carto.folding import folded
from webapp.snapshots.asked_territory import (
    Territory,
    named_territory,
    split_territory,
    territory_text,
    unknown_territory,
)
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
)

PLANNED_TYPES = (DEPARTEMENT, EPCI, EPT, GROUP)


class ChoiceGroup(NamedTuple):
    """Territories under one heading: their values in the form, and their names."""

    label: str
    choices: tuple[tuple[str, str], ...]


def usual_territory(snapshot: LoadedSnapshot) -> Territory | None:
    """Territory of a plan when none is asked for: the only département, if there is one."""
    codes = list(snapshot.departements)
    return (DEPARTEMENT, codes[0]) if len(codes) == 1 else None


def read_territory(snapshot: LoadedSnapshot, said: str) -> tuple[Territory | None, list[str]]:
    """Read a territory; None, and a notice, for one that nothing can be planned in.

    Parameters
    ----------
    snapshot
        What is published.
    said
        Type and code, as `departement-29`; empty for the usual one.
    """
    if not said:
        return usual_territory(snapshot), []
    if split_territory(said)[0] in (REGION, FRANCE):
        return None, [
            "Ce territoire est trop grand pour un calcul commune par commune : choisissez un "
            "département ou une intercommunalité."
        ]
    territory = named_territory(snapshot, said, PLANNED_TYPES)
    if territory is not None:
        return territory, []
    return None, [f"{unknown_territory(said)} : choisissez un territoire dans la liste."]


def territory_choices(snapshot: LoadedSnapshot, asked: Territory | None) -> list[ChoiceGroup]:
    """List the départements, and the intercommunalités around the territory that is asked for."""
    groups = [ChoiceGroup("Départements", _named(snapshot, DEPARTEMENT, snapshot.departements))]
    if asked is None:
        return [group for group in groups if group.choices]
    if asked[0] in (EPT, GROUP):
        groups.insert(0, ChoiceGroup("", _named(snapshot, asked[0], [asked[1]])))
    members = snapshot.members(*asked)
    for departement in sorted({row["departement"] for row in members}):
        if departement in snapshot.departements:
            near = {row["siren_epci"] for row in snapshot.members(DEPARTEMENT, departement)}
            near &= set(snapshot.epci)
            label = f"Intercommunalités, {departement_name(departement)}"
            groups.append(ChoiceGroup(label, _named(snapshot, EPCI, near)))
    return [group for group in groups if group.choices]


def _named(
    snapshot: LoadedSnapshot, type_: str, codes: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Name territories of a type, in the order of their names."""
    rows = snapshot.level(type_)
    found = [(territory_text((type_, code)), str(rows[code]["nom"])) for code in codes]
    return tuple(sorted(found, key=lambda pair: (folded(pair[1]), pair[0])))
