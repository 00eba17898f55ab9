"""Entities are read one by one; only a fault of syntax refuses the whole file."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import SourceError
from geodata.reading.geojson import Feature, read_features
from geodata.reading.records import BrokenRecord
from geodata.values.verdicts import UnusableValueError
from tests.geodata.raw_files import raw_file

POINT = '{"type":"Feature","properties":{"code":"29001","nom":null},"geometry":null}'


def read(folder: Path, data: str | bytes) -> list[Feature | BrokenRecord]:
    return list(read_features(raw_file(folder, data, name="communes.geojson")))


def test_line_text_and_properties(tmp_path: Path) -> None:
    text = '{"features" : [\n' + POINT + ",\n  " + POINT + '\n], "type":"FeatureCollection"}'
    for data in (text.encode(), gzip.compress(text.encode()), b"\xef\xbb\xbf" + text.encode()):
        first, second = read(tmp_path, data)
        assert (first.line, second.line) == (2, 3)
        assert first.raw == POINT
        assert isinstance(first, Feature)
        assert (first.text("nom", "code"), first.text("absent")) == ("29001", "")


def test_what_is_no_feature_is_broken_alone(tmp_path: Path) -> None:
    broken, good = read(tmp_path, '{"features":[{"properties":null},' + POINT + "]}")
    assert isinstance(broken, BrokenRecord)
    assert broken.code == "ENTITE_ILLISIBLE"
    assert isinstance(good, Feature)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"features":[\n{"a": tru}]}', "ligne 2 : syntaxe JSON.*caractère 7"),
        ('{"features":[' + POINT, "virgule ou un crochet"),
        ('{"features":[' + POINT[:40], "tronqué"),
        ('{"features": 3}', "une liste"),
        ('{"error": "quota dépassé"}', "ce n'est pas un GeoJSON"),
        ("[1, 2]", "objet JSON"),
        ("<html>", "objet JSON"),
        ('{"features":[' + "[" * 100_000, "JSON"),
        ('{"features":[' + "9" * 5000 + "]}", "démesurée"),
        (
            '{"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},"features":[]}',
            "2154.*ogr2ogr",
        ),
    ],
)
def test_a_fault_of_the_file_says_where_and_what_to_do(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(SourceError, match=said.replace(" :", "\u00a0:")) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith("communes.geojson")


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"])
def test_wgs84_may_be_stated(tmp_path: Path, name: str) -> None:
    crs = json.dumps({"type": "name", "properties": {"name": name}})
    assert read(tmp_path, '{"crs":' + crs + ',"features":[]}') == []


@given(cut=st.integers(0, 200), junk=st.text(max_size=10))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cut_is_read_or_refused_in_words(tmp_path: Path, cut: int, junk: str) -> None:
    text = '{"type":"FeatureCollection","features":[' + POINT + "," + POINT + "]}"
    data = (text[:cut] + junk + text[cut + len(junk) :]).encode("utf-8", "replace")
    with suppress(SourceError):
        read(tmp_path, data)


def test_a_property_is_a_text_or_a_number() -> None:
    written = {"code": 29001, "rate": 0.5, "nom": " Argol "}
    feature = Feature(1, "", written, None)
    assert [feature.text(name) for name in written] == ["29001", "0.5", "Argol"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (["29001"], "PROPRIETE_ILLISIBLE"),
        ({"code": "29001"}, "PROPRIETE_ILLISIBLE"),
        (True, "PROPRIETE_ILLISIBLE"),
        ("Ar\ud800gol", "CARACTERE_INTERDIT"),
        ("Ar\x00gol", "CARACTERE_INTERDIT"),
    ],
)
def test_another_value_refuses_the_entity(value: object, code: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        Feature(1, "", {"nom": value}, None).text("nom")
    assert caught.value.code == code
