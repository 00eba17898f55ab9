"""Names of requests: kept when they are names, made otherwise."""

from __future__ import annotations

import pytest

from webapp.operation.request_id import request_id


def test_a_name_given_is_kept():
    assert request_id("4bf92f3577b34da6a3ce929d0e0e4736") == "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.mark.parametrize(
    "given", ["", "court", "a" * 65, "a b c d e f", "abcdefgh\r\nX: y", "é" * 9]
)
def test_what_is_no_name_is_replaced(given: str):
    made = request_id(given)
    assert made != given
    assert len(made) == 16


def test_no_two_requests_share_a_name():
    assert len({request_id(None) for _ in range(1000)}) == 1000
