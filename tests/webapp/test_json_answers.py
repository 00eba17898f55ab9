"""JSON answers: as stored, missing as null."""

from __future__ import annotations

from webapp.json_answers import json_answer


def test_numbers_keep_their_digits_and_nan_is_null():
    assert json_answer({"a": 0.1 + 0.2, "b": float("nan")}).data == (
        b'{"a":0.30000000000000004,"b":null}'
    )


def test_french_is_not_escaped():
    assert json_answer("Hœdic").get_data(as_text=True) == '"Hœdic"'


def test_status_and_type_are_those_asked():
    response = json_answer({}, 404, "application/problem+json")
    assert (response.status_code, response.mimetype) == (404, "application/problem+json")
