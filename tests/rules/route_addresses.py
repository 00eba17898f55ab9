"""The addresses of the service as a caller writes them, each with one of the demonstration."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc
from itertools import groupby
from urllib.parse import urlencode

from flask import Flask
from werkzeug.routing import Rule

from webapp import BLUEPRINTS
from webapp.api.description.operation import operation_of

HOW_TO_ASK = (
    "# Addresses of the service\n\n"
    "To ask the API, open the page `/api` of a running service: questions to copy, every "
    "parameter, limits; programs read `/api/v1/openapi.json`, and [what it promises]"
    "(stabilite.md) is written apart. Whole files and GIS addresses are on `/donnees`.\n\n"
    "Below, every address: what is in braces is to be replaced, or chosen among several. The "
    "examples are of the demonstration, without one where it has nothing to answer; "
    "`{snapshot_id}` is in every answer, as the header Carto-Snapshot. All are read only (GET, "
    "HEAD), but `/scenario/fichier`, which takes a file and keeps none. An unknown parameter "
    "is an error 400 in the API, a visible notice on a page.\n\n"
)
# Argument → what stands for it in an example; the only one that changes is left as it is.
_VALUES = {
    "type_": "departement",
    "code": "29",
    "maille": "epci",
    "collection": "communes",
    "name": "communes",
    "layer": "communes",
    "indicator": "verdict",
    "grid": "WebMercatorQuad",
    "zoom": "8",
    "row": "88",
    "column": "124",
    "number": "1",
    "suffix": "csv",
    "snapshot_id": "{snapshot_id}",
}
_TOWN = {"code": "29019"}
_EPCI = {"type_": "epci", "code": "242900801"}
# Function that answers → values of its arguments, where they mean something else.
_OWN = {
    "api_sites.site": {"identifier": "france_services:1176"},
    "communes_pages.commune": _TOWN,
    "communes_pages.simple": _TOWN,
    "dossier.page": _EPCI,
    "dossier.pdf": _EPCI,
    "dossier_files.annexes": _EPCI,
    "dossier_files.docx": _EPCI,
    "files.current_file": {"name": "datapackage.json"},
    "files.published_file": {"name": "couches/communes.csv"},
    "ogc_features.feature": {"identifier": "29019"},
}
# Function that answers → what follows its address, which asks for something.
_QUERIES = {
    "compare_pages.compare": "ids=epci-242900801,epci-242900074",
    "compare_pages.compare_file": "ids=epci-242900801,epci-242900074",
    "oembed.oembed": "url=http://localhost/departement/29",
    "search.find": "q=brest",
    "search.suggestions": "q=bre",
}
# What the demonstration does not answer: wider than it, of earlier releases, of a site of one's
# own, or led to by a page alone.
WITHOUT_EXAMPLE = frozenset(
    {
        "api_diff.diff",
        "api_territories.ept",
        "api_territories.france",
        "api_territories.region",
        "basemap.tile",
        "dossier.without_dossier",
        "evolution_pages.evolutions_file",
        "plan_pages.planning_file",
        "scenario_files.take_up",
        "static_files.asset",
        "theme.logo",
    }
)
# Where the slash at the end changes nothing.
_ALSO_ANSWERED = ("/api/v1/", "/ogc/")
_ARGUMENT = re.compile(r"<(?:([a-z]+)(?:\(([^)]*)\))?:)?([a-z_]+)>")


@dataclass(frozen=True)
class RouteAddress:
    """What is answered by one function of the service.

    Attributes
    ----------
    endpoint
        Name of the function.
    addresses
        As callers write them: what is in braces is to be replaced, or chosen among several.
    example
        An address that the demonstration answers; empty without one.
    said
        What is answered.
    """

    endpoint: str
    addresses: tuple[str, ...]
    example: str
    said: str


def route_addresses() -> list[RouteAddress]:
    """List what the service answers, by address."""
    app = Flask("described", static_folder=None)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    known = (rule for rule in app.url_map.iter_rules() if rule.rule not in _ALSO_ANSWERED)
    rules = sorted(known, key=lambda rule: (rule.endpoint, rule.rule))
    found = []
    for endpoint, same in groupby(rules, key=lambda rule: rule.endpoint):
        own = sorted(same, key=lambda rule: written(rule.rule))
        view = app.view_functions[endpoint]
        said = (getdoc(view) or "").split("\n")[0]
        addresses = tuple(written(one.rule) for one in own)
        found.append(RouteAddress(endpoint, addresses, _example(own[-1], view), said))
    return sorted(found, key=lambda one: one.addresses)


def row_of(one: RouteAddress) -> tuple[str, str, str]:
    """Write a line of the table of the addresses.

    >>> row_of(RouteAddress("home", ("/", "/accueil"), "/", "Show the home page."))
    ('`/`<br>`/accueil`', '`/`', 'Show the home page.')
    """
    addresses = "<br>".join(f"`{address}`" for address in one.addresses)
    return addresses, f"`{one.example}`" if one.example else "", one.said


def written(rule: str) -> str:
    """Write the address of a route as callers know it.

    >>> written("/<any(departement, epci):type_>/<code>/tableau.<any('xlsx', 'csv'):suffix>")
    '/{departement,epci}/{code}/tableau.{xlsx,csv}'
    """
    return _ARGUMENT.sub(_in_braces, rule)


def _in_braces(argument: re.Match[str]) -> str:
    """Write the choices of an argument, else its name."""
    _, choices, name = argument.groups()
    inside = name.strip("_") if choices is None else re.sub("[ ']", "", choices)
    return f"{{{inside}}}"


def _example(rule: Rule, view: Callable[..., object]) -> str:
    """Write an address that a route answers on the demonstration; empty when it answers none."""
    if rule.endpoint in WITHOUT_EXAMPLE:
        return ""
    values, query = dict(_VALUES), _QUERIES.get(rule.endpoint, "")
    operation = operation_of(view)
    if operation is not None:
        shown = [one for one in operation.parameters if one.example is not None]
        values |= {one.name: str(one.example) for one in shown if one.place == "path"}
        asked = {one.name: one.example for one in shown if one.is_required and one.place == "query"}
        query = urlencode(asked, safe=":,")
    values |= _OWN.get(rule.endpoint, {})
    address = _ARGUMENT.sub(lambda argument: values[argument[3]], rule.rule)
    return f"{address}?{query}" if query else address
