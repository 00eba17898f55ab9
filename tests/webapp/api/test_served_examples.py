"""Tests of `webapp.api.served_examples`: what the document shows is what a client tries first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.api.as_described import API, openapi

ABSENT = "404."


def examples(path: str, operation: dict[str, Any], *, is_whole: bool) -> str:
    """Write the address of an operation with its examples, optional ones too or not."""
    query = []
    for one in operation["parameters"]:
        if "example" not in one or not (one["required"] or is_whole):
            continue
        value = one["example"]
        if one["in"] == "path":
            path = path.replace(f"{{{one['name']}}}", str(value))
        else:
            query.append((one["name"], ",".join(map(str, value)) if type(value) is list else value))
    return f"{API}{path}?{urlencode(query)}" if query else f"{API}{path}"


def asked(client: FlaskClient, *, is_whole: bool) -> Iterator[tuple[str, bool, int]]:
    """Ask every operation with its examples: address, whether a 404 is announced, status."""
    for path, item in openapi(client)["paths"].items():
        address = examples(path, item["get"], is_whole=is_whole)
        is_absent = item["get"]["description"].endswith(ABSENT)
        yield address, is_absent, client.get(address).status_code


@pytest.mark.parametrize("is_whole", [False, True])
def test_every_operation_answers_its_own_examples(client: FlaskClient, is_whole: bool) -> None:
    found = list(asked(client, is_whole=is_whole))
    assert {address: status for address, is_absent, status in found if not is_absent} == {
        address: 200 for address, is_absent, _ in found if not is_absent
    }
    assert {status for _, is_absent, status in found if is_absent} == {404}


def test_without_data_the_document_still_answers(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    assert openapi(app_on(tmp_path).test_client())["paths"]
