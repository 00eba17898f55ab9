"""Tests of `webapp.robots`."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from flask.testing import FlaskClient


def test_pages_are_open_and_files_of_each_request_are_not(client: FlaskClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.mimetype == "text/plain"
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())
    assert rules.can_fetch("*", "/departement/29")
    assert not rules.can_fetch("*", "/api/v1/communes")
    assert "Disallow: /*/carte.pdf" in answer.text


def test_what_is_computed_for_each_request_is_left_alone(client: FlaskClient) -> None:
    """The standard library reads no `*` nor `?`: such rules are held as they are written."""
    text = client.get("/robots.txt").text
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    assert not rules.can_fetch("*", "/scenario?territoire=departement-29&ajout=29019:3.5")
    assert not rules.can_fetch("*", "/scenario.json?territoire=departement-29")
    for open_page in ("/groupe/29019-29232", "/dossier/departement/29"):
        assert rules.can_fetch("*", open_page)
    for closed in ("planifier?*", "groupe?*", "dossier/*.pdf", "dossier/*.docx", "dossier/*.zip"):
        assert f"Disallow: /{closed}\n" in text
    assert "Disallow: /dossier/*?*\n" in text
