"""The page of the method: complete, and worked through for the commune one comes from."""

from __future__ import annotations

from flask.testing import FlaskClient

from carto.drawing.indicators.classification import indicators_for
from carto.french import NBSP
from tests.webapp.sample import FACTS


def get(client: FlaskClient, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def test_the_method_shows_the_parameters_of_the_snapshot(client: FlaskClient) -> None:
    text = get(client, "/methode")
    assert "alerts.<wbr>fibre_<wbr>pct" in text
    assert "DEMANDE_TRONQUEE" in text


def test_each_indicator_is_worked_through_for_the_commune_asked_for(client: FlaskClient) -> None:
    text = get(client, "/methode?commune=29019")
    for anchor in ("fibre", "temps", "acces", "besoin", "score"):
        section = text[text.index(f'<section class="fiche-methode" id="{anchor}"') :]
        assert f"Exemple{NBSP}: Brest" in section.partition("</section>")[0].replace("&nbsp;", NBSP)


def test_every_indicator_of_the_map_has_its_sheet(client: FlaskClient) -> None:
    text = get(client, "/methode")
    for anchor in indicators_for(FACTS):
        assert f' id="{anchor}"' in text, anchor


def test_a_commune_leads_to_its_own_calculation(client: FlaskClient) -> None:
    assert 'href="/methode?commune=29019"' in get(client, "/commune/29019")


def test_without_a_commune_one_is_chosen_and_named(client: FlaskClient) -> None:
    first, second = get(client, "/methode"), get(client, "/methode")
    assert first == second
    assert "exemple suivi dans cette page" in first


def test_an_unknown_commune_is_not_found(client: FlaskClient) -> None:
    get(client, "/methode?commune=99999", 404)
