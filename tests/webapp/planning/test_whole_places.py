"""The sentence that goes with the minutes of a plan or of a scenario."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from webapp.planning.whole_places import WHOLE_PLACE

WHERE = "territoire=departement-29"


@pytest.mark.parametrize(
    "address",
    [
        f"/scenario?{WHERE}&ajout=29042:3.5",
        f"/planifier?{WHERE}&question=manque&nombre=1",
        f"/planifier?{WHERE}&question=temps&nombre=1",
        f"/planifier?{WHERE}&question=retirer",
        f"/planifier?{WHERE}&question=tournee",
    ],
)
def test_minutes_say_that_a_half_day_counts_as_a_place(client: FlaskClient, address: str) -> None:
    text = client.get(address, follow_redirects=True).text
    assert text.count(WHOLE_PLACE.replace("'", "&#39;")) == 1
