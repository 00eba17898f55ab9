"""Tests of `webapp.comparison.compare_pages`."""

from __future__ import annotations

import csv
import io
import re

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import get_words

TWO = "/comparer?ids=epci-242900314,epci-242900835"
FOUR = "commune-29019,commune-29232,epci-242900314,departement-29"


def moved(client: FlaskClient, address: str) -> str:
    """Address that another one leads to."""
    response = client.get(address)
    assert response.status_code == 302
    return str(response.headers["Location"])


def letters(text: str) -> list[str]:
    """Letters of the territories that are compared, in their order."""
    choice = text.split('<ul class="choisis">')[1].split("</ul>", maxsplit=1)[0]
    return re.findall(r'aria-label="([A-D])"', choice)


def test_two_territories_are_compared(client: FlaskClient) -> None:
    text = get_words(client, TWO)
    assert "<h1>Comparer Brest Métropole et CA Morlaix Communauté</h1>" in text
    assert "l'avantage pour la fibre" in text
    assert text.count('class="petite-carte"') == 2
    assert text.count('class="carte-svg"') == 2
    assert text.count('class="mesure"') >= 4
    assert letters(text) == ["A", "B"]
    assert "Finistère <span" in text


def test_the_legend_is_there_once_with_the_counts_of_each(client: FlaskClient) -> None:
    text = get_words(client, f"{TWO}&ind=fibre")
    assert text.count('class="legende-commune"') == 1
    assert text.count('<span class="libelle-classe">') == 6
    assert "Fibre, en %" in text


def test_a_commune_is_outlined_in_its_epci(client: FlaskClient) -> None:
    text = get_words(client, "/comparer?ids=commune-29019,commune-29232")
    assert "entourée, dans Brest Métropole" in text
    ids = re.findall(r'<title id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == 2


def test_two_communes_of_one_epci_have_two_maps_with_their_own_names(client: FlaskClient) -> None:
    text = get_words(client, "/comparer?ids=commune-29042,commune-29001")
    ids = re.findall(r'<title id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == 2


def test_levels_may_be_mixed_and_it_is_said(client: FlaskClient) -> None:
    text = get_words(client, f"/comparer?ids={FOUR}")
    assert letters(text) == ["A", "B", "C", "D"]
    assert "ne sont pas du même niveau" in text
    assert "non calculé à ce niveau" in text
    assert 'id="ajouter"' not in text
    assert "ne sont pas du même niveau" not in get_words(client, TWO)


@pytest.mark.parametrize(
    ("query", "canonical"),
    [
        ("ids=242900314,29019", "ids=epci-242900314,commune-29019"),
        ("ids=29019&ids=29232&ind=fibre", "ids=commune-29019,commune-29232&ind=fibre"),
        ("ids=29019&q=Morlaix Communauté", "ids=commune-29019,epci-242900835"),
        ("ids=&q=29232", "ids=commune-29232"),
        ("ids=commune-29019%2Ccommune-29232&t=", "ids=commune-29019,commune-29232"),
    ],
)
def test_the_address_has_one_form(client: FlaskClient, query: str, canonical: str) -> None:
    target = moved(client, f"/comparer?{query}")
    assert target == f"/comparer?{canonical}"
    assert client.get(target).status_code == 200


def test_a_fifth_territory_is_left_aside_and_said(client: FlaskClient) -> None:
    text = get_words(client, f"/comparer?ids={FOUR},epci-242900835")
    assert len(letters(text)) == 4
    assert "sans epci-242900835" in text


@pytest.mark.parametrize("count", [0, 1])
def test_with_fewer_than_two_the_page_asks(client: FlaskClient, count: int) -> None:
    text = get_words(client, "/comparer?ids=epci-242900314" if count else "/comparer")
    assert "Avec qui comparer" in text
    assert 'class="petite-carte"' not in text
    assert "/comparer?ids=" in text


def test_a_name_that_means_several_territories_offers_them(client: FlaskClient) -> None:
    text = get_words(client, "/comparer?ids=commune-29019&q=ca")
    assert "Plusieurs territoires répondent à « ca » : lequel ?" in text
    assert 'href="/comparer?ids=commune-29019,epci-242900835"' in text


def test_a_name_that_means_nothing_is_said(client: FlaskClient) -> None:
    assert "ne s'appelle « zzzz »" in get_words(client, "/comparer?ids=commune-29019&q=zzzz")


def test_a_territory_can_be_taken_away(client: FlaskClient) -> None:
    text = get_words(client, f"{TWO}&ind=temps")
    assert 'href="/comparer?ids=epci-242900835&ind=temps"><span' in text


@pytest.mark.parametrize(
    "query",
    [
        "ids=%3Cscript%3Ealert(1)%3C/script%3E,29019",
        "ids=commune-29019,commune-99999",
        "ids=" + ",".join(["zz"] * 3000),
        "ids=29019&ind=nope",
        "ids=29019&inconnu=1",
        "ids=29019,%00%0a29232",
        "ids=29019&q=" + "x" * 5000,
        "ids=commune-..%2F..%2Fetc,29019",
    ],
)
def test_hostile_addresses_are_answered_with_a_notice(client: FlaskClient, query: str) -> None:
    response = client.get(f"/comparer?{query}", follow_redirects=True)
    assert response.status_code == 200
    assert 'class="avis" role="status"' in response.text
    assert "<script>alert" not in response.text
    refused = client.get(f"/comparer.csv?{query}")
    assert refused.status_code == (200 if "q=x" in query else 400)


def test_the_file_has_every_figure_of_every_column(client: FlaskClient, snapshot_id: str) -> None:
    text = get_words(client, TWO)
    (path,) = re.findall(r'href="(/comparer\.csv[^"]+)"', text)
    answer = client.get(path)
    assert answer.mimetype == "text/csv"
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert {row["nom"] for row in rows} == {"Brest Métropole", "CA Morlaix Communauté", "Finistère"}
    figures = len(re.findall(r'<tr><th scope="row">', text.split('id="tableau"')[1]))
    assert len(rows) == 3 * figures
    assert {row["instantane"] for row in rows} == {snapshot_id}
    supply = [row for row in rows if row["colonne"] == "accessibility"]
    assert all(row["valeur"] == "" and row["en_mots"] == "donnée absente" for row in supply)


def test_neighbours_and_what_holds_a_territory_are_offered(client: FlaskClient) -> None:
    text = get_words(client, "/comparer?ids=commune-29001")
    assert "Voisins d'Argol" in text
    assert 'href="/comparer?ids=commune-29001,commune-29042"' in text
    assert "Pour situer" in text
    assert 'href="/comparer?ids=commune-29001,departement-29"' in text


def test_suggestions_of_the_field_lead_to_the_comparison(client: FlaskClient) -> None:
    answer = client.get("/recherche/suggestions?q=Morlaix&ids=commune-29019&ind=fibre")
    hrefs = [one["href"] for one in answer.get_json()["suggestions"]]
    assert "/comparer?ids=commune-29019,epci-242900835&ind=fibre" in hrefs
    plain = client.get("/recherche/suggestions?q=Morlaix").get_json()["suggestions"]
    assert "/epci/242900835" in [one["href"] for one in plain]
