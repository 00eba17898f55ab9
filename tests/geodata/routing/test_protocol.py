"""What is common to the protocols: objects of JSON, and quantities within limits."""

from __future__ import annotations

import pytest

from geodata.routing.protocol import MOST_MINUTES, MalformedAnswerError, read_json, read_quantity


def test_an_object_is_read() -> None:
    assert read_json(b'{"code": "Ok"}') == {"code": "Ok"}


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_refused(answer: bytes) -> None:
    with pytest.raises(MalformedAnswerError):
        read_json(answer)


def test_a_quantity_is_converted_and_null_is_nothing() -> None:
    assert read_quantity(90, 60) == 1.5
    assert read_quantity(None, 60) is None


@pytest.mark.parametrize("value", [True, "60", [60], -1, float("nan"), float("inf"), 1e9])
def test_what_is_no_quantity_is_refused(value: object) -> None:
    with pytest.raises(MalformedAnswerError):
        read_quantity(value, 60, MOST_MINUTES)
