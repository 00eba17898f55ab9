"""What the margin of a map that leaves its page says besides its sources: field, date, author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.wording import Row, measured
from carto.typography import typeset


def field_words(
    indicator: Indicator, rows: Sequence[Row], territory: str, remarks: Sequence[str] = ()
) -> str:
    """Say which units are shown, and of how many people: the « champ » of a map.

    Parameters
    ----------
    indicator
        What the map shows.
    rows
        Units of the map.
    territory
        French name of the territory.
    remarks
        Sentences about what is not drawn, or drawn beyond the territory.
    """
    known = [count for row in rows if (count := measured(row, "population")) is not None]
    people = f", {french.plural(int(sum(known)), 'habitant')}" if known else ""
    field = f"Champ : {indicator.units.count(len(rows))} ({territory}){people}."
    return typeset(" ".join((field, *remarks)))


def edition_words(snapshot_id: str, facts: Mapping[str, Any], author: str) -> str:
    """Name who made a map, from which data, of which day.

    >>> edition_words("0123456789abcdef", {"created": "2026-11-22T10:00:00Z"}, "Carto")
    'Carto, instantané 0123456789abcdef du 22 novembre 2026.'
    """
    day = french.date(str(facts["created"])[:10])
    return f"{author}, instantané {snapshot_id} du {day}."
