"""Questions to a routing service, and its answers, each kept under the address that asked for it.

A service refuses a whole question (status 400) for one point that it cannot use: too far from the
roads it has, or from the others. The question is then put again in halves, down to the pair that it
refuses, which counts as no way. A service that refuses everything is not asked for long.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geodata.errors import SourceError
from geodata.fetching.conversation import Conversation
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits
from geodata.routing.osrm import Osrm
from geodata.routing.protocol import MalformedAnswerError, Point, RoutingProtocol, Trip
from geodata.routing.settings import RoutingSettings
from geodata.routing.valhalla import Valhalla
from geodata.storage.stage_cache import StageCache

PROTOCOLS: Mapping[str, RoutingProtocol] = {"osrm": Osrm(), "valhalla": Valhalla()}
LARGEST_ANSWER = 2**22
NO_WAY = Trip(None, None)
# Refusals in a row after which a service that answered nothing is left.
PATIENCE = 200

_BAD_REQUEST = 400
# No answer of a service: what is kept in place of one that it refused.
_REFUSED = b"\0"


class RoutingError(SourceError):
    """A routing service cannot be asked, or answers what cannot be used."""

    def __init__(self, settings: RoutingSettings, reason: str) -> None:
        super().__init__(
            f"Service de routage {PROTOCOLS[settings.service].name} ({settings.url})",
            reason,
            "vérifiez qu'il est en marche et les clés de [travel], puis relancez, ou retirez "
            "[travel] pour estimer les temps à vol d'oiseau",
        )


@dataclass
class Questions:
    """The questions of one build to one service.

    Attributes
    ----------
    settings
        Its protocol and address.
    limits
        Bounds of each question.
    answers
        Where answers are kept.
    refused
        Pairs that the service refused.
    """

    settings: RoutingSettings
    limits: FetchLimits
    answers: StageCache
    refused: int = 0
    _answered: int = 0
    _refusals: list[str] = field(default_factory=list)

    def trips(self, origin: Point, places: Sequence[Point]) -> list[Trip]:
        """Ask for the trips from one point to several, in as many questions as it takes.

        Raises
        ------
        RoutingError
            When the service does not answer, not in its protocol, or refuses everything.
        """
        most = PROTOCOLS[self.settings.service].most_places
        batches = [places[start : start + most] for start in range(0, len(places), most)]
        return [trip for batch in batches for trip in self._batch(origin, batch)]

    def close(self) -> None:
        """Keep what was refused: only a service that answers other questions is believed."""
        for url in self._refusals if self._answered else ():
            self.answers.keep(self._stage, self._key(url), _REFUSED)

    def _batch(self, origin: Point, places: Sequence[Point]) -> list[Trip]:
        """Ask one question, in halves where it is refused."""
        protocol = PROTOCOLS[self.settings.service]
        url = protocol.address(self.settings.url, origin, places)
        answer = self._answer(url)
        if answer == _REFUSED and len(places) == 1:
            self.refused += 1
            return [NO_WAY]
        if answer == _REFUSED:
            middle = len(places) // 2
            return [*self._batch(origin, places[:middle]), *self._batch(origin, places[middle:])]
        try:
            trips = protocol.read(answer, len(places))
        except MalformedAnswerError as error:
            raise RoutingError(self.settings, str(error)) from error
        self._answered += 1
        self.answers.keep(self._stage, self._key(url), answer)
        return trips

    def _answer(self, url: str) -> bytes:
        """Recall an answer, or ask; `_REFUSED` for a question that the service cannot use."""
        known = self.answers.recall(self._stage, self._key(url))
        if known is not None:
            return known
        try:
            with Conversation(self.limits, time.sleep) as conversation:
                return conversation.try_again(lambda: _ask(conversation, url))
        except FetchFailure as failure:
            self._refusals.append(url)
            is_lost = not self._answered and len(self._refusals) >= PATIENCE
            if failure.status != _BAD_REQUEST or is_lost:
                raise RoutingError(self.settings, failure.reason) from failure
            return _REFUSED

    @property
    def _stage(self) -> str:
        return f"route-{self.settings.service}"

    def _key(self, url: str) -> str:
        """Fingerprint of a question: its address, and the date of the road network."""
        return f"{self.settings.date} {url}"


def _ask(conversation: Conversation, url: str) -> bytes:
    """Ask one question once."""
    with conversation.answer(url) as response:
        body: bytes = response.raw.read(LARGEST_ANSWER + 1, decode_content=True)
        if len(body) > LARGEST_ANSWER:
            raise FetchFailure("réponse démesurée")
        return body
