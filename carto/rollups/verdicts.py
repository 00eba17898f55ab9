"""Verdicts of a territory: communes and people of each class and type, and how far they hold."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.rollups.grouped import Grouped
from carto.tables.network import COPPER_CLASSES
from carto.tables.shared import VERDICTS
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES

# Stands for the type of a commune one of whose alerts is unknown.
UNKNOWN_TYPE = "indetermine"


def roll_up_verdicts(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Count the communes and the people of each verdict.

    Parameters
    ----------
    grouped
        Columns `verdict` and `is_underserved` (False where not known to be).

    Returns
    -------
    dict
        `communes_verdict_*`, `population_verdict_*_share`, `communes_underserved`, and
        `population_underserved` (of the communes whose population is known).
    """
    verdict, underserved = grouped["verdict"], grouped["is_underserved"]
    found: dict[str, NDArray[Any]] = {}
    for name in VERDICTS:
        found[f"communes_verdict_{name}"] = grouped.count_where(verdict == name)
        found[f"population_verdict_{name}_share"] = grouped.share(verdict == name)
    return found | {
        "communes_underserved": grouped.count_where(underserved),
        "population_underserved": _people(grouped, underserved),
    }


def roll_up_types(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Count the communes and the people of each type, network × help × need.

    Parameters
    ----------
    grouped
        Column `typology`, empty where an alert is unknown.

    Returns
    -------
    dict
        `communes_type_*` and `population_type_*`: the eight types, and `indetermine`. A commune
        without inhabitants has no type and is in none.
    """
    typology = grouped["typology"]
    found: dict[str, NDArray[Any]] = {}
    for name in (*TERRITORY_TYPES, UNKNOWN_TYPE):
        mine = typology == ("" if name == UNKNOWN_TYPE else name)
        found[f"communes_type_{name}"] = grouped.count_where(mine)
        found[f"population_type_{name}"] = _people(grouped, mine)
    return found


def roll_up_robustness(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Count the under-served communes by how far their verdict holds.

    Parameters
    ----------
    grouped
        Columns `is_underserved` and `robustness`.

    Returns
    -------
    dict
        `communes_underserved_robuste`, `…_fragile` and `…_bascule`.
    """
    underserved, robustness = grouped["is_underserved"], grouped["robustness"]
    return {
        f"communes_underserved_{name}": grouped.count_where(underserved & (robustness == name))
        for name in ROBUSTNESS_WORDS
    }


def roll_up_copper(grouped: Grouped) -> dict[str, NDArray[Any]]:
    """Count the communes of each class of copper closure.

    Parameters
    ----------
    grouped
        Column `copper_class`, empty where unknown.

    Returns
    -------
    dict
        `communes_copper_cu0` … `communes_copper_cu4`; NaN when no commune has a class.
    """
    classes = grouped["copper_class"]
    known = grouped.count_where(classes != "") > 0
    return {
        f"communes_copper_{name.lower()}": np.where(
            known, grouped.count_where(classes == name), np.nan
        )
        for name in COPPER_CLASSES
    }


def _people(grouped: Grouped, where: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Count the people of the communes of some pairs, those whose population is known."""
    return grouped.sum(np.where(where, grouped.people, 0))
