"""The address of the page of a scenario: territory, changes, what the map shows, rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.planning.scenarios.scenario import Scenario
from webapp.planning.scenario_address import Pair, query_text, scenario_pairs
from webapp.rule.rule import Rule
from webapp.scenarios.scenario_territory import Perimeter
from webapp.scenarios.suggested_place import PATH
from webapp.snapshots.asked_territory import TERRITORY

INDICATOR, DEFAULT_INDICATOR = "ind", "temps"


@dataclass(frozen=True)
class ScenarioPage:
    """What an address of the page holds.

    Attributes
    ----------
    perimeter
        Its territory.
    scenario
        What changes.
    indicator
        Id of what its map shows.
    rule
        Thresholds that replace the published ones.
    snapshot_id
        Snapshot that it is made on.
    """

    perimeter: Perimeter
    scenario: Scenario
    indicator: str
    rule: Rule
    snapshot_id: str

    @property
    def pairs(self) -> list[Pair]:
        """Parameters of the address, defaults left out."""
        shown = [] if self.indicator == DEFAULT_INDICATOR else [(INDICATOR, self.indicator)]
        changes = scenario_pairs(self.scenario, self.snapshot_id)
        territory = (TERRITORY, str(self.perimeter))
        return [territory, *changes, *shown, *self.rule.query().items()]

    def url(self, more: Mapping[str, str] | None = None, path: str = PATH) -> str:
        """Write the address, with more parameters or for another page of the scenario."""
        return f"{path}?{query_text([*self.pairs, *(more or {}).items()])}"
