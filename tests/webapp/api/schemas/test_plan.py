"""A proposal, as it is described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "plan?territoire=departement-29&nombre=2",
        "plan?territoire=departement-29&question=couverture&nombre=2",
        "plan?territoire=departement-29&nombre=2&acces_ratio=1",
        "plan?territoire=departement-29&nombre=x",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
