"""The page of a scenario: gestures lead to addresses, refusals change nothing, all is said."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get

NBSP = "\xa0"
START = "/scenario?territoire=departement-29"


@pytest.fixture
def state(snapshot_id: str) -> str:
    """Return the end of the address of a scenario made on the sample."""
    return f"&sc=1&etat={snapshot_id[:8]}"


def result(text: str) -> str:
    found = re.search(r'id="resultat" role="status">(.*?)</p>', text, re.DOTALL)
    assert found
    return found[1]


def gesture(client: FlaskClient, start: str, **query: str) -> str:
    """Make a gesture; gives the address that it leads to."""
    response = client.get(f"{start}&{urlencode(query)}")
    assert response.status_code == 302, response.text
    return response.headers["Location"]


def test_without_a_territory_the_first_departement_is_shown(client: FlaskClient) -> None:
    assert client.get("/scenario").headers["Location"] == START


def test_nothing_changes_yet(client: FlaskClient) -> None:
    text = get(client, START)
    assert "Finistère aujourd&#39;hui" in result(text)
    assert "Aucun pour l'instant" in text
    assert "Avant, après" not in text


def test_a_click_and_a_name_lead_to_the_same_address(client: FlaskClient, state: str) -> None:
    clicked = gesture(client, START, geste="ajouter", ou="29001", duree="7")
    typed = gesture(client, START, geste="ajouter", q="argol", duree="7", type="commune")
    assert clicked == typed == f"{START}&ajout=29001:7{state}"
    text = get(client, clicked)
    assert "Avec ce changement" in result(text)
    assert f"Ajouter 7{NBSP}h par semaine à Argol" in text
    assert text.count('class="carte-svg"') == 4


def test_every_commune_and_every_place_of_the_map_is_a_link(client: FlaskClient) -> None:
    links = Outline(get(client, START)).links
    assert f"{START}&geste=ajouter&ou=29001" in links
    assert f"{START}&lieu=fs-173#lieu-choisi" in links


def test_places_are_changed_one_gesture_after_another(client: FlaskClient, state: str) -> None:
    address = gesture(client, START, geste="heures", cible="fs-173", duree="14")
    assert address == f"{START}&heures=fs-173:14{state}"
    address = gesture(client, address, geste="deplacer", cible="fs-173", ou="29042")
    assert address == f"{START}&heures=fs-173:14&deplace=fs-173:29042{state}"
    address = gesture(client, address, geste="retirer", cible="fs-2046")
    text = get(client, f"{address}&lieu=fs-173")
    assert "Avec ces 3 changements" in result(text)
    assert 'id="lieu-choisi"' in text
    assert "Certaines y perdent" in text
    undone = gesture(client, address, geste="annuler", cible="fs-173")
    assert undone == f"{START}&retrait=fs-2046{state}"
    assert gesture(client, undone, geste="annuler", cible="fs-2046") == START


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"geste": "ajouter", "q": "47.9, -5.9"}, "en mer"),
        ({"geste": "ajouter", "q": "Zzzzz"}, "ne s&#39;appelle"),
        ({"geste": "retirer", "cible": "fs-0"}, "n&#39;est pas de ce territoire"),
        ({"geste": "heures", "cible": "fs-173", "duree": "99"}, "de 0,5 à 60"),
    ],
)
def test_a_refused_gesture_says_why_and_changes_nothing(
    client: FlaskClient, query: dict[str, str], said: str
) -> None:
    text = get(client, f"{START}&{urlencode(query)}")
    refusal = text[text.index("data-refus") :].partition("</div>")[0]
    assert said in refusal
    assert "Finistère aujourd&#39;hui" in result(text)


def test_a_name_that_may_be_several_offers_them(client: FlaskClient) -> None:
    text = get(client, f"{START}&geste=ajouter&q=Bresd")
    assert "geste=ajouter&amp;ou=29019" in text[text.index("data-refus") :]


def test_a_scenario_with_something_unusable_is_not_applied_at_all(client: FlaskClient) -> None:
    text = get(client, f"{START}&ajout=29001:7&retrait=fs-0")
    assert "Aucun changement de ce scénario n&#39;est appliqué" in text
    assert "Finistère aujourd&#39;hui" in result(text)


def test_a_scenario_of_another_edition_says_so(client: FlaskClient) -> None:
    text = get(client, f"{START}&ajout=29001:7&sc=1&etat=00000000")
    assert "une autre édition des données" in text
    assert "Avec ce changement" in result(text)


def test_the_rule_judges_both_sides_and_stays_in_every_link(
    client: FlaskClient, state: str
) -> None:
    address = gesture(client, f"{START}&temps_max=10", geste="ajouter", ou="29001")
    assert address == f"{START}&ajout=29001:3.5{state}&temps_max=10"
    text = get(client, address)
    assert f"10{NBSP}min" in result(text)
    links = {link for link in Outline(text).links if link.startswith("/scenario?")}
    published = address.removesuffix("&temps_max=10")
    assert {link for link in links if "temps_max=10" not in link} == {START, published}


def test_the_way_back_to_the_published_rule_keeps_every_change(client: FlaskClient) -> None:
    two = f"{START}&ajout=29001:7&ajout=29019:7&temps_max=10"
    text = client.get(two, follow_redirects=True).text
    back = re.search(r'<a href="([^"]*)">Revenir à la règle publiée', text)
    assert back
    assert back[1].count("ajout=") == 2


def test_what_the_map_shows_is_a_choice_of_three(client: FlaskClient) -> None:
    text = get(client, f"{START}&ind=acces")
    assert "Offre accessible, en" in text
    assert "n&#39;est pas de cette page" in get(client, f"{START}&ind=fibre")


def test_the_page_is_an_outline_with_unique_ids(client: FlaskClient, state: str) -> None:
    page = Outline(get(client, f"{START}&ajout=29001:7{state}&lieu=fs-173"))
    assert page.forbidden == []
    assert page.headings.count(1) == 1
    assert len(page.ids) == len(set(page.ids))


def test_an_unknown_territory_is_said(client: FlaskClient) -> None:
    assert "territoire=epci-000000000" in get(client, "/scenario?territoire=epci-000000000")


def test_a_full_scenario_takes_no_more(client: FlaskClient, state: str) -> None:
    full = START + "&ajout=29001:1" * 20 + state
    text = get(client, full)
    assert "20&nbsp;changements au plus" in text
    assert "au plus" in get(client, f"{full}&geste=ajouter&ou=29019")


def test_the_effect_and_a_refusal_are_said_beside_the_map(client: FlaskClient) -> None:
    text = get(client, f"{START}&ajout=29001:7&geste=ajouter&q=Zzzzz")
    side = text[text.index('class="cote"') : text.index('id="changements"')]
    assert "data-refus" in side
    assert "Avec ce changement" in side
    assert side.count("<dt>") == 4
    assert "<dt>" not in get(client, START).partition('id="changements"')[0]


def test_a_file_is_chosen_in_french_words(client: FlaskClient) -> None:
    text = get(client, START)
    field = text[text.index('<label for="fichier">') : text.index("Reprendre</button>")]
    assert "Reprendre un scénario enregistré" in field
    assert "Choisir un fichier" in field


def test_every_change_of_an_address_that_is_refused_can_be_taken_out(client: FlaskClient) -> None:
    text = get(client, f"{START}&ajout=29001:7&retrait=fs-0")
    links = Outline(text).links
    assert f"{START}&ajout=29001:7" in links
    assert f"{START}&retrait=fs-0" in links
    assert "Aucun pour l'instant" not in text
    (kept,) = re.findall(r'href="([^"]*)">Garder le seul utilisable', text)
    assert "Avec ce changement" in result(get(client, kept.replace("&amp;", "&")))


@pytest.mark.parametrize("asked", ["region-99", "departement-2Z"])
def test_an_unknown_territory_is_to_be_chosen_again(client: FlaskClient, asked: str) -> None:
    text = get(client, f"/scenario?territoire={asked}&ajout=29001:7")
    assert 'class="avis"' in text
    assert 'id="resultat"' not in text
    assert '<option value="departement-29">Finistère</option>' in text
    refused = client.get(f"/scenario.json?territoire={asked}")
    assert refused.status_code == 400
