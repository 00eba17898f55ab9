"""Groups of communes made by hand: a pays, a syndicat, the communes of a project.

The codes that a group cites may be of any year: those that no commune has any more lead to the
communes where their territory is now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from carto.codes import COLLECTIVITES, DEPARTEMENTS, departement_of
from carto.cog.passage import Passage
from carto.errors import CartoError


@dataclass(frozen=True)
class Group:
    """A group as its maker wrote it.

    Attributes
    ----------
    id
        Its key in the settings.
    nom
        Its name.
    communes
        Codes of its communes, each once.
    """

    id: str
    nom: str
    communes: tuple[str, ...]


@dataclass(frozen=True)
class LivingGroup:
    """A group whose communes are those of today.

    Attributes
    ----------
    id, nom
        As its maker wrote them.
    communes
        Codes of today, sorted, each once.
    carried
        Old code → the codes that its territory is in, for those that changed.
    """

    id: str
    nom: str
    communes: tuple[str, ...]
    carried: Mapping[str, tuple[str, ...]]


def carry_groups(
    groups: Iterable[Group], living: Collection[str], passage: Passage | None
) -> tuple[LivingGroup, ...]:
    """Bring the communes of every group to the year of the contours.

    Parameters
    ----------
    groups
        As written.
    living
        Codes of all communes of that year, published or not.
    passage
        From that year to itself: it knows where old codes led; None without movements.

    Returns
    -------
    tuple of LivingGroup
        Sorted by id. Of a commune that merged, the whole commune it merged into is in the group;
        of one that was divided, all its parts. A code of a département of which no commune is
        listed cannot be judged, and is kept.

    Raises
    ------
    CartoError
        When a code is that of no commune of a listed département, now or before.
    """
    listed = frozenset(living)
    return tuple(_carried(group, listed, passage) for group in sorted(groups, key=lambda g: g.id))


def _carried(group: Group, living: frozenset[str], passage: Passage | None) -> LivingGroup:
    """Bring the communes of one group to today."""
    elsewhere = {*DEPARTEMENTS, *COLLECTIVITES} - set(map(departement_of, living))
    carried: dict[str, tuple[str, ...]] = {}
    for code in sorted(set(group.communes) - living):
        became = (code,) if passage is None else passage.became(code)
        if became != (code,):
            carried[code] = became
        elif departement_of(code) not in elsewhere:
            raise CartoError(_unknown(group, code, has_history=passage is not None))
    kept = set(group.communes).difference(carried).union(*carried.values())
    return LivingGroup(group.id, group.nom, tuple(sorted(kept)), carried)


def _unknown(group: Group, code: str, *, has_history: bool) -> str:
    """Say that a code is that of no commune, and what to do."""
    advice = (
        "corrigez-le"
        if has_history
        else "corrigez-le, ou ajoutez [sources.mouvements] si c'est un ancien code"
    )
    return (
        f"réglages, clé groupes.{group.id}.communes : « {code} » n'est le code d'aucune commune "
        f"des contours ni du COG ; {advice}."
    )
