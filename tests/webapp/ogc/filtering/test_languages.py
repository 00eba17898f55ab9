"""CQL2 text, and the draft that GDAL writes."""

from __future__ import annotations

import time

import pytest

from webapp.errors import ParameterError
from webapp.ogc.filtering.languages import CONFORMANCE_CLASSES, as_cql2


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("nom ILIKE 'brest%'", "CASEI(nom) LIKE CASEI('brest%')"),
        ("(nom ilike 'a') AND (zone ILIKE 'b')", None),
        ("nom LIKE 'x'", "nom LIKE 'x'"),
        ("nom = 'a ILIKE ''b'''", "nom = 'a ILIKE ''b'''"),
        ("\"nom\" ILIKE 'l''h%'", "CASEI(\"nom\") LIKE CASEI('l''h%')"),
        ("nom ILIKE zone", "nom ILIKE zone"),
    ],
)
def test_the_draft_becomes_cql2(written: str, read: str | None) -> None:
    both = "(CASEI(nom) LIKE CASEI('a')) AND (CASEI(zone) LIKE CASEI('b'))"
    assert as_cql2(written, "cql-text") == (read or both)


@pytest.mark.parametrize("language", [None, "cql2-text"])
def test_cql2_is_left_as_it_is(language: str | None) -> None:
    assert as_cql2("nom ILIKE 'x'", language) == "nom ILIKE 'x'"


def test_refuse_other_languages() -> None:
    with pytest.raises(ParameterError, match="attendu cql2-text") as refusal:
        as_cql2("{}", "cql2-json")
    assert refusal.value.parameter == "filter-lang"


@pytest.mark.parametrize("text", ["'" * 19_999, "a " * 9_999, "a ILIKE " * 2_000, '"' * 19_999])
def test_hostile_texts_cost_nothing(text: str) -> None:
    begun = time.process_time()
    as_cql2(text, "cql-text")
    assert time.process_time() - begun < 0.3


def test_classes_are_those_of_the_standards() -> None:
    assert len(set(CONFORMANCE_CLASSES)) == len(CONFORMANCE_CLASSES)
    assert all(name.startswith("http://www.opengis.net/spec/") for name in CONFORMANCE_CLASSES)
