"""Leave out of MapLibre's style sheet what it says of controls that our maps have not.

Nine tenths of the sheet are the drawings of those controls, written in it as addresses; a reader
would wait for them before the map.
"""

from __future__ import annotations

import re

# Our maps have the buttons of the zoom, the scale and bubbles (see `interactive.mjs`).
UNUSED_CONTROLS = (
    "attrib",
    "compass",
    "fullscreen",
    "geolocate",
    "globe",
    "logo",
    "shrink",
    "terrain",
)

_UNUSED = re.compile(rf"-ctrl-(?:{'|'.join(UNUSED_CONTROLS)})\b|-user-location-")
# A rule, or a condition (`@media…`) around rules; braces in quotes are no braces.
_QUOTED = r'"[^"]*"'
_RULE = rf"(?:[^{{}}\"]|{_QUOTED})*\{{(?:[^{{}}\"]|{_QUOTED})*\}}"
_TOP = re.compile(rf"(?P<condition>@media[^{{]*)\{{(?P<inside>(?:{_RULE})*)\}}|(?P<rule>{_RULE})")
_INSIDE = re.compile(_RULE)


def without_unused(sheet: str) -> str:
    """Leave out the rules that only concern unused controls.

    Parameters
    ----------
    sheet
        The style sheet of MapLibre, minified.

    Returns
    -------
    str
        The same rules in the same order; a rule that also concerns something else stays whole.

    Examples
    --------
    >>> without_unused(".maplibregl-ctrl-logo{width:9px}.maplibregl-ctrl{clear:both}")
    '.maplibregl-ctrl{clear:both}'
    >>> without_unused("@media print{.a .maplibregl-ctrl-globe{width:9px}}p{margin:0}")
    'p{margin:0}'
    """
    return _TOP.sub(_kept, sheet)


def _kept(match: re.Match[str]) -> str:
    """Give what stays of a rule, or of a condition and its rules."""
    if match["condition"] is None:
        return match["rule"] if _concerns_us(match["rule"]) else ""
    inside = "".join(rule for rule in _INSIDE.findall(match["inside"]) if _concerns_us(rule))
    return f"{match['condition']}{{{inside}}}" if inside else ""


def _concerns_us(rule: str) -> bool:
    """Tell whether any selector of a rule is of something that our maps have."""
    selectors = rule.partition("{")[0].split(",")
    return not all(_UNUSED.search(selector) for selector in selectors)
