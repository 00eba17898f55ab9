"""Tests of `webapp.tables.table_form`."""

from __future__ import annotations

from tests.webapp.sample import Row
from webapp.tables.table_filter import TableFilter, read_filter
from webapp.tables.table_form import table_form


def test_choices_say_how_many_rows_they_keep(communes: dict[str, Row]) -> None:
    rows = list(communes.values())
    form = table_form(rows, TableFilter(verdict="3"), of_communes=True)
    for choice in form.verdicts:
        kept = [
            row
            for row in rows
            if read_filter({"verdict": choice.value}, (), of_communes=True)[0].keeps(row)
        ]
        assert choice.count == len(kept)
    assert [choice.value for choice in form.verdicts if choice.is_chosen] == ["prioritaire"]
    assert sum(choice.count for choice in form.epci) <= len(rows)


def test_a_single_value_is_no_choice(communes: dict[str, Row]) -> None:
    form = table_form([communes["29019"]], TableFilter(), of_communes=True)
    assert (form.verdicts, form.types, form.epci) == ((), (), ())


def test_larger_territories_are_filtered_by_name_and_population() -> None:
    assert table_form([], TableFilter(), of_communes=False).verdicts == ()
    assert table_form([], TableFilter(least_people=1), of_communes=False).is_detailed
    assert not table_form([], TableFilter(name="a"), of_communes=False).is_detailed
