"""The groups of communes: those that carto.toml declares, and any that an address composes.

A composed group is published nowhere: its row is rolled up when it is asked for, and the last ones
are kept. It reads as a declared one, so that no page needs to know.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carto.codes import departement_of
from carto.french import enumeration, number
from carto.group_code import (
    FEWEST_COMMUNES,
    MOST_COMMUNES,
    GroupCode,
    read_group_code,
    usual_name,
)
from carto.rollups.territory_row import territory_quarters, territory_row
from carto.tables.places import FIBRE
from carto.tables.rollups import GROUPE
from carto.verdict.parameters import Parameters
from geodata.storage.snapshot import Snapshot
from webapp.errors import FormerCommuneError, UnknownResourceError
from webapp.snapshots.absences import former_commune, refuse_arrondissement
from webapp.snapshots.published_method import judging_parameters

Row = Mapping[str, Any]

MOST_KEPT = 32
_MOST_NAMED = 4
_REPLACE = "Remplacez son code dans l'adresse du groupe."


class ComposedGroups(Mapping[str, Row]):
    """Rows of the groups by code: it lists the declared ones, and finds composed ones too.

    Parameters
    ----------
    declared
        Published rows of the groups, by code.
    communes
        Published rows of the communes, by code.
    parameters
        What the snapshot rolls up with.
    """

    def __init__(
        self, declared: Mapping[str, Row], communes: Mapping[str, Row], parameters: Parameters
    ) -> None:
        self._declared = declared
        self._communes = communes
        self._parameters = parameters
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Row] = OrderedDict()

    def __getitem__(self, code: str) -> Row:
        """Row of a group, whatever the order of the codes of a composed one."""
        if code in self._declared:
            return self._declared[code]
        group = read_group_code(code)
        if group is None or not self._is_shown(group):
            raise KeyError(code)
        written = str(group)
        with self._lock:
            if written not in self._kept:
                self._kept[written] = self._composed(group)
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(written)
            return self._kept[written]

    def __iter__(self) -> Iterator[str]:
        """Codes of the declared groups, in their order."""
        return iter(self._declared)

    def __len__(self) -> int:
        """Count the declared groups."""
        return len(self._declared)

    def _is_shown(self, group: GroupCode) -> bool:
        """Whether a composed group is of published communes, neither too few nor too many."""
        is_fit = FEWEST_COMMUNES <= len(group.communes) <= MOST_COMMUNES
        return is_fit and all(code in self._communes for code in group.communes)

    def _composed(self, group: GroupCode) -> Row:
        """Roll a composed group up."""
        members = [self._communes[code] for code in group.communes]
        described = {
            "groupe": str(group),
            "nom": group.nom or usual_name([row["nom"] for row in members], _main(members)),
            "departements": "|".join(sorted(set(map(departement_of, group.communes)))),
            "communes_expected": len(members),
            "communes_missing": "",
            "codes_anciens": "",
        }
        return territory_row(GROUPE, described, members, self._parameters)


def composed_quarters(snapshot: Snapshot, group: GroupCode, members: Sequence[Row]) -> list[Row]:
    """Sum the fibre of a composed group at every quarter.

    Parameters
    ----------
    snapshot
        Where the fibre of communes is published.
    group
        Of published communes.
    members
        Their rows, by code.
    """
    names = list(FIBRE.names)
    found = snapshot.columns_of("fibre", names, {"code_insee": group.communes})
    told = (dict(zip(names, row, strict=True)) for row in zip(*found.values(), strict=True))
    method = judging_parameters(snapshot.facts)
    return [*territory_quarters((GROUPE.name, str(group)), told, members, method)]


def refuse_composed(
    code: str, communes: Mapping[str, Row], former: Mapping[str, tuple[Row, ...]]
) -> None:
    """Refuse a group that an address composes of what it cannot; leave any other code alone.

    Parameters
    ----------
    code
        Code of a group that is not published.
    communes
        Published communes by code.
    former
        Rows of the table `passages` by the code that no commune has any more.

    Raises
    ------
    UnknownResourceError
        Naming the first commune that is no more and its heir, or what else is wrong.
    """
    group = read_group_code(code)
    if group is None:
        return
    _refuse_count(len(group.communes))
    unknown = [member for member in group.communes if member not in communes]
    for member in unknown:
        try:
            refuse_arrondissement(member, communes)
        except FormerCommuneError as error:
            raise UnknownResourceError(f"{error} {_REPLACE}") from None
        if member in former:
            gone = former_commune(member, former[member], communes)
            raise UnknownResourceError(f"{gone} {_REPLACE}")
    if unknown:
        named = enumeration([*unknown[:_MOST_NAMED], *["d'autres"][: len(unknown) - _MOST_NAMED]])
        verb = "ne sont le code" if len(unknown) > 1 else "n'est le code"
        raise UnknownResourceError(
            f"{named} {verb} d'aucune commune des données publiées ici : corrigez l'adresse, ou "
            "composez le groupe à la page /groupe."
        )


def _refuse_count(count: int) -> None:
    """Refuse a group of too few communes, or of too many."""
    if count < FEWEST_COMMUNES:
        raise UnknownResourceError(
            f"Un groupe réunit au moins {FEWEST_COMMUNES} communes : ajoutez-en à l'adresse, comme "
            "/groupe/29103-29105, ou composez le groupe à la page /groupe."
        )
    if count > MOST_COMMUNES:
        raise UnknownResourceError(
            f"Un groupe réunit au plus {MOST_COMMUNES} communes, et celui-ci {number(count)} : "
            "retirez-en, ou choisissez un département."
        )


def _main(members: Sequence[Row]) -> str:
    """Name the commune of most inhabitants; the first one when none is known."""
    return str(max(members, key=lambda row: row["population"] or 0)["nom"])
