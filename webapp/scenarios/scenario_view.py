"""Everything that the page of a scenario shows, from its address once read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from carto.drawing.indicators.difference_indicators import READINGS
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.scenario_marks import PlaceMark
from carto.flags import POINT_UNIQUE
from carto.planning.scenarios.effect import Effect
from carto.planning.scenarios.effect_words import limits
from carto.planning.scenarios.scenario import Scenario
from carto.typography import typeset
from webapp.links import territory_page, with_query
from webapp.maps.legends import LegendLine, legend_lines
from webapp.maps.map_units import communes_of
from webapp.maps.shown_values import known_indicators
from webapp.planning.planned_territory import ChoiceGroup, territory_choices
from webapp.planning.scenario_address import MOST_CHANGES, MOST_HOURS, Pair, query_text
from webapp.planning.whole_places import WHOLE_PLACE
from webapp.rule.rule import RULE_PARAMETERS
from webapp.rule.rule_form import NumberField, rule_form
from webapp.scenarios.asked_gesture import Refused
from webapp.scenarios.change_list import ChangeLine, ChosenPlace, change_lines, chosen_place
from webapp.scenarios.effect_communes import three_states
from webapp.scenarios.effect_measures import finding
from webapp.scenarios.gesture import ADD, GESTURE, HALF_DAY, WHERE
from webapp.scenarios.mark_list import MarkKey, Surface, mark_keys, place_marks
from webapp.scenarios.place_names import Named, PlaceNames, field_value
from webapp.scenarios.scenario_maps import ThreeStates, acted_map
from webapp.scenarios.scenario_page import INDICATOR, ScenarioPage
from webapp.scenarios.scenario_results import Drawn, Results, results_of
from webapp.scenarios.written_changes import Written
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row
from webapp.snapshots.published_method import judging_parameters

# What a scenario may change, hence what its maps may show.
SHOWN = tuple(READINGS)
FILE_PATH = "/scenario.json"
_BY_POINT = (
    "Les temps publiés sont comptés là où vivent les habitants ; dans les communes que ce scénario "
    "change, ils partent d'un seul point."
)


@dataclass(frozen=True)
class ScenarioView:
    """The page of a scenario.

    Attributes
    ----------
    published, snapshot
        The snapshot, and the same under the rule of the reader.
    page
        What the address holds.
    surface
        The map of the territory, and the names of its ground.
    effect
        What the scenario changes.
    chosen_id
        The place whose form is open; empty for none.
    refusal
        Why a gesture was not made; None when nothing was refused.
    typed
        What was typed in the form of a gesture that was refused.
    written
        Changes of an address that is not applied; None when it is.
    """

    published: LoadedSnapshot
    snapshot: LoadedSnapshot
    page: ScenarioPage
    surface: Surface
    effect: Effect
    chosen_id: str
    refusal: Refused | None
    typed: str
    written: Written | None

    most_hours = f"{MOST_HOURS:g}"
    most_changes = MOST_CHANGES
    whole_place = WHOLE_PLACE
    rule_names = RULE_PARAMETERS

    @property
    def row(self) -> Row:
        """Row of the territory."""
        return self.snapshot.territory(self.page.perimeter.type, self.page.perimeter.code)

    @property
    def hidden(self) -> list[Pair]:
        """Fields that every form carries along."""
        return self.page.pairs

    @property
    def territory(self) -> str:
        """Value of the territory in its select."""
        return str(self.page.perimeter)

    @property
    def territories(self) -> list[ChoiceGroup]:
        """Territories of the select, by group."""
        return territory_choices(self.snapshot, self.page.perimeter.pair)

    @property
    def territory_path(self) -> str:
        """Page of the territory, under the same rule."""
        path = territory_page(self.page.perimeter.type, self.page.perimeter.code)
        return with_query(path, self.page.rule.query())

    @property
    def indicators(self) -> list[Indicator]:
        """What the map may show."""
        known = known_indicators(self.snapshot)
        return [known[name] for name in SHOWN if name in known]

    @property
    def indicator(self) -> Indicator:
        """What the map shows."""
        return known_indicators(self.snapshot)[self.page.indicator]

    @property
    def names(self) -> PlaceNames:
        """Names of communes and places."""
        return self.surface.names

    @property
    def _time_min(self) -> float:
        """Threshold of time of the rule, minutes."""
        return float(judging_parameters(self.snapshot.facts).alerts.time_min)

    @property
    def scenario(self) -> Scenario:
        """What changes."""
        return self.page.scenario

    @cached_property
    def finding(self) -> str:
        """The whole in a sentence."""
        return finding(self.row["nom"], self.effect, self.scenario.changes, self._time_min)

    @cached_property
    def marks(self) -> list[PlaceMark]:
        """Places of the map."""
        return place_marks(self.surface, self.scenario, self.chosen_id, self.page.url)

    @cached_property
    def states(self) -> ThreeStates:
        """Communes of the map, before and after."""
        perimeter = self.page.perimeter
        rows = communes_of(self.snapshot, perimeter.type, perimeter.code)
        return three_states(self.names.ground, self.effect, rows, self.page.indicator)

    @cached_property
    def map(self) -> Markup:
        """The map that is acted on."""
        start = self.page.url({GESTURE: ADD, WHERE: ""})
        return acted_map(
            self.surface.shapes,
            self.indicator,
            self.states.after,
            self.marks,
            lambda code: f"{start}{code}",
        )

    @property
    def legend(self) -> list[LegendLine]:
        """Legend of that map."""
        return legend_lines(self.indicator, self.states.after)

    @property
    def keys(self) -> list[MarkKey]:
        """Key of its places."""
        return mark_keys(self.marks)

    @property
    def has_frame(self) -> bool:
        """Whether a point of the map can be read in degrees."""
        return self.surface.frame is not None

    @property
    def changes(self) -> list[ChangeLine]:
        """Changes in words."""
        return change_lines(self.scenario, self.names, self.chosen_id, self.page.url)

    @property
    def is_full(self) -> bool:
        """Whether no change may be added."""
        return self.scenario.changes >= MOST_CHANGES

    @property
    def hours_to_add(self) -> str:
        """Hours that the form of additions proposes: those of the last one."""
        last = self.scenario.additions[-1].hours_week if self.scenario.additions else HALF_DAY
        return field_value(last)

    @property
    def chosen(self) -> ChosenPlace | None:
        """The place whose form is open."""
        if not self.chosen_id:
            return None
        return chosen_place(self.chosen_id, self.scenario, self.names, self.page.url)

    @property
    def places(self) -> list[tuple[str, list[Named]]]:
        """Places of the select, by commune."""
        drawn = frozenset(self.surface.shapes.sites)
        return self.names.listed(drawn & self.names.places.keys())

    @property
    def refused(self) -> Mapping[str, Any] | None:
        """Why a gesture was not made, and the same gesture where it may have been meant."""
        if self.refusal is None:
            return None
        choices = [
            {"nom": nom, "url": self.page.url({GESTURE: ADD, WHERE: code})}
            for code, nom in self.refusal.choices
        ]
        return {"said": self.refusal.said, "choices": choices}

    @property
    def clear(self) -> str:
        """Address without any change, under the published rule."""
        shown = [(name, value) for name, value in self.page.pairs if name in (TERRITORY, INDICATOR)]
        return f"/scenario?{query_text(shown)}"

    @property
    def has_rule(self) -> bool:
        """Whether the reader changed a threshold."""
        return bool(self.page.rule.thresholds)

    @property
    def fields(self) -> Sequence[NumberField]:
        """Thresholds that can be changed."""
        method = judging_parameters(self.published.facts)
        rows = self.published.communes.values()
        has_copper = any(row["copper_class"] is not None for row in rows)
        return rule_form(self.page.rule, method, has_copper=has_copper).thresholds

    @property
    def thresholds(self) -> str:
        """Page that shows what thresholds change alone."""
        return with_query("/seuils", {TERRITORY: self.territory, **self.page.rule.query()})

    @property
    def file(self) -> str:
        """Address of the file of the scenario."""
        return self.page.url(path=FILE_PATH)

    @property
    def dossier(self) -> str:
        """Dossier of the territory, with the scenario."""
        rest = [pair for pair in self.page.pairs if pair[0] not in (TERRITORY, INDICATOR)]
        path = f"/dossier{territory_page(self.page.perimeter.type, self.page.perimeter.code)}"
        return f"{path}?{query_text(rest)}" if rest else path

    @property
    def limits(self) -> tuple[str, ...]:
        """What the effect rests on, and what it ignores."""
        by_point = (typeset(_BY_POINT),) if POINT_UNIQUE in self.effect.flags else ()
        return (*limits(self.names.ground), *by_point)

    @cached_property
    def results(self) -> Results | None:
        """What the scenario changes; None when it changes nothing."""
        if self.scenario.is_empty:
            return None
        drawn = Drawn(self.surface.shapes, self.indicator, self.states, self.marks)
        pages = frozenset(self.snapshot.communes)
        ground, nom = self.names.ground, self.row["nom"]
        return results_of(nom, ground, self.effect, self._time_min, drawn, pages)
