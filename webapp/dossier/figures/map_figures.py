"""The maps of a dossier: each states what it shows, in which unit, of when, from whom, how."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from carto import french
from carto.drawing.description import describe, highlights
from carto.drawing.indicators.definitions import Definition
from carto.drawing.indicators.indicator import Indicator, MapClass
from carto.drawing.indicators.units import COMMUNE
from carto.drawing.margins import heading
from carto.drawing.paper.paper_map import PaperView
from carto.drawing.paper.plate import Plate, PlateSize, draw_plate
from carto.drawing.paper.scale import scale_words
from carto.drawing.wording import Row
from webapp.dossier.blocks import Figure
from webapp.dossier.prose import agree, said
from webapp.dossier.subject import Subject
from webapp.maps.map_margin import field_words
from webapp.territories.serving_places import serving_places
from webapp.views.provenance import NOT_ELIGIBILITY, reader_of

WIDE = PlateSize(170, 118, text_pt=9.6)
# Three side by side on a page.
NARROW = PlateSize(54, 44, text_pt=8.0, has_key_beside=False)
_GROUND = "#efeadc"
_NOT_DRAWN = ("n'est pas dessiné", "ne sont pas dessinés")


@dataclass(frozen=True)
class MapWords:
    """What is said of a map: its title, what one finds in it, what stands for it."""

    title: str
    caption: str
    alternative: str


def map_of(subject: Subject, indicator_id: str) -> Figure:
    """Draw an indicator of the communes.

    Parameters
    ----------
    subject
        The territory.
    indicator_id
        Id of an indicator of communes.
    """
    indicator = subject.indicators[indicator_id]
    has_places = indicator_id in ("temps", "acces")
    sites = serving_places(subject.snapshot, subject.communes) if has_places else []
    words = MapWords(
        _title(indicator, subject.name),
        _caption(indicator.label, highlights(indicator, subject.communes)),
        describe(indicator, subject.communes),
    )
    return _wide(subject, indicator, sites, words)


@dataclass(frozen=True)
class SmallMap:
    """A map among others: its title, what its colours mean, and its communes."""

    title: str
    indicator: Indicator
    rows: Sequence[Row]


def small_maps(subject: Subject, indicator_ids: Iterable[str]) -> tuple[Figure, ...]:
    """Draw indicators of the communes side by side."""
    shown = [subject.indicators[name] for name in indicator_ids]
    return side_by_side(
        subject, [SmallMap(_title(one, ""), one, subject.communes) for one in shown]
    )


def side_by_side(subject: Subject, maps: Sequence[SmallMap]) -> tuple[Figure, ...]:
    """Draw small maps, all of the height of the tallest.

    Parameters
    ----------
    subject
        The territory.
    maps
        Three at most hold on a line.
    """
    least = max(_small(subject, one, NARROW).height_mm for one in maps)
    return tuple(_small(subject, one, replace(NARROW, least_mm=least)) for one in maps)


def _small(subject: Subject, drawn: SmallMap, size: PlateSize) -> Figure:
    """Draw a small map: its caption says what it shows, its legend and its text what one finds."""
    words = MapWords(
        drawn.title,
        drawn.title,
        f"{drawn.title}. {describe(drawn.indicator, drawn.rows)}",
    )
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    # The names of the drawings differ, hence their identifiers.
    named = replace(shapes, territory=f"{shapes.territory}, {drawn.title}")
    view = PaperView(drawn.rows, alternative=said(words.alternative))
    plate = draw_plate(named, drawn.indicator, view, said(words.title), size)
    return _figure(plate, words, french.capitalised(subject.credit(*drawn.indicator.source_ids)))


def situation_map(subject: Subject) -> Figure:
    """Draw the communes and the places of help, without any indicator."""
    sites = serving_places(subject.snapshot, subject.communes)
    indicator = Indicator(
        id="situation",
        group="",
        column="nom",
        definition=Definition(
            label="Communes et lieux d'aide au numérique",
            title="Communes et lieux d'aide au numérique",
            question="",
            unit="",
            source_ids=(),
            credit=subject.indicators["temps"].definition.credit,
        ),
        classes=(MapClass("commune", "Périmètre du dossier", _GROUND),),
        missing_label="",
        classify=_always_first,
        write=_name,
    )
    words = MapWords(
        f"{indicator.label}, {subject.name}",
        f"Les communes {subject.kind.of_the} et les lieux d'aide qui les desservent, y compris "
        "au-delà de ses limites",
        f"Carte de situation : {COMMUNE.count(len(subject.communes))} et "
        f"{french.plural(len(sites), 'lieu', 'lieux')} d'aide qui les desservent.",
    )
    return _wide(subject, indicator, sites, words)


def _wide(subject: Subject, indicator: Indicator, sites: Sequence[Row], words: MapWords) -> Figure:
    """Draw a map as wide as the page, and state all that a map must."""
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    view = PaperView(subject.communes, sites, alternative=said(words.alternative))
    plate = draw_plate(shapes, indicator, view, said(words.title), WIDE)
    beyond = sum(str(site["id"]) not in shapes.sites for site in sites)
    return _figure(plate, words, _margin(subject, indicator, plate, beyond))


def _figure(plate: Plate, words: MapWords, source: str) -> Figure:
    """Put a drawing with its words."""
    return Figure(
        svg=plate.svg,
        caption=said(words.caption.rstrip(".")),
        alt=said(words.alternative),
        source=said(source),
        width_mm=plate.width_mm,
        height_mm=plate.height_mm,
    )


def _title(indicator: Indicator, territory: str) -> str:
    """Title a map: what, where, when, in which unit; the territory may be said once for several."""
    if not territory:
        unit = f" ({indicator.unit})" if indicator.unit else ""
        return f"{indicator.label} par commune{unit}"
    title = heading(indicator, territory)
    return f"{title}, en {indicator.unit}" if indicator.unit else title


def _caption(subject: str, finding: str) -> str:
    """Caption a map: what it shows, then what one finds in it."""
    return f"{subject}. {finding}" if finding else subject


def _margin(subject: Subject, indicator: Indicator, plate: Plate, beyond: int) -> str:
    """Write field, scale, projection, sources, licences and method of a map."""
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    readers = (*indicator.source_ids, "contours")
    listed = [s for s in subject.facts["sources"] if reader_of(s) in readers]
    licences = sorted({str(source["licence"]) for source in listed})
    outside = (
        f"{french.plural(beyond, 'lieu', 'lieux')} au-delà du cadre {agree(beyond, *_NOT_DRAWN)}."
        if beyond
        else ""
    )
    return " ".join(
        filter(
            None,
            (
                field_words(indicator, subject.communes, subject.name),
                outside,
                indicator.definition.credit,
                f"Licences : {', '.join(licences)}." if licences else "",
                f"Échelle : {scale_words(plate.scale)} ; projection {shapes.projection}, nord en "
                f"haut. Méthode {subject.facts['method']['version']} ; {NOT_ELIGIBILITY}.",
            ),
        )
    )


def _always_first(_row: Row) -> int:
    """Put every commune in the only class."""
    return 0


def _name(row: Row) -> str:
    """Write a commune by its name."""
    return str(row["nom"])
