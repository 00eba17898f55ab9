"""Every quarter of an indicator of the network at once: what the slider of a map runs through.

Compact on purpose: a département at 35 quarters is a few kilobytes. Classes are computed here, with
the same function as the drawn map, so that a moved slider and a reloaded page agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from carto import french
from carto.drawing.circles import has_circles, radius_of
from carto.drawing.indicators.indicator import Indicator
from webapp.maps.fibre_history import Comparison, FibreHistory
from webapp.maps.quarters import GAIN
from webapp.maps.shown_values import at_quarter, fibre_history
from webapp.maps.time_bar import choosable
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

NO_CLASS = "-"


def told_quarters(
    snapshot: LoadedSnapshot, indicator: Indicator, rows: Sequence[Row], before: str | None
) -> dict[str, Any]:
    """Write the classes and the texts of communes at every quarter.

    Parameters
    ----------
    snapshot
        Where their fibre is published.
    indicator
        One of the network.
    rows
        Communes of the map.
    before
        Quarter that gains start from; None for the year before each.

    Returns
    -------
    dict
        `trimestres`, their codes and words; `classes`, their colours; `textes`, each distinct
        text once; `communes`, by code: `classes`, one character per quarter, `textes`, one place
        in the texts per quarter, and `cercles`, one radius per quarter when a count is shown.
    """
    units = indicator.units
    history = fibre_history(snapshot, {units.code(row) for row in rows}, units)
    quarters = choosable(indicator.id, history)
    compared = Comparison.of(snapshot.facts)
    spans = [(_start(history, before, quarter), quarter) for quarter in quarters]
    shown = [_rows_at(history, indicator, rows, span, compared) for span in spans]
    texts: dict[str, int] = {}
    communes = {
        units.code(own[0]): _commune(own, indicator, texts) for own in zip(*shown, strict=True)
    }
    return {
        "trimestres": [{"code": one, "texte": french.quarter(one)} for one in quarters],
        "classes": [
            {"colour": class_.colour, "is_worst": class_.is_worst} for class_ in indicator.classes
        ],
        "textes": list(texts),
        "communes": communes,
    }


def _start(history: FibreHistory, before: str | None, quarter: str) -> str:
    """Quarter that the gain of a quarter starts from."""
    if before is not None and before in history.befores(quarter):
        return before
    return history.usual_before(quarter) or quarter


def _rows_at(
    history: FibreHistory,
    indicator: Indicator,
    rows: Sequence[Row],
    span: tuple[str, str],
    compared: Comparison,
) -> Sequence[Row]:
    """Give the rows of a quarter; the latest is what communes show."""
    if span[1] == history.quarters[-1] and indicator.id != GAIN:
        return rows
    return at_quarter(history, indicator, rows, span, compared).rows


def _commune(own: Sequence[Row], indicator: Indicator, texts: dict[str, int]) -> dict[str, Any]:
    """Write the quarters of a commune; new texts are added to those known."""
    classes = (indicator.class_of(row) for row in own)
    written = {
        "classes": "".join(NO_CLASS if one is None else str(one) for one in classes),
        "textes": [texts.setdefault(indicator.text(row), len(texts)) for row in own],
    }
    if has_circles(indicator):
        written["cercles"] = [radius_of(row, indicator) for row in own]
    return written
