"""The indicators of the viewer, with their classes: the only place where a class is computed.

Every alert threshold of the method is a bound of its indicator, and a value equal to it is on the
side where the verdict puts it, so the map and the verdict agree: classes are right-open, [a, b),
but those of the travel time and of what is left to connect, whose alert is above the threshold,
are left-open, (a, b]. A value that is only bounded has a class when both bounds fall in the same
one. Anything else missing has no class (None): it is drawn hatched, never as the lowest class.
"""

from __future__ import annotations

from collections.abc import Mapping

from carto.drawing.indicators import help_indicators, network_indicators, verdict_indicators
from carto.drawing.indicators.definitions import Definition, definitions
from carto.drawing.indicators.indicator import Indicator
from carto.verdict.parameters import Alerts


def build_indicators(alerts: Alerts, texts: Mapping[str, Definition]) -> dict[str, Indicator]:
    """Cut the indicators into classes, with the alert thresholds among the bounds.

    Parameters
    ----------
    alerts
        Thresholds of the method.
    texts
        Definition of each indicator, by id.

    Returns
    -------
    dict
        Indicator by id, in the order of the viewer's menu.
    """
    indicators = (
        verdict_indicators.verdict(texts["verdict"]),
        verdict_indicators.typology(texts["typologie"]),
        network_indicators.fibre(texts["fibre"], alerts.fibre_pct),
        network_indicators.left(texts["reste"], alerts.fibre_pct),
        network_indicators.gain(texts["evolution"]),
        help_indicators.time(texts["temps"], alerts.time_min),
        help_indicators.accessibility(texts["acces"], alerts),
        help_indicators.need(texts["besoin"], alerts.need),
        verdict_indicators.robustness(texts["solidite"]),
    )
    return {indicator.id: indicator for indicator in indicators}


def indicators_for(facts: Mapping[str, object]) -> dict[str, Indicator]:
    """Build the indicators of a snapshot: its thresholds, its need variant, its dates.

    Parameters
    ----------
    facts
        The `carto` object of the snapshot's manifest; what it lacks takes its default.
    """
    method = facts.get("method")
    parameters = method.get("parameters") if isinstance(method, Mapping) else None
    values = parameters.get("alerts") if isinstance(parameters, Mapping) else None
    alerts = Alerts(**values) if isinstance(values, Mapping) else Alerts()
    return build_indicators(alerts, definitions(facts, alerts))


INDICATORS = build_indicators(Alerts(), definitions({}, Alerts()))
