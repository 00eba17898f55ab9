"""French typography of every page: no plain space where a line must not break, no double stop."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from carto.tables.shared import HOURS_RATE_UNIT
from tests.webapp.outline import get
from tests.webapp.sample import FACTS, TABLES
from tests.webapp.test_every_page import PAGES

MORE_PAGES = (
    "/departement/29?ind=acces",
    "/departement/29?ind=fibre",
    "/departement/29?ind=besoin",
    "/departement/29?sel=29019",
    "/comparer",
    "/comparer?ids=epci-200066868,departement-29",
    "/seuils",
    "/seuils?temps_max=15",
    "/planifier?territoire=departement-29",
    "/planifier?question=manque&nombre=2&territoire=departement-29",
    "/planifier?question=retirer&comment=heures&part=30&territoire=departement-29",
    "/planifier?question=retirer&comment=choix&territoire=departement-29",
    "/planifier?question=retirer&comment=moins&nombre=2&territoire=departement-29",
    "/planifier?territoire=departement-29&question=tournee"
    "&heures=14&demi=1&depart=29019&arrets=sous-desservies",
    "/departement/29/partager",
    "/departement/29/imprimer",
    "/dossier/departement/29",
    "/dossier/epci/200066868?ajout=29001:7&demi_journees=2",
)
# The page of the method quotes formulas and parameters as they are written in files.
_WITHOUT_METHOD = tuple(page for page in PAGES if page != "/methode")
_SILENT = ("script", "style", "code", "pre", "title")
_NOUNS = (
    "h|min|km|m|ans?|jours?|hab\\.|habitants?|communes?|lieux?|locaux|intercommunalités?|"
    "territoires?|départements?|EPCI|trimestres?|points?|places?|déciles?|sur 10"
)
_FAULTS = re.compile(
    r"[ \n][:;?!%€»](?=\s|$|[.,)])|«[ \n]"
    rf"|\d[ \n](?:{_NOUNS})(?![\w-])"
    r"|(?<!\d)\d{1,3}[ \n]\d{3}(?!\d)"
    r"|(?<!\.)\.\.(?!\.)"
)
AROUND = 25
# What the build writes, and what the sample stands for: held to French where it is written.
_STORED = (
    *(row["sentence"] for name in ("communes", "epci", "departement") for row in TABLES[name]),
    *(item["message"] for check in FACTS["checks"] for item in check["items"]),
    HOURS_RATE_UNIT,
    *(f"pour {rate} habitants" for rate in ("1\u202f000", "1\u00a0000", "10\u202f000", "10 000")),
)


class Texts(HTMLParser):
    """Keeps the text nodes that a reader sees."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as called
        """Stop listening in what is not read as French."""
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        """Listen again after it."""
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        """Keep a text, without what the build wrote."""
        if not self._silent:
            for stored in _STORED:
                data = data.replace(stored, "")
            self.texts.append(data)


def faults(page: str) -> list[str]:
    """Each fault of a page, with some words around."""
    return [
        text[max(0, found.start() - AROUND) : found.end() + AROUND]
        for text in Texts(page).texts
        for found in _FAULTS.finditer(text)
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<p>Fibre : 12 %</p>", 2),
        ("<p>« non »</p>", 2),
        ("<p>30 334 habitants</p>", 1),
        ("<p>17 min et 3 communes..</p>", 3),
        ("<p>Fibre\u00a0: 12\u00a0% de 30\u202f334\u00a0habitants, dit «\u00a0x\u00a0»…</p>", 0),
        ("<p>Le 31 décembre 2023, au 1er étage<code>a : b</code>.</p>", 0),
    ],
)
def test_faults_are_seen(text: str, count: int) -> None:
    assert len(faults(text)) == count


@pytest.mark.parametrize("address", [*_WITHOUT_METHOD, *MORE_PAGES])
def test_no_line_breaks_where_french_has_none(client: FlaskClient, address: str) -> None:
    assert faults(get(client, address)) == []
