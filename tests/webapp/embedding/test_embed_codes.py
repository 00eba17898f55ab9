"""Tests of `webapp.embedding.embed_codes`."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from webapp.embedding.embed_codes import embed_code
from webapp.errors import UnknownResourceError
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@pytest.fixture
def snapshot(app: Flask) -> Iterator[LoadedSnapshot]:
    """Return the published sample."""
    with app.test_request_context("/", base_url="https://carte.exemple.fr"):
        yield current()


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_each_address_keeps_the_parameters_it_has(snapshot: LoadedSnapshot) -> None:
    query = {"ind": "fibre", "titre": "0", "papier": "a3", "espion": "1", "sel": "x" * 500}
    code = embed_code(snapshot, "departement", "29", query)
    sel = ["x" * 100]
    assert query_of(code.page) == {"ind": ["fibre"], "sel": sel}
    assert query_of(code.frame) == {"ind": ["fibre"], "sel": sel, "titre": ["0"]}
    assert query_of(code.image) == {"ind": ["fibre"], "sel": sel, "papier": ["a3"]}
    assert query_of(code.drawing) == {"ind": ["fibre"], "sel": sel}
    assert query_of(code.thumbnail)["ppp"] == ["72"]
    assert code.script == "https://carte.exemple.fr/integrer.js"
    assert "Fibre par commune" in code.title


def test_an_unknown_indicator_is_called_the_verdict(snapshot: LoadedSnapshot) -> None:
    assert "Verdict" in embed_code(snapshot, "departement", "29", {"ind": "<b>"}).title


def test_a_commune_is_framed_in_its_territory_and_led_to_its_page(
    snapshot: LoadedSnapshot,
) -> None:
    code = embed_code(snapshot, "commune", "29001", {})
    siren = snapshot.communes["29001"]["siren_epci"]
    assert urlsplit(code.page).path == "/commune/29001"
    assert urlsplit(code.frame).path == f"/integrer/epci/{siren}"
    assert query_of(code.frame) == {"sel": ["29001"]}


def test_an_unknown_territory_has_no_code(snapshot: LoadedSnapshot) -> None:
    with pytest.raises(UnknownResourceError):
        embed_code(snapshot, "epci", "000000000", {})
