"""Accounts of a year: what a report tells, what actions add up to, what nobody knows."""

from __future__ import annotations

from tests.webapp.activity.local_rows import CENTRE, LOCAL_ROWS, OTHER, action, total
from webapp.activity.yearly_account import (
    Part,
    accounts_of_actions,
    accounts_of_reports,
    latest,
    main_town,
    of_latest_year,
)

MEMBERS = [
    {
        "code_insee": CENTRE,
        "population": 7500,
        "is_commune_relais": True,
        "relais_date": "2022-05-01",
    },
    {"code_insee": OTHER, "population": 2500, "is_commune_relais": False, "relais_date": None},
]


def test_a_report_keeps_its_own_totals() -> None:
    (account,) = accounts_of_reports(LOCAL_ROWS["activity_reports"])
    assert account.counts == {"atelier": 15, "permanence": 65, "point_information": 4, "stage": 12}
    assert (account.gatherings, account.received) == (31, 243)
    assert (account.enrolled, account.informed) == (88, 54)
    assert account.outside == Part(24, 27, ("atelier", "stage"))
    assert (account.relays, account.relay_people, account.hours) == (None, None, None)
    assert (account.report, account.page) == ("Rapport d'essai", "14")


def test_actions_are_added_up_year_by_year() -> None:
    first, second = accounts_of_actions(LOCAL_ROWS["activity_years"], MEMBERS)
    assert (first.year, second.year) == (2022, 2023)
    assert first.counts == {"atelier": 4, "permanence": 10}
    assert first.outside == Part(3, 4, ("atelier",))
    assert first.received == 30
    assert (first.enrolled, first.attended) == (None, None)
    assert (second.enrolled, second.attended) == (None, 6)
    assert first.hours == 28.0
    assert second.outside == Part(1, 1, ("stage",))


def test_a_relay_counts_from_the_year_of_its_convention() -> None:
    rows = [action(OTHER, year, "atelier", 1, 1) for year in (2021, 2022)]
    before, after = accounts_of_actions(rows, MEMBERS)
    assert (before.relays, before.relay_people) == (Part(0, 2), 0.0)
    assert (after.relays, after.relay_people) == (Part(1, 2), 0.75)


def test_a_commune_that_no_list_has_is_not_known_to_be_no_relay() -> None:
    unlisted = [MEMBERS[0], {**MEMBERS[1], "is_commune_relais": None}]
    (account,) = accounts_of_actions([action(OTHER, 2023, "atelier", 1, 1)], unlisted)
    assert (account.relays, account.relay_people) == (Part(1, 1, unknown=1), None)


def test_the_main_town_is_the_most_peopled_the_lowest_code_among_equals() -> None:
    assert main_town(MEMBERS) == CENTRE
    assert main_town([{**row, "population": 10} for row in MEMBERS]) == OTHER
    assert main_town([{**row, "population": None} for row in MEMBERS]) is None


def test_people_at_the_workshops_of_a_report_are_not_people_who_enrolled() -> None:
    (account,) = accounts_of_reports([total("atelier", nombre=15, personnes=70)])
    assert (account.enrolled, account.attended) == (None, 70)


def test_the_report_of_the_latest_year_is_told_first() -> None:
    reports = accounts_of_reports(LOCAL_ROWS["activity_reports"])
    actions = accounts_of_actions(LOCAL_ROWS["activity_years"], MEMBERS)
    assert of_latest_year([*actions, *reports]) == [reports[0], actions[1]]
    assert latest([*actions, *reports]) == reports[0]
    assert latest([]) is None
