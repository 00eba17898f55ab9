"""Two quarters of the fibre added up over the communes that compare, and counted by outcome."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto import french
from carto.measures.fibre_change import OUTCOMES, UNKNOWN_OUTCOME, Counts, Outcomes

Chosen = NDArray[np.bool_]


@dataclass(frozen=True)
class Sums:
    """Premises of the communes that compare, added up at both quarters.

    Attributes
    ----------
    communes, compared
        How many communes there are, and how many of them compare.
    before, after
        Rates, None when nothing compares.
    connected, premises
        Change of the connectable premises, and of the premises.
    """

    communes: int
    compared: int
    before: float | None
    after: float | None
    connected: int
    premises: int

    @property
    def gain(self) -> float | None:
        """Gain in points, of the rates as they are shown."""
        if self.before is None or self.after is None:
            return None
        shown = (100 * french.rounded(rate, 3) for rate in (self.after, self.before))
        after, before = shown
        return french.rounded(after - before, 1)


def sums(before: Counts, after: Counts, outcomes: Outcomes, chosen: Chosen) -> Sums:
    """Add up the communes that compare among some.

    Parameters
    ----------
    before, after
        Counts of all communes.
    outcomes
        What became of each.
    chosen
        Which ones to add up.
    """
    alike = chosen & (outcomes.why == "") & (outcomes.outcome != UNKNOWN_OUTCOME)
    first, last = (
        (float(one.connectable[alike].sum()), float(one.premises[alike].sum()))
        for one in (before, after)
    )
    return Sums(
        communes=int(chosen.sum()),
        compared=int(alike.sum()),
        before=min(first[0] / first[1], 1.0) if first[1] else None,
        after=min(last[0] / last[1], 1.0) if last[1] else None,
        connected=round(last[0] - first[0]),
        premises=round(last[1] - first[1]),
    )


def counts_of(outcomes: Outcomes, chosen: Chosen) -> dict[str, int]:
    """Count some communes by outcome, in the order of `OUTCOMES`."""
    mine = outcomes.outcome[chosen]
    return {key: int((mine == key).sum()) for key in OUTCOMES}
