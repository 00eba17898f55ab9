"""Hostile texts in every published field: each answer says them, none obeys them."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from tests.webapp.hostile_rows import (
    ADDRESS,
    MARK,
    PLACE_ID,
    TEXT,
    hostile_facts,
    hostile_tables,
)
from tests.webapp.published import publish

TERRITORIES = ("/departement/29", "/epci/242900314", "/groupe/iles", "/groupe/29001-29019")
VIEWS = (
    *("", "/tableau", "/lieux", "/lieux?sel=29019", "/carte.svg", "/imprimer", "/partager"),
    *("/activite", "?ind=typologie&sel=29019", "?ind=reste&maille=epci", "?ind=nulle-part"),
)
PAGES = (
    *("/commune/29019", "/commune/29019/simple", "/commune/29998", "/recherche?q=cmd"),
    *("/comparer?ids=commune-29019,epci-242900314,departement-29&ind=fibre", "/evolutions"),
    *("/scenario?territoire=departement-29&ajout=29001:7", "/seuils?territoire=departement-29"),
    *("/planifier?question=manque&nombre=2&territoire=departement-29", "/api", "/ogc?f=html"),
    "/planifier?question=retirer&comment=choix&retrait=fs-170&territoire=departement-29",
    "/planifier?territoire=departement-29&question=tournee&heures=14&depart=29019&arrets=toutes",
    *("/dossier/departement/29", "/integrer/departement/29?table=1&sel=29019"),
    *(f"/ogc/collections/{name}/items?f=html" for name in ("communes", "lieux", "epci")),
    *("/ogc/collections/communes/items/29019?f=html", "/ogc/collections?f=html"),
    f"/ogc/collections/lieux/items/{quote(PLACE_ID, safe='')}?f=html",
)
# What stands in the addresses of the routes, so that each is asked for once.
NAMES = {
    **{"code_insee": "29019", "siren_epci": "242900314", "layer": "communes", "name": "communes"},
    **{"collection": "communes", "grid": "WebMercatorQuad", "type": "departement", "type_": "epci"},
    **{"identifier": quote(PLACE_ID, safe=""), "indicator": "verdict", "path": "x", "zoom": "8"},
    **{"row": "88", "column": "124", "z": "8", "x": "1", "y": "1", "number": "1", "suffix": "csv"},
}
MARKUP = re.compile(rf"<script>\s*window\.{MARK}|<img src=x|<svg onload|<[^>]*\sonclick='window")
SCRIPT_ADDRESS = re.compile(r"""(?:href|src|action|data|content)=["']?\s*javascript:""", re.I)
PARTS = re.compile(r"<(?:any\((?P<choices>[^)]*)\)|\w+(?:\([^)]*\))?)?:?(?P<name>\w+)>")
FORMULA = re.compile(r"[=+@\t\r-](?!\d[\d.,]*$)")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, app_on: Callable[[Path], Flask]) -> Flask:
    """Return the application on a snapshot that an attacker has written."""
    folder = tmp_path_factory.mktemp("hostile")
    changed = ("title", "sources", "checks", "territories")
    facts = hostile_facts()
    publish(folder, hostile_tables(), **{name: facts[name] for name in changed})
    return app_on(folder)


@pytest.fixture
def visitor(hostile: Flask) -> FlaskClient:
    """Return a client of that application."""
    return hostile.test_client()


def routes(app: Flask) -> Iterator[str]:
    """Write one address of every route that is read."""

    def value(part: re.Match[str]) -> str:
        return (part["choices"] or NAMES.get(part["name"], "29")).split(",")[0].strip()

    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()):
            yield PARTS.sub(value, rule.rule)


def require_harmless(answer: TestResponse) -> None:
    """Hold an answer to obeying nothing of what it says."""
    where = f"{answer.request.path} {answer.status}"
    assert answer.status_code < 500, where
    assert answer.headers["X-Content-Type-Options"] == "nosniff", where
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'"), where
    assert "Set-Cookie" not in answer.headers, where
    for name, value in answer.headers:
        assert name != "X-Pirate", where
        assert value.isprintable(), where
        assert "<" not in value or name == "Link", where
    if answer.mimetype in ("text/html", "image/svg+xml", "application/xml", "text/xml"):
        assert not MARKUP.search(answer.text), where
        assert not SCRIPT_ADDRESS.search(answer.text), where
        assert "$49" not in answer.text, where
    if answer.mimetype in ("image/svg+xml", "application/xml", "text/xml"):
        ElementTree.fromstring(answer.data)  # noqa: S314 - parsed to see that it can be
    if answer.mimetype == "text/csv":
        assert formulas(answer.get_data().decode("utf-8-sig")) == [], where


def formulas(text: str) -> list[str]:
    """List the cells of a CSV that a spreadsheet would run."""
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    return [cell for row in rows for cell in row if FORMULA.match(cell)]


def test_markup_that_would_run_is_seen() -> None:
    assert MARKUP.search(TEXT)
    assert SCRIPT_ADDRESS.search(f'<a href="{ADDRESS}">')
    assert formulas(f"{TEXT!r},{TEXT}") == [TEXT.partition("\r")[0]]


def test_every_route_is_harmless(hostile: Flask, visitor: FlaskClient) -> None:
    for path in sorted(set(routes(hostile))):
        for accept in ("text/html", "application/json"):
            require_harmless(visitor.get(path, headers={"Accept": accept}))


@pytest.mark.parametrize("territory", TERRITORIES)
def test_every_view_of_a_territory_is_harmless(visitor: FlaskClient, territory: str) -> None:
    for view in VIEWS:
        answer = visitor.get(territory + view)
        assert answer.status_code in (200, 404), view
        require_harmless(answer)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_harmless(visitor: FlaskClient, path: str) -> None:
    require_harmless(visitor.get(path))


def test_what_an_attacker_wrote_is_said_as_it_is(visitor: FlaskClient) -> None:
    assert "{{7*7}}" in visitor.get("/commune/29019").text
    place = visitor.get(f"/api/v1/sites/{quote(PLACE_ID, safe='')}").get_json()
    assert place["id"] == PLACE_ID


def test_documents_and_workbooks_run_nothing(visitor: FlaskClient) -> None:
    answer = visitor.get("/dossier/epci/242900314.docx")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.data)) as document:
        for name in document.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(document.read(name))  # noqa: S314 - seen to be XML
            if name.endswith(".rels"):
                assert b"javascript:" not in document.read(name)
    book = load_workbook(io.BytesIO(visitor.get("/departement/29/tableau.xlsx").data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("cmd|" in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
