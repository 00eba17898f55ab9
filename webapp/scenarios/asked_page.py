"""What the address of a scenario asks for: snapshot and rule, territory, changes, what is shown."""

from __future__ import annotations

from dataclasses import dataclass

from carto.said_back import said_back
from carto.typography import typeset
from webapp.asked_query import asked_query
from webapp.maps.map_units import communes_of
from webapp.planning.asked_scenario import AskedScenario, asked_scenario, asked_values
from webapp.planning.grounds import ground_of
from webapp.planning.scenario_address import SCENARIO_PARAMETERS
from webapp.rule.asked_rule import under_rule
from webapp.rule.rule import RULE_PARAMETERS, read_rule
from webapp.rule.ruled_snapshot import rule_of
from webapp.scenarios.change_list import CHOSEN
from webapp.scenarios.gesture import GESTURE_PARAMETERS
from webapp.scenarios.mark_list import Surface
from webapp.scenarios.place_names import PlaceNames
from webapp.scenarios.scenario_maps import map_frame
from webapp.scenarios.scenario_page import DEFAULT_INDICATOR, INDICATOR, ScenarioPage
from webapp.scenarios.scenario_territory import Perimeter
from webapp.scenarios.scenario_view import SHOWN
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import unknown_parameters

# What a suggestion or a form adds, and the page does not keep.
_TRANSIENT = (*GESTURE_PARAMETERS, "type")
_PARAMETERS = (TERRITORY, CHOSEN, INDICATOR, *SCENARIO_PARAMETERS, *_TRANSIENT)


@dataclass(frozen=True)
class Asked:
    """What the address asks for, before any gesture, and what had to be said about it."""

    snapshot: LoadedSnapshot
    page: ScenarioPage
    changes: AskedScenario
    surface: Surface
    notices: tuple[str, ...]


def asked_page(perimeter: Perimeter) -> Asked:
    """Read the address; what cannot be used keeps its default, with a notice.

    Parameters
    ----------
    perimeter
        The territory of the address, already read.
    """
    published, query = current(), asked_query()
    rule, refused = read_rule({name: query.get(name, "") for name in RULE_PARAMETERS})
    snapshot = under_rule(published, rule)
    ground = ground_of(snapshot, perimeter.type, perimeter.code)
    changes = asked_scenario(snapshot, ground, asked_values())
    indicator = query.get(INDICATOR, DEFAULT_INDICATOR)
    unread = []
    if indicator not in SHOWN:
        unread.append(
            f"« {INDICATOR}={said_back(indicator)} » n'est pas de cette page (attendu : "
            f"{', '.join(SHOWN)}) : la carte montre le temps d'accès."
        )
        indicator = DEFAULT_INDICATOR
    notices = [*unknown_parameters(query, _PARAMETERS), *refused, *unread, *changes.notices]
    page = ScenarioPage(perimeter, changes.scenario, indicator, rule_of(snapshot), snapshot.id)
    names = PlaceNames(ground, changes.homes)
    surface = _surface(snapshot, perimeter, names)
    return Asked(snapshot, page, changes, surface, tuple(map(typeset, notices)))


def _surface(snapshot: LoadedSnapshot, perimeter: Perimeter, names: PlaceNames) -> Surface:
    """Gather what places are put on."""
    shapes = snapshot.shapes(perimeter.type, perimeter.code)
    rows = communes_of(snapshot, perimeter.type, perimeter.code)
    return Surface(shapes, map_frame(snapshot, shapes, rows), names)
