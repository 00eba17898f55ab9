"""Where the places of a scenario fall on the map of its territory, and what is done to each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from carto.drawing.map_frame import MapFrame
from carto.drawing.scenario_marks import PlaceMark, PlaceState, draw_places
from carto.drawing.shapes import MapShapes, Point
from carto.drawing.svg import element
from carto.planning.scenarios.scenario import Scenario, Where
from carto.typography import typeset
from webapp.scenarios.change_list import CHOSEN, Address
from webapp.scenarios.gesture import addition_id
from webapp.scenarios.place_names import Named, PlaceNames, hours_words

_KEYS = {
    PlaceState.TODAY: "lieu d'aujourd'hui",
    PlaceState.ADDED: "ajouté",
    PlaceState.MOVED: "déplacé",
    PlaceState.HOURS: "autres heures",
    PlaceState.REMOVED: "retiré",
}
_KEY_SIDE = 44


@dataclass(frozen=True)
class MarkKey:
    """One state of the key of a map."""

    svg: Markup
    words: str


@dataclass(frozen=True)
class Surface:
    """The map that marks are placed on; without a frame, only what it already holds is placed."""

    shapes: MapShapes
    frame: MapFrame | None
    names: PlaceNames

    def of_where(self, where: Where) -> Point | None:
        """Place a point of a scenario; None outside the map."""
        if where.lon_lat is not None:
            frame = self.frame
            return None if frame is None else self._inside(frame.place_degrees(*where.lon_lat))
        ground = self.names.ground
        found = (ground.codes == where.commune).nonzero()[0]
        if self.frame is None or not len(found):
            return self.shapes.anchors.get(where.commune or "")
        points = ground.points
        return self._inside(self.frame.place(float(points.x[found[0]]), float(points.y[found[0]])))

    def _inside(self, point: Point) -> Point | None:
        """Keep a point of the map."""
        is_in = 0 <= point[0] <= self.shapes.width and 0 <= point[1] <= self.shapes.height
        return point if is_in else None


def place_marks(
    surface: Surface, scenario: Scenario, chosen: str, address: Address
) -> list[PlaceMark]:
    """List the marks of a map: every place of today on it, and those that the scenario adds.

    Parameters
    ----------
    surface
        The map.
    scenario
        Its changes.
    chosen
        The place whose form is open.
    address
        Writes where each mark leads.
    """
    return [
        replace(
            mark,
            said=typeset(mark.said),
            href=f"{address({CHOSEN: mark.id})}#lieu-choisi",
            is_chosen=mark.id == chosen,
        )
        for mark in _places(surface, scenario)
    ]


def mark_keys(marks: list[PlaceMark]) -> list[MarkKey]:
    """Explain the states that a map shows."""
    shown = {mark.state for mark in marks}
    keys = []
    for state, words in _KEYS.items():
        if state in shown:
            middle = (_KEY_SIDE / 2, _KEY_SIDE / 2)
            drawn = draw_places([PlaceMark("", middle, state, words)])
            svg = element(
                "svg",
                drawn,
                viewBox=f"0 0 {_KEY_SIDE} {_KEY_SIDE}",
                width=26,
                height=26,
                aria_hidden="true",
                focusable="false",
            )
            keys.append(MarkKey(Markup(svg), words))  # noqa: S704 - nothing of a visitor
    return keys


def _places(surface: Surface, scenario: Scenario) -> Iterator[PlaceMark]:
    """Place each place: where it is shown, where it was, its state, its words."""
    hours, moves = dict(scenario.hours), dict(scenario.moves)
    for id_, point in surface.shapes.sites.items():
        named = surface.names.places.get(id_)
        if named is None:
            continue
        moved = surface.of_where(moves[id_]) if id_ in moves else None
        state = _state(id_, scenario, hours, moves)
        said = _said(named, state, hours.get(id_, named.hours_week))
        yield PlaceMark(id_, moved or point, state, said, was=point if moved else None)
    for rank, added in enumerate(scenario.additions):
        at = surface.of_where(added.where)
        if at is not None:
            where = surface.names.where(added.where)
            said = f"Permanence ajoutée {where}, {hours_words(added.hours_week)}"
            name = surface.names.home(added.where)
            yield PlaceMark(addition_id(rank), at, PlaceState.ADDED, said, name=name)


def _state(
    id_: str, scenario: Scenario, hours: dict[str, float], moves: dict[str, Where]
) -> PlaceState:
    """Tell what a scenario does to a place of today."""
    if id_ in scenario.removals:
        return PlaceState.REMOVED
    if id_ in moves:
        return PlaceState.MOVED
    return PlaceState.HOURS if id_ in hours else PlaceState.TODAY


def _said(named: Named, state: PlaceState, hours_week: float) -> str:
    """Say what a place is and becomes."""
    if state == PlaceState.REMOVED:
        return f"{named.whole} : retiré"
    changed = {PlaceState.MOVED: ", déplacé", PlaceState.HOURS: ", au lieu de "}.get(state, "")
    if state == PlaceState.HOURS:
        changed += hours_words(named.hours_week)
    return f"{named.whole} : {hours_words(hours_week)}{changed}"
