"""Tests of `webapp.method.missing_sources`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from geodata.source_settings import READER_IDS
from tests.webapp.sample_rows import Row
from webapp.method.missing_sources import MISSING_MEANS, PROGRAMMES, missing_sources


def means(facts: Mapping[str, Any], source: str, sites: Iterable[Row]) -> str:
    (found,) = missing_sources({**facts, "missing_sources": [source]}, sites)
    return found.means.replace("\u00a0", " ")


def test_a_missing_source_says_what_follows(facts: Mapping[str, Any]) -> None:
    found = missing_sources(facts, ())
    assert [source.id for source in found] == facts["missing_sources"]
    assert all(source.means for source in found)
    embedded = {source["id"] for source in facts["sources"]}
    assert set(READER_IDS) - embedded <= set(MISSING_MEANS)


@pytest.mark.parametrize("source", PROGRAMMES)
def test_places_of_a_programme_that_come_from_another_list_are_counted(
    facts: Mapping[str, Any], sites: dict[str, Row], source: str
) -> None:
    place = sites["fs-173"] | {
        "sources": "lieux",
        "dispositif_programmes_nationaux": f"{PROGRAMMES[source]}|Grandes écoles du numérique",
    }
    assert means(facts, source, [place, place]) == (
        "Ce fichier n'est pas lu ; 2 lieux relevant de ce dispositif viennent d'une autre liste "
        "(lieux)."
    )
    assert "1 lieu relevant de ce dispositif vient d'" in means(facts, source, [place])


@pytest.mark.parametrize(
    "own", [{"is_in_scope": False}, {"dispositif_programmes_nationaux": "Aidants Connect"}, {}]
)
def test_nothing_is_said_to_come_from_elsewhere_when_nothing_does(
    facts: Mapping[str, Any], sites: dict[str, Row], own: Row
) -> None:
    usual = {"dispositif_programmes_nationaux": "Conseillers numériques"} if own else {}
    said = means(facts, "conseillers_numeriques", [sites["fs-173"] | usual | own])
    assert said == MISSING_MEANS["conseillers_numeriques"]


def test_times_without_mairies_start_from_a_point_of_the_contour(facts: Mapping[str, Any]) -> None:
    assert "point représentatif du contour" in means(facts, "mairies", ())
