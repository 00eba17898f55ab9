"""Hours of a place as it publishes them: its text, OpenStreetMap syntax, hours a year."""

from __future__ import annotations

import re

from geodata.alternate_weeks import in_weeks, split_weeks
from geodata.free_hours import free_hours_to_osm
from geodata.opening_hours import UnreadableHoursError, hours_per_year, require_of_a_length
from geodata.osm_hours import checked_osm
from geodata.values.free_text import read_free_text
from geodata.values.verdicts import Remark

Hours = dict[str, object]

# A day, a month, a holiday, a week or `24/7`; no French day begins with these.
_OSM_BEGINNING = re.compile(
    r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![a-zà-ÿ])"
    r"|week\b|24/7$|\d\d:\d\d-|off$|closed$"
)


def read_hours(text: str, remark: Remark) -> Hours:
    """Read the hours of a place.

    Parameters
    ----------
    text
        OpenStreetMap syntax, or running French; the weeks may stand after it, « Semaine impaire ».
    remark
        Told `HORAIRES_ILLISIBLES` (missing, never zero), `HORAIRES_REPARES` (empty spans left out,
        `9h` read `09:00`), and what `geodata.values.free_text` says of the text.

    Returns
    -------
    dict
        `horaires_source`, `horaires` and `hours_per_year_declared`, None when missing.

    Examples
    --------
    >>> read_hours("lundi 9h-12h", lambda code, said: None)["horaires"]
    'Mo 09:00-12:00'
    """
    published = read_free_text(text, "horaires", remark)
    expression = _expression(published, remark) if published else None
    return {
        "horaires_source": published,
        "horaires": expression,
        "hours_per_year_declared": hours_per_year(expression) if expression else None,
    }


def _expression(published: str, remark: Remark) -> str | None:
    """Read hours in the syntax that their first word is of."""
    is_osm = _OSM_BEGINNING.match(published)
    try:
        require_of_a_length(published)
        written, weeks = split_weeks(published)
        every_week = checked_osm(written) if is_osm else free_hours_to_osm(written)
        expression = in_weeks(every_week, weeks)
    except UnreadableHoursError as error:
        remark("HORAIRES_ILLISIBLES", f"horaires illisibles : {error}")
        return None
    if is_osm and expression.replace(" ", "") != in_weeks(written, weeks).replace(" ", ""):
        remark("HORAIRES_REPARES", f"horaires « {published[:80]} » lus « {expression[:80]} »")
    return expression
