"""Moves: communes that entered or left a class of the verdict between two releases, and why."""

from __future__ import annotations

from dataclasses import dataclass

from carto.changes.causes import Cause, Context, causes_of
from carto.changes.nearby_places import compare_places
from carto.changes.release import Release, Row, changed_rules
from carto.typography import typeset

UNEXPLAINED = Cause("NON_EXPLIQUE", "Aucune valeur publiée ne l'explique.")


@dataclass(frozen=True)
class Move:
    """A commune whose class changed.

    Attributes
    ----------
    code_insee, nom, departement, siren_epci, population
        As in the later release, in the earlier one for a commune that is no more.
    before, after
        Verdicts; None where the release has no such commune.
    causes
        Why; never empty.
    """

    code_insee: str
    nom: str
    departement: str
    siren_epci: str | None
    population: int | None
    before: str | None
    after: str | None
    causes: tuple[Cause, ...]


def moves(before: Release, after: Release, reach_km: float) -> tuple[Move, ...]:
    """List the communes whose class changed, by code.

    Only communes of the perimeter of one of the releases count; one that is beyond the other's
    perimeter, though in the same year of the COG, did not move: it was not looked at.

    Parameters
    ----------
    before, after
        The two releases.
    reach_km
        Crow-fly distance beyond which a place has no weight.
    """
    context = Context(compare_places(before, after), changed_rules(before, after), reach_km)
    found = []
    for code in sorted(before.communes.keys() | after.communes.keys()):
        old, new = _in_scope(before, code), _in_scope(after, code)
        if old is None or new is None:
            if before.cog != after.cog and (old or new) and not _is_elsewhere(before, after, code):
                found.append(_move(old, new, (_by_cog(before, after),)))
        elif old["verdict"] != new["verdict"]:
            found.append(_move(old, new, causes_of(old, new, context) or (UNEXPLAINED,)))
    return tuple(found)


def _in_scope(release: Release, code: str) -> Row | None:
    """Row of a commune of the perimeter."""
    row = release.communes.get(code)
    return row if row is not None and row["is_in_scope"] else None


def _is_elsewhere(before: Release, after: Release, code: str) -> bool:
    """Whether both releases have the commune, one of them beyond its perimeter."""
    return code in before.communes and code in after.communes


def _by_cog(before: Release, after: Release) -> Cause:
    """Tell a commune that the other year of the COG does not have."""
    said = f"commune d'un seul des deux COG ({before.cog}, puis {after.cog})."
    return Cause("COG", typeset(said))


def _move(old: Row | None, new: Row | None, causes: tuple[Cause, ...]) -> Move:
    """Describe a commune that moved."""
    row = new or old or {}
    return Move(
        code_insee=row["code_insee"],
        nom=row["nom"],
        departement=row["departement"],
        siren_epci=row["siren_epci"],
        population=row["population"],
        before=None if old is None else old["verdict"],
        after=None if new is None else new["verdict"],
        causes=causes,
    )
