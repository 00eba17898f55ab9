"""The API asked what its description allows and what it forbids, by a tool that invents both.

A short run in this process; `make fuzz` asks a service ten thousand times.
"""

from __future__ import annotations

from contextlib import suppress

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import negative_data_rejection, not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

MOST = 10
ASKED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=str)
def test_every_address_answers_or_refuses_as_described(
    app: Flask, mode: schemathesis.GenerationMode
) -> None:
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    for found in described.get_all_operations():
        operation = found.ok()
        if mode.is_negative and not [*operation.iter_parameters()]:
            continue
        asked = operation.as_strategy(generation_mode=mode)

        @settings(
            max_examples=MOST,
            database=None,
            derandomize=True,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=asked)
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=ASKED, headers={"Accept-Encoding": "identity"})

        # An address that any text suits has nothing to refuse.
        with suppress(Unsatisfiable):
            ask()
