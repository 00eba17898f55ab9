"""A section knows its dotted name."""

from __future__ import annotations

import pytest

from geodata.errors import SettingsError
from geodata.toml_section import Section


def test_names_are_dotted() -> None:
    section = Section("carto.toml", "", {"sources": {"fibre": {"file": "a.csv"}}})
    assert section.section("sources").section("fibre").key("file") == "sources.fibre.file"
    assert section.section("sources").section("fibre").text("file") == "a.csv"
    assert section.section("absent").text("file") is None


def test_unknown_keys_list_the_known_ones() -> None:
    with pytest.raises(SettingsError, match=r"retirez-la \(connues.: a, b\)"):
        Section("carto.toml", "x", {"zzzz": 1}).refuse_unknown(("a", "b"))
