"""Everything that a printed map says around its drawing: what, where, when, of whom, how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from carto import french
from carto.drawing.description import describe
from carto.drawing.indicator import Indicator
from carto.drawing.margins import heading
from carto.drawing.paper import Sheet
from carto.drawing.paper_map import PaperView, draw_paper_map
from carto.drawing.paper_scale import scale_words
from carto.drawing.wording import Row, measured
from carto.french import NBSP
from carto.place_natures import SITE_NATURES, nature_of
from carto.typography import typeset
from webapp.loaded_snapshot import LoadedSnapshot
from webapp.map_blocks import MapParts
from webapp.ruled_snapshot import RuledSnapshot
from webapp.views.legends import LegendLine, legend_lines
from webapp.views.provenance import Facts
from webapp.views.state import MapState


@dataclass(frozen=True)
class PlaceKey:
    """One nature of place in the key of a map: its letter, empty when all are dots, and words."""

    letter: str
    words: str


@dataclass(frozen=True)
class MapSheet:
    """A map on a sheet of paper.

    Attributes
    ----------
    title
        What, where, when.
    question
        Definition of what is shown, in a line.
    field
        Unit of the values, and which units of territory are shown (the « champ »).
    changes
        What sets this map apart from the usual one: demonstration, rule, class kept, commune.
    svg
        The drawing.
    legend, places
        Key of the colours and of the places.
    finding
        What the map shows, in words.
    scale, projection
        For the margin.
    credit
        Sources with their dates, boundaries and their vintage.
    edition
        Date and identifier of the snapshot.
    """

    sheet: Sheet
    title: str
    legend_title: str
    question: str
    field: str
    changes: tuple[str, ...]
    svg: Markup
    legend: tuple[LegendLine, ...]
    places: tuple[PlaceKey, ...]
    finding: str
    scale: str
    projection: str
    credit: str
    edition: str


def map_sheet(parts: MapParts, state: MapState, sheet: Sheet, snapshot: LoadedSnapshot) -> MapSheet:
    """Put a map on a sheet of paper.

    Parameters
    ----------
    parts
        What the map draws.
    state
        State of the address.
    sheet
        The paper.
    snapshot
        The data, for their date and their identifier.
    """
    indicator, rows = parts.indicator, parts.rows
    title = heading(indicator, parts.shapes.territory)
    legend = tuple(legend_lines(indicator, rows))
    drawn = draw_paper_map(
        parts.shapes,
        indicator,
        PaperView(rows, parts.sites, state.selected, _kept(indicator, state), title),
        sheet,
    )
    return MapSheet(
        sheet=sheet,
        title=title,
        legend_title=_with_unit(indicator),
        question=indicator.question,
        field=_field(indicator, rows, parts.shapes.territory),
        changes=tuple(_changes(parts, state, snapshot)),
        svg=Markup(drawn.svg),  # noqa: S704 - escaped by draw_paper_map
        legend=legend,
        places=_place_keys(parts.shapes.sites, parts.sites, has_letters=drawn.has_letters),
        finding=describe(indicator, rows),
        scale=scale_words(drawn.scale),
        projection=parts.shapes.projection,
        credit=indicator.definition.credit,
        edition=f"Instantané {snapshot.id} du {_day(snapshot.facts)}",
    )


def _day(facts: Facts) -> str:
    """Day on which the snapshot was built."""
    return french.date(str(facts["created"])[:10])


def _with_unit(indicator: Indicator) -> str:
    """Name an indicator with the unit of its values."""
    return f"{indicator.label}, en {indicator.unit}" if indicator.unit else indicator.label


def _field(indicator: Indicator, rows: Sequence[Row], territory: str) -> str:
    """Say which units are shown, and of how many people."""
    known = [count for row in rows if (count := measured(row, "population")) is not None]
    people = f", {french.plural(int(sum(known)), 'habitant')}" if known else ""
    return typeset(f"Champ : {indicator.units.count(len(rows))} ({territory}){people}.")


def _kept(indicator: Indicator, state: MapState) -> int | None:
    """Position of the class that the address keeps, if it is one of this indicator."""
    keys = [drawn.key for drawn in indicator.classes]
    return keys.index(state.class_key) if state.class_key in keys else None


def _changes(parts: MapParts, state: MapState, snapshot: LoadedSnapshot) -> list[str]:
    """Say what sets this map apart from the one that everybody sees first."""
    indicator = parts.indicator
    said = ["Données de démonstration"] if snapshot.facts["is_demo"] else []
    if isinstance(snapshot, RuledSnapshot):
        said.append(snapshot.ruling.sentence.rstrip("."))
    if parts.note:
        said.append(parts.note.rstrip("."))
    kept = _kept(indicator, state)
    if kept is not None:
        said.append(f"Classe gardée : {indicator.classes[kept].label} (les autres sont pâlies)")
    for row in parts.rows:
        if indicator.units.code(row) == state.selected:
            said.append(f"Entourée : {row['nom']}, {indicator.text(row)}")
    if state.has_places and not state.places.is_empty:
        asked = ", ".join(f"{name} = {value}" for name, value in state.places.query().items())
        said.append(f"Lieux filtrés : {asked}")
    return [typeset(words) for words in said]


def _place_keys(
    drawn: Mapping[str, object], sites: Sequence[Row], *, has_letters: bool
) -> tuple[PlaceKey, ...]:
    """Count the places of the sheet by nature."""
    natures = Counter(nature_of(site) for site in sites if str(site["id"]) in drawn)
    if not has_letters:
        return (PlaceKey("", french.plural(natures.total(), "lieu", "lieux")),)
    return tuple(
        PlaceKey(SITE_NATURES[name].letter, f"{SITE_NATURES[name].words}{NBSP}: {natures[name]}")
        for name in SITE_NATURES
        if natures[name]
    )
