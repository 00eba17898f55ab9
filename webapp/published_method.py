"""The parameters that a snapshot was made with, read back from its facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from carto.verdict.parameters import Alerts, Composite, Parameters, Quality


def judging_parameters(facts: Mapping[str, Any]) -> Parameters:
    """Read the parameters that verdicts, scores and rollups are made with.

    Thresholds, score and limits of publication are those of the snapshot; how things were
    measured keeps its default, and must not be read from here.

    Parameters
    ----------
    facts
        Facts of a snapshot.
    """
    published: Mapping[str, Mapping[str, Any]] = facts["method"]["parameters"]
    composite: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in published["composite"].items()
    }
    return replace(
        Parameters(),
        alerts=Alerts(**published["alerts"]),
        composite=Composite(**composite),
        quality=Quality(**published["quality"]),
    )
