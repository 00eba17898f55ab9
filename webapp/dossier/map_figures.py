"""The maps of a dossier: each states what it shows, in which unit, of when, from whom, how."""

from __future__ import annotations

from collections.abc import Iterable
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
NARROW = PlateSize(54, 38, text_pt=8.0, has_key_beside=False)
_GROUND = "#efeadc"
_NOT_DRAWN = ("n'est pas dessiné", "ne sont pas dessinés")


@dataclass(frozen=True)
class MapWords:
    """What is said of a map: its title, what one finds in it, what stands for it."""

    title: str
    caption: str
    alternative: str


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
    has_places = indicator_id in ("temps", "acces") and size.has_key_beside
    sites = serving_places(subject.snapshot, subject.communes) if has_places else []
    finding = highlights(indicator, subject.communes)
    if not size.has_key_beside:
        finding = finding.partition(". ")[0].partition(", dont ")[0]
    words = MapWords(
        _title(indicator, subject.name if size.has_key_beside else ""),
        finding or indicator.question,
        describe(indicator, subject.communes),
    )
    return _figure(subject, indicator, sites, size, words)


def small_maps(subject: Subject, indicator_ids: Iterable[str]) -> tuple[Figure, ...]:
    """Draw maps that stand side by side, all of the height of the tallest."""
    ids = tuple(indicator_ids)
    least = max(map_of(subject, name, NARROW).height_mm for name in ids)
    return tuple(map_of(subject, name, replace(NARROW, least_mm=least)) for name in ids)


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
    return _figure(subject, indicator, sites, WIDE, words)


def _figure(
    subject: Subject, indicator: Indicator, sites: list[Row], size: PlateSize, words: MapWords
) -> Figure:
    """Draw a map and write its caption and all that it must state."""
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    view = PaperView(subject.communes, sites, alternative=said(words.alternative))
    plate = draw_plate(shapes, indicator, view, said(words.title), size)
    beyond = sum(str(site["id"]) not in shapes.sites for site in sites)
    margin = (
        _margin(subject, indicator, plate, beyond)
        if size.has_key_beside
        else _short(subject, indicator)
    )
    return Figure(
        svg=plate.svg,
        caption=said(words.caption.rstrip(".")),
        alt=said(words.alternative),
        source=said(margin),
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


def _short(subject: Subject, indicator: Indicator) -> str:
    """Write the sources of a small map, whose page says the rest once."""
    return french.capitalised(subject.credit(*indicator.source_ids))


def _always_first(_row: Row) -> int:
    """Put every commune in the only class."""
    return 0


def _name(row: Row) -> str:
    """Write a commune by its name."""
    return str(row["nom"])
