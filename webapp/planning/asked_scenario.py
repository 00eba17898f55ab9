"""The scenario that the address of a request asks for, held against a territory of the snapshot.

With anything unusable in it, no part of a scenario is applied: half a scenario is another one. What
could be used of it is kept aside, for a page to offer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import request

from carto.french import number
from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.placed_scenario import Homes
from carto.planning.scenarios.scenario import Scenario, Where
from carto.said_back import said_back
from carto.typography import typeset
from webapp.planning.commune_at import commune_at
from webapp.planning.scenario_address import (
    ADD,
    HOURS,
    MOVE,
    REMOVE,
    SCENARIO_PARAMETERS,
    Refusal,
    read_scenario,
)
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@dataclass(frozen=True)
class AskedScenario:
    """A scenario that was asked for.

    Attributes
    ----------
    scenario
        What to apply: nothing when something was refused.
    homes
        Commune of each chosen point of the scenario.
    refusals
        What cannot be used, and why.
    rest
        The changes that could be used alone; the scenario itself when nothing was refused.
    made_on
        Beginning of the id of the snapshot that it was made on, when it is not this one; empty
        otherwise.
    """

    scenario: Scenario
    homes: Homes
    refusals: tuple[Refusal, ...]
    rest: Scenario
    made_on: str

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences that a page must show."""
        said = [refusal.reason for refusal in self.refusals]
        if self.refusals:
            said.append("Aucun changement de ce scénario n'est appliqué.")
        if self.made_on:
            said.append(
                f"Ce scénario a été fait sur une autre édition des données ({self.made_on}) : il "
                "est recalculé sur celle-ci, et ses effets peuvent différer."
            )
        return tuple(map(typeset, said))


def asked_values() -> dict[str, list[str]]:
    """Return every value of the parameters of the scenario of this request."""
    return {name: request.args.getlist(name) for name in SCENARIO_PARAMETERS}


def asked_scenario(
    snapshot: LoadedSnapshot, ground: Ground, values: Mapping[str, Sequence[str]]
) -> AskedScenario:
    """Read the scenario of an address, and hold it against a territory.

    Parameters
    ----------
    snapshot
        Where communes and places are published.
    ground
        The ground of the territory.
    values
        Every value of each parameter, as `asked_values` gives them.
    """
    written = read_scenario(values)
    known = _Known(snapshot, ground)
    scenario = written.scenario
    kept = Scenario(
        additions=tuple(one for one in scenario.additions if known.has_point(ADD, one.where)),
        removals=tuple(place for place in scenario.removals if known.has_place(REMOVE, place)),
        hours=tuple(pair for pair in scenario.hours if known.has_place(HOURS, pair[0])),
        moves=tuple(
            (place, where)
            for place, where in scenario.moves
            if known.has_place(MOVE, place) and known.has_point(MOVE, where)
        ),
    )
    refusals = (*written.refusals, *known.refusals)
    is_elsewhere = bool(written.state) and not snapshot.id.startswith(written.state)
    return AskedScenario(
        scenario=Scenario() if refusals else kept,
        homes=known.homes,
        refusals=refusals,
        rest=kept,
        made_on=written.state if is_elsewhere else "",
    )


class _Known:
    """What a territory knows of places and communes, and what it had to refuse."""

    def __init__(self, snapshot: LoadedSnapshot, ground: Ground) -> None:
        self._snapshot = snapshot
        self._places = set(ground.place_ids.tolist())
        self._communes = set(ground.codes.tolist())
        self.homes: dict[tuple[float, float], str] = {}
        self.refusals: list[Refusal] = []

    def has_place(self, name: str, place: str) -> bool:
        """Whether a place is on the ground; refused otherwise."""
        if place in self._places:
            return True
        site = self._snapshot.sites.get(place)
        if site is None:
            reason = f"Le lieu « {said_back(place)} » n'existe pas dans ces données."
        elif not site["is_supply"]:
            reason = f"{site['nom']} ({place}) ne compte pas dans l'offre : rien à y changer."
        else:
            reason = f"{site['nom']} ({place}) est trop loin de ce territoire."
        return self._refuse(name, f"{reason} Retirez ce changement, ou changez de territoire.")

    def has_point(self, name: str, where: Where) -> bool:
        """Whether somebody lives around a point, on the ground; refused otherwise."""
        if where.lon_lat is not None:
            home = commune_at(self._snapshot, *where.lon_lat)
            if home is None:
                longitude, latitude = (
                    number(degrees, 4).replace("-", "−") for degrees in where.lon_lat
                )
                return self._refuse(
                    name,
                    f"Le point {latitude} ; {longitude} (latitude ; longitude) est en mer, ou hors "
                    "des communes de ces données : choisissez-en un autre.",
                )
            self.homes[where.lon_lat] = home
        else:
            home = str(where.commune)
        if home in self._communes:
            return True
        return self._refuse(name, self._why_not(home))

    def _why_not(self, code: str) -> str:
        """Say why nothing can be put in a commune."""
        commune = self._snapshot.communes.get(code)
        if commune is not None:
            return (
                f"{commune['nom']} ({code}) est trop loin de ce territoire : choisissez une "
                "commune du territoire ou de ses abords."
            )
        former = self._snapshot.former.get(code)
        if former:
            return (
                f"{former[0]['nom_ancien']} ({code}) n'est plus une commune : son territoire est "
                f"dans {' et '.join(sorted(str(row['code_insee']) for row in former))}."
            )
        return f"Aucune commune de ces données n'a le code {code}."

    def _refuse(self, name: str, reason: str) -> bool:
        """Remember a refusal."""
        self.refusals.append(Refusal(name, typeset(reason)))
        return False
