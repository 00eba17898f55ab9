"""What local files say of a territory, and of one that has none."""

from __future__ import annotations

from tests.webapp.activity.local_rows import SIREN
from tests.webapp.sample_rows import BREST
from webapp.activity.local_activity import (
    has_activity,
    labelled_places,
    reported_epci,
    yearly_accounts,
)
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_accounts_are_in_the_order_of_years(local: LoadedSnapshot) -> None:
    found = yearly_accounts(local, "epci", SIREN, local.members("epci", SIREN))
    assert [(one.year, one.origin) for one in found] == [
        (2022, "actions"),
        (2023, "rapport"),
        (2023, "actions"),
    ]


def test_a_departement_adds_actions_up_and_lists_the_reports_of_its_epci(
    local: LoadedSnapshot,
) -> None:
    members = local.members("departement", "29")
    found = yearly_accounts(local, "departement", "29", members)
    assert [(one.year, one.origin) for one in found] == [(2022, "actions"), (2023, "actions")]
    assert [row["siren_epci"] for row, _ in reported_epci(local, "29")] == [SIREN]


def test_labels_are_those_of_the_places_of_the_communes(local: LoadedSnapshot) -> None:
    (place,) = labelled_places(local, local.members("departement", "29"))
    assert (place.id, place.label, place.since) == ("fs-173", "Pass numérique", "2 mai 2023")
    assert labelled_places(local, local.members("epci", SIREN)) == []


def test_a_territory_without_local_files_has_no_activity(local: LoadedSnapshot) -> None:
    assert has_activity(local, "epci", SIREN, local.members("epci", SIREN))
    quimper = local.members("epci", "200068120")
    assert not has_activity(local, "epci", "200068120", quimper)
    assert BREST[0] in local.epci
