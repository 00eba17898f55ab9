"""Tests of `webapp.method.accounts`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.french import MISSING
from webapp.method.accounts import account_lines


def test_the_account_of_a_source_is_written_in_french(facts: Mapping[str, Any]) -> None:
    (source,) = (one for one in facts["sources"] if one["id"] == "france_services")
    said = source | {"in": 2845, "published": 2800, "beyond": 42, "merged": 3, "refused": 0}
    (line,) = account_lines({"sources": [said]})
    assert line.layer == "Lieux France Services"
    assert (line.rows_in, line.published) == ("2\u202f845", "2\u202f800")
    assert (line.beyond, line.merged, line.refused) == ("42", "3", "0")


def test_a_count_that_is_not_known_is_no_zero(facts: Mapping[str, Any]) -> None:
    without = {name: value for name, value in facts["sources"][0].items() if name != "beyond"}
    assert account_lines({"sources": [without]})[0].beyond == MISSING
