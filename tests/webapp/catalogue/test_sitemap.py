"""Tests of `webapp.catalogue.sitemap`."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.webapp.sample import TABLES
from webapp.catalogue import sitemap
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(client: FlaskClient, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.mimetype == "application/xml"
    return [str(found.text) for found in ET.fromstring(answer.data).iter(LOCATION)]  # noqa: S314


def test_every_page_that_is_listed_is_there_and_open(client: FlaskClient) -> None:
    rules = RobotFileParser()
    rules.parse(client.get("/robots.txt").text.splitlines())
    (part,) = locations(client, "/sitemap.xml")
    listed = locations(client, part)
    assert len(listed) == len(set(listed))
    for code in (row["code_insee"] for row in TABLES["communes"]):
        assert f"http://localhost/commune/{code}" in listed
    for address in listed:
        assert client.get(address).status_code == 200, address
        if "/donnees/" not in address:
            assert rules.can_fetch("*", address), "the standard library reads no `$`"


def test_a_part_holds_no_more_than_it_may(
    client: FlaskClient, snapshot: LoadedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "MOST_IN_A_PART", 10)
    parts = locations(client, "/sitemap.xml")
    listed = [locations(client, part) for part in parts]
    assert all(len(part) == 10 for part in listed[:-1])
    assert sum(map(len, listed)) == len(sitemap.addresses(snapshot))


@pytest.mark.parametrize("number", ["0", "2", "999999999999"])
def test_a_part_that_is_not_there_is_said(client: FlaskClient, number: str) -> None:
    assert client.get(f"/sitemap-{number}.xml").status_code == 404
