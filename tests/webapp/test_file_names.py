"""Names of files: plain, short, and never two for one."""

from __future__ import annotations

import pytest

from webapp.file_names import LONGEST_NAME, file_name


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("lieux-departement-29.csv", "lieux-departement-29.csv"),
        ("carto-départements.csv", "carto-departements.csv"),
        ('a"; filename=b.csv', "a-filename-b.csv"),
    ],
)
def test_a_name_is_written_in_plain_letters(name: str, written: str) -> None:
    assert file_name(name) == written


def test_long_names_stay_apart_and_keep_their_extension() -> None:
    first, second = ("x" * 2000 + end for end in ("1.csv", "2.csv"))
    assert file_name(first) != file_name(second)
    assert file_name(first).endswith(".csv")
    assert len(file_name(first)) <= LONGEST_NAME
