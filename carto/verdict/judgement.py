"""Judgement: the three alerts from what is known of n communes, under any thresholds.

The verdict that is published and those that robustness tries are judged here, by one rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from carto.verdict import alerts as rules
from carto.verdict.alerts import Alert
from carto.verdict.classes import Verdicts, classify
from carto.verdict.evidence import Evidence
from carto.verdict.parameters import Alerts


@dataclass(frozen=True)
class Judgement:
    """The three alerts of n communes, and the classes they make."""

    offre: Alert
    besoin: Alert
    connectivite: Alert

    @cached_property
    def verdicts(self) -> Verdicts:
        """Bounds of the classes."""
        return classify(self.offre, self.besoin, self.connectivite)


def judge(evidence: Evidence, alerts: Alerts) -> Judgement:
    """Decide the three alerts.

    Parameters
    ----------
    evidence
        What is known of n communes.
    alerts
        The thresholds.
    """
    return Judgement(
        rules.offre(evidence.minutes, evidence.lowest, evidence.highest, alerts),
        rules.besoin(evidence.need, alerts),
        rules.connectivite(evidence.taux, evidence.copper_levels, alerts),
    )
