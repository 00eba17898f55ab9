"""The row of one territory, from the rows of its communes: what a table would hold of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.contracts import TableContract
from carto.rollups.aggregates import aggregates, read_columns
from carto.rollups.fibre import SUMMED, sum_premises
from carto.rollups.grouped import Grouped, Membership
from carto.tables.territory_fibre import TERRITORY_FIBRE
from carto.verdict.parameters import Parameters
from carto.verdict.territory_sentence import territory_sentence

Row = Mapping[str, Any]

_RATE = "taux_couverture_ftth"


def territory_row(
    contract: TableContract, described: Row, communes: Sequence[Row], parameters: Parameters
) -> dict[str, Any]:
    """Roll some communes up to one territory.

    Parameters
    ----------
    contract
        Table that the territory would be in.
    described
        What does not come from the communes: its code, `nom`, `communes_expected`…
    communes
        Their published rows, by rising code; never empty.
    parameters
        Limits of publication, threshold of time, hours of a job.

    Returns
    -------
    dict
        The columns of the contract but its geometry, None where a value is missing: to the last
        decimal what the build publishes of the same communes.
    """
    grouped = _alone(read_columns(communes), parameters.quality.min_pop_informed)
    found = aggregates(grouped, parameters)
    row = {
        column.name: (
            described[column.name]
            if column.name in described
            else _plain(found[column.name], column.type)
        )
        for column in contract.columns
        if column.name not in ("sentence", "geometry")
    }
    return {**row, "sentence": territory_sentence(str(described["nom"]), row)}


def territory_quarters(
    territory: tuple[str, str],
    fibre: Iterable[Row],
    communes: Sequence[Row],
    parameters: Parameters,
) -> list[dict[str, Any]]:
    """Sum the fibre of some communes at every quarter, as `fibre_by_quarter` does.

    Parameters
    ----------
    territory
        Type and code that the rows are to have.
    fibre
        Rows of the table `fibre`, of these communes.
    communes
        Their published rows, by rising code; never empty.
    parameters
        Limits of publication.

    Returns
    -------
    list of dict
        Rows of `territory_fibre`, by series and quarter.
    """
    place = {row["code_insee"]: rank for rank, row in enumerate(communes)}
    people = np.array([row["population"] for row in communes], dtype=float)
    moments: dict[tuple[str, str], dict[str, NDArray[np.float64]]] = {}
    for told in fibre:
        moment = (told["series"], told["quarter"])
        if moment not in moments:
            blank = {name: np.full(len(communes), np.nan) for name in (*SUMMED, _RATE)}
            moments[moment] = {"population": people, **blank}
        for name in (*SUMMED, _RATE):
            value = told[name]
            moments[moment][name][place[told["code_insee"]]] = np.nan if value is None else value
    named = dict(zip(("type", "code"), territory, strict=True))
    return [
        {**named, "series": series, "quarter": quarter, **_summed(columns, parameters)}
        for (series, quarter), columns in sorted(moments.items())
        if not np.isnan(columns[_RATE]).all()
    ]


def _summed(columns: Mapping[str, NDArray[np.float64]], parameters: Parameters) -> dict[str, Any]:
    """Sum the premises of one quarter."""
    found = sum_premises(_alone(columns, parameters.quality.min_pop_informed))
    types = {column.name: column.type for column in TERRITORY_FIBRE.columns}
    return {name: _plain(values, types[name]) for name, values in found.items()}


def _alone(columns: Mapping[str, NDArray[Any]], least_informed: float) -> Grouped:
    """Put all communes in one territory."""
    every = np.arange(len(columns["population"]))
    return Grouped(columns, Membership.of([every]), least_informed)


def _plain(values: NDArray[Any], type_: str) -> Any:
    """Write the only value of an array as a published row holds it."""
    (value,) = values.tolist()
    if value is None or isinstance(value, str):
        return value
    if isnan(value):
        return None
    return int(value) if type_ == "integer" else float(value)
