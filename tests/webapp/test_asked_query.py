"""Tests of `webapp.asked_query`."""

from __future__ import annotations

from flask import Flask

from webapp.asked_query import asked_query


def test_the_last_value_of_a_repeated_parameter_counts(app: Flask) -> None:
    with app.test_request_context("/?ind=fibre&sel=29019&ind=temps"):
        assert asked_query() == {"ind": "temps", "sel": "29019"}
