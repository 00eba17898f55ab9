"""The same page for every territory: each level in its addresses, France without a code."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from flask import Blueprint
from flask.typing import RouteCallable

from carto.codes import FRANCE_CODE
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
)

View = TypeVar("View", bound=RouteCallable)

EVERY_LEVEL = (DEPARTEMENT, EPCI, REGION, EPT, GROUP, FRANCE)


def for_every_territory(
    blueprint: Blueprint, after: str = "", before: str = "", levels: Collection[str] = EVERY_LEVEL
) -> Callable[[View], View]:
    """Route the addresses of every territory to a view of `type_` and `code`.

    Parameters
    ----------
    blueprint
        Where the view lives.
    after, before
        What comes after and before the path of the territory, as `/imprimer` or `/integrer`.
    levels
        Types of the territories that have such a page.
    """
    coded = [level for level in levels if level != FRANCE]

    def register(view: View) -> View:
        types = f"<any({', '.join(coded)}):type_>"
        blueprint.add_url_rule(f"{before}/{types}/<code>{after}", view_func=view)
        if FRANCE in levels:
            france = {"type_": FRANCE, "code": FRANCE_CODE}
            blueprint.add_url_rule(f"{before}/france{after}", view_func=view, defaults=france)
        return view

    return register
