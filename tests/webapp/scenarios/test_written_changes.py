"""An address that is not applied: each change can be taken out, the usable ones can be kept."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from webapp.planning.asked_scenario import asked_values
from webapp.scenarios.asked_page import asked_page
from webapp.scenarios.scenario_territory import Perimeter
from webapp.scenarios.written_changes import Written, written_changes

START = "/scenario?territoire=departement-29"


def written(app: Flask, query: str) -> Written:
    with app.test_request_context(f"{START}&{query}"):
        asked = asked_page(Perimeter("departement", "29"))
        return written_changes(asked.snapshot, asked.surface.names, asked.page, asked_values())


def queries(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_one_bad_change_among_good_ones_is_told_apart(app: Flask) -> None:
    found = written(app, "ajout=29001:7&ajout=29001:0&retrait=fs-173&temps_max=15")
    assert [one.is_usable for one in found.changes] == [True, False, True]
    assert found.changes[0].words == "Ajouter 7\xa0h par semaine à Argol"
    assert found.changes[1].words == "«\xa0ajout=29001:0\xa0»"
    assert queries(found.changes[1].without) == {
        "territoire": ["departement-29"],
        "temps_max": ["15"],
        "ajout": ["29001:7"],
        "retrait": ["fs-173"],
    }
    assert found.usable_count == 2
    assert queries(found.usable)["ajout"] == ["29001:7"]


@pytest.mark.parametrize("more", [1, 5])
def test_of_too_many_changes_the_first_can_be_kept(app: Flask, more: int) -> None:
    found = written(app, "&".join(["ajout=29001:3.5"] * (20 + more)))
    assert len(found.changes) == 20 + more
    assert all(one.is_usable for one in found.changes)
    assert len(queries(found.changes[0].without)["ajout"]) == 19 + more
    assert found.usable_count == len(queries(found.usable)["ajout"]) == 20


def test_changes_that_contradict_each_other_are_not_offered_together(app: Flask) -> None:
    found = written(app, "retrait=fs-173&heures=fs-173:14")
    assert [one.is_usable for one in found.changes] == [True, True]
    assert (found.usable, found.usable_count) == ("", 0)


def test_a_point_at_sea_can_be_taken_out(app: Flask) -> None:
    found = written(app, "ajout=-5.9,47.9:7&deplace=fs-173:29042")
    assert [one.is_usable for one in found.changes] == [False, True]
    assert queries(found.usable)["deplace"] == ["fs-173:29042"]


def test_hundreds_of_changes_are_not_told_one_by_one(app: Flask) -> None:
    found = written(app, "&".join(["ajout=29001:3.5"] * 300))
    assert found.changes == ()
    assert found.usable_count == len(queries(found.usable)["ajout"]) == 20
