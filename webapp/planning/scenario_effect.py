"""What a scenario changes in a territory, from the published rows of its communes."""

from __future__ import annotations

import numpy as np

from carto.planning.grounds.ground import Ground
from carto.planning.scenarios.effect import Effect, effect
from carto.planning.scenarios.placed_scenario import Homes, place_scenario
from carto.planning.scenarios.published_state import PublishedState, read_published
from carto.planning.scenarios.scenario import Scenario
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, LoadedSnapshot
from webapp.snapshots.published_method import judging_parameters


def scenario_effect(
    snapshot: LoadedSnapshot,
    territory: tuple[str, str],
    ground: Ground,
    scenario: Scenario,
    homes: Homes,
) -> Effect:
    """Compute what a scenario changes.

    Parameters
    ----------
    snapshot
        As published, or under the rule of a reader: its thresholds judge both states.
    territory
        Type and code, of which the figures are.
    ground
        The ground of that territory.
    scenario
        Names places and communes of that ground.
    homes
        Commune of each chosen point of the scenario.
    """
    placed = place_scenario(ground, scenario, homes)
    parameters = judging_parameters(snapshot.facts)
    return effect(ground, placed, published_state(snapshot, territory, ground), parameters)


def published_state(
    snapshot: LoadedSnapshot, territory: tuple[str, str], ground: Ground
) -> PublishedState:
    """Read what is published of the communes of a ground.

    Parameters
    ----------
    snapshot
        As published, or under a rule.
    territory
        Type and code; a département counts its own communes, not those that complete an EPCI.
    ground
        The ground of that territory.
    """
    counted = {
        row["code_insee"]
        for row in snapshot.members(*territory)
        if territory[0] != DEPARTEMENT or row["is_in_scope"]
    }
    rows = [snapshot.communes.get(code) for code in ground.codes.tolist()]
    return read_published(rows, np.isin(ground.codes, sorted(counted)))
