"""Parsers of files: whatever they are given, they read it or refuse it in their own words."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.errors import CartoError
from geodata.published_hours import read_hours
from geodata.reading.geojson import read_features
from geodata.reading.header import WantedColumn
from geodata.reading.records import read_records
from geodata.values.coordinates import read_point
from geodata.values.free_text import read_free_text, read_label
from geodata.values.mails import read_mails
from geodata.values.telephones import read_telephone
from geodata.values.web_addresses import read_urls
from tests.fuzz.invented_texts import invented, texts
from tests.geodata.raw_files import raw_file

# Of computing: whatever else the machine does.
LONGEST_S = 2.0
WANTED = (WantedColumn("insee", ("insee",)),)
HOURS = texts(
    *("Mo-Fr", "lundi", "au", "vendredi", "9h", "-12h30", "09:00", "24/7", "off", "PH", ",", ";"),
    *("semaine", "impaire", "(", ")", "1er", "du mois", "midi", "sur rendez-vous", "\n", "fermé"),
)
CELLS = texts(
    *(
        "contact",
        "@",
        "(at)",
        "ville.fr",
        "https://",
        "javascript:",
        "+33",
        "02 98",
        "06",
        "|",
        "/",
    ),
    *("48,39 N", "-4.48", "°", "'", "E", "Mme", "<b>", "&#60;", "0", ".", ","),
)
TABLE = texts("insee", ";", ",", "\t", "\n", "\r", '"', '""', "nom", "29019", "Brest", "\ufeff")
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(
            st.sampled_from(("type", "features", "geometry", "properties", "coordinates", "crs")),
            inside | st.sampled_from(("FeatureCollection", "Feature", "Point", "Polygon")),
            max_size=5,
        )
    ),
    max_leaves=20,
)


def unheard(code: str, said: str) -> None:
    """Hear a remark, and do nothing of it."""


@invented
@given(HOURS)
def test_hours(text: str) -> None:
    started = time.process_time()
    read = read_hours(text, unheard)
    assert time.process_time() - started < LONGEST_S
    hours = read["hours_per_year_declared"]
    assert hours is None or 0 < float(str(hours)) <= 8784


@pytest.mark.parametrize("read", [read_mails, read_telephone, read_urls])
def test_contacts(read: Callable[..., str | None]) -> None:
    @invented
    @given(CELLS)
    def ask(text: str) -> None:
        kept = read(text, unheard)
        assert kept is None or (kept.isprintable() and "<" not in kept)
        assert "javascript:" not in (kept or "").lower()

    ask()


@invented
@given(CELLS)
def test_texts(text: str) -> None:
    for kept in (
        read_label(text, "nom", unheard),
        read_free_text(text, "nom", unheard) or "",
    ):
        assert "<script" not in kept.lower()


@invented
@given(CELLS, CELLS)
def test_positions(longitude: str, latitude: str) -> None:
    point = read_point(longitude, latitude, unheard)
    assert point is None or (abs(point[0]) <= 180 and abs(point[1]) <= 90)


@invented
@given(TABLE)
def test_tables(text: str) -> None:
    refused_or_read(text, "fichier.csv", partial(read_records, wanted=WANTED))


@invented
@given(JSON | st.binary(max_size=60))
def test_geojson(document: object) -> None:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    refused_or_read(data, "fichier.geojson", read_features)


def refused_or_read(data: bytes | str, name: str, read: Callable[..., Iterable[object]]) -> None:
    """Read a file to its end, or see it refused in words for its reader."""
    with tempfile.TemporaryDirectory() as folder:
        content = data if isinstance(data, bytes) else data.encode("utf-8", "replace")
        with suppress(CartoError):
            list(read(raw_file(Path(folder), content, name=name)))
