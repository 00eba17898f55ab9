"""Two quarters of the fibre: a change of what is counted is never a progress."""

from __future__ import annotations

import numpy as np
import pytest

from carto import flags
from carto.measures.fibre_change import OUTCOMES, Counts, fibre_outcomes
from carto.verdict.parameters import Projection
from carto.vocabulary import HISTORIQUE, RELEVE

NAN = np.nan


def outcome(
    before: tuple[float, float],
    after: tuple[float, float],
    quarters: tuple[str, str] = ("2025-T2", "2026-T2"),
    series: str = RELEVE,
) -> tuple[str, str]:
    """Outcome and reason of one commune, from (premises, connectable) at two quarters."""
    counts = [
        Counts(quarter, np.array([float(premises)]), np.array([float(connectable)]))
        for quarter, (premises, connectable) in zip(quarters, (before, after), strict=True)
    ]
    found = fibre_outcomes(counts[0], counts[1], series, 0.95, Projection())
    return found.outcome[0], found.why[0]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((1000, 900), (1000, 950), ("franchi", "")),
        ((1000, 800), (1010, 900), ("progres", "")),
        ((1000, 800), (1000, 800), ("arret", "")),
        ((1000, 800), (1000, 799), ("arret", "")),
        ((1000, 960), (1000, 999), ("acquis", "")),
        ((1000, 960), (1000, 940), ("repasse", flags.REVISION)),
        ((1000, 960), (1020, 961), ("repasse", flags.LOCAUX_REVUS)),
        ((1000, 500), (1000, 480), ("revu", flags.REVISION)),
        ((1000, 500), (1300, 900), ("revu", flags.LOCAUX_REVUS)),
        ((NAN, NAN), (1000, 900), ("inconnu", "")),
        ((1000, 900), (0, 0), ("inconnu", "")),
    ],
)
def test_what_becomes_of_a_commune(
    before: tuple[float, float], after: tuple[float, float], expected: tuple[str, str]
) -> None:
    assert outcome(before, after) == expected


def test_fewer_premises_are_no_progress() -> None:
    assert outcome((1000, 940), (960, 940)) == ("revu", flags.LOCAUX_REVUS)


def test_two_definitions_of_the_premises_never_compare() -> None:
    found = outcome((1000, 900), (1000, 990), ("2024-T3", "2024-T4"))
    assert found == ("revu", flags.RUPTURE_DE_DENOMINATEUR)
    fell = outcome((1000, 990), (1000, 900), ("2024-T3", "2024-T4"))
    assert fell == ("revu", flags.RUPTURE_DE_DENOMINATEUR)


def test_a_history_has_one_count_of_premises() -> None:
    assert outcome((1000, 100), (1000, 960), ("2017-T4", "2026-T2"), HISTORIQUE) == ("franchi", "")


def test_premises_may_change_by_a_tenth_each_year() -> None:
    assert outcome((1000, 700), (1250, 1000), ("2025-T1", "2026-T1"))[0] == "revu"
    assert outcome((1000, 700), (1250, 1000), ("2025-T1", "2028-T1"))[0] == "progres"


def test_every_outcome_has_a_name() -> None:
    assert len(set(OUTCOMES)) == 7
