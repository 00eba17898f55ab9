"""A filter, ready to be asked of a collection."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import CRS84, ReferenceSystem
from webapp.ogc.filtering.asked_rows import AskedRows
from webapp.ogc.filtering.conditions import Condition
from webapp.ogc.filtering.cql2_text import parse_filter
from webapp.ogc.filtering.filter_reader import FilterReader
from webapp.ogc.filtering.truth import Flags


@dataclass(frozen=True)
class Filter:
    """A filter whose names and types were checked."""

    condition: Condition

    def mask(self, table: FeatureTable) -> Flags:
        """Choose the features for which the filter is true: neither false, nor unknown.

        Parameters
        ----------
        table
            The collection that it was read for.

        Returns
        -------
        ndarray
            One flag per feature, in the order of `table.ids`.
        """
        return self.condition.truth(AskedRows(table)).true


def read_filter(text: str, table: FeatureTable, system: ReferenceSystem = CRS84) -> Filter:
    """Read a filter about a collection.

    Parameters
    ----------
    text
        CQL2 text, as the visitor wrote it.
    table
        The collection.
    system
        In which the positions of the filter are written: `filter-crs`.

    Raises
    ------
    ParameterError
        When it is too long or too deep, is not CQL2, names an unknown property, compares what
        cannot be compared, or asks for too much at once.
    """
    return Filter(FilterReader(table, system).condition(parse_filter(text)))
