"""Identifiers, pivots and postcodes: read, repaired when proved, refused or missing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.place_identity import read_code_postal, read_pivot, read_place_id
from geodata.values.verdicts import Remark, UnusableValueError


def read(reader: Callable[[str, Remark], str | None], text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return reader(text, lambda code, _: said.append(code)), said


@pytest.mark.parametrize("text", ["structure-1", "a__b", "Cœur de Brenne", "LMN008", "été 2", "x"])
def test_identifiers(text: str) -> None:
    assert read_place_id(f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "ID_ABSENT"),
        ("../../x", "ID_INVALIDE"),
        ("a..b", "ID_INVALIDE"),
        ("a/b", "ID_INVALIDE"),
        ("<b>1</b>", "ID_INVALIDE"),
        ("=1+1", "ID_INVALIDE"),
        ("-1", "ID_INVALIDE"),
        ("x" * 2001, "ID_TROP_LONG"),
        ("é" * 1001, "ID_TROP_LONG"),
    ],
)
def test_refused_identifiers(text: str, code: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        read_place_id(text)
    assert caught.value.code == code


@given(st.text(max_size=30))
def test_an_identifier_is_safe_or_refused(text: str) -> None:
    try:
        read_text = read_place_id(text)
    except UnusableValueError:
        return
    assert not set(read_text) & set("/\\<>\"'&?#%|\n\x00")


@pytest.mark.parametrize(
    ("text", "pivot", "codes"),
    [
        ("77556026100015", "77556026100015", []),
        ("775 560 261 00015", "77556026100015", []),
        ("13002603200016.0", "13002603200016", []),
        ("W123456789", "W123456789", []),
        ("776060592.0", "776060592", []),
        ("00000000000000", None, []),
        ("0.0", None, []),
        ("", None, []),
        ("5587006000013", "05587006000013", ["PIVOT_REPARE"]),
        ("5587006000014", None, ["PIVOT_ILLISIBLE"]),
        ("265905075000053.0", None, ["PIVOT_ILLISIBLE"]),
        ("inconnu !", None, ["PIVOT_ILLISIBLE"]),
    ],
)
def test_pivots(text: str, pivot: str | None, codes: list[str]) -> None:
    assert read(read_pivot, text) == (pivot, codes)


@pytest.mark.parametrize(
    ("text", "code_postal", "codes"),
    [
        ("29560", "29560", []),
        ("1400", "01400", ["CODE_REPARE"]),
        ("29200.0", "29200", ["CODE_REPARE"]),
        ("28028 Cedex", "28028", ["CODE_REPARE"]),
        ("44040 CEDEX 01", "44040", ["CODE_REPARE"]),
        ("", None, []),
        ("932360", None, ["CODE_POSTAL_ILLISIBLE"]),
        ("00000", None, ["CODE_POSTAL_ILLISIBLE"]),
        ("٢٩٥٦٠", None, ["CODE_POSTAL_ILLISIBLE"]),
    ],
)
def test_postcodes(text: str, code_postal: str | None, codes: list[str]) -> None:
    assert read(read_code_postal, text) == (code_postal, codes)


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_missing(text: str) -> None:
    pivot, _ = read(read_pivot, text)
    assert pivot is None or re.fullmatch(r"[a-zA-Z0-9]{9,14}", pivot)
    code_postal, _ = read(read_code_postal, text)
    assert code_postal is None or re.fullmatch(r"[0-9]{5}", code_postal)
