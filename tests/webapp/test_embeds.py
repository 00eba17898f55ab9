"""Tests of `webapp.embeds`."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.published import publish

STATE = "ind=temps&sel=29001&lieux=0"


def test_an_embed_is_a_map_with_its_source_and_a_way_out(client: FlaskClient) -> None:
    text = client.get(f"/integrer/departement/29?{STATE}").get_data(as_text=True)
    assert "<svg" in text
    assert 'id="legende"' in text
    assert "Sources" in text
    assert "à vol d'oiseau corrigé" in text.replace("&#39;", "'")
    assert f'href="/departement/29?{STATE.replace("&", "&amp;")}"' in text
    assert "<nav" not in text
    assert 'id="panneau"' not in text


def test_an_embed_says_which_source_is_out_of_date(
    app_on: Callable[[Path], Flask], tmp_path: Path
) -> None:
    late = {"source": "fibre", "since": "2026-07-01", "age_days": 144, "reason": "réponse 503"}
    publish(tmp_path, degraded=[late])
    text = app_on(tmp_path).test_client().get("/integrer/departement/29").text
    assert "a pas pu être mise à jour depuis le 1er juillet 2026" in text


def test_only_embeds_may_be_framed_by_others(client: FlaskClient) -> None:
    embed = client.get("/integrer/epci/200066868").headers["Content-Security-Policy"]
    page = client.get("/epci/200066868").headers["Content-Security-Policy"]
    assert "frame-ancestors *" in embed
    assert "frame-ancestors 'self'" in page


def test_links_of_an_embed_leave_the_frame(client: FlaskClient) -> None:
    text = client.get("/integrer/departement/29").get_data(as_text=True)
    outside = re.sub(r"<svg.*?</svg>", "", text, flags=re.DOTALL)
    assert all('target="_blank"' in link for link in re.findall(r"<a [^>]*>", outside))


def test_an_unknown_territory_is_not_embedded(client: FlaskClient) -> None:
    assert client.get("/integrer/epci/123456789").status_code == 404
    assert client.get("/integrer/commune/29001").status_code == 404
