"""Tests of `webapp.page_state`."""

from __future__ import annotations

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
