"""An interactive map of one indicator in a single HTML file: no server, no other host, no tile.

Folium writes the Leaflet code; its links to foreign hosts are taken out and the library given
by the caller is put inside, so that the file opens offline, from a mail or a shared folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

import folium
from branca.element import Element, Figure

from carto.drawing import hatching, palettes
from carto.drawing.folium_panel import PREFIX, STYLE, panel
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.inert import inert
from carto.drawing.legend import legend
from carto.drawing.margins import heading
from carto.drawing.wording import Row
from carto.french import NBSP
from carto.place_natures import SITE_NATURES, nature_of

FeatureCollection = Mapping[str, Any]

_ZOOM_IN_FRENCH = (
    'L.Control.Zoom.prototype.options.zoomInTitle = "Zoomer";'
    'L.Control.Zoom.prototype.options.zoomOutTitle = "Dézoomer";'
    "L.Control.Scale.prototype.options.imperial = false;"
    'L.Control.Attribution.prototype.options.prefix = "Leaflet";'
)


def draw_folium(
    communes: FeatureCollection,
    rows: Sequence[Row],
    indicator: Indicator,
    *,
    territory: str,
    sites: Sequence[Row] = (),
    assets: Mapping[str, str],
) -> str:
    """Draw a self-contained interactive choropleth.

    Parameters
    ----------
    communes
        GeoJSON FeatureCollection in WGS 84; each feature has the property `code_insee`.
    rows
        Communes; a feature without a row is drawn as missing.
    indicator
        What the colours mean.
    territory
        French name of the territory, for the title.
    sites
        Places to draw, rows with `nom`, `format`, `longitude` and `latitude`.
    assets
        Text of `leaflet.js` and `leaflet.css`, version 1.9.

    Returns
    -------
    str
        An HTML document that asks nothing of any host; the same for the same arguments.

    Raises
    ------
    KeyError
        When an asset is not given.
    """
    drawn = folium.Map(tiles=None, control_scale=True, zoom_snap=0.25)
    drawn.default_js, drawn.default_css = [], []
    row_of = {str(row["code_insee"]): row for row in rows}
    layer = _layer(communes, row_of, indicator)
    layer.add_to(drawn)
    drawn.fit_bounds(cast(list[list[float]], layer.get_bounds()), padding=(12, 12))
    for site in sites:
        _marker(site).add_to(drawn)
    figure = Figure(title=inert(heading(indicator, territory)))
    figure.add_child(drawn)
    figure.header.add_child(Element(_head(assets)), name="leaflet")
    figure.html.add_child(Element(_patterns(indicator, rows)), name="patterns")
    figure.html.add_child(Element(panel(indicator, rows, sites, territory)), name="panel")
    return _settle(figure.render())


def _layer(
    communes: FeatureCollection, row_of: Mapping[str, Row], indicator: Indicator
) -> folium.GeoJson:
    """Build the layer of communes: fill by class, outline, tooltip."""
    fills = [hatching.fill(entry, PREFIX) for entry in legend(indicator, [])]
    features, fill_of = [], {}
    for feature in communes["features"]:
        code = str(feature["properties"]["code_insee"])
        row = row_of.get(code, {})
        position = indicator.class_of(row)
        fill_of[inert(code)] = fills[-1 if position is None else position]
        words = {
            "nom": inert(str(row.get("nom", code))),
            "valeur": inert(indicator.text(row)),
            "phrase": inert(str(row.get("sentence") or "")),
        }
        features.append(
            {
                "type": "Feature",
                "id": inert(code),
                "properties": words,
                "geometry": feature["geometry"],
            }
        )
    return folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        style_function=lambda feature: {
            "fillColor": fill_of[feature["id"]],
            "fillOpacity": 1,
            "color": palettes.OUTLINE,
            "weight": 0.7,
        },
        highlight_function=lambda _: {"color": palettes.BORDER, "weight": 2.5},
        tooltip=folium.GeoJsonTooltip(
            ["nom", "valeur", "phrase"], labels=False, sticky=True, class_name="bulle"
        ),
    )


def _marker(site: Row) -> folium.CircleMarker:
    """Build the marker of a place, with its name, commune and format."""
    kind = SITE_NATURES[nature_of(site)].words
    place = " – ".join(str(site[key]) for key in ("nom", "nom_commune") if site.get(key))
    return folium.CircleMarker(
        cast(tuple[float, float], (site["latitude"], site["longitude"])),
        radius=5,
        color=palettes.SITE_RING,
        weight=2.5,
        fill=True,
        fill_color=palettes.SITE_DISC,
        fill_opacity=1,
        tooltip=inert(f"{place}{NBSP}: {kind}"),
    )


def _head(assets: Mapping[str, str]) -> str:
    """Put Leaflet and the styles inside the document; images of the library are not used."""
    sheet = re.sub(r"url\([^)]*\)", "none", assets["leaflet.css"])
    script = re.sub(r"//# sourceMappingURL=\S*", "", assets["leaflet.js"])
    script = script.replace("</script", "<\\/script")
    return _verbatim(
        f"<style>{sheet}{STYLE}</style><script>{script}</script><script>{_ZOOM_IN_FRENCH}</script>"
    )


def _patterns(indicator: Indicator, rows: Sequence[Row]) -> str:
    """Define the hatches that the layer's fills refer to, in a drawing without a size."""
    defined = hatching.patterns(legend(indicator, rows), PREFIX)
    return _verbatim(f'<svg width="0" height="0" class="motifs" aria-hidden="true">{defined}</svg>')


def _verbatim(markup: str) -> str:
    """Keep a template engine from reading markup as a template."""
    return f"{{% raw %}}{markup}{{% endraw %}}"


def _settle(document: str) -> str:
    """Replace folium's random identifiers by counters, and state the language of the page."""
    seen: dict[str, str] = {}

    def count(found: re.Match[str]) -> str:
        return seen.setdefault(found.group(), str(len(seen) + 1))

    document = re.sub(r"(?<=_)[0-9a-f]{32}", count, document)
    document = re.sub(r",\s*maximum-scale=1\.0, user-scalable=no", "", document)
    return document.replace("<html>", '<html lang="fr">', 1)
