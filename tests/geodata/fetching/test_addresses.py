"""Official addresses follow the vintage that carto.toml declares."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.fetching.addresses import (
    OFFICIAL,
    AddressByVintage,
    DatasetFile,
    StableAddress,
    has_official_address,
    official_address,
    quarter_of,
)
from geodata.fetching.failure import FetchFailure
from geodata.source_settings import reader_of

ON = "2026-06-30"


@pytest.mark.parametrize("source_id", OFFICIAL)
def test_every_official_source_has_a_reader_and_a_secure_address(source_id: str) -> None:
    assert reader_of(source_id)
    assert has_official_address(source_id)
    address = OFFICIAL[source_id]
    if isinstance(address, DatasetFile):
        assert address.slug or (address.organisation and address.dataset.pattern)
        return
    urls = address.urls.values() if isinstance(address, AddressByVintage) else [address.url]
    for url in urls:
        assert urlsplit(url).scheme == "https"
        host = urlsplit(url).hostname or ""
        assert host.endswith((".gouv.fr", "insee.fr", "arcep.fr"))


@pytest.mark.parametrize(
    ("source_id", "said"),
    [
        ("contours", "/2026/geojson/communes-50m.geojson.gz"),
        ("cog", "8740222/v_commune_2026.csv"),
        ("mouvements", "8740222/v_mvt_commune_2026.csv"),
        ("epci", "/2026/EPCI/epcicom2026.xlsx"),
        ("fibre", "/2026_T2/commune/commune_meilleure_techno_thd.csv"),
        ("filosofi", "8984752/FILOSOFI_CC_csv.zip"),
    ],
)
def test_the_vintage_is_in_the_address(source_id: str, said: str) -> None:
    found = official_address(source_id, cog=2026, millesime="2023", date=ON)
    assert isinstance(found, str)
    assert found.endswith(said)


def test_an_unknown_vintage_lists_the_known_ones() -> None:
    with pytest.raises(FetchFailure, match=r"cog = 2019 \(connues : 2023, 2024, 2025, 2026\)"):
        official_address("cog", cog=2019, millesime="2019", date=ON)


def test_a_source_of_ours_has_no_official_address() -> None:
    assert not has_official_address("activite")
    assert not has_official_address("population_mayotte")


@given(st.dates())
def test_a_quarter_has_three_months(day: datetime.date) -> None:
    year, quarter = quarter_of(day.isoformat())
    assert int(year) == day.year
    assert 3 * int(quarter) - 2 <= day.month <= 3 * int(quarter)


@pytest.mark.parametrize(
    ("source_id", "title", "is_it"),
    [
        ("fibre_carte", "2026T2-Commune", True),
        ("fibre_carte", "2026t2-commune.zip", True),
        ("fibre_carte", "2026T2-Departement", False),
        ("fibre_history", "2026t2-obs-hd-thd-deploiement-vf.xlsx", True),
        ("lieux", "20261121-la-cartographie-nationale-lieux-national-sans-doublons.csv", True),
        ("lieux", "20261121-la-cartographie-nationale-lieux-national.csv", False),
        ("lieux", "20261121-la-cartographie-nationale-lieux-national-sans-doublons.json", False),
        ("lieux_aidants_connect", "20261121-aidants-connect-lieux-national.csv", True),
    ],
)
def test_titles_of_data_gouv(source_id: str, title: str, is_it: bool) -> None:
    wanted = OFFICIAL[source_id]
    assert isinstance(wanted, DatasetFile)
    assert bool(wanted.title.fullmatch(title)) is is_it


def test_no_stable_address_lacks_a_value() -> None:
    for address in OFFICIAL.values():
        if isinstance(address, StableAddress):
            assert "{" not in address.url.format(cog=2026, year="2026", quarter="2")
