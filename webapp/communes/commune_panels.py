"""The panel of a commune: its verdict, how far it holds, its figures beside others, its place."""

from __future__ import annotations

from dataclasses import dataclass

from carto.drawing.indicators.classification import indicators_for
from webapp.communes.commune import CommunePage, commune_page
from webapp.communes.commune_figures import commune_figures
from webapp.communes.steadiness import Steadiness, steadiness
from webapp.snapshots.loaded_snapshot import COMMUNE, LoadedSnapshot, Row
from webapp.territories.figures import Figure
from webapp.territories.references import references_of
from webapp.views.state import MapState


@dataclass(frozen=True)
class CommunePanel:
    """What the panel beside a map says of a commune.

    Attributes
    ----------
    page
        The commune in words.
    figures
        The measures of its verdict, each beside those of other territories.
    steadiness
        How far its verdict holds, and what would change it.
    """

    page: CommunePage
    figures: tuple[Figure, ...]
    steadiness: Steadiness


def commune_in_words(snapshot: LoadedSnapshot, row: Row) -> CommunePage:
    """Put a commune of the snapshot in words."""
    indicators = indicators_for(snapshot.facts)
    return commune_page(row, indicators, snapshot.sites, snapshot.facts, snapshot.communes)


def commune_panel(snapshot: LoadedSnapshot, row: Row) -> CommunePanel:
    """Put a commune in words for the panel."""
    code, facts = row["code_insee"], snapshot.facts
    gaps = snapshot.details("twin_gaps", COMMUNE, code)
    references = references_of(COMMUNE, row, snapshot.level, gaps)
    figures = commune_figures(row, indicators_for(facts), facts, references)
    details = snapshot.details("robustness", code)
    return CommunePanel(
        page=commune_in_words(snapshot, row),
        figures=tuple(figures),
        steadiness=steadiness(row, details, facts, snapshot.communes),
    )


def selected_panel(snapshot: LoadedSnapshot, state: MapState) -> CommunePanel | None:
    """Put the selected commune in words, if one is."""
    row = snapshot.communes.get(state.selected or "")
    return None if row is None else commune_panel(snapshot, row)
