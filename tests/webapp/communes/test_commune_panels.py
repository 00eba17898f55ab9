"""Tests of `webapp.communes.commune_panels`."""

from __future__ import annotations

import re

from flask.testing import FlaskClient

from tests.webapp.outline import get


def test_choosing_a_commune_changes_every_figure(client: FlaskClient) -> None:
    def values(path: str) -> list[str]:
        text = get(client, path)
        panel = text[text.index('id="panneau"') :].partition("</aside>")[0]
        return re.findall(r'class="valeur">([^<]+)<', panel)

    territory, brest, argol = (
        values(f"/departement/29{query}") for query in ("", "?sel=29019", "?sel=29001")
    )
    assert brest
    assert not set(brest) & set(territory)
    assert brest != argol


def test_the_panel_of_the_page_and_its_fragment_are_the_same(client: FlaskClient) -> None:
    fragment = client.get("/commune/29019", headers={"X-Fragment": "1"}).get_data(as_text=True)
    page = get(client, "/departement/29?sel=29019")
    assert '<dd class="bande"' in fragment
    assert fragment.strip().partition('<p class="suite">')[0] in page
