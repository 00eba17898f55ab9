"""What plans share: their territory."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "plan?territoire=29",
        "closure",
        "tour?territoire=region-53",
        "scenario?territoire=epci-999999999",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
