"""`/seuils`: the form, what a rule changes, and the one address of each rule."""

from __future__ import annotations

import html
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import get
from webapp.rule.rule import RULE_PARAMETERS, THRESHOLDS
from webapp.rule.rule_form import WEIGHT_FIELDS

FORM = {
    **{"territoire": "departement-29", "temps_max": "20", "acces_ratio": "0.5"},
    **{"besoin_min": "7", "fibre_min": "95", "cuivre": "2"},
    **dict.fromkeys(WEIGHT_FIELDS, "1"),
}


def sent(client: FlaskClient, **changed: str) -> dict[str, list[str]]:
    """Send the form with some values changed; gives the parameters of where it leads."""
    answer = client.get("/seuils", query_string=FORM | changed)
    assert answer.status_code == 302
    return parse_qs(urlsplit(answer.headers["Location"]).query)


def usual(client: FlaskClient) -> str:
    """Territory that the page shows by itself."""
    found = re.search(r'<option value="([^"]*)" selected>', client.get("/seuils").text)
    assert found is not None
    return found[1]


def test_the_form_has_every_threshold_within_its_bounds(client: FlaskClient) -> None:
    page = client.get("/seuils").text
    assert 'id="cuivre"' not in page, "the sample does not say when copper closes"
    for name in (*(name for name in THRESHOLDS if name != "cuivre"), *WEIGHT_FIELDS):
        found = re.search(rf'<input type="number" id="{name}"[^>]*>', page)
        assert found is not None
        assert 'min="' in found[0]
        assert f'for="{name}"' in page
        assert f'id="{name}-aide"' in page
    assert "à l'intérieur d'une classe" in page
    assert "Règle publiée</a>" not in page


def test_a_form_left_as_it_was_leads_to_the_published_rule(client: FlaskClient) -> None:
    assert set(sent(client)) <= {"territoire"}


def test_the_address_holds_what_differs_and_nothing_else(client: FlaskClient) -> None:
    query = sent(client, fibre_min="90", poids_acces="4", poids_besoin="3", poids_fibre="3")
    assert query.pop("territoire", None) in (None, ["departement-29"])
    assert query == {"fibre_min": ["90"], "poids": ["acces:4,besoin:3,fibre:3"]}


def test_the_address_is_its_own(client: FlaskClient) -> None:
    territory = "" if usual(client) == "departement-29" else "territoire=departement-29&"
    page = client.get(f"/seuils?{territory}fibre_min=90&poids=acces:4,besoin:3,fibre:3")
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert "Règle modifiée" in text
    assert "L'ordre, selon vos poids" in text
    assert 'value="90"' in text
    assert "/departement/29?fibre_min=90" in text


def test_who_enters_and_who_leaves_is_said(client: FlaskClient) -> None:
    page = client.get("/seuils?territoire=departement-29&besoin_min=10", follow_redirects=True)
    text = html.unescape(page.text).replace("\u00a0", " ")
    finding = re.search(r'<p class="constat" role="status">([^<]*)</p>', text)
    assert finding is not None
    assert finding[1].startswith("Finistère : ")
    assert "Alerte en moins : besoin (" in text


@pytest.mark.parametrize("name", RULE_PARAMETERS)
def test_a_hostile_value_is_said_and_changes_nothing(client: FlaskClient, name: str) -> None:
    page = client.get("/seuils", query_string={name: "<b>9999"})
    assert page.status_code == 200
    assert "&lt;b&gt;9999" in page.text
    assert "est gardé" in page.text or "sont gardés" in page.text
    assert "Règle modifiée</strong>" not in page.text


@pytest.mark.parametrize("value", ["departement-99", "epci-", "<i>", "commune-29001", "x" * 200])
def test_an_unknown_territory_gives_the_usual_one(client: FlaskClient, value: str) -> None:
    page = client.get("/seuils", query_string={"territoire": value})
    assert page.status_code == 200
    assert "n'existe pas ici" in html.unescape(page.text)
    assert f'<option value="{usual(client)}" selected>' in page.text


def test_an_unknown_parameter_is_said(client: FlaskClient) -> None:
    page = client.get("/seuils?couleur=bleu")
    assert page.status_code == 200
    assert "« couleur »" in html.unescape(page.text).replace("\u00a0", " ")


def test_an_epci_may_be_chosen_by_its_address(client: FlaskClient) -> None:
    page = client.get("/seuils?territoire=epci-200066868&fibre_min=50")
    assert page.status_code == 200
    assert '<option value="epci-200066868" selected>' in page.text
    assert "/epci/200066868?fibre_min=50" in page.text


def test_the_form_repeats_a_value_and_the_last_one_counts(client: FlaskClient) -> None:
    answer = client.get("/seuils?fibre_min=80&fibre_min=90")
    assert "fibre_min=90" in answer.headers.get("Location", "") + answer.text


def test_the_indicator_of_the_map_comes_and_goes_with_the_reader(client: FlaskClient) -> None:
    text = get(client, "/seuils?ind=fibre&fibre_min=90")
    assert '<input type="hidden" name="ind" value="fibre">' in text
    assert 'href="/departement/29?ind=fibre&amp;fibre_min=90"' in text
    link = "/seuils?territoire=departement-29&amp;ind=fibre&amp;fibre_min=90"
    assert link in get(client, "/departement/29?ind=fibre&fibre_min=90")
