"""Quoted newlines are joined; a quote that is never closed costs its own line only."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.reading.csv_lines import CsvTable, csv_tables
from tests.geodata.raw_files import raw_file


def cells(text: str, width: int = 3) -> list[tuple[int, object]]:
    table = CsvTable(text.split("\n"), ",")
    return [
        (line.number, line.fault.code if line.fault else line.cells) for line in table.lines(width)
    ]


def test_quotes_and_quoted_newlines() -> None:
    assert cells('a,"b,b",c\n1,"x\ny ""z""",3\n4,5,6') == [
        (1, ["a", "b,b", "c"]),
        (2, ["1", 'x\ny "z"', "3"]),
        (4, ["4", "5", "6"]),
    ]


def test_an_open_quote_costs_one_line() -> None:
    assert cells('a,b,c\n1,"x,3\n4,5,6\n7,"y",9') == [
        (1, ["a", "b", "c"]),
        (2, "GUILLEMETS"),
        (3, ["4", "5", "6"]),
        (4, ["7", "y", "9"]),
    ]


def test_two_open_quotes_do_not_swallow_what_lies_between() -> None:
    assert cells('1,"x,3\n4,5,6\n7,y",9,8') == [
        (1, "GUILLEMETS"),
        (2, ["4", "5", "6"]),
        (3, ["7", 'y"', "9", "8"]),
    ]


def test_a_quote_inside_a_cell_is_text() -> None:
    assert cells('1,écran 12",3') == [(1, ["1", 'écran 12"', "3"])]


def test_every_end_of_line_is_read(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"a;b{end}1;2{end}{end}3;4"
        table = csv_tables(raw_file(tmp_path, text), text.encode())[0]
        assert [(line.number, line.cells) for line in table.lines(0)] == [
            (1, ["a", "b"]),
            (2, ["1", "2"]),
            (4, ["3", "4"]),
        ]


def test_many_open_quotes_are_read_in_time() -> None:
    text = "\n".join(['1,"x,3'] * 20_000)
    assert all(found == "GUILLEMETS" for _, found in cells(text))


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('1,"x,3', "GUILLEMETS", "jamais fermé"),
        ('1,"x"y,3', "GUILLEMETS", "avant la fin de sa cellule"),
        (f'1,"{"x" * 131_073}",3', "CELLULE_TROP_LONGUE", "plus de 131\u202f072 caractères"),
    ],
)
def test_a_fault_says_its_true_reason(line: str, code: str, said: str) -> None:
    (found,) = CsvTable([line], ",").lines(3)
    assert found.fault is not None
    assert found.cells == ()
    assert found.fault.code == code
    assert said in found.fault.reason
