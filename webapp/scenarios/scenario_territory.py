"""The territory of a scenario: read from the address, and those that its page offers instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carto.folding import folded
from carto.typography import typeset
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, EPT, GROUP, LoadedSnapshot

TERRITORY = "territoire"
TYPES = (DEPARTEMENT, EPCI, EPT, GROUP)
_SHOWN = 20

Option = tuple[str, str]


@dataclass(frozen=True)
class Perimeter:
    """A territory as the address of a scenario names it."""

    type: str
    code: str

    def __str__(self) -> str:
        """Write the territory as the address does: `departement-29`."""
        return f"{self.type}-{self.code}"


def read_perimeter(
    snapshot: LoadedSnapshot, query: Mapping[str, str]
) -> tuple[Perimeter, list[str]]:
    """Read the territory of an address; the first one published, and a notice, for an unknown one.

    Parameters
    ----------
    snapshot
        Where territories are published.
    query
        Parameters of the address.
    """
    said = query.get(TERRITORY, "")
    type_, _, code = said.partition("-")
    if type_ in TYPES and code in snapshot.level(type_):
        return Perimeter(type_, code), []
    usual = _usual(snapshot)
    if not said:
        return usual, []
    nom = snapshot.territory(usual.type, usual.code)["nom"]
    return usual, [
        typeset(
            f"« {TERRITORY}={said[:_SHOWN]} » n'existe pas ici (attendu : departement-29 ou "
            f"epci-242900314) : voici {nom}."
        )
    ]


def territory_options(
    snapshot: LoadedSnapshot, perimeter: Perimeter
) -> list[tuple[str, list[Option]]]:
    """List the territories to choose from: départements, then intercommunalités close at hand.

    Parameters
    ----------
    snapshot
        Where territories are published.
    perimeter
        The present one; it is always among them.
    """
    row = snapshot.territory(perimeter.type, perimeter.code)
    departements = _departements(row, perimeter)
    near = (
        (code, epci["nom"])
        for code, epci in snapshot.level(EPCI).items()
        if departements.intersection(str(epci["departements"] or "").split("|"))
    )
    every = ((code, one["nom"]) for code, one in snapshot.level(DEPARTEMENT).items())
    groups = [
        ("Départements", _options(DEPARTEMENT, every)),
        ("Intercommunalités", _options(EPCI, near)),
    ]
    listed = {value for _, options in groups for value, _ in options}
    if str(perimeter) not in listed:
        groups.insert(0, ("", [(str(perimeter), row["nom"])]))
    return [group for group in groups if group[1]]


def _usual(snapshot: LoadedSnapshot) -> Perimeter:
    """Territory of a scenario when none is asked for: the first département, else the first one."""
    for type_ in TYPES:
        for code in snapshot.level(type_):
            return Perimeter(type_, code)
    first = snapshot.facts["territories"][0]
    return Perimeter(first["type"], first["code"])


def _departements(row: Mapping[str, object], perimeter: Perimeter) -> set[str]:
    """Codes of the départements that a territory is in."""
    if perimeter.type == DEPARTEMENT:
        return {perimeter.code}
    return set(str(row.get("departements") or "").split("|"))


def _options(type_: str, rows: Iterable[Option]) -> list[Option]:
    """Write the options of a type, by name."""
    named = sorted(rows, key=lambda pair: (folded(pair[1]), pair[0]))
    return [(f"{type_}-{code}", nom) for code, nom in named]
