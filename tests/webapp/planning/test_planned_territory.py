"""The territory of a plan: read, refused with what to do, offered in a list."""

from __future__ import annotations

import pytest

from webapp.planning.planned_territory import read_territory, territory_choices, usual_territory
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_a_lone_departement_is_the_usual_one(sample: LoadedSnapshot) -> None:
    only = list(sample.departements)
    assert usual_territory(sample) == (("departement", only[0]) if len(only) == 1 else None)


def test_a_territory_that_exists_is_read(sample: LoadedSnapshot) -> None:
    assert read_territory(sample, "epci-242900314") == (("epci", "242900314"), [])


@pytest.mark.parametrize("said", ["region-53", "france-FR"])
def test_a_territory_too_wide_says_which_to_choose(sample: LoadedSnapshot, said: str) -> None:
    territory, notices = read_territory(sample, said)
    assert territory is None
    assert "choisissez un département" in notices[0]


@pytest.mark.parametrize("said", ["departement-99", "commune-29019", "29", "x" * 300])
def test_an_unknown_territory_is_said_shortly(sample: LoadedSnapshot, said: str) -> None:
    territory, notices = read_territory(sample, said)
    assert territory is None
    assert len(notices[0]) < 180


def test_the_epci_around_are_offered_with_the_departements(sample: LoadedSnapshot) -> None:
    groups = territory_choices(sample, ("departement", "29"))
    values = [value for group in groups for value, _ in group.choices]
    assert "departement-29" in values
    assert "epci-242900314" in values
    assert len(values) == len(set(values))
    assert len(territory_choices(sample, None)) == 1


def test_a_group_is_offered_while_it_is_shown(sample: LoadedSnapshot) -> None:
    first = territory_choices(sample, ("groupe", "iles"))[0]
    assert first == ("", (("groupe-iles", "Îles"),))
