"""Valhalla: the request of a matrix, and answers that are one or not."""

from __future__ import annotations

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from geodata.routing.protocol import MalformedAnswerError, Point, Trip
from geodata.routing.valhalla import Valhalla

PLACES = [Point(-4.4861, 48.3904), Point(-3.984, 48.8)]


def test_the_request_is_json_in_the_address() -> None:
    parts = urlsplit(Valhalla().address("http://localhost:8002", Point(-4.25, 48), PLACES))
    assert parts.path == "/sources_to_targets"
    asked = json.loads(parse_qs(parts.query)["json"][0])
    assert asked["sources"] == [{"lat": 48, "lon": -4.25}]
    assert asked["targets"][1] == {"lat": 48.8, "lon": -3.984}
    assert (asked["costing"], asked["units"]) == ("auto", "kilometers")


def test_an_address_of_the_largest_batch_stays_short() -> None:
    places = PLACES * (Valhalla().most_places // 2)
    assert len(Valhalla().address("http://localhost:8002", PLACES[0], places)) < 8000


def test_cells_are_put_in_order_and_null_is_no_way() -> None:
    cells = [
        {"to_index": 1, "time": None, "distance": 9},
        {"to_index": 0, "time": 90, "distance": 1.2},
    ]
    answer = json.dumps({"sources_to_targets": [cells], "units": "kilometers"}).encode()
    assert Valhalla().read(answer, 2) == [Trip(1.5, 1.2), Trip(None, None)]


@pytest.mark.parametrize(
    "answer",
    [
        b'{"error":"No suitable edges near location","error_code":171}',
        b'{"sources_to_targets":[]}',
        b'{"sources_to_targets":{"durations":[[60]]}}',
        b'{"sources_to_targets":[[1]]}',
        b'{"sources_to_targets":[[]]}',
        b'{"sources_to_targets":[[{"to_index":1,"time":60,"distance":1}]]}',
        b'{"sources_to_targets":[[{"time":60,"distance":1}]]}',
        b'{"sources_to_targets":[[{"to_index":0,"time":"60","distance":1}]]}',
        b'{"sources_to_targets":[[{"to_index":0,"time":60,"distance":1}]],"units":"miles"}',
    ],
)
def test_what_is_no_such_matrix_is_refused(answer: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        Valhalla().read(answer, 1)
