"""What is published of the communes of a ground: where every scenario starts from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from carto.planning.grounds.ground import Bools, Floats
from carto.verdict.evidence import EVIDENCE_COLUMNS, Evidence, published_evidence

BEYOND = "population_beyond_time_share"


@dataclass(frozen=True, eq=False)
class PublishedState:
    """Published values of n communes, unknown where a commune is not published.

    Attributes
    ----------
    evidence
        What verdicts are decided on.
    sites_count
        Places in each commune, NaN without a source.
    beyond_share
        Share of the people of each commune who are far from any place, counted where they live;
        NaN where they are not counted so.
    is_empty
        Communes without inhabitants.
    is_published
        Communes that are published.
    is_counted
        Communes that the figures of the perimeter are rolled up from.
    """

    evidence: Evidence
    sites_count: Floats
    beyond_share: Floats
    is_empty: Bools
    is_published: Bools
    is_counted: Bools


def read_published(rows: Sequence[Mapping[str, Any] | None], is_counted: Bools) -> PublishedState:
    """Read the published rows of the communes of a ground.

    Parameters
    ----------
    rows
        Row of `communes` of each, None for one that is not published.
    is_counted
        Communes of the perimeter.
    """
    names = (*EVIDENCE_COLUMNS, BEYOND, "population")
    columns = {name: [None if row is None else row[name] for row in rows] for name in names}
    return PublishedState(
        evidence=published_evidence(columns),
        sites_count=np.array(columns["sites_count"], dtype=float),
        beyond_share=np.array(columns[BEYOND], dtype=float),
        is_empty=np.array([people == 0 for people in columns["population"]], dtype=bool),
        is_published=np.array([row is not None for row in rows], dtype=bool),
        is_counted=is_counted,
    )
