"""The chapters of the documentation."""

from __future__ import annotations

from flask import Flask

from webapp.api.description.document import operations
from webapp.api.description.tags import TAGS


def test_every_chapter_has_an_address_and_says_what_it_is_about(app: Flask) -> None:
    assert {operation.tag for _, operation in operations(app)} == set(TAGS)
    assert all(said.endswith(".") for said in TAGS.values())
