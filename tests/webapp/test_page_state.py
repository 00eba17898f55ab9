"""Tests of `webapp.page_state`."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import get


def test_a_selected_commune_takes_the_panel(client: FlaskClient) -> None:
    text = get(client, "/departement/29?sel=29001")
    panel = text[text.index('id="panneau"') : text.index("</aside>")]
    assert "<h2>Argol</h2>" in panel
    assert "Chiffres clés" not in panel.split("suite")[0]
