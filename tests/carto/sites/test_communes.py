"""The commune of a place is the declared one, else that of its point, else that of its name."""

from __future__ import annotations

import pandas as pd
import pytest

from carto import flags
from carto.sites.communes import find_homes
from tests.carto.sites.rows import CARHAIX, FRANCE, METRE, parsed, site


@pytest.mark.parametrize(
    ("own", "code", "raised"),
    [
        ({}, "29024", None),
        ({"code_insee": None}, "29024", flags.COMMUNE_DEDUITE),
        ({"code_insee": "29998"}, "29024", flags.CODE_CORRIGE),
        ({"code_insee": None, "longitude": None}, "29024", flags.COMMUNE_DEDUITE),
        ({"code_insee": "29998", "longitude": None}, "29024", flags.CODE_CORRIGE),
        ({"code_insee": None, "longitude": None, "nom_commune": "Gourin"}, None, None),
        ({"code_insee": None, "longitude": None, "code_postal": "22270"}, None, None),
        ({"code_insee": None, "longitude": None, "code_postal": None}, None, None),
        ({"code_insee": "56066", "longitude": -3.605221, "latitude": 48.140133}, "56066", None),
    ],
    ids=[
        "declared",
        "by the point",
        "outdated, by the point",
        "by the name",
        "outdated, by the name",
        "unknown name",
        "name of another département",
        "name alone",
        "beyond the known contours",
    ],
)
def test_the_commune(own: dict[str, object], code: str | None, raised: str | None) -> None:
    found = find_homes(parsed(site("a", **own)), FRANCE)
    given = found.code_insee.iloc[0]
    assert (None if pd.isna(given) else given) == code
    assert [flag for flag, rows in found.raised.items() if rows[0]] == ([raised] if raised else [])


def test_a_deduced_commune_is_not_a_declared_one() -> None:
    found = find_homes(parsed(site("a"), site("b", code_insee=None)), FRANCE)
    assert found.declared_code.iloc[0] == "29024"
    assert pd.isna(found.declared_code.iloc[1])


@pytest.mark.parametrize(("beyond_m", "code"), [(200, "29024"), (900, None)])
def test_a_point_a_little_off_belongs_to_the_nearest(beyond_m: float, code: str | None) -> None:
    """The square of mini Carhaix ends 2 km west of its mairie, beside no other commune."""
    edge = FRANCE.table.set_index("code_insee").loc["29024"].geometry.bounds[0]
    own = {"code_insee": None, "nom_commune": "?", "latitude": CARHAIX[1]}
    found = find_homes(parsed(site("a", longitude=edge - beyond_m * METRE, **own)), FRANCE)
    given = found.code_insee.iloc[0]
    assert (None if pd.isna(given) else given) == code


def test_two_communes_of_one_name_are_not_guessed() -> None:
    homes = FRANCE.table
    twin = homes[homes["code_insee"] == "29024"].assign(code_insee="29999")
    both = type(FRANCE)(pd.concat([homes, twin]), FRANCE.known, (), FRANCE.cog)
    rows = parsed(site("a", None, code_insee=None))
    assert pd.isna(find_homes(rows, both).code_insee.iloc[0])
