"""A record is old beside the newest source, whatever the day of the build."""

from __future__ import annotations

import pytest

from carto import flags
from carto.sites.freshness import flag_old
from carto.verdict.parameters import Sites
from tests.carto.sites.rows import parsed, site


@pytest.mark.parametrize(
    ("updated", "flag"),
    [
        ("2024-08-01", ""),
        ("2023-08-02", ""),
        ("2023-08-01", flags.FICHE_ANCIENNE),
        ("2022-08-02", flags.FICHE_ANCIENNE),
        ("2022-07-31", flags.FICHE_PERIMEE),
        ("2099-01-01", ""),
        ("0000-00-00", ""),
        (None, ""),
    ],
)
def test_age(updated: str | None, flag: str) -> None:
    rows = parsed(site("a", date_maj=updated)).assign(flags="")
    assert flag_old(rows, "2024-08-01", Sites())["flags"].tolist() == [flag]


def test_without_a_date_of_reference_nothing_is_old() -> None:
    rows = parsed(site("a", date_maj="1999-01-01")).assign(flags="")
    assert flag_old(rows, "", Sites())["flags"].tolist() == [""]
