"""Results are plain values; the manifest lists the first findings only."""

from __future__ import annotations

import pandas as pd

from geodata.checks.results import LISTED, CheckResult, Item, flagged


def test_a_check_becomes_plain_values() -> None:
    check = CheckResult("essai", "Essai", 3, (Item("29003", "Audierne", "constat"),))
    assert check.as_dict() == {
        "id": "essai",
        "title": "Essai",
        "looked_at": 3,
        "found": 1,
        "items": [{"subject": "29003", "nom": "Audierne", "message": "constat"}],
        "blocks": False,
    }


def test_the_manifest_lists_the_first_findings_and_counts_all() -> None:
    many = tuple(Item(str(number), "", "") for number in range(LISTED + 1))
    said = CheckResult("essai", "Essai", 900, many).as_dict()
    assert (said["found"], len(said["items"])) == (LISTED + 1, LISTED)


def test_a_row_with_two_flags_gives_two_findings() -> None:
    table = pd.DataFrame(
        {
            "id": ["a", "b", "c"],
            "nom": ["A", "B", "C"],
            "flags": ["HEURES_IMPUTEES|POSITION_APPROCHEE", "", "HEURES_IMPUTEES_AUTREMENT"],
        }
    )
    found = flagged(table, "id", ("HEURES_IMPUTEES", "POSITION_APPROCHEE"))
    assert [item.subject for item in found] == ["a", "a"]


def test_how_far_outside_is_said_when_it_is() -> None:
    table = pd.DataFrame(
        {
            "id": ["a", "b"],
            "nom": "A",
            "flags": "POSITION_APPROCHEE",
            "metres_outside": [1500.0, 0.0],
        }
    )
    far, near = flagged(table, "id", ("POSITION_APPROCHEE",))
    assert far.message.startswith("à 1,5\u00a0km de son contour.")
    assert "contour" not in near.message
