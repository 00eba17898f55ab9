"""Codes are repaired when there is one reading only, and never silently."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.codes import is_code_insee
from geodata.values.codes import read_code_insee, read_siren
from geodata.values.verdicts import UnusableValueError


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("29001", "29001"),
        (" 2a004 ", "2A004"),
        ("97411", "97411"),
        ("97502", "97502"),
        ("98735", "98735"),
        ("1001", "01001"),
        ("29200.0", "29200"),
        ("1001.0", "01001"),
        ("5.1454E+04", "51454"),
        ("5,1454E+04", "51454"),
    ],
)
def test_read(text: str, code: str) -> None:
    remarks: list[str] = []
    assert read_code_insee(text, lambda kind, _: remarks.append(kind)) == code
    assert remarks == ([] if text.strip().upper() == code else ["CODE_REPARE"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0null",
        "29",
        "20004",
        "00000",
        "99001",
        "5.15E+04",
        "29001.5",
        "2900a",
        "²9001",
        "2900١",
    ],
)
def test_refused(text: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        read_code_insee(text, lambda *_: None)
    assert caught.value.code == "CODE_INVALIDE"


@given(st.text(max_size=12))
def test_any_text_gives_a_code_or_a_refusal(text: str) -> None:
    with suppress(UnusableValueError):
        assert is_code_insee(read_code_insee(text, lambda *_: None))


def test_siren() -> None:
    assert read_siren("200 066 868", lambda *_: None) == "200066868"
    assert read_siren("200066868.0", lambda *_: None) == "200066868"
    for text in ("ZZZZZZZZZ", "", "20006686", "20006686١"):
        with pytest.raises(UnusableValueError):
            read_siren(text, lambda *_: None)
