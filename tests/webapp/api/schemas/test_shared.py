"""What answers share: a page of a list, and its end."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "territoires",
        "territoires?limit=2",
        "territoires?offset=1000",
        "search?q=argol",
        "communes/29001/history",
        "history?territoire=epci-200066868",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
