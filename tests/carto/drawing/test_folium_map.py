"""The exported interactive map: whole in one file, true to the classes, asking no other host."""

from __future__ import annotations

import json
import re

import pytest

from carto.drawing.classification import INDICATORS
from carto.drawing.folium_map import draw_folium

ASSETS = {
    "leaflet.js": "var L = {version: 'essai'};\n//# sourceMappingURL=leaflet.js.map",
    "leaflet.css": ".essai { background: url(images/layers.png); }",
}
SITE = {
    "nom": "France services <b>",
    "nom_commune": "Brest",
    "format": "bus",
    "longitude": -4.49,
    "latitude": 48.39,
}


@pytest.fixture
def communes(squares) -> dict[str, object]:
    return json.loads(squares[["code_insee", "geometry"]].to_crs(4326).to_json())


@pytest.fixture
def document(communes, rows) -> str:
    return draw_folium(
        communes, rows, INDICATORS["verdict"], territory="Carrés", sites=[SITE], assets=ASSETS
    )


def test_nothing_is_asked_of_another_host(document) -> None:
    assert set(re.findall(r"https?://[^\"'\s<)]+", document)) == set()
    assert not re.search(r"(src|href)\s*=|url\((?!#)|\$\.ajax|@import", document)
    assert "sourceMappingURL" not in document
    assert "version: 'essai'" in document


def test_every_commune_is_in_the_map_and_in_the_table(document, rows) -> None:
    for row in rows:
        assert f'"id": "{row["code_insee"]}"' in document
        assert f'<th scope="row">{row["nom"]}</th>' in document


def test_communes_have_the_colour_of_their_class(document) -> None:
    cases = re.findall(r'((?:case "\d+": )+)\s*return ({[^}]*})', document)
    colour_of = {
        code: json.loads(style)["fillColor"]
        for codes, style in cases
        if "fillColor" in style
        for code in re.findall(r"\d+", codes)
    }
    default = json.loads(re.search(r"default:\s*return ({[^}]*fillColor[^}]*})", document)[1])
    drawn = [colour_of.get(f"2900{n}", default["fillColor"]) for n in range(1, 10)]
    light, vigilance, underserved, _ = (shown.colour for shown in INDICATORS["verdict"].classes)
    worst, missing = "url(#carte-pire)", "url(#carte-absente)"
    assert drawn == [
        *(light, vigilance, underserved, worst, worst),
        *(vigilance, missing, missing, light),
    ]
    assert 'id="carte-pire"' in document
    assert 'id="carte-absente"' in document


def test_it_says_what_it_shows(document) -> None:
    assert '<html lang="fr">' in document
    assert "<title>Verdict par commune, Carrés</title>" in document
    assert "prioritaire\xa0: 2\xa0communes" in document
    assert "1\xa0lieu d'aide au numérique" in document
    assert "user-scalable" not in document


def test_text_is_escaped(communes, make_row) -> None:
    row = make_row(nom="<script>{{ 1 }}</script>", sentence="<img src=x>")
    document = draw_folium(
        communes, [row], INDICATORS["verdict"], territory="{{ 7*7 }}<b>", assets=ASSETS
    )
    assert "<script>{{" not in document
    assert "<img src=x>" not in document
    assert "49" not in re.search("<title>(.*)</title>", document)[1]


def test_same_arguments_same_document(document, communes, rows) -> None:
    again = draw_folium(
        communes, rows, INDICATORS["verdict"], territory="Carrés", sites=[SITE], assets=ASSETS
    )
    assert again == document


def test_a_missing_asset_is_refused(communes, rows) -> None:
    with pytest.raises(KeyError, match=r"leaflet\.css"):
        draw_folium(communes, rows, INDICATORS["verdict"], territory="C", assets={})
