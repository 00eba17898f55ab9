"""A tour, as it is described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "tour?territoire=departement-29",
        "tour?territoire=departement-29&arret=29155",
        "tour?territoire=departement-29&arrets=sous-desservies&temps_max=5",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
