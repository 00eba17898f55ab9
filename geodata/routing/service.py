"""A routing service asked for the times of a build, commune by commune.

Every answer is kept: the same communes and places give the same times, and a second build asks for
nothing. What a build that failed had received is there for the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from carto import french
from carto.tables.travel_inputs import TEMPS_TRAJET
from geodata.fetching.limits import FetchLimits
from geodata.frames import frame_of
from geodata.inputs import Report
from geodata.routing.candidates import candidates
from geodata.routing.protocol import Point, Trip
from geodata.routing.questions import NO_WAY, Questions
from geodata.routing.settings import RoutingSettings
from geodata.storage.stage_cache import StageCache

REPORTED_EVERY = 1000


@dataclass(frozen=True)
class RoutingService:
    """A routing service, as it is asked.

    Attributes
    ----------
    settings
        Its protocol and address.
    limits
        Bounds of each question; a service on this machine may be asked.
    answers
        Where answers are kept.
    report
        Called with one French line per step.
    """

    settings: RoutingSettings
    limits: FetchLimits
    answers: StageCache
    report: Report

    def times(self, communes: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
        """Ask for the times from communes to the places that may count for them.

        Parameters
        ----------
        communes
            With `code_insee`, `departement`, `longitude`, `latitude`, `x_m`, `y_m`.
        places
            The same, and `id`.

        Returns
        -------
        pandas.DataFrame
            Meets the contract `temps_trajet`: one row for each pair that was asked for, without
            minutes where there is no way. A place too far from every commune to be asked for has
            one too, so that it is known to be out of reach.

        Raises
        ------
        geodata.routing.questions.RoutingError
            When the service does not answer, not in its protocol, or refuses everything.
        """
        listed = candidates(communes, places, self.settings.radius_km, self.settings.nearest)
        origins, targets = _points(communes), _points(places)
        codes, ids = communes["code_insee"].tolist(), places["id"].tolist()
        count = french.plural(sum(map(len, listed)), "trajet")
        self.report(f"temps de trajet demandés à {self.settings.service} : {count}")
        questions = Questions(self.settings, self.limits, self.answers)
        rows = []
        for number, (code, origin, among) in enumerate(zip(codes, origins, listed, strict=True), 1):
            trips = questions.trips(origin, [targets[place] for place in among])
            rows += [_row(code, ids[place], trip) for place, trip in zip(among, trips, strict=True)]
            if number % REPORTED_EVERY == 0:
                done = f"{french.number(number)} communes sur {french.number(len(codes))}"
                self.report(f"temps de trajet : {done}")
        questions.close()
        if questions.refused:
            refused = french.number(questions.refused)
            self.report(
                f"attention : trajets refusés par le service, comptés comme impossibles : {refused}"
            )
        too_far = set(range(len(ids))).difference(*map(set, listed))
        rows += [_row(codes[0], ids[place], NO_WAY) for place in sorted(too_far)]
        return frame_of(rows, TEMPS_TRAJET)


def limits_of(settings: RoutingSettings, limits: FetchLimits) -> FetchLimits:
    """Allow the operator's own machine, when the service is configured to be on it."""
    if not settings.is_local:
        return limits
    return replace(limits, allow_hosts=(*limits.allow_hosts, settings.host))


def _points(table: pd.DataFrame) -> list[Point]:
    """Points of the rows of a table."""
    columns: Any = (table[name].astype(float).round(6) for name in ("longitude", "latitude"))
    return [Point(longitude, latitude) for longitude, latitude in zip(*columns, strict=True)]


def _row(code_insee: str, destination: str, trip: Trip) -> dict[str, object]:
    """Make a row of the table of times."""
    return {
        "code_insee": code_insee,
        "destination": destination,
        "minutes": trip.minutes,
        "km": trip.km,
    }
