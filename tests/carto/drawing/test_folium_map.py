"""The exported interactive map: whole in one file, true to the classes, asking no other host."""

from __future__ import annotations

import html
import json
import re

import pytest

from carto.drawing.folium_map import draw_folium
from carto.drawing.indicators.classification import INDICATORS

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
    assert "1\xa0lieu d&#x27;aide au numérique" in document
    assert "user-scalable" not in document


HOSTILE = (
    "{{ 7*191 }}",
    "{% endraw %}{{ 7*191 }}",
    "{% x",
    "{# x",
    "`);alert(7*191);(`",
    "${7*191}",
    "\\",
    "</script><script>alert(7*191)</script>",
    "<img src=x onerror=alert(7*191)>",
    "'\"&",
)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("place", ["code", "nom", "sentence", "nom_epci", "site", "territory"])
def test_no_datum_is_read_as_anything_but_words(words, place, communes, make_row) -> None:
    hostile = f"avant {words} fin"
    code = hostile if place == "code" else "29001"
    communes["features"][0]["properties"]["code_insee"] = code
    # Six communes in the worst class, of two EPCI: the description names them.
    rows = [make_row(code if n == 1 else f"2900{n}", verdict="3") for n in range(1, 7)]
    if place in ("nom", "sentence", "nom_epci"):
        rows = [*(row | {place: hostile} for row in rows[:-1]), rows[-1]]
    document = draw_folium(
        communes,
        [row | {"nom": row["code_insee"]} for row in rows] if place == "code" else rows,
        INDICATORS["verdict"],
        territory=hostile if place == "territory" else "Carrés",
        sites=[SITE | {"nom": hostile}] if place == "site" else [],
        assets=ASSETS,
    )
    assert "1337" not in document
    assert hostile not in document
    for start in re.finditer("avant ", document):
        assert re.match(r"[\w ;=#/().*%&-]+? fin", document[start.end() :].replace("\\u0026", "&"))
    assert hostile in html.unescape(document.replace("\\u0026", "&"))


def test_the_braces_of_a_name_are_entities(communes, make_row) -> None:
    row = make_row(nom="{{ 7*191 }}", sentence="`${x}`")
    document = draw_folium(
        communes,
        [row],
        INDICATORS["verdict"],
        territory="{% x %}",
        sites=[SITE | {"nom": "\\`"}],
        assets=ASSETS,
    )
    assert '<th scope="row">&#123;&#123; 7*191 &#125;&#125;</th>' in document
    assert r"\u0026#96;\u0026#36;\u0026#123;x\u0026#125;\u0026#96;" in document
    assert "<title>Verdict par commune, &#123;% x %&#125;</title>" in document
    assert "&#92;&#96; – Brest" in document


def test_same_arguments_same_document(document, communes, rows) -> None:
    again = draw_folium(
        communes, rows, INDICATORS["verdict"], territory="Carrés", sites=[SITE], assets=ASSETS
    )
    assert again == document


def test_a_missing_asset_is_refused(communes, rows) -> None:
    with pytest.raises(KeyError, match=r"leaflet\.css"):
        draw_folium(communes, rows, INDICATORS["verdict"], territory="C", assets={})
