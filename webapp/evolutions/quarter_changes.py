"""The fibre of the communes of a territory at two quarters, and what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from carto.measures.fibre_change import Counts, Outcomes, fibre_outcomes, is_one_definition
from carto.verdict.parameters import Projection
from carto.vocabulary import HISTORIQUE, RELEVE
from webapp.maps.fibre_history import FibreHistory
from webapp.maps.shown_values import fibre_history
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row


@dataclass(frozen=True)
class QuarterChange:
    """Two quarters of some communes.

    Attributes
    ----------
    rows
        The communes.
    before, after
        Their counts, in the order of the rows.
    series
        Series that both quarters come from.
    threshold
        Rate under which there is an alert, 0 to 1.
    outcomes
        What became of each.
    """

    rows: Sequence[Row]
    before: Counts
    after: Counts
    series: str
    threshold: float
    outcomes: Outcomes


def quarter_change(
    snapshot: LoadedSnapshot, rows: Sequence[Row], before: str, after: str
) -> QuarterChange:
    """Compare two quarters of some communes.

    Parameters
    ----------
    snapshot
        Where they are published.
    rows
        Communes.
    before, after
        Quarters that one series has.
    """
    codes = [row["code_insee"] for row in rows]
    history = fibre_history(snapshot, codes, quarters={before, after})
    series = _series(history, before, after)
    first, last = (_counts(history, series, quarter, codes) for quarter in (before, after))
    parameters = snapshot.facts["method"]["parameters"]
    threshold = parameters["alerts"]["fibre_pct"] / 100
    projection = Projection(**parameters["projection"])
    outcomes = fibre_outcomes(first, last, series, threshold, projection)
    return QuarterChange(rows, first, last, series, threshold, outcomes)


def _series(history: FibreHistory, before: str, after: str) -> str:
    """Choose the series: the published one, unless only the history has one definition of both."""
    having = [
        name
        for name in (RELEVE, HISTORIQUE)
        if {before, after} <= history.series.get(name, {}).keys()
    ]
    alike = [name for name in having if is_one_definition(name, before, after)]
    return (alike or having or [RELEVE])[0]


def _counts(history: FibreHistory, series: str, quarter: str, codes: Sequence[str]) -> Counts:
    """Arrange the counts of a quarter in the order of the communes."""
    told = history.series.get(series, {}).get(quarter, {})
    values = np.array(
        [
            (np.nan, np.nan)
            if (counts := told.get(code)) is None
            else (_number(counts["locaux"]), _number(counts["locaux_raccordables"]))
            for code in codes
        ]
    ).reshape(-1, 2)
    return Counts(quarter, values[:, 0], values[:, 1])


def _number(value: float | None) -> float:
    """Read a count; NaN when it is missing."""
    return np.nan if value is None else float(value)
