"""The published sensitivity: what each threshold changes by itself, drawn as a tornado."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from carto import french
from carto.drawing.charts.bars import Swing, draw_tornado
from carto.drawing.wording import threshold
from carto.french import capitalised
from carto.typography import typeset
from carto.verdict.parameter_labels import PARAMETER_LABELS
from carto.vocabulary import FLIPPING_THRESHOLD_WORDS, THRESHOLD_DIRECTIONS

Row = Mapping[str, Any]


@dataclass(frozen=True)
class SensitivityLine:
    """A threshold moved down and up: values tried, and communes whose class changes."""

    label: str
    lower: str
    lower_changed: str
    higher: str
    higher_changed: str


@dataclass(frozen=True)
class Sensitivity:
    """What each threshold changes by itself, as a drawing and as a table."""

    chart: Markup
    lines: tuple[SensitivityLine, ...]


def sensitivity_block(rows: Sequence[Row], change: float) -> Sensitivity | None:
    """Draw the published sensitivity; None when the snapshot has none.

    Parameters
    ----------
    rows
        Rows of the complement `sensitivity`.
    change
        Share that each threshold was moved by.
    """
    tried = {(row["parameter"], row["direction"]): row for row in rows}
    names = [name for name in FLIPPING_THRESHOLD_WORDS if (name, "baisse") in tried]
    if not names:
        return None
    moved = {name: [tried[name, way] for way in THRESHOLD_DIRECTIONS] for name in names}
    counts = {name: [int(row["communes_changed"]) for row in rows] for name, rows in moved.items()}
    names.sort(key=lambda name: -max(counts[name]))
    share = french.percent(change, 0)
    drawn = draw_tornado(
        f"Communes qui changent de classe quand un seuil est déplacé de {share}",
        [
            Swing(
                _label(name),
                counts[name][0],
                counts[name][1],
                " et ".join(map(french.number, counts[name])),
            )
            for name in names
        ],
        typeset(f"seuil baissé de {share}"),
        typeset(f"relevé de {share}"),
    )
    lines = tuple(
        SensitivityLine(
            _label(name),
            _written(name, moved[name][0]["value"]),
            french.number(counts[name][0]),
            _written(name, moved[name][1]["value"]),
            french.number(counts[name][1]),
        )
        for name in names
    )
    return Sensitivity(Markup(drawn), lines)  # noqa: S704 - escaped by draw_tornado


def _written(name: str, value: float) -> str:
    r"""Write a value of a threshold with its unit.

    >>> _written("time_min", 18), _written("need", 6.3)
    ('18\xa0min', '6,3\xa0sur 10')
    """
    unit = PARAMETER_LABELS[f"alerts.{name}"][1]
    return f"{threshold(value)}{french.NBSP}{unit}" if unit else threshold(value)


def _label(name: str) -> str:
    """Name a threshold without its article.

    >>> _label("apl_ratio"), _label("time_min")
    ('Offre accessible', "Temps d'accès")
    """
    words = FLIPPING_THRESHOLD_WORDS[name]
    return capitalised(words.removeprefix("le ").removeprefix("la ").removeprefix("l'"))
