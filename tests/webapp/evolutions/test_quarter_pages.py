"""Tests of `webapp.evolutions.quarter_pages`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.outline import get_words
from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES

YEAR = "/evolutions?t2=2025-T2&t=2026-T2"


@pytest.fixture(scope="module")
def quarters(
    tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]
) -> FlaskClient:
    """Return a client of the sample at three quarters."""
    folder = tmp_path_factory.mktemp("quarters")
    publish(folder, QUARTER_TABLES)
    return app_on(folder).test_client()


def listed(text: str) -> list[str]:
    """Codes of the communes of the list, in their order."""
    return re.findall(r'data-code="(\w+)"', text)


def test_the_page_says_what_became_of_the_communes(quarters: FlaskClient) -> None:
    text = get_words(quarters, YEAR)
    assert "<h1>Finistère : la fibre du 2e trimestre 2025 au 2e trimestre 2026</h1>" in text
    assert "1 commune atteint 95 %, 1 progresse sans l'atteindre, 1 est à l'arrêt." in text
    assert "3 sont écartées : comptes révisés ou donnée absente." in text
    assert listed(text)[:3] == ["29067", "29001", "29083"]
    assert "Les locaux raccordables ont baissé" in text


def test_sums_leave_out_what_does_not_compare(quarters: FlaskClient) -> None:
    text = get_words(quarters, YEAR)
    before = (400 + 98000 + 900 + 0 + 2420) / (779 + 101000 + 1030 + 483 + 2432)
    after = (595 + 98977 + 1025 + 0 + 2414) / (779 + 101397 + 1030 + 483 + 2432)
    assert f"de {100 * before:.1f} % à {100 * after:.1f} %".replace(".", ",") in text


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("bilan=franchi", ["29067"]),
        ("bilan=repasse", ["29042"]),
        ("bilan=revu", ["29232"]),
        ("bilan=inconnu", ["29155"]),
        ("bilan=acquis&page=9", ["29019", "29302"]),
        ("epci=200066868", ["29001", "29042", "29302"]),
        ("epci=200066868&bilan=franchi", []),
        ("departement=29&bilan=arret", ["29083"]),
    ],
)
def test_territory_and_outcome_are_in_the_address(
    quarters: FlaskClient, query: str, codes: list[str]
) -> None:
    assert listed(get_words(quarters, f"{YEAR}&{query}")) == codes


def test_two_definitions_of_the_premises_are_never_a_progress(quarters: FlaskClient) -> None:
    text = get_words(quarters, "/evolutions?t2=2024-T2&t=2026-T2")
    assert "Le 2e trimestre 2024 ne se compare pas au 2e trimestre 2026" in text
    assert "<h1>Finistère : la fibre du 2e trimestre 2025 au 2e trimestre 2026</h1>" in text


def test_quarters_are_offered_and_the_usual_ones_are_the_default(quarters: FlaskClient) -> None:
    text = get_words(quarters, "/evolutions?t2=")
    assert '<option value="2025-T2" selected>' in text
    assert 'href="/evolutions?t2="' in get_words(quarters, "/evolutions")


@pytest.mark.parametrize(
    "query",
    ["t2=2025-T3", "t2=x", "t=1999-T1", "departement=zz", "epci=1", "bilan=9", "page=-1", "a=b"],
)
def test_what_cannot_be_used_is_said(quarters: FlaskClient, query: str) -> None:
    address = f"/evolutions?{query}" if query.startswith("t") else f"{YEAR}&{query}"
    text = get_words(quarters, address)
    assert 'class="avis" role="status"' in text
    assert len(listed(text)) == 8


def test_the_file_is_the_list_of_the_page(quarters: FlaskClient) -> None:
    text = get_words(quarters, f"{YEAR}&bilan=repasse")
    (path,) = re.findall(r'href="(/evolutions\.csv[^"]+)"', text)
    answer = quarters.get(path)
    assert answer.mimetype == "text/csv"
    (row,) = csv.DictReader(io.StringIO(answer.text, newline=""))
    assert (row["code_insee"], row["motif"], row["serie"]) == ("29042", "REVISION", "releve")
    assert (row["trimestre_avant"], row["trimestre_apres"]) == ("2025-T2", "2026-T2")
    nobody = quarters.get("/evolutions.csv?t2=2025-T2&epci=200066868&bilan=franchi").text
    assert nobody.startswith("code_insee,nom,")


def test_a_territory_leads_to_its_own_quarters(quarters: FlaskClient) -> None:
    text = get_words(quarters, YEAR)
    assert 'href="/evolutions?t2=2025-T2&t=2026-T2&epci=200066868"' in text
    inside = get_words(quarters, f"{YEAR}&departement=29")
    assert "t2=2025-T2&t=2026-T2&departement=29&epci=200066868" in inside
    assert "Par intercommunalité" in text
    assert "Par intercommunalité" not in get_words(quarters, f"{YEAR}&epci=200066868")


def test_the_threshold_is_that_of_the_rule(quarters: FlaskClient) -> None:
    text = get_words(quarters, f"{YEAR}&fibre_min=75")
    assert "atteint 75 %" in text or "atteignent 75 %" in text
    assert 'name="fibre_min" value="75"' in text


def test_with_one_quarter_there_is_no_such_page(client: FlaskClient) -> None:
    text = get_words(client, YEAR)
    assert "Un seul trimestre de la fibre est publié ici" in text
    assert 'class="onglets"' not in get_words(client, "/evolutions")
