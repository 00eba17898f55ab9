"""The levels of territories: who they are, which communes they hold, out of how many.

    epci          official members, those beyond the perimeter included: a border never cuts an EPCI
    ept           parts of the métropole du Grand Paris, a second layer beside the EPCI
    departement   communes of the perimeter
    region        when all its départements are in the perimeter
    france        when the perimeter is the whole of France
    groupe        communes listed by hand; one may be in several groups

Paris, Lyon and Marseille are one commune each: their arrondissements are no rows of `communes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.codes import (
    DEPARTEMENTS,
    FRANCE_CODE,
    REGIONS,
    departement_name,
    departement_of,
    region_of,
)
from carto.errors import CartoError
from carto.rollups.composition import Composition

SEPARATOR = "|"
FRANCE_NAME = "France"

Rows = NDArray[np.int64]
Official = Mapping[str, dict[str, Any]]


@dataclass(frozen=True, eq=False)
class Level:
    """The territories of one level, by rising code.

    Attributes
    ----------
    described
        Values of each territory that do not come from its communes; `nom` and
        `communes_expected` among them.
    communes
        Positions of the communes of each, never empty.
    """

    described: tuple[dict[str, Any], ...]
    communes: tuple[Rows, ...]


def levels_of(communes: pd.DataFrame, known: Composition) -> dict[str, Level]:
    """List the territories of every level, by the name of its table.

    Parameters
    ----------
    communes
        Published communes, meeting the `communes` contract.
    known
        Official compositions, perimeter and groups made by hand.

    Raises
    ------
    CartoError
        When no commune of a group is published.
    """
    return {
        "epci": epci_level(communes, known),
        "departement": departement_level(communes, known),
        "region": region_level(communes, known),
        "france": france_level(communes, known),
        "ept": ept_level(communes, known),
        "groupe": group_level(communes, known),
    }


def epci_level(communes: pd.DataFrame, known: Composition) -> Level:
    """List the EPCI that have a published commune."""
    official = _official(known.epci, "siren_epci", {"nom": "nom_epci", "nature_juridique": None})
    held = _held(communes, "siren_epci")
    departements = communes["departement"].to_numpy()
    return _level(
        {siren: {"departements": _joined(departements[rows])} for siren, rows in held.items()},
        held,
        "siren_epci",
        official,
    )


def ept_level(communes: pd.DataFrame, known: Composition) -> Level:
    """List the établissements publics territoriaux that have a published commune."""
    official = _official(known.ept, "siren_ept", {"nom": "nom_ept"})
    held = _held(communes, "siren_ept")
    return _level({siren: {} for siren in held}, held, "siren_ept", official)


def departement_level(communes: pd.DataFrame, known: Composition) -> Level:
    """List the départements of the perimeter; a perimeter of EPCI has none."""
    perimeter = known.perimeter
    expected = known.people.map(departement_of).value_counts()
    held = {
        code: rows
        for code, rows in _held(communes, "departement", in_scope=True).items()
        if not perimeter.epci or code in perimeter.departements
    }
    partial = _partial_epci(known.epci, departement_of)
    described = {
        code: {
            "nom": departement_name(code),
            "region": region_of(code),
            "communes_expected": int(expected.get(code, 0)),
            "epci_partial": _joined(partial.get(code, ())),
        }
        for code in held
    }
    return _level(described, held, "code_departement")


def region_level(communes: pd.DataFrame, known: Composition) -> Level:
    """List the régions whose départements are all in the perimeter."""
    asked = known.perimeter.departements
    whole = not (asked or known.perimeter.epci)
    expected = known.people.map(_region_of_commune).value_counts()
    held = {
        code: rows
        for code, rows in _held(communes, "region", in_scope=True).items()
        if whole or {of for of in DEPARTEMENTS if region_of(of) == code} <= set(asked)
    }
    partial = _partial_epci(known.epci, _region_of_commune)
    described = {
        code: {
            "nom": REGIONS[code],
            "communes_expected": int(expected.get(code, 0)),
            "epci_partial": _joined(partial.get(code, ())),
        }
        for code in held
    }
    return _level(described, held, "code_region")


def france_level(communes: pd.DataFrame, known: Composition) -> Level:
    """List France alone, or nothing when only a part of it was asked for."""
    if known.perimeter.departements or known.perimeter.epci or communes.empty:
        return Level((), ())
    described = {"nom": FRANCE_NAME, "communes_expected": len(known.people)}
    return _level({FRANCE_CODE: described}, {FRANCE_CODE: np.arange(len(communes))}, "code_pays")


def group_level(communes: pd.DataFrame, known: Composition) -> Level:
    """List the groups made by hand; communes that are not published are said to be missing.

    Raises
    ------
    CartoError
        When no commune of a group is published.
    """
    position = {code: row for row, code in enumerate(communes["code_insee"])}
    described, held = {}, {}
    for group in known.groups:
        present = [code for code in group.communes if code in position]
        if not present:
            raise CartoError(
                f"réglages, clé groupes.{group.id}.communes : aucune de ces communes n'est dans "
                "le périmètre publié ; élargissez [territory] scope, ou retirez ce groupe."
            )
        held[group.id] = np.array([position[code] for code in present], dtype=np.int64)
        described[group.id] = {
            "nom": group.nom,
            "communes_expected": len(group.communes),
            "departements": _joined(map(departement_of, group.communes)),
            "communes_missing": _joined(set(group.communes) - set(present)),
            "codes_anciens": SEPARATOR.join(
                f"{old} : {', '.join(became)}" for old, became in sorted(group.carried.items())
            ),
        }
    return _level(described, held, "groupe")


def _level(
    described: Mapping[str, dict[str, Any]],
    held: Mapping[str, Rows],
    key: str,
    official: Official | None = None,
) -> Level:
    """Put the territories of a level in the order of their codes."""
    codes = sorted(held)
    rows = tuple({key: code, **(official or {}).get(code, {}), **described[code]} for code in codes)
    return Level(rows, tuple(held[code] for code in codes))


def _held(communes: pd.DataFrame, column: str, *, in_scope: bool = False) -> dict[str, Rows]:
    """Positions of the communes of each territory that a column names."""
    counted = communes[column].notna()
    if in_scope:
        counted &= communes["is_in_scope"].astype(bool)
    positions = np.flatnonzero(counted)
    indices = communes.iloc[positions].groupby(column).indices
    return {str(code): positions[rows] for code, rows in indices.items()}


def _official(members: pd.DataFrame, key: str, named: Mapping[str, str | None]) -> Official:
    """Read the names of territories and the number of their members from an official list."""
    listed = members[members[key].notna()].groupby(key)
    columns = {name: listed[source or name].first() for name, source in named.items()}
    table = pd.DataFrame(columns | {"communes_expected": listed.size()}).astype(object)
    return {
        str(code): dict(zip(map(str, table.columns), values, strict=True))
        for code, values in zip(table.index, table.to_numpy(), strict=True)
    }


def _partial_epci(
    members: pd.DataFrame, level_of: Callable[[str], str | None]
) -> dict[str, list[str]]:
    """SIREN of the EPCI that each territory of a level holds a part of, not the whole."""
    pairs = members[["siren_epci"]].assign(level=members["code_insee"].map(level_of))
    pairs = pairs.drop_duplicates().dropna()
    shared = pairs[pairs.duplicated("siren_epci", keep=False)]
    return {str(code): list(found) for code, found in shared.groupby("level")["siren_epci"]}


def _region_of_commune(code_insee: str) -> str | None:
    """Code of the région of a commune."""
    return region_of(departement_of(code_insee))


def _joined(codes: Iterable[str]) -> str:
    """Join codes, each once, sorted."""
    return SEPARATOR.join(sorted(set(codes)))
