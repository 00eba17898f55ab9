"""Other perimeters than a département: EPCI alone, no source of places, what is not covered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish
from tests.webapp.sample import FACTS, TABLES, Row
from tests.webapp.sample_rows import CROZON

CROZON_PAGE = f"/epci/{CROZON[0]}"
NO_PLACE = {"sites_count": None, "hours_per_week": None}


def only_crozon(tables: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Rows of one EPCI, without a département."""
    mine = [row for row in tables["communes"] if row["siren_epci"] == CROZON[0]]
    epci = [row for row in tables["epci"] if row["siren_epci"] == CROZON[0]]
    return {**tables, "communes": mine, "epci": epci, "departement": [], "groupe": []}


@pytest.fixture
def epci_client(app_on: Callable[[Path], Flask], tmp_path: Path) -> FlaskClient:
    """Return a client of a service that publishes one EPCI and no département."""
    territories = [t for t in FACTS["territories"] if t["code"] == CROZON[0]]
    scope = {"kind": "epci", "codes": [CROZON[0]]}
    publish(tmp_path, only_crozon(TABLES), territories=territories, scope=scope)
    return app_on(tmp_path).test_client()


@pytest.mark.parametrize(
    "path",
    ["/", CROZON_PAGE, "/commune/29001", f"{CROZON_PAGE}/tableau", f"/integrer{CROZON_PAGE}"],
)
def test_an_epci_alone_has_all_its_pages(epci_client: FlaskClient, path: str) -> None:
    response = epci_client.get(path)
    assert response.status_code == 200
    assert "/departement/" not in response.text


def test_an_epci_alone_can_be_chosen(epci_client: FlaskClient) -> None:
    assert f'<a href="{CROZON_PAGE}">' in epci_client.get("/territoires").text


def test_the_api_does_not_link_the_departement_of_an_epci_alone(epci_client: FlaskClient) -> None:
    links = epci_client.get("/api/v1/communes/29001").get_json()["links"]
    assert links["departement"] is None
    assert epci_client.get(links["epci"]).status_code == 200


def test_what_an_epci_alone_covers_is_said(epci_client: FlaskClient) -> None:
    response = epci_client.get("/departement/29", headers={"Accept": "text/html"})
    assert response.status_code == 404
    assert "Finistère (29)" in response.text
    assert "elles couvrent CC Presqu" in response.text
    assert 'href="/territoires"' in response.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/departement/22", "Côtes-d&#39;Armor (22)"),
        ("/departement/99", "99"),
        ("/epci/243500139", "243500139"),
        ("/commune/75056", "75056"),
    ],
)
def test_a_territory_elsewhere_says_what_is_covered(
    client: FlaskClient, path: str, said: str
) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 404
    detail = response.text[response.text.index('class="constat"') :].partition("</p>")[0]
    assert said in detail
    assert "couvrent Finistère" in detail


def test_without_a_source_of_places_no_page_counts_zero(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    tables = {name: list(rows) for name, rows in TABLES.items()}
    for name in ("communes", "epci", "departement"):
        tables[name] = [{**row, **NO_PLACE} for row in tables[name]]
    tables["sites"] = []
    publish(tmp_path, tables)
    client = app_on(tmp_path).test_client()
    text = client.get("/departement/29").text
    figure = text[text.index("<dt>Lieux d&#39;aide</dt>") :].partition("</div>")[0]
    assert "donnée absente" in figure
    assert "heures" not in figure
    assert "Aucun lieu recensé" not in text
    assert client.get("/api/v1/departements/29").get_json()["sites_count"] is None
