"""What withdrawals cost, as it is described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "closure?territoire=departement-29&nombre=2",
        "closure?territoire=departement-29&comment=heures",
        "closure?territoire=departement-29&retrait=fs-169",
        "closure?territoire=departement-29&nombre=2&acces_ratio=1",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
