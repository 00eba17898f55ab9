"""What a client asks of the features of a collection, each parameter read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from carto.said_back import said_back
from webapp.errors import ParameterError
from webapp.ogc.features.asked_box import read_box
from webapp.ogc.features.asked_moments import read_moments
from webapp.ogc.features.asked_snapshot import SNAPSHOT
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import ReferenceSystem, read_system
from webapp.ogc.features.wanted_value import read_wanted
from webapp.ogc.filtering.asked_filter import FILTER_CRS, read_asked_filter, read_asked_order
from webapp.ogc.filtering.bounds import FILTER
from webapp.ogc.filtering.languages import FILTER_LANG
from webapp.ogc.filtering.sort_order import SORTBY
from webapp.parameters import (
    Query,
    read_choice,
    read_limit,
    read_offset,
    require_known,
)
from webapp.query_values import Page

# The fibre of the whole of France has more than a million rows.
LARGEST_OFFSET = 100_000_000

_SHAPE = ("crs", "properties", "skipGeometry")
_CHOICE = ("bbox", "bbox-crs", "datetime", FILTER, FILTER_LANG, FILTER_CRS, SORTBY)
PARAMETERS = ("f", "limit", "offset", SNAPSHOT, *_SHAPE, *_CHOICE)
ONE_FEATURE = ("f", *_SHAPE, SNAPSHOT)


@dataclass(frozen=True)
class AskedShape:
    """How features are written.

    Attributes
    ----------
    system
        In which coordinates.
    names
        Properties to write, in the order of the table.
    has_geometry
        Whether geometries are written.
    """

    system: ReferenceSystem
    names: tuple[str, ...]
    has_geometry: bool


@dataclass(frozen=True)
class AskedItems:
    """A page of the features that a client chose.

    Attributes
    ----------
    page
        Which part of the list.
    shape
        How they are written.
    chosen
        Positions of the features of the list, in its order; None for all of them.
    """

    page: Page
    shape: AskedShape
    chosen: NDArray[np.int64] | None


class Condition(Protocol):
    """What chooses features."""

    def mask(self, table: FeatureTable) -> NDArray[np.bool_]:
        """Choose the features for which it holds."""


def read_items(query: Query, table: FeatureTable) -> AskedItems:
    """Read every parameter of a list of features.

    Parameters
    ----------
    query
        Parameters of the request.
    table
        The collection.

    Raises
    ------
    ParameterError
        Naming the first one that is unknown, repeated or cannot be used.
    """
    require_known(query, *PARAMETERS, *table.fields)
    # A larger limit than the largest is no error: the standard has it so.
    page = Page(read_limit(query, is_capped=True), read_offset(query, LARGEST_OFFSET))
    shape = read_shape(query, table)
    return AskedItems(page, shape, _chosen(query, table))


def read_shape(query: Query, table: FeatureTable) -> AskedShape:
    """Read how features are written: `crs`, `properties` and `skipGeometry`.

    Raises
    ------
    ParameterError
        When a system is not served or a property does not exist.
    """
    skipped = read_choice(query, "skipGeometry", ("true", "false"))
    system = read_system("crs", query.get("crs"))
    return AskedShape(system, _names(query, table), has_geometry=skipped != "true")


def _names(query: Query, table: FeatureTable) -> tuple[str, ...]:
    """Read `properties`, names parted by commas; all of them when it is absent."""
    text = query.get("properties")
    if text is None:
        return tuple(table.fields)
    asked = set(filter(None, text.split(",")))
    unknown = sorted(asked - table.fields.keys())
    if unknown:
        raise ParameterError(
            "properties",
            f"La propriété « {said_back(unknown[0])} » n'existe pas dans « {table.id} » ; "
            "`queryables` les liste toutes.",
        )
    return tuple(name for name in table.fields if name in asked)


def _chosen(query: Query, table: FeatureTable) -> NDArray[np.int64] | None:
    """Choose and sort features, once for all the pages of a list; None for all of them."""
    asked = (read_box(query), read_moments(query), read_asked_filter(query, table))
    conditions: list[Condition] = [condition for condition in asked if condition is not None]
    conditions += [read_wanted(name, query[name], table) for name in table.fields if name in query]
    order = read_asked_order(query, table)
    if not conditions and order is None:
        return None

    def choose() -> NDArray[np.int64]:
        held = _all_hold(conditions, table)
        return held if order is None else order.positions(table, held)

    names = (*_CHOICE, *table.fields)
    return table.chosen(tuple((name, query[name]) for name in names if name in query), choose)


def _all_hold(conditions: Sequence[Condition], table: FeatureTable) -> NDArray[np.int64]:
    """Positions of the features for which every condition holds."""
    mask = np.ones(len(table), dtype=np.bool_)
    for condition in conditions:
        mask &= condition.mask(table)
    return np.flatnonzero(mask)
