"""OSRM: the address of a table, and answers that are one or not."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from geodata.routing.osrm import Osrm
from geodata.routing.protocol import MalformedAnswerError, Point, Trip

PLACES = [Point(-4.4861, 48.3904), Point(-3.9840001, 48.8)]


def test_a_table_has_one_source_and_all_places_as_destinations() -> None:
    parts = urlsplit(Osrm().address("http://localhost:5000/a", Point(-4.25, 48), PLACES))
    assert parts.path == (
        "/a/table/v1/driving/-4.250000,48.000000;-4.486100,48.390400;-3.984000,48.800000"
    )
    asked = parse_qs(parts.query, separator="&")
    assert asked == {
        "sources": ["0"],
        "destinations": ["1;2"],
        "annotations": ["duration,distance"],
    }


def test_seconds_and_metres_become_minutes_and_kilometres() -> None:
    answer = b'{"code":"Ok","durations":[[90,null]],"distances":[[1200,null]]}'
    assert Osrm().read(answer, 2) == [Trip(1.5, 1.2), Trip(None, None)]


def test_distances_may_be_absent() -> None:
    assert Osrm().read(b'{"code":"Ok","durations":[[0]]}', 1) == [Trip(0, None)]


@pytest.mark.parametrize(
    "answer",
    [
        b'{"code":"InvalidQuery","message":"..."}',
        b'{"durations":[[60]]}',
        b'{"code":"Ok"}',
        b'{"code":"Ok","durations":[[60,60]]}',
        b'{"code":"Ok","durations":[[60],[60]]}',
        b'{"code":"Ok","durations":[["60"]]}',
        b'{"code":"Ok","durations":[[60]],"distances":[[]]}',
    ],
)
def test_what_is_no_such_table_is_refused(answer: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        Osrm().read(answer, 1)
