"""The fibre of communes or territories quarter by quarter, as published.

Two series are published and never mixed (`carto.measures.fibre`): one quarter is told by one of
them, and a gain is between two quarters of the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto.drawing.wording import GAIN, LEFT_COUNT, RATE
from carto.flags import COMMUNE_ABSENTE, DEPEND_D_UNE_VALEUR_ABSENTE, LOCAUX_NULS
from carto.measures.fibre_change import (
    INCOMPARABLE,
    Counts,
    fibre_outcomes,
    is_one_definition,
)
from carto.quarters import quarter_at, rank_of
from carto.verdict.parameters import Projection
from carto.vocabulary import HISTORIQUE, RELEVE
from webapp.snapshots.laid_over import LaidOver

Row = Mapping[str, Any]
CodeOf = Callable[[Row], str]

COUNTS = ("locaux", "locaux_raccordables", LEFT_COUNT, RATE)
COLUMNS = ("series", "quarter", *COUNTS)
_A_YEAR = 4


@dataclass(frozen=True)
class Comparison:
    """By which rule two counts of a commune compare, see `carto.measures.fibre_change`.

    Attributes
    ----------
    threshold
        Rate under which there is an alert, 0 to 1.
    projection
        What a revision is.
    """

    threshold: float
    projection: Projection

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Comparison:
        """Read the rule of a snapshot from its facts."""
        parameters = facts["method"]["parameters"]
        return cls(parameters["alerts"]["fibre_pct"] / 100, Projection(**parameters["projection"]))


@dataclass(frozen=True)
class FibreHistory:
    """The counts of some communes, or of some territories, at every quarter.

    Attributes
    ----------
    series
        By series, then quarter, then code: the values of `COUNTS`.
    """

    series: Mapping[str, Mapping[str, Mapping[str, Row]]]

    @classmethod
    def of(cls, codes: Iterable[str], columns: Mapping[str, Sequence[Any]]) -> FibreHistory:
        """Gather published rows.

        Parameters
        ----------
        codes
            Code of each row.
        columns
            The columns `COLUMNS`, in the same order.
        """
        series: dict[str, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
        lists = (columns[name] for name in COLUMNS)
        for code, name, quarter, *counts in zip(codes, *lists, strict=True):
            series[name][quarter][code] = dict(zip(COUNTS, counts, strict=True))
        return cls(series)

    @classmethod
    def known_at(cls, moments: Iterable[tuple[str, str]]) -> FibreHistory:
        """Gather quarters, by series, without any count."""
        series: dict[str, dict[str, dict[str, Row]]] = defaultdict(dict)
        for name, quarter in moments:
            series[name][quarter] = {}
        return cls(series)

    @cached_property
    def _by_length(self) -> tuple[str, ...]:
        """Put the series that has the most quarters first: a reader who moves stays in it."""
        known = [name for name in (RELEVE, HISTORIQUE) if name in self.series]
        return tuple(sorted(known, key=lambda name: len(self.series[name]), reverse=True))

    @cached_property
    def quarters(self) -> tuple[str, ...]:
        """Quarters of which something is known, in the order of time."""
        return tuple(sorted({quarter for told in self.series.values() for quarter in told}))

    @property
    def can_compare(self) -> bool:
        """Whether two quarters compare."""
        return any(self.befores(quarter) for quarter in self.quarters)

    def is_historical(self, quarter: str) -> bool:
        """Whether a quarter is told by the series that has one estimate of premises for all."""
        return self._telling(quarter) == HISTORIQUE

    def befores(self, quarter: str) -> tuple[str, ...]:
        """Earlier quarters that a quarter may be compared with, in the order of time.

        They are of one series, and their premises were counted by one definition.
        """
        for name in self._by_length:
            told = self.series[name]
            if quarter not in told:
                continue
            earlier = (one for one in told if one < quarter)
            found = sorted(one for one in earlier if is_one_definition(name, one, quarter))
            if found:
                return tuple(found)
        return ()

    def usual_before(self, quarter: str) -> str | None:
        """Quarter of a year before, else the nearest earlier one, else the first, else None."""
        earlier = self.befores(quarter)
        a_year_ago = quarter_at(rank_of(quarter) - _A_YEAR)
        return max(
            (one for one in earlier if one <= a_year_ago), default=min(earlier, default=None)
        )

    def at(self, rows: Sequence[Row], code_of: CodeOf, quarter: str) -> list[Row]:
        """Give rows the counts of a quarter; those it does not tell have none, and say why."""
        told = self.series[self._telling(quarter)][quarter]
        return [_dated(row, told.get(code_of(row)), quarter) for row in rows]

    def between(
        self, rows: Sequence[Row], code_of: CodeOf, span: tuple[str, str], compared: Comparison
    ) -> list[Row]:
        """Give rows their gain in points from a quarter to a later one of the same series.

        A commune whose counts do not compare has none, and says why: a recount is no progress.
        """
        name = next((one for one in self._by_length if {*span} <= self.series[one].keys()), None)
        told = self.series[name] if name is not None else {}
        ends = [[told.get(when, {}).get(code_of(row)) for row in rows] for when in span]
        before, after = (
            Counts(when, _numbers(end, "locaux"), _numbers(end, "locaux_raccordables"))
            for when, end in zip(span, ends, strict=True)
        )
        found = fibre_outcomes(
            before, after, name or RELEVE, compared.threshold, compared.projection
        )
        why = np.where(found.outcome == INCOMPARABLE, found.why, "")
        return [
            _gaining(row, first, last, str(reason))
            for row, first, last, reason in zip(rows, *ends, why, strict=True)
        ]

    def _telling(self, quarter: str) -> str:
        """Series that tells a quarter."""
        return next(name for name in self._by_length if quarter in self.series[name])


def _dated(row: Row, counts: Row | None, quarter: str) -> Row:
    """Replace the counts of a row."""
    if counts is None:
        counts = dict.fromkeys(COUNTS)
        why = {RATE: COMMUNE_ABSENTE}
    else:
        why = {} if counts[RATE] is not None else {RATE: LOCAUX_NULS}
    reasons = {name: code for name, code in _reasons(row).items() if name not in COUNTS}
    own = {**counts, "fibre_quarter": quarter, "reasons": reasons | why}
    return LaidOver(row, own)


def _gaining(row: Row, before: Row | None, after: Row | None, why: str) -> Row:
    """Give a row its gain; the rates have six decimals, so that four of a point say it all."""
    first, last = (None if counts is None else counts[RATE] for counts in (before, after))
    if first is None or last is None:
        why = DEPEND_D_UNE_VALEUR_ABSENTE
    if first is None or last is None or why:
        return LaidOver(row, {GAIN: None, "reasons": {**_reasons(row), GAIN: why}})
    return LaidOver(row, {GAIN: round(100 * (last - first), 4)})


def _numbers(counts: Sequence[Row | None], name: str) -> NDArray[np.float64]:
    """Gather a count, NaN where it is unknown."""
    values = (None if one is None else one[name] for one in counts)
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def _reasons(row: Row) -> Mapping[str, str]:
    """Reasons of the values that a row lacks; territories have none."""
    return row.get("reasons") or {}
