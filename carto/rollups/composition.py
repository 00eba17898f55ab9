"""Composition of territories: official members, people counted, groups made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carto.cog.alignment import Aligned
from carto.cog.passage import find_passage
from carto.rollups.groups import Group, LivingGroup, carry_groups
from carto.tables.inputs import EPCI_MEMBERS
from carto.tables.zoning import EPT as EPT_MEMBERS
from carto.territories import Perimeter, communes_only


@dataclass(frozen=True, eq=False)
class Composition:
    """What is known of territories beside the published communes.

    Attributes
    ----------
    epci
        Official members, meeting the input contract `epci`; empty without a source.
    ept
        Meeting the input contract `ept`; empty without a source.
    people
        Codes of the communes that the population file counts.
    perimeter
        What was asked for.
    groups
        Groups made by hand, of communes of today.
    """

    epci: pd.DataFrame
    ept: pd.DataFrame
    people: pd.Series
    perimeter: Perimeter
    groups: tuple[LivingGroup, ...] = ()


def compose(
    tables: Mapping[str, pd.DataFrame],
    perimeter: Perimeter,
    groups: tuple[Group, ...],
    aligned: Aligned | None,
) -> Composition:
    """Gather what is known of territories before anything is measured.

    Parameters
    ----------
    tables
        Validated tables by source id; `contours` and `population` are required.
    perimeter
        What was asked for.
    groups
        Groups made by hand; their codes may be of any year.
    aligned
        How the tables were brought to one year of the COG; None when they are of one, and then
        old codes are not known.

    Raises
    ------
    CartoError
        When a group names a code that is that of no commune of the contours, of the population, of
        the COG or of its movements, see `carry_groups`.
    """
    people = tables["population"]["code_insee"]
    listed = communes_only(tables["cog"])["code_insee"] if "cog" in tables else people
    history = aligned.history if aligned else None
    passage = find_passage(history, aligned.cog, aligned.cog) if aligned and history else None
    living = frozenset().union(tables["contours"]["code_insee"], people, listed)
    return Composition(
        epci=tables.get("epci", pd.DataFrame(columns=list(EPCI_MEMBERS.names))),
        ept=tables.get("ept", pd.DataFrame(columns=list(EPT_MEMBERS.names))),
        people=people,
        perimeter=perimeter,
        groups=carry_groups(groups, living, passage),
    )
