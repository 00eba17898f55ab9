"""A compact row reads like the dict of the same values."""

from __future__ import annotations

import sys

import pytest

from webapp.snapshots.compact_row import CompactRow

PLACES = {"code": 0, "nom": 1, "vide": 2}
ROW = CompactRow(PLACES, ("29019", "Brest", None))


def test_it_reads_like_a_dict() -> None:
    plain = {"code": "29019", "nom": "Brest", "vide": None}
    assert plain == ROW
    assert dict(ROW) == {**ROW} == plain
    assert (ROW["nom"], ROW.get("vide", "?"), ROW.get("absent", "?")) == ("Brest", None, "?")
    assert list(ROW) == list(plain)
    assert "nom" in ROW
    assert "absent" not in ROW
    assert repr(ROW) == repr(plain)


def test_an_absent_column_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        ROW["absent"]


def test_other_values_make_a_dict_and_leave_it_as_it_is() -> None:
    assert ROW | {"nom": "Quimper"} == {"code": "29019", "nom": "Quimper", "vide": None}
    assert ROW["nom"] == "Brest"


def test_it_weighs_less_than_a_dict_of_many_columns() -> None:
    names = [f"colonne_{number}" for number in range(110)]
    places = {name: place for place, name in enumerate(names)}
    values = tuple(range(110))
    row = CompactRow(places, values)
    assert sys.getsizeof(row) + sys.getsizeof(values) < sys.getsizeof(dict(row)) / 3
