"""A routing service asked for the times of a build, commune by commune, each answer kept.

An answer is kept under the address that asked for it and the date of the road network: the same
communes and places give the same times, and a second build asks for nothing. What a build that
failed had received is there for the next one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from carto import french
from carto.tables.travel_inputs import TEMPS_TRAJET
from geodata.errors import SourceError
from geodata.fetching.conversation import Conversation
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from geodata.frames import frame_of
from geodata.inputs import Report
from geodata.routing.candidates import candidates
from geodata.routing.osrm import Osrm
from geodata.routing.protocol import MalformedAnswerError, Point, RoutingProtocol, Trip
from geodata.routing.settings import RoutingSettings
from geodata.routing.valhalla import Valhalla
from geodata.storage.stage_cache import StageCache

PROTOCOLS: Mapping[str, RoutingProtocol] = {"osrm": Osrm(), "valhalla": Valhalla()}
LARGEST_ANSWER = 2**22
REPORTED_EVERY = 1000


class RoutingError(SourceError):
    """A routing service cannot be asked, or answers what cannot be used."""


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
            minutes where there is no way.

        Raises
        ------
        RoutingError
            When the service does not answer, or not in its protocol.
        """
        asked = candidates(communes, places, self.settings.radius_km, self.settings.nearest)
        points = [_points(table) for table in (communes, places)]
        ids = places["id"].tolist()
        count = french.plural(sum(map(len, asked)), "trajet")
        self.report(f"temps de trajet demandés à {self.settings.service} : {count}")
        rows: list[dict[str, object]] = []
        for number, (code, origin, listed) in enumerate(
            zip(communes["code_insee"], points[0], asked, strict=True), start=1
        ):
            found = self._trips(origin, [points[1][place] for place in listed])
            rows += [
                {
                    "code_insee": code,
                    "destination": ids[place],
                    "minutes": trip.minutes,
                    "km": trip.km,
                }
                for place, trip in zip(listed, found, strict=True)
            ]
            if number % REPORTED_EVERY == 0:
                done = f"{french.number(number)} communes sur {french.number(len(communes))}"
                self.report(f"temps de trajet : {done}")
        return frame_of(rows, TEMPS_TRAJET)

    def _trips(self, origin: Point, places: list[Point]) -> Iterator[Trip]:
        """Ask for the trips from one point, in as many questions as the service needs."""
        protocol = PROTOCOLS[self.settings.service]
        for start in range(0, len(places), protocol.most_places):
            batch = places[start : start + protocol.most_places]
            url = protocol.address(self.settings.url, origin, batch)
            stage = f"route-{self.settings.service}"
            kept = self.answers.recall(stage, f"{self.settings.date} {url}")
            answer = self._ask(url) if kept is None else kept
            try:
                yield from protocol.read(answer, len(batch))
            except MalformedAnswerError as error:
                raise self._error(f"{error}") from error
            if kept is None:
                self.answers.keep(stage, f"{self.settings.date} {url}", answer)

    def _ask(self, url: str) -> bytes:
        """Ask one question."""

        def once() -> bytes:
            with conversation.answer(url) as response:
                body: bytes = response.raw.read(LARGEST_ANSWER + 1, decode_content=True)
                if len(body) > LARGEST_ANSWER:
                    raise FetchFailure("réponse démesurée")
                return body

        try:
            with Conversation(self.limits, time.sleep) as conversation:
                return conversation.try_again(once)
        except FetchFailure as failure:
            raise self._error(failure.reason) from failure

    def _error(self, reason: str) -> RoutingError:
        """Make the one line that says what failed and what to do."""
        name = PROTOCOLS[self.settings.service].name
        return RoutingError(
            f"Service de routage {name} ({self.settings.url})",
            reason,
            "vérifiez qu'il est en marche et les clés de [travel], puis relancez, ou retirez "
            "[travel] pour estimer les temps à vol d'oiseau",
        )


def limits_of(settings: RoutingSettings, limits: FetchLimits) -> FetchLimits:
    """Allow the operator's own machine, when the service is configured to be on it."""
    if not settings.is_local:
        return limits
    return replace(limits, allow_hosts=(*limits.allow_hosts, settings.host))


def _points(table: pd.DataFrame) -> list[Point]:
    """Points of the rows of a table."""
    columns: Any = (table[name].astype(float).round(6) for name in ("longitude", "latitude"))
    return [Point(longitude, latitude) for longitude, latitude in zip(*columns, strict=True)]
