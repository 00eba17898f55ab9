"""The examples of the OpenAPI document, drawn from what is served: each of them answers.

Clients try first what the document shows. Where the snapshot has nothing of a kind, the
operation says that it answers 404 here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.typography import typeset
from webapp.api.api_examples import example_commune
from webapp.evolutions.stored_evolutions import stored_evolutions
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    REGION,
    LoadedSnapshot,
)

Document = Mapping[str, Any]

_ABSENT = "Dans les données servies aujourd'hui, rien n'y répond : 404."
_AROUND_DEGREES = 0.5
# Communes and places: ten half-days, two at most in each.
_ENOUGH_TO_PLAN = 5
# Address of the territories of a level, to the level and to the parameter that names one.
_LEVELS = {
    "/epci/{siren_epci}": (EPCI, "siren_epci"),
    "/departements/{code}": (DEPARTEMENT, "code"),
    "/regions/{code}": (REGION, "code"),
    "/ept/{siren_ept}": (EPT, "siren_ept"),
    "/france": (FRANCE, ""),
}
_PLACE = "/sites/{identifier}"
_GROUP = "/groupes/{identifier}"
_COMPARISON = "/diff"


def with_served_examples(document: Document, snapshot: LoadedSnapshot) -> Document:
    """Put examples of a snapshot in the place of the usual ones.

    Parameters
    ----------
    document
        OpenAPI document; it is left as it is.
    snapshot
        What is served.
    """
    values, own = _everywhere(snapshot), _by_address(snapshot)
    absent = absent_addresses(snapshot)
    paths = {
        path: {"get": _shown(item["get"], values | own.get(path, {}), is_absent=path in absent)}
        for path, item in document["paths"].items()
    }
    return {**document, "paths": paths}


def absent_addresses(snapshot: LoadedSnapshot) -> frozenset[str]:
    """List the addresses that a snapshot has nothing for, whatever is asked.

    Parameters
    ----------
    snapshot
        What is served.
    """
    absent = {path for path, (level, _) in _LEVELS.items() if not snapshot.level(level)}
    absent |= set() if snapshot.sites else {_PLACE}
    absent |= set() if stored_evolutions().leading_to(snapshot.id) else {_COMPARISON}
    return frozenset(absent)


def _everywhere(snapshot: LoadedSnapshot) -> dict[str, Any]:
    """Choose the value of each parameter that means the same at every address."""
    commune = example_commune(snapshot)
    code, departement, epci = (commune[n] for n in ("code_insee", "departement", "siren_epci"))
    lon, lat = round(commune["longitude"], 3), round(commune["latitude"], 3)
    around = _AROUND_DEGREES
    near = [lon - around, lat - around, lon + around, lat + around]
    values: dict[str, Any] = {
        "code_insee": code,
        "commune": code,
        "departement": departement,
        "depart": code,
        "ajout": [f"{code}:3.5"],
        "territoire": f"{DEPARTEMENT}-{departement}",
        "q": commune["nom"],
        "lon": lon,
        "lat": lat,
        "bbox": [round(edge, 3) for edge in near],
    }
    if epci in snapshot.epci:
        values["epci"] = epci
    if snapshot.epci:
        values |= _planned(snapshot)
    return values


def _planned(snapshot: LoadedSnapshot) -> dict[str, Any]:
    """Choose the EPCI that has most places and its main town; none when all are too small."""
    siren = max(snapshot.epci, key=lambda one: (snapshot.epci[one]["sites_count"] or 0, one))
    members = snapshot.members(EPCI, siren)
    if min(len(members), snapshot.epci[siren]["sites_count"] or 0) < _ENOUGH_TO_PLAN:
        return {}
    town = max(members, key=lambda row: (row["population"] or 0, row["code_insee"]))["code_insee"]
    return {"territoire": f"{EPCI}-{siren}", "depart": town, "ajout": [f"{town}:3.5"]}


def _by_address(snapshot: LoadedSnapshot) -> dict[str, dict[str, Any]]:
    """Choose the values that mean something else at each address."""
    commune = example_commune(snapshot)
    own = {"epci": commune["siren_epci"], "departement": commune["departement"]}
    found = {
        path: {name: own[level] if own.get(level) in rows else min(rows)}
        for path, (level, name) in _LEVELS.items()
        if (rows := snapshot.level(level))
    }
    others = [code for code in sorted(snapshot.communes) if code != commune["code_insee"]]
    pair = sorted([commune["code_insee"], *others[:1]])
    found[_GROUP] = {"identifier": "-".join(pair)}
    if snapshot.sites:
        found[_PLACE] = {"identifier": min(snapshot.sites)}
    return found


def _shown(operation: Document, values: Mapping[str, Any], *, is_absent: bool) -> Document:
    """Write an operation with its examples, and whether it answers 404 here."""
    said = operation["description"]
    return {
        **operation,
        "description": f"{said} {typeset(_ABSENT)}" if is_absent else said,
        "parameters": [
            {**one, "example": values.get(one["name"], one["example"])} if "example" in one else one
            for one in operation["parameters"]
        ],
    }
