"""`[fetch]` of carto.toml; its faults are tested with the other settings."""

from __future__ import annotations

from geodata.fetching.limits import DEFAULT_SECONDS, FetchLimits, read_limits
from geodata.toml_section import Section


def test_without_a_section_the_limits_are_the_defaults() -> None:
    assert read_limits(Section("carto.toml", "fetch", {})) == FetchLimits()
    assert FetchLimits().seconds == DEFAULT_SECONDS < 60
    assert FetchLimits().allow_hosts == ()


def test_hosts_are_compared_in_lower_case_and_sorted() -> None:
    section = Section("carto.toml", "fetch", {"allow_hosts": [" B.fr", "a.fr"], "seconds": 300})
    assert read_limits(section) == FetchLimits(("a.fr", "b.fr"), 300)
