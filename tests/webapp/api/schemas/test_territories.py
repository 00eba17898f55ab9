"""Territories of every level, as they are described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "departements/29",
        "epci/200066868",
        "ept/200057875",
        "france",
        "groupes/29001-29042",
        "groupes/iles",
        "regions/53",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
