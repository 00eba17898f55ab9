"""The maps of a dossier: each states what it shows, in which unit, of when, from whom, how."""

from __future__ import annotations

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
from webapp.dossier.prose import said
from webapp.dossier.subject import Subject
from webapp.maps.map_margin import field_words
from webapp.territories.serving_places import serving_places
from webapp.views.provenance import NOT_ELIGIBILITY

WIDE = PlateSize(170, 118)
# Three side by side on a page.
NARROW = PlateSize(54, 50, text_pt=7.5, has_key_beside=False)
_GROUND = "#efeadc"


def map_of(subject: Subject, indicator_id: str, size: PlateSize = WIDE) -> Figure:
    """Draw an indicator of the communes.

    Parameters
    ----------
    subject
        The territory.
    indicator_id
        Id of an indicator of communes.
    size
        Its room on the page.
    """
    indicator = subject.indicators[indicator_id]
    has_places = indicator_id in ("temps", "acces") and size == WIDE
    sites = serving_places(subject.snapshot, subject.communes) if has_places else []
    finding = highlights(indicator, subject.communes)
    alternative = describe(indicator, subject.communes)
    return _figure(subject, indicator, sites, size, (finding or indicator.question, alternative))


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
        classes=(MapClass("commune", "Commune", _GROUND),),
        missing_label="",
        classify=_always_first,
        write=_name,
    )
    caption = said(
        f"Les communes {subject.kind.of_the} et les lieux d'aide qui les desservent, "
        "y compris au-delà de ses limites"
    )
    alternative = said(
        f"Carte de situation : {COMMUNE.count(len(subject.communes))}, "
        f"{len(sites)} lieux d'aide dans le cadre ou autour."
    )
    return _figure(subject, indicator, sites, WIDE, (caption, alternative))


def _figure(
    subject: Subject,
    indicator: Indicator,
    sites: list[Row],
    size: PlateSize,
    words: tuple[str, str],
) -> Figure:
    """Draw a map and write its caption and all that it must state."""
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    caption, alternative = words
    title = _title(indicator, subject.name)
    view = PaperView(subject.communes, sites, alternative=alternative)
    plate = draw_plate(shapes, indicator, view, title, size)
    return Figure(
        svg=plate.svg,
        caption=said(caption.rstrip(".")),
        alt=alternative,
        source=_margin(subject, indicator, plate),
        width_mm=plate.width_mm,
        height_mm=plate.height_mm,
    )


def _title(indicator: Indicator, territory: str) -> str:
    """Title a map: what, in which unit, where, when."""
    title = heading(indicator, territory)
    return f"{title}, en {indicator.unit}" if indicator.unit else title


def _margin(subject: Subject, indicator: Indicator, plate: Plate) -> str:
    """Write field, scale, projection, sources, licences and method of a map."""
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    licences = sorted({str(source["licence"]) for source in subject.facts["sources"]})
    return said(
        f"{field_words(indicator, subject.communes, subject.name)} {indicator.definition.credit} "
        f"Licences : {', '.join(licences)}. Échelle {scale_words(plate.scale)} ; projection "
        f"{shapes.projection}, nord en haut ; {subject.method}, {NOT_ELIGIBILITY}. "
        f"Instantané {subject.snapshot.id}."
    )


def _always_first(_row: Row) -> int:
    """Put every commune in the only class."""
    return 0


def _name(row: Row) -> str:
    """Write a commune by its name."""
    return str(row["nom"])
