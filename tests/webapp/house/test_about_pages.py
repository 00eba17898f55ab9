"""The pages about the site say where data come from and what is not there."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/sources", "Lieux de médiation"),
        ("/accessibilite", "non audit"),
        ("/mentions-legales", "Licence"),
        ("/donnees-personnelles", "cookie"),
    ],
)
def test_a_page_about_the_site_says_its_subject(
    client: FlaskClient, address: str, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert words in answer.get_data(as_text=True)
