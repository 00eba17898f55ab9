"""Everything that a printed map says around its drawing: what, where, when, of whom, how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from carto import french
from carto.drawing.description import highlights
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.legend import legend
from carto.drawing.margins import heading
from carto.drawing.paper.layout import SheetWords, map_room
from carto.drawing.paper.paper_map import PaperView, bear_letters, draw_paper_map
from carto.drawing.paper.scale import scale_words
from carto.drawing.paper.sheets import Sheet
from carto.drawing.wording import Row
from carto.french import NBSP
from carto.place_natures import SITE_NATURES, nature_of
from carto.typography import typeset
from webapp.house.theme import site
from webapp.maps.legends import LegendLine, legend_lines
from webapp.maps.map_blocks import MapParts
from webapp.maps.map_margin import edition_words, field_words
from webapp.rule.ruled_snapshot import RuledSnapshot
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import MapState

PLACES_TITLE = "Lieux d'aide au numérique"
# As long as a scale is ever written, to leave room for it before the map is drawn.
LONGEST_SCALE = scale_words(12_345_678)


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
    finding
        What the map shows that its legend does not, in words; may be empty.
    question
        Definition of what is shown, in a line.
    changes
        What sets this map apart from the usual one: demonstration, rule, class kept, commune.
    svg
        The drawing.
    legend_title, legend, places
        Key of the colours and of the places.
    foot
        Field, scale and projection; sources with their dates and the vintage of the boundaries;
        author, date and identifier of the snapshot.
    """

    sheet: Sheet
    title: str
    finding: str
    question: str
    changes: tuple[str, ...]
    svg: Markup
    legend_title: str
    legend: tuple[LegendLine, ...]
    places: tuple[PlaceKey, ...]
    foot: tuple[str, ...]


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
    indicator, rows, shapes = parts.indicator, parts.rows, parts.shapes
    blank = MapSheet(
        sheet=sheet,
        title=heading(indicator, shapes.territory),
        finding=highlights(indicator, rows),
        question=indicator.question,
        changes=tuple(_changes(parts, state, snapshot)),
        svg=Markup(),
        legend_title=_with_unit(indicator),
        legend=tuple(legend_lines(indicator, rows)),
        places=_place_keys(parts.sites),
        foot=_foot(parts, snapshot, LONGEST_SCALE, sheet),
    )
    view = PaperView(rows, parts.sites, state.selected, _kept(parts, state), blank.title)
    drawn = draw_paper_map(shapes, indicator, view, map_room(sheet, _words(blank)))
    return replace(
        blank,
        svg=Markup(drawn.svg),  # noqa: S704 - escaped by draw_paper_map
        foot=_foot(parts, snapshot, scale_words(drawn.scale), sheet),
    )


def _words(blank: MapSheet) -> SheetWords:
    """Gather the words of a sheet, for the room that they leave."""
    changes = (". ".join(blank.changes),) if blank.changes else ()
    finding = (blank.finding,) if blank.finding else ()
    legend = (f"{line.label} {line.communes}, {line.people}" for line in blank.legend)
    places = (PLACES_TITLE, *(place.words for place in blank.places)) if blank.places else ()
    return SheetWords(
        title=blank.title,
        head=(*finding, blank.question, *changes),
        legend=(blank.legend_title, *legend),
        places=places,
        foot=blank.foot,
    )


def _foot(parts: MapParts, snapshot: LoadedSnapshot, scale: str, sheet: Sheet) -> tuple[str, ...]:
    """Write the paragraphs of the foot."""
    shapes = parts.shapes
    insets = " ; autres échelles dans les encadrés" if shapes.insets else ""
    field = field_words(parts.indicator, parts.rows, shapes.territory, parts.remarks)
    return (
        typeset(
            f"{field} Échelle : {scale} sur cette feuille ({sheet.size.label}){insets}. "
            f"Projection : {shapes.projection}, nord en haut."
        ),
        parts.indicator.definition.credit,
        edition_words(snapshot.id, snapshot.facts, site().nom),
    )


def _with_unit(indicator: Indicator) -> str:
    """Name an indicator with the unit of its values."""
    return f"{indicator.label}, en {indicator.unit}" if indicator.unit else indicator.label


def _kept(parts: MapParts, state: MapState) -> str | None:
    """Key of the class that the address keeps, if it is one of this map."""
    keys = [entry.key for entry in legend(parts.indicator, parts.rows)]
    return state.class_key if state.class_key in keys else None


def _changes(parts: MapParts, state: MapState, snapshot: LoadedSnapshot) -> list[str]:
    """Say what sets this map apart from the one that everybody sees first."""
    indicator = parts.indicator
    said = ["Données de démonstration"] if snapshot.facts["is_demo"] else []
    if isinstance(snapshot, RuledSnapshot):
        said.append(snapshot.ruling.sentence.rstrip("."))
    if parts.note:
        said.append(parts.note.rstrip("."))
    labels = {entry.key: entry.label for entry in legend(indicator, parts.rows)}
    if state.class_key in labels:
        said.append(f"Classe gardée : {labels[state.class_key]} (les autres sont pâlies)")
    for row in parts.rows:
        if indicator.units.code(row) == state.selected:
            said.append(f"Entourée : {row['nom']}, {indicator.text(row)}")
    if state.has_places and not state.places.is_empty:
        said.append(f"Lieux filtrés : {state.places.words()}")
    return [typeset(words) for words in said]


def _place_keys(sites: Sequence[Row]) -> tuple[PlaceKey, ...]:
    """Count the places of the sheet by nature."""
    natures = Counter(map(nature_of, sites))
    if not bear_letters(sites):
        return (PlaceKey("", french.plural(natures.total(), "lieu", "lieux")),)
    return tuple(
        PlaceKey(SITE_NATURES[name].letter, f"{SITE_NATURES[name].words}{NBSP}: {natures[name]}")
        for name in SITE_NATURES
        if natures[name]
    )
