"""Tests of `webapp.page_context`."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from tests.webapp.published import publish
from tests.webapp.sample import FACTS
from webapp.page_context import Site, page_context, site_of
from webapp.snapshots.current_snapshot import current


def test_the_frame_says_what_is_served(app: Flask, snapshot_id: str) -> None:
    with app.test_request_context("/departement/29?ind=fibre"):
        context = page_context()
        site = site_of(current())
    assert context["site"] == site
    assert site.is_demo
    assert (site.cog, site.snapshot) == (2026, snapshot_id)
    assert context["canonical"] == "/departement/29"


def test_a_source_in_several_files_is_named_once(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    other = FACTS["sources"][-1] | {"id": "population_mayotte", "reader": "population"}
    publish(tmp_path, sources=[*FACTS["sources"], other])
    with app_on(tmp_path).test_request_context("/"):
        layers = site_of(current()).layers
    assert len(layers) == len(FACTS["sources"])


def test_replaced_thresholds_are_said_on_every_page(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    publish(tmp_path, method=FACTS["method"] | {"replaced": {"alerts.fibre_pct": 90.0}})
    client = app_on(tmp_path).test_client()
    for path in ("/", "/departement/29", "/commune/29001", "/methode", "/sources"):
        assert "Seuils remplacés par l'éditeur" in html.unescape(client.get(path).text)
    assert "<strong>remplacé</strong> (défaut" in client.get("/methode").text
    said = client.get("/api/v1/snapshot").get_json()
    assert said["method"]["replaced"] == {"alerts.fibre_pct": 90.0}


def test_without_a_snapshot_the_frame_is_empty(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    with app_on(tmp_path).test_request_context("/"):
        assert page_context()["site"] == Site()


def test_the_host_header_is_said_back_to_those_who_embed_alone(app: Flask) -> None:
    client = app.test_client()
    for path in ("/", "/departement/29", "/commune/29001"):
        text = client.get(path, headers={"Host": "ailleurs.example"}).text
        said = [line for line in text.splitlines() if "ailleurs.example" in line]
        assert all("application/json+oembed" in line for line in said)
    assert '<link rel="canonical" href="/commune/29001">' in client.get("/commune/29001?x=1").text


def test_late_layers_are_said_on_every_page_and_beside_the_sources_for_the_public(
    app: Flask,
) -> None:
    client = app.test_client()
    late = "Données déjà anciennes le 22\u00a0novembre 2026".replace("\u00a0", " ")
    for path in ("/departement/29", "/comparer?ids=epci-200066868", "/integrer/departement/29"):
        assert client.get(path).text.count(late) == 1, path
    for path in ("/commune/29001", "/commune/29001/simple"):
        page = client.get(path).text
        assert page.count(late) == 1, path
        assert late not in page.partition("<main")[0], path
