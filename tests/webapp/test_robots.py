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
