"""The panel of a territory chosen on the map of a wider one: its finding, its figures, its page."""

from __future__ import annotations

from dataclasses import dataclass

from carto.drawing.indicators.units import COMMUNE, Unit
from webapp.links import territory_page
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.figures import Figure, territory_figures
from webapp.territories.references import references_of
from webapp.views.state import MapState


@dataclass(frozen=True)
class UnitPanel:
    """What the panel beside a map says of a territory.

    Attributes
    ----------
    nom, sentence
        Its name and its finding.
    figures
        Its key figures, beside those of other territories.
    path
        Its page.
    """

    nom: str
    sentence: str
    figures: tuple[Figure, ...]
    path: str


def unit_panel(snapshot: LoadedSnapshot, type_: str, code: str) -> UnitPanel:
    """Put a territory in words for the panel.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    """
    row = snapshot.territory(type_, code)
    gaps = snapshot.details("twin_gaps", type_, code)
    references = references_of(type_, row, snapshot.level, gaps)
    return UnitPanel(
        nom=row["nom"],
        sentence=row["sentence"],
        figures=tuple(territory_figures(row, snapshot.facts, references)),
        path=territory_page(type_, code),
    )


def selected_unit(snapshot: LoadedSnapshot, unit: Unit, state: MapState) -> UnitPanel | None:
    """Put the selected unit in words, if one is; a commune has a panel of its own."""
    selected = state.selected
    if unit == COMMUNE or selected is None or selected not in snapshot.level(unit.type):
        return None
    return unit_panel(snapshot, unit.type, selected)
