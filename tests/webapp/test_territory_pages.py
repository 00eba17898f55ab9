"""Tests of `webapp.territory_pages`."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get

NBSP = "\u00a0"


def test_the_map_tells_the_browser_where_its_data_is(client: FlaskClient, snapshot_id: str) -> None:
    text = get(client, "/departement/29?ind=fibre")
    base = re.escape(f"/donnees/{snapshot_id}/departement/29")
    for name in (r"\.topojson", r"/valeurs\.json\?v=\w+", r"/lieux\.geojson\?v=\w+"):
        found = re.search(f'"({base}{name})"', text)
        assert found is not None, name
        assert client.get(found[1]).status_code == 200
    assert 'data-indicateur="fibre"' in text


def test_links_keep_the_state(client: FlaskClient) -> None:
    links = Outline(get(client, "/departement/29?ind=temps&lieux=0")).links
    kept = "ind=temps&lieux=0"
    assert f"/departement/29/tableau?{kept}" in links
    assert f"/commune/29001?{kept}" in links
    assert f"/epci/200066868?{kept}" in links
    assert f"/departement/29/partager?{kept}" in links
    assert f"/departement/29/imprimer?{kept}" in links


def test_the_last_value_of_the_places_box_counts(client: FlaskClient) -> None:
    assert " checked" in get(client, "/departement/29?lieux=0&lieux=1")
    assert " checked" not in get(client, "/departement/29?lieux=0")


def test_pages_are_light(client: FlaskClient) -> None:
    response = client.get("/departement/29", headers={"Accept-Encoding": "br"})
    assert response.headers["Content-Encoding"] == "br"
    assert len(response.get_data()) < 15_000


def test_a_bad_state_is_said_and_the_page_shown(client: FlaskClient) -> None:
    text = get(client, "/departement/29?ind=meteo&sel=75056&lieux=2")
    notices = text[text.index('class="avis"') :].partition("</div>")[0]
    assert notices.count("<p>") == 3
    assert "« meteo »" in text.replace(NBSP, " ")


def test_a_class_of_the_legend_filters_the_page_without_a_script(client: FlaskClient) -> None:
    page = Outline(get(client, "/departement/29"))
    (link,) = {link for link in page.links if link == "/departement/29?classe=2"}
    text = get(client, link)
    assert text.count('<g opacity="') >= 2
    rows = text[text.index('id="tableau"') :].partition("</table>")[0]
    assert set(re.findall(r"pastille-(\w+)", rows)) == {"2"}
    assert 'href="/departement/29" data-cle="2" aria-current="true"' in text
    assert 'href="/departement/29" data-cle="">Tout afficher' in text
    assert "/departement/29/tableau?classe=2" in Outline(text).links


def test_a_class_that_does_not_exist_is_said_and_nothing_is_filtered(client: FlaskClient) -> None:
    text = get(client, "/departement/29?classe=99")
    assert "« 99 »" in text.replace(NBSP, " ")
    assert "Tout afficher" not in text
    assert '<g opacity="' not in text
