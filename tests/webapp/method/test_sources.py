"""Tests of `webapp.method.sources`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.source_settings import READER_IDS
from webapp.method.sources import check_cards, source_cards
from webapp.views.provenance import LAYERS


def test_rows_are_accounted_for(facts: Mapping[str, Any]) -> None:
    card = next(card for card in source_cards(facts) if card.id == "france_services")
    account = card.account
    assert (account.rows_in, account.published, account.beyond) == ("7", "5", "0")
    assert (account.merged, account.refused) == ("1", "1")
    assert card.date == "1er août 2024"


def test_every_known_source_has_a_name() -> None:
    assert set(READER_IDS) <= set(LAYERS)


def test_checks_that_found_something_come_first(facts: Mapping[str, Any]) -> None:
    quiet = {"id": "a", "title": "A", "looked_at": 3, "found": 0, "blocks": False, "items": []}
    cards = check_cards({**facts, "checks": [quiet, *facts["checks"]]})
    assert cards[0].id == "mairies_hors_commune"
    assert cards[0].summary.replace("\u00a0", " ") == "1 cas sur 8 examinés"
