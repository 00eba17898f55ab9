"""A commune, alone and in a list, as it is described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "communes/29001",
        "communes/29083",
        "communes/29001?fibre_min=50",
        "communes/99999",
        "communes",
        "communes?classe=3&poids=acces:1,besoin:0,fibre:0",
        "communes?fields=code_insee,verdict&limit=2",
        "communes?epci=x",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
