"""`filter`, `filter-lang`, `filter-crs` and `sortby`, as a request writes them."""

from __future__ import annotations

from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import read_system
from webapp.ogc.filtering.bounds import FILTER
from webapp.ogc.filtering.filter import Filter, read_filter
from webapp.ogc.filtering.languages import FILTER_LANG, as_cql2
from webapp.ogc.filtering.sort_order import SORTBY, SortOrder, read_sortby
from webapp.parameters import Query

FILTER_CRS = "filter-crs"


def read_asked_filter(query: Query, table: FeatureTable) -> Filter | None:
    """Read the filter of a request; None when it has none.

    Parameters
    ----------
    query
        Parameters of the request.
    table
        The collection.

    Raises
    ------
    ParameterError
        When the filter, its language or its system of coordinates cannot be used.
    """
    system = read_system(FILTER_CRS, query.get(FILTER_CRS))
    text = as_cql2(query.get(FILTER, ""), query.get(FILTER_LANG))
    return read_filter(text, table, system) if FILTER in query else None


def read_asked_order(query: Query, table: FeatureTable) -> SortOrder | None:
    """Read the order of a request; None when it keeps that of the ids.

    Raises
    ------
    ParameterError
        When a property cannot be sorted by.
    """
    return read_sortby(query[SORTBY], table) if SORTBY in query else None
