"""The examples of the API, drawn from what is served: each of them answers.

Clients try first what the OpenAPI document shows, readers what the page of the API shows. Where
the snapshot has nothing of a kind, the operation says that it answers 404 here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from webapp.api.api_examples import example_commune
from webapp.api.description.operation import Operation
from webapp.evolutions.stored_evolutions import stored_evolutions
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    REGION,
    LoadedSnapshot,
)

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


@dataclass(frozen=True)
class ServedExamples:
    """What to ask each address, so that it answers.

    Attributes
    ----------
    everywhere
        Value of each parameter that means the same at every address.
    own
        Address → values of the parameters that mean something else there.
    absent
        The addresses that nothing served answers.
    """

    everywhere: Mapping[str, Any]
    own: Mapping[str, Mapping[str, Any]]
    absent: frozenset[str]

    def shown(self, path: str, operation: Operation) -> Operation:
        """Put these examples in the place of the usual ones; say where nothing answers.

        Parameters
        ----------
        path
            Address of the operation, from the root of the API.
        operation
            It is left as it is.
        """
        values = {**self.everywhere, **self.own.get(path, {})}
        absent = f" {_ABSENT}" if path in self.absent else ""
        return replace(
            operation,
            said=f"{operation.said}{absent}",
            parameters=tuple(
                one
                if one.example is None
                else replace(one, example=values.get(one.name, one.example))
                for one in operation.parameters
            ),
        )


def served_examples(snapshot: LoadedSnapshot) -> ServedExamples:
    """Draw the examples from a snapshot.

    Parameters
    ----------
    snapshot
        What is served.
    """
    return ServedExamples(_everywhere(snapshot), _by_address(snapshot), absent_addresses(snapshot))


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
