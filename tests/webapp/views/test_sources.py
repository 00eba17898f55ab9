"""Tests of `webapp.views.sources`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.source_settings import READER_IDS
from webapp.views.provenance import LAYERS
from webapp.views.sources import MISSING_MEANS, check_cards, missing_sources, source_cards


def test_rows_are_accounted_for(facts: Mapping[str, Any]) -> None:
    card = next(card for card in source_cards(facts) if card.id == "france_services")
    assert (card.rows_in, card.rows_out, card.merged, card.refused) == ("7", "5", "1", "1")
    assert card.date == "1er août 2024"


def test_every_known_source_has_a_name() -> None:
    assert set(READER_IDS) <= set(LAYERS)


def test_a_missing_source_says_what_follows(facts: Mapping[str, Any]) -> None:
    found = missing_sources(facts)
    assert [source.id for source in found] == facts["missing_sources"]
    assert all(source.means for source in found)
    embedded = {source["id"] for source in facts["sources"]}
    assert set(READER_IDS) - embedded <= set(MISSING_MEANS)


def test_checks_that_found_something_come_first(facts: Mapping[str, Any]) -> None:
    quiet = {"id": "a", "title": "A", "looked_at": 3, "found": 0, "blocks": False, "items": []}
    cards = check_cards({**facts, "checks": [quiet, *facts["checks"]]})
    assert cards[0].id == "mairies_hors_commune"
    assert cards[0].summary.replace("\u00a0", " ") == "1 cas sur 8 examinés"
