"""The entries of the header."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from webapp.house.navigation import navigation


@pytest.mark.parametrize(
    ("path", "label", "mark"),
    [
        ("/", "Accueil", "page"),
        ("/territoires", "Territoires", "page"),
        ("/commune/29019", "Territoires", "true"),
        ("/departement/29/tableau", "Territoires", "true"),
        ("/france", "Territoires", "true"),
        ("/france/tableau", "Territoires", "true"),
        ("/methode", "Méthode", "page"),
        ("/api", "Données", "true"),
        ("/ogc/collections/communes", "Données", "true"),
    ],
)
def test_one_entry_is_marked(path: str, label: str, mark: str) -> None:
    assert [(entry.label, said) for entry, said in navigation(path) if said] == [(label, mark)]


@pytest.mark.parametrize("path", ["/recherche", "/mentions-legales", "/nulle-part"])
def test_other_pages_mark_none(path: str) -> None:
    assert not any(said for _, said in navigation(path))


def test_every_entry_leads_to_a_page_that_marks_it(client: FlaskClient) -> None:
    for entry, _ in navigation("/"):
        page = client.get(entry.path)
        assert page.status_code == 200, entry.path
        marked = re.findall(r'aria-current="page">([^<]+)</a></li>', page.text)
        assert marked == [entry.label]
