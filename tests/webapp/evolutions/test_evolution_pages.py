"""Tests of `webapp.evolutions.evolution_pages`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from geodata.evolutions import store_evolution
from geodata.storage.data_dir import DataDir
from tests.webapp.outline import get_words
from tests.webapp.sample_evolution import BEFORE, EARLIER, evolution, move


@pytest.fixture
def data_dir(own_snapshot_dir: Path) -> DataDir:
    """Return a data folder of one's own."""
    return DataDir(own_snapshot_dir)


@pytest.fixture
def compared(app_on: Callable[[Path], Flask], data_dir: DataDir, snapshot_id: str) -> FlaskClient:
    """Return a client where two comparisons lead to the snapshot served."""
    store_evolution(data_dir, evolution(snapshot_id))
    store_evolution(data_dir, evolution(snapshot_id, EARLIER, "2026-01-01T00:00:00+00:00"))
    return app_on(data_dir.path).test_client()


def codes(text: str) -> list[str]:
    """List the communes of the table, in their order."""
    return re.findall(r'data-code="(\w+)"', text)


def test_without_comparison_the_page_says_why_and_what_to_do(client: FlaskClient) -> None:
    text = get_words(client, "/evolutions")
    assert "rien à comparer" in text
    assert "carto diff" not in text
    assert "prochaine mise à jour" in text
    assert "<table" not in text


def test_the_page_tells_what_changed(compared: FlaskClient) -> None:
    text = get_words(compared, "/evolutions")
    for said in (
        "5 communes ont changé de classe",
        "Couverture fibre sous laquelle il y a alerte : 95 %, puis 90 %.",
        "2025 (31 décembre 2025)",
        "construit le 1er août 2026",
        "Explication de LIEU_FERME.",
    ):
        assert said in text
    assert codes(text) == ["29001", "29302", "29019", "29999", "29232"]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("epci=242900314", ["29019"]),
        ("departement=29&classe=3", ["29001"]),
        ("cause=PROGRES_FIBRE", ["29232"]),
        ("cause=LIEU_FERME&classe=0", []),
        ("epci=200068120&page=4", ["29232"]),
    ],
)
def test_filters_are_in_the_address(compared: FlaskClient, query: str, listed: list[str]) -> None:
    assert codes(get_words(compared, f"/evolutions?{query}")) == listed


def test_an_earlier_release_can_be_chosen(compared: FlaskClient) -> None:
    text = get_words(compared, f"/evolutions?depuis={EARLIER}")
    assert "construit le 1er janvier 2026" in text
    assert f'<option value="{EARLIER}" selected>' in text
    assert text.index(f'value="{BEFORE}"') < text.index(f'value="{EARLIER}"')


@pytest.mark.parametrize("query", ["depuis=zz", "epci=1", "classe=9", "cause=X", "page=-1", "a=b"])
def test_what_cannot_be_used_is_said(compared: FlaskClient, query: str) -> None:
    text = get_words(compared, f"/evolutions?{query}")
    assert 'class="avis" role="status"' in text
    assert len(codes(text)) == 5


def test_a_long_list_is_cut_in_pages(
    compared: FlaskClient, data_dir: DataDir, snapshot_id: str
) -> None:
    moves = [move(f"29{one:03d}", f"Commune {one:03d}", ("1", "2"), "REGLE") for one in range(401)]
    store_evolution(data_dir, evolution(snapshot_id, moves=moves))
    first, last = get_words(compared, "/evolutions"), get_words(compared, "/evolutions?page=3")
    assert len(codes(first)) == 200
    assert codes(last) == ["29400"]
    assert 'href="/evolutions?page=2#communes" rel="next"' in first
    assert "Page suivante" not in last


def test_the_files_are_those_of_the_page(compared: FlaskClient, snapshot_id: str) -> None:
    answer = compared.get("/evolutions.csv?cause=REGLE")
    assert answer.mimetype == "text/csv"
    assert f"evolutions-{snapshot_id}.csv" in answer.headers["Content-Disposition"]
    lines = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert [line["code_insee"] for line in lines] == ["29001", "29019"]
    text = get_words(compared, "/evolutions?cause=REGLE")
    assert 'href="/evolutions.csv?cause=REGLE"' in text
    assert f'href="/api/v1/diff?avant={BEFORE}&apres={snapshot_id}"' in text


def test_without_comparison_there_is_no_file(client: FlaskClient) -> None:
    assert client.get("/evolutions.csv").status_code == 404


def test_a_territory_leads_to_its_evolutions(compared: FlaskClient) -> None:
    text = get_words(compared, "/epci/242900314")
    assert "1 commune a changé de classe depuis la publication du 1er août 2026." in text
    assert 'href="/evolutions?epci=242900314"' in text


def test_a_comparison_that_appears_is_seen_at_once(
    app_on: Callable[[Path], Flask], data_dir: DataDir, snapshot_id: str
) -> None:
    client = app_on(data_dir.path).test_client()
    for page in ("/evolutions", "/departement/29"):
        before = client.get(page)
        held = {"If-None-Match": before.headers["ETag"]}
        assert client.get(page, headers=held).status_code == 304
        store_evolution(data_dir, evolution(snapshot_id))
        assert client.get(page, headers=held).status_code == 200
        data_dir.change(BEFORE, snapshot_id).unlink()
