"""A place, alone and in a list, as it is described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "sites",
        "sites?epci=200066868",
        "sites/fs-169",
        "sites/nulle%20part",
        "nearest?lon=-4.3&lat=48.2",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
