"""Tests of the escaping of formulas in spreadsheets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.spreadsheet_cells import escape_formula


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\tx", "\rx", "\0", "+33 2"])
def test_what_a_spreadsheet_would_run_is_escaped(text: str):
    assert escape_formula(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Brest", "+33298000000", "'=1", "1-2", " =1"])
def test_other_text_is_left_alone(text: str):
    assert escape_formula(text) == text


@given(st.text())
def test_no_cell_starts_like_a_formula_but_a_phone_number(text: str):
    escaped = escape_formula(text)
    assert escaped.endswith(text)
    assert escaped[:1] not in "=-@\t\r\0" or escaped == ""
