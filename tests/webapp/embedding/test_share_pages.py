"""Tests of `webapp.embedding.share_pages`."""

from __future__ import annotations

import re
from html import unescape

from flask.testing import FlaskClient

from webapp.assets import ROOT

HERE = "http://localhost"


def code(text: str, name: str) -> str:
    found = re.search(rf'<textarea id="{name}"[^>]*>(.*?)</textarea>', text, re.DOTALL)
    return unescape(found[1])


def test_the_three_codes_show_the_map_that_is_previewed(client: FlaskClient) -> None:
    text = client.get("/departement/29/partager?ind=fibre&lieux=0&table=1&titre=0&hauteur=500").text
    preview = unescape(re.search(r'<iframe id="apercu"[^>]* src="([^"]+)"', text)[1])
    assert preview == "/integrer/departement/29?ind=fibre&lieux=0&titre=0&table=1"
    assert code(text, "code-lien") == f"{HERE}/departement/29?ind=fibre&lieux=0"
    frame = unescape(code(text, "code-cadre"))
    assert f'src="{HERE}{preview}"' in frame
    assert 'height="500"' in frame
    image = unescape(code(text, "code-image"))
    assert f'src="{HERE}/departement/29/carte.png?ind=fibre&lieux=0"' in image
    assert 'alt="Fibre par commune' in image
    for path in (preview, "/departement/29?ind=fibre&lieux=0"):
        assert client.get(path).status_code == 200


def test_the_form_keeps_the_rest_of_the_state(client: FlaskClient) -> None:
    text = client.get("/departement/29/partager?sel=29001&temps_max=15").text
    assert '<input type="hidden" name="sel" value="29001">' in text
    assert '<input type="hidden" name="temps_max" value="15">' in text


def test_hostile_values_are_said_and_written_harmless(client: FlaskClient) -> None:
    query = 'vue="><script>alert(1)</script>&largeur=1&ind=<b>'
    text = client.get(f"/departement/29/partager?{query}").text
    assert "<script>alert" not in text
    assert text.count("compris") >= 2


def test_the_script_of_hosts_has_an_address_that_stays(client: FlaskClient) -> None:
    answer = client.get("/integrer.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_the_script_of_hosts_weighs_less_than_a_kilobyte() -> None:
    assert len((ROOT / "webapp" / "front" / "integrer.js").read_bytes()) < 1024
