"""Tests of `webapp.page_state`."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import get


def test_a_selected_commune_takes_the_panel(client: FlaskClient) -> None:
    text = get(client, "/departement/29?sel=29001")
    panel = text[text.index('id="panneau"') : text.index("</aside>")]
    assert "<h2>Argol</h2>" in panel
    assert "Chiffres clés" not in panel.split("suite")[0]


def test_an_old_code_selects_the_commune_of_today(client: FlaskClient) -> None:
    text = get(client, "/departement/29?sel=29138")
    assert "Logonna-Quimerch (29138) est dans Pont-de-Buis-lès-Quimerch depuis le" in text
    panel = text[text.index('id="panneau"') : text.index("</aside>")]
    assert "Pont-de-Buis-lès-Quimerch" in panel


def test_a_divided_commune_selects_none_and_says_between_which(client: FlaskClient) -> None:
    text = get(client, "/departement/29?sel=29998")
    assert "Ancienne (29998) a été partagée entre" in text
    assert "sel=2" not in text[text.index("<main") :].replace("sel=29998", "")[:2000]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/departement/29/tableau.csv", "verdict=9"),
        ("/departement/29/tableau.csv", "couleur=bleu"),
        ("/departement/29/tableau.gpkg", "separateur=tabulation"),
        ("/departement/29/tableau.fr.csv", "tri=hasard"),
        ("/departement/29/lieux.xlsx", "page=x"),
        ("/departement/29/tableau.gpkg", "maille=region"),
        ("/departement/29/lieux.csv", "gratuit=peut-etre"),
        ("/departement/29/carte.svg", "ind=rien"),
        ("/departement/29/carte.pdf", "papier=a0"),
        ("/departement/29/carte.png", "t=hier"),
        ("/comparer.csv", "ids=commune-29019,commune-99999"),
    ],
)
def test_a_file_is_refused_rather_than_made_of_something_else(
    client: FlaskClient, path: str, query: str
) -> None:
    refused = client.get(f"{path}?{query}", headers={"Accept": "application/json"})
    assert refused.status_code == 400
    assert refused.json["title"] == "Demande incorrecte"
    assert "refusé" in refused.json["detail"]


def test_a_file_of_a_map_is_made_when_the_selected_commune_has_moved(client: FlaskClient) -> None:
    assert client.get("/departement/29/carte.svg?sel=29138").status_code == 200


def test_an_indicator_of_the_publication_is_told_apart_from_one_that_is_not(
    client: FlaskClient,
) -> None:
    text = get(client, "/departement/29?fibre_min=90&ind=solidite").replace("\xa0", " ")
    assert "n&#39;est pas calculé sous une règle modifiée : la carte montre le verdict" in text
    assert "n&#39;existe pas" in get(client, "/departement/29?fibre_min=90&ind=rien")
