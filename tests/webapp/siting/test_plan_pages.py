"""`/planifier`: three questions, one address each, files, and what is refused."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

WHERE = "territoire=departement-29"
TOUR = f"/planifier?{WHERE}&question=tournee"
WITHDRAW = f"/planifier?{WHERE}&question=retirer"


def page(client: FlaskClient, address: str) -> str:
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def test_the_page_offers_its_questions(client: FlaskClient) -> None:
    text = page(client, f"/planifier?{WHERE}")
    assert text.count("question=manque") == text.count("question=tournee") == 1
    assert 'id="reponse"' not in text


def test_a_question_is_not_solved_before_it_is_asked(client: FlaskClient) -> None:
    text = page(client, f"/planifier?{WHERE}&question=manque")
    assert "Calculer</button>" in text
    assert 'id="trouvaille"' not in text


@pytest.mark.parametrize("address", [TOUR, WITHDRAW, f"/planifier?{WHERE}&question=temps&nombre=2"])
def test_an_answer_says_its_finding_and_leads_on(client: FlaskClient, address: str) -> None:
    text = page(client, address)
    assert text.count('role="status" id="trouvaille"') == 1
    assert 'href="/scenario?territoire=departement-29&amp;' in text
    assert 'href="/dossier/departement/29?' in text
    assert "ce que ce calcul ne sait pas" in text


def test_a_form_leads_to_the_one_address_of_its_question(client: FlaskClient) -> None:
    answer = client.get(f"{WITHDRAW}&comment=choix&nombre=3&part=20&retrait=fs-173")
    assert answer.status_code == 302
    query = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert query == {
        "territoire": ["departement-29"],
        "question": ["retirer"],
        "comment": ["choix"],
        "retrait": ["fs-173"],
    }
    assert client.get(answer.headers["Location"]).status_code == 200


def test_the_rule_of_a_reader_is_kept(client: FlaskClient) -> None:
    text = page(client, f"{WITHDRAW}&nombre=1&temps_max=15")
    assert "de plus de 15" in text or "à plus de 15" in text
    assert 'name="temps_max" value="15"' in text


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/planifier?territoire=region-53&question=manque", "trop grand"),
        ("/planifier?territoire=departement-98", "existe pas ici"),
        (f"/planifier?{WHERE}&question=tout", "question=tout"),
        (f"/planifier?{WHERE}&question=temps&nombre=600", "1 à 60"),
        (f"/planifier?{WHERE}&question=manque&nombre=50&parmi=toutes", "au plus"),
        (f"{TOUR}&couleur=bleu", "couleur"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_notice(
    client: FlaskClient, address: str, said: str
) -> None:
    found = re.search(r'<div class="avis" role="status">(.*?)</div>', page(client, address), re.S)
    assert found is not None
    assert said in found[1]


def test_a_table_is_a_file(client: FlaskClient) -> None:
    answer = client.get(f"{TOUR.replace('?', '.csv?')}&tableau=jours")
    assert answer.mimetype == "text/csv"
    assert "plan-tournee-jours-29.csv" in answer.headers["Content-Disposition"]
    assert answer.text.startswith("\ufeffJournée;Matin")


@pytest.mark.parametrize("more", ["&tableau=autre", ""])
def test_an_unknown_table_is_not_found(client: FlaskClient, more: str) -> None:
    assert client.get(f"{TOUR.replace('?', '.csv?')}{more}").status_code == 404


def test_a_file_of_an_unusable_address_is_refused(client: FlaskClient) -> None:
    answer = client.get(f"{TOUR.replace('?', '.csv?')}&tableau=jours&heures=99")
    assert answer.status_code == 400


def test_the_dossier_makes_the_plan_of_half_days_itself(client: FlaskClient) -> None:
    text = page(client, f"/planifier?{WHERE}&question=manque&nombre=1")
    (address,) = re.findall(r'href="(/dossier/[^"]*)">Mettre dans le dossier', text)
    assert "demi_journees=1" in address
    assert "ajout=" in address
    text = page(client, f"/planifier?{WHERE}&question=temps&nombre=1")
    assert "demi_journees" not in text


def test_a_question_that_does_not_exist_is_said_in_french(client: FlaskClient) -> None:
    assert "rien n&#39;est choisi" in page(client, f"/planifier?{WHERE}&question=zzz")
