"""The words over a row of a chart: its name and its value, side by side or one under the other."""

from __future__ import annotations

from carto.drawing.charts.frame import FONT, WIDTH, words

LINE = FONT + 4
_LETTER, _BOLD_LETTER = 7.2, 7.8
_BETWEEN = 12


def row_words(label: str, written: str, top: float, edge: float) -> tuple[list[str], float]:
    """Write the name of a row and its value.

    Parameters
    ----------
    label, written
        Name, and value, which stands at the other side.
    top
        Where the row starts.
    edge
        Room left free at both sides of the chart.

    Returns
    -------
    tuple of list of str and float
        The two texts, and how much lower the rest of the row is drawn: nothing, unless the value
        had to go under the name.

    Examples
    --------
    >>> row_words("Pourvue", "12 hab.", 0, 12)[1], row_words("Long" * 9, "34 communes", 0, 12)[1]
    (0, 18)
    """
    length = _LETTER * len(label) + _BETWEEN + _BOLD_LETTER * len(written)
    drop = 0 if length <= WIDTH - 2 * edge else LINE
    return [
        words(label, edge, top + FONT),
        words(written, WIDTH - edge, top + FONT + drop, "end", bold=True),
    ], drop
