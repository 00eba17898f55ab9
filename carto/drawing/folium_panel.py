"""The panel beside an exported interactive map: title, legend, sources, and every value.

The table says all that the colours say, so that the file can be read without seeing the map.
"""

from __future__ import annotations

from collections.abc import Sequence

from carto.drawing import hatching, palettes
from carto.drawing.description import describe
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.inert import inert
from carto.drawing.legend import LegendEntry, legend
from carto.drawing.margins import entry_words, heading
from carto.drawing.svg import element
from carto.drawing.wording import Row
from carto.french import plural

PREFIX = "carte"

STYLE = f"""
body {{ display: flex; flex-direction: row-reverse; font: 100%/1.45 system-ui, sans-serif;
  color: {palettes.INK}; }}
.folium-map {{ flex: 1; background: #eef3f6; }}
.motifs {{ position: absolute; }}
.panneau {{ width: 23rem; box-sizing: border-box; padding: 1rem; overflow: auto; }}
.panneau h1 {{ font-size: 1.25rem; line-height: 1.25; margin: 0 0 .5rem; }}
.panneau ul {{ list-style: none; margin: 1rem 0; padding: 0; }}
.panneau li {{ display: flex; gap: .6rem; align-items: flex-start; margin: .3rem 0; }}
.panneau li svg {{ flex: none; margin-top: .15rem; }}
.panneau small {{ display: block; margin: .75rem 0; font-size: .85rem; }}
.panneau table {{ border-collapse: collapse; width: 100%; }}
.panneau th, .panneau td {{ text-align: left; padding: .2rem .4rem .2rem 0;
  border-bottom: 1px solid #d4d4d8; vertical-align: top; font-weight: normal; }}
.bulle {{ white-space: normal; width: 20rem; font-size: .9rem; }}
.bulle tr:first-child {{ font-weight: bold; }}
@media (max-width: 760px) {{
  html, body {{ height: auto !important; }}
  body {{ flex-direction: column-reverse; }}
  .panneau {{ width: auto; }}
  .folium-map {{ flex: none; height: 65vh !important; }}
}}
"""


def panel(indicator: Indicator, rows: Sequence[Row], sites: Sequence[Row], territory: str) -> str:
    """Write the panel.

    Parameters
    ----------
    indicator, rows, sites, territory
        What the map shows, as in `draw_folium`.

    Returns
    -------
    str
        One `<main>` element, in which every word is inert.
    """
    lines = "".join(_line(entry) for entry in legend(indicator, rows))
    if sites:
        lines += _place_line(len(sites))
    parts = (
        element("h1", inert(heading(indicator, territory))),
        element("p", inert(indicator.question)),
        element("ul", lines),
        _details("Description de la carte", element("p", inert(describe(indicator, rows)))),
        _details("Tableau des communes", _table(indicator, rows)),
        _credit(indicator.definition.credit),
    )
    return element("main", "".join(parts), class_="panneau")


def _line(entry: LegendEntry) -> str:
    """Write one class of the legend, with its swatch and counts."""
    swatch = element(
        "rect",
        width=34,
        height=18,
        fill=hatching.fill(entry, PREFIX),
        stroke=palettes.OUTLINE,
    )
    drawn = element("svg", swatch, width=34, height=18, aria_hidden="true")
    return element("li", drawn + element("span", inert(entry_words(entry))))


def _place_line(count: int) -> str:
    """Write the line of the places, with their mark."""
    mark = element(
        "circle",
        cx=17,
        cy=9,
        r=6,
        fill=palettes.SITE_DISC,
        stroke=palettes.SITE_RING,
        stroke_width=2.5,
    )
    drawn = element("svg", mark, width=34, height=18, aria_hidden="true")
    words = f"{plural(count, 'lieu', 'lieux')} d'aide au numérique"
    return element("li", drawn + element("span", inert(words)))


def _credit(words: str) -> str:
    """Name the sources; nothing when they are unknown: HTML does not close an empty element."""
    return element("small", inert(words)) if words else ""


def _details(summary: str, content: str) -> str:
    """Fold a part away under its title."""
    return element("details", element("summary", inert(summary)) + content)


def _table(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Write the value of every commune, in the order of names."""
    ranked = sorted(rows, key=lambda row: (str(row.get("nom")), str(row["code_insee"])))
    body = "".join(
        element(
            "tr",
            element("th", inert(str(row.get("nom"))), scope="row")
            + element("td", inert(indicator.text(row))),
        )
        for row in ranked
    )
    names = "".join(
        element("th", inert(name), scope="col") for name in ("Commune", indicator.label)
    )
    return element("table", element("thead", element("tr", names)) + element("tbody", body))
