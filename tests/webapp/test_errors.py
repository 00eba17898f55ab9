"""Errors of the service: expected, typeset, without a word of HTTP."""

from __future__ import annotations

import inspect

from carto.errors import CartoError
from webapp import errors
from webapp.errors import ParameterError, ServiceError


def test_every_error_is_an_expected_one():
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(kind, CartoError) for kind in kinds)
    assert not [kind for kind in kinds if "http" in (inspect.getdoc(kind) or "").lower()]


def test_messages_are_typeset():
    assert str(ServiceError("absent : « x » ; relancez")) == (
        "absent\u00a0: «\u00a0x\u00a0» ; relancez".replace(" ;", "\u00a0;")
    )


def test_a_parameter_error_names_its_parameter():
    assert ParameterError("limit", "trop grand").parameter == "limit"
