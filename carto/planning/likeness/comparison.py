"""The tables of twins: communes with communes, EPCI with EPCI, and the gaps to their twins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from carto.planning.likeness.traits import Traits, measure_traits
from carto.planning.likeness.twins import Twins, find_twins, twins_median
from carto.tables.comparisons import COMPARED, TWIN_GAPS, TWINS
from carto.verdict.parameters import Parameters

SEPARATOR = "|"
_DISTANCE_DECIMALS = 2
_GAP_DECIMALS = 4


@dataclass(frozen=True)
class ComparedLevel:
    """The territories of one type, by rising code, with their traits and twins."""

    type: str
    table: pd.DataFrame
    codes: NDArray[np.str_]
    traits: Traits
    twins: Twins


def compare(
    communes: pd.DataFrame, epci: pd.DataFrame, parameters: Parameters
) -> tuple[ComparedLevel, ComparedLevel]:
    """Find the twins of every commune and EPCI among those of the snapshot.

    Parameters
    ----------
    communes
        Published communes, meeting their contract.
    epci
        Published EPCI; those of which a commune is missing are not compared.
    parameters
        Number of twins; share of territories that must be known for a trait to be kept.
    """
    by_code = communes.sort_values("code_insee", ignore_index=True)
    of_epci = epci.sort_values("siren_epci", ignore_index=True)
    is_partial = of_epci["communes_count"] != of_epci["communes_expected"]
    siren = by_code["siren_epci"].astype(object)
    members = pd.Index(of_epci["siren_epci"].astype(object)).get_indexer(pd.Index(siren))
    members[siren.isin(of_epci["siren_epci"][is_partial])] = -1
    alone = np.arange(len(by_code))
    return (
        _level("commune", by_code, by_code["code_insee"], (by_code, alone), parameters),
        _level("epci", of_epci, of_epci["siren_epci"], (by_code, members), parameters),
    )


def twin_rows(levels: tuple[ComparedLevel, ...]) -> pd.DataFrame:
    """List the twins of each territory, meeting the contract `twins`."""
    frames = []
    for level in levels:
        twins = level.twins
        lines = [
            (SEPARATOR.join(level.codes[found]), SEPARATOR.join(map(_distance, apart)))
            if len(found)
            else (None, None)
            for found, apart in _found(twins)
        ]
        frame = pd.DataFrame(lines, columns=["twins", "distances"], dtype=object)
        frames.append(
            frame.assign(
                type=level.type,
                code=level.codes,
                criteria=SEPARATOR.join(level.traits.names),
                compared_count=twins.compared,
            )
        )
    return pd.concat(frames, ignore_index=True)[list(TWINS.names)]


def gap_rows(levels: tuple[ComparedLevel, ...]) -> pd.DataFrame:
    """List the gaps of each territory to the median of its twins, meeting `twin_gaps`."""
    frames = [pd.DataFrame(columns=list(TWIN_GAPS.names))]
    for level in levels:
        for indicator in COMPARED[level.type]:
            if indicator not in level.table:
                continue
            values = level.table[indicator].to_numpy(dtype=float, na_value=np.nan)
            medians, known = twins_median(values, level.twins)
            frame = pd.DataFrame(
                {
                    "type": level.type,
                    "code": level.codes,
                    "indicator": indicator,
                    "value": values,
                    "twins_median": medians.round(_GAP_DECIMALS),
                    "gap": (values - medians).round(_GAP_DECIMALS),
                    "twins_known": known,
                }
            )
            frames.append(frame[frame["gap"].notna()])
    some = [frame for frame in frames if len(frame)]
    gaps = pd.concat(some, ignore_index=True) if some else frames[0]
    return gaps.sort_values(["type", "code", "indicator"], ignore_index=True)


def _level(
    type_: str,
    table: pd.DataFrame,
    codes: pd.Series,
    grouped: tuple[pd.DataFrame, NDArray[np.intp]],
    parameters: Parameters,
) -> ComparedLevel:
    """Measure the traits of the territories of a type, and find their twins."""
    communes, group = grouped
    min_known = parameters.quality.min_pop_informed
    traits = measure_traits(communes, group, len(table), min_known)
    twins = find_twins(traits, parameters.twins.count)
    return ComparedLevel(type_, table, codes.to_numpy(dtype=str), traits, twins)


def _found(twins: Twins) -> Iterator[tuple[NDArray[np.intp], NDArray[np.float64]]]:
    """Yield the twins of each territory, and their distances."""
    for positions, apart in zip(twins.positions, twins.distances, strict=True):
        is_one = positions >= 0
        yield positions[is_one], apart[is_one]


def _distance(apart: float) -> str:
    """Write a distance."""
    return f"{apart:.{_DISTANCE_DECIMALS}f}"
