"""Schemas in a few words."""

from __future__ import annotations

from webapp.api.description.schema import Component, listed, members, nullable, text, whole

NAME = Component("Nom", text())


def test_every_member_is_there_unless_it_is_optional() -> None:
    schema = members({"a": text(), "b": whole()}, optional=("b",))
    assert schema["required"] == ["a"]
    assert "required" not in members({"a": text()}, optional=("a",))


def test_what_may_be_missing_is_null() -> None:
    assert nullable(whole(minimum=0)) == {"type": ["integer", "null"], "minimum": 0}
    assert nullable(listed(NAME))["type"] == ["array", "null"]
    assert nullable(NAME) == {"anyOf": [NAME, {"type": "null"}]}
