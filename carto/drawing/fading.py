"""Fade the classes of a drawn map that are not kept: they stay in place, hardly coloured."""

from __future__ import annotations

import re

OPACITY = 0.13
_GROUP = re.compile(r'<g data-classe="(\d*)"')


def fade_others(svg: str, kept: int | None) -> str:
    """Fade every class of a map but one.

    Parameters
    ----------
    svg
        A map drawn by `carto.drawing.static_map.draw_map`.
    kept
        Position of the class that keeps its colour; None for the units without a class.

    Examples
    --------
    >>> fade_others('<g data-classe="0"/><g data-classe=""/>', 0)
    '<g data-classe="0"/><g opacity="0.13" data-classe=""/>'
    """
    index = "" if kept is None else str(kept)
    return _GROUP.sub(lambda group: group[0] if group[1] == index else _faded(group[0]), svg)


def _faded(group: str) -> str:
    """Write the opening of a group with its opacity."""
    return group.replace("<g ", f'<g opacity="{OPACITY}" ', 1)
