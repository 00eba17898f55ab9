"""A scenario, as it is described."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.webapp.api.as_described import described


@pytest.mark.parametrize(
    "address",
    [
        "scenario?territoire=departement-29&ajout=29019:3.5",
        "scenario?territoire=departement-29&retrait=fs-169",
        "scenario?territoire=departement-29&ajout=29019",
        "scenario?territoire=departement-29&fibre_min=50",
    ],
)
def test_an_answer_is_as_described(client: FlaskClient, address: str) -> None:
    described(client, address)
