"""What makes the score of a commune: each family, by its weight, drawn."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from carto import french
from carto.drawing.charts.components import Component, draw_components
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.wording import threshold
from carto.verdict.composite import score_families
from carto.verdict.parameters import Parameters

Row = Mapping[str, Any]

FAMILIES = ("Offre d'aide", "Besoin", "Fibre")
_MEASURED = ("accessibility", "need", "taux_couverture_ftth")
_ADDED = "arithmetic"


def score_parts(row: Row, parameters: Parameters) -> str:
    """Draw what each family adds to the score of a commune.

    Parameters
    ----------
    row
        Row of `communes`.
    parameters
        Those that judge it.

    Returns
    -------
    str
        A `<figure>`; empty when the score is not known.
    """
    if row.get("score") is None:
        return ""
    notes = _notes(row, parameters)
    weights = parameters.composite.weights
    total = sum(weights)
    is_added = parameters.composite.aggregation == _ADDED
    parts = [
        _part(family, note, 100 * weight / total if is_added else 100.0)
        for family, note, weight in zip(FAMILIES, notes, weights, strict=True)
    ]
    shares = [french.percent(weight / total, 0) for weight in weights]
    return figure(
        draw_components("Ce qui fait le score", parts),
        _finding(row, parts, is_added=is_added),
        ChartTable(
            "Familles du score",
            ("Famille", "Gravité, de 0 à 1", "Poids", "Points"),
            [
                (part.label, french.number(note, 2), share, part.written)
                for part, note, share in zip(parts, notes, shares, strict=True)
            ],
        ),
        "Le score range les communes d'une même classe ; il ne décide d'aucun verdict.",
    )


def _notes(row: Row, parameters: Parameters) -> list[float]:
    """Put each family between its goalposts, 0 at its best, 1 at its worst."""
    minutes = row["nearest_site_min"]
    supply, need, taux = (np.array([row[name]], dtype=float) for name in _MEASURED)
    reach = np.array([math.inf if minutes is None else minutes], dtype=float)
    return [float(note) for note in score_families(reach, supply, need, taux, parameters)[0]]


def _part(family: str, note: float, most: float) -> Component:
    """Write what a family adds out of the most it could."""
    value = note * most
    written = f"{french.number(value, 1)} sur {threshold(french.rounded(most, 1))}"
    return Component(family, value, most, written)


def _finding(row: Row, parts: list[Component], *, is_added: bool) -> str:
    """Say the score, and the family that weighs the most in it."""
    score = french.number(row["score"], 1, "sur 100")
    heaviest = max(parts, key=lambda part: part.value)
    if heaviest.value == 0:
        return f"Score : {score}. Aucune des trois familles n'appelle l'attention."
    verb = "pèse le plus" if is_added else "est la plus grave"
    return f"Score : {score}. La famille qui {verb} : {_inside(heaviest.label)}."


def _inside(label: str) -> str:
    """Write the name of a family inside a sentence."""
    return label[0].lower() + label[1:]
