"""The same page for every territory: each level in its addresses, France without a code."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Blueprint
from flask.typing import RouteCallable

from carto.codes import FRANCE_CODE
from webapp.snapshots.loaded_snapshot import FRANCE

View = TypeVar("View", bound=RouteCallable)

_LEVELS = "<any(departement, epci, region, ept, groupe):type_>/<code>"


def for_every_territory(
    blueprint: Blueprint, after: str = "", before: str = ""
) -> Callable[[View], View]:
    """Route the addresses of every territory to a view of `type_` and `code`.

    Parameters
    ----------
    blueprint
        Where the view lives.
    after, before
        What comes after and before the path of the territory, as `/imprimer` or `/integrer`.
    """

    def register(view: View) -> View:
        france = {"type_": FRANCE, "code": FRANCE_CODE}
        blueprint.add_url_rule(f"{before}/{_LEVELS}{after}", view_func=view)
        blueprint.add_url_rule(f"{before}/france{after}", view_func=view, defaults=france)
        return view

    return register
