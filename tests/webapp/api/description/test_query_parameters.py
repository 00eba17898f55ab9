"""Shared parameters: what is told is what is read."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from werkzeug.datastructures import MultiDict

from webapp import parameters
from webapp.api.description import query_parameters as told
from webapp.api.description.operation import Parameter
from webapp.parameters import Query

READERS = (
    (told.EPCI, parameters.read_epci),
    (told.DEPARTEMENT, parameters.read_departement),
    (told.COMMUNE, parameters.read_commune),
    (told.CLASSE, parameters.read_verdict),
)


@pytest.mark.parametrize(("one", "read"), READERS, ids=lambda one: getattr(one, "name", ""))
def test_examples_are_read(one: Parameter, read: Callable[[Query], str | None]) -> None:
    assert read(MultiDict({one.name: one.example})) == one.example
    pattern = one.schema.get("pattern")
    assert pattern is None or re.search(pattern, str(one.example))


def test_pages_have_the_bounds_that_are_told() -> None:
    most = {"limit": told.LIMIT.schema["maximum"], "offset": told.OFFSET.schema["maximum"]}
    page = parameters.read_page(MultiDict({name: str(value) for name, value in most.items()}))
    assert (page.limit, page.offset) == tuple(most.values())
    usual = parameters.read_page(MultiDict())
    assert (usual.limit, usual.offset) == (
        told.LIMIT.schema["default"],
        told.OFFSET.schema["default"],
    )


def test_a_box_is_four_numbers() -> None:
    box = parameters.read_bbox(MultiDict({"bbox": ",".join(map(str, told.BBOX.example))}))
    assert box is not None
    assert box.west == told.BBOX.example[0]
