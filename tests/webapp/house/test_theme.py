"""The theme of a site: its colour, its logo, its name on every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import webapp
from carto.drawing.contrast import LEAST_FOR_TEXT, contrast_ratio
from webapp import create_app
from webapp.house.logo import Logo
from webapp.house.site_settings import SiteSettings
from webapp.house.theme import DARKEST_BACKGROUND, theme_sheet
from webapp.settings import WebSettings

HOUSE = SiteSettings(
    nom="Sicoval",
    logo=Logo(b"<svg/>", ".svg", "Logo du Sicoval"),
    couleur="#7a1f5c",
    integration=("https://www.sicoval.example",),
    digest="0123",
)


@pytest.fixture(scope="module")
def sicoval(snapshot_dir: Path, static_dir: Path) -> FlaskClient:
    """Return a client of a site with a theme."""
    settings = WebSettings(data_dir=snapshot_dir, static_dir=static_dir, site=HOUSE)
    return create_app(settings).test_client()


def test_the_colour_is_a_style_sheet_of_this_host(sicoval: FlaskClient) -> None:
    answer = sicoval.get("/theme.css?v=7a1f5c")
    assert answer.mimetype == "text/css"
    assert "--petrole:#7a1f5c" in answer.text
    assert "immutable" in answer.headers["Cache-Control"]


def test_every_page_links_the_theme_after_its_own_style(sicoval: FlaskClient) -> None:
    for path in ("/", "/methode", "/integrer/departement/29", "/nulle-part"):
        page = sicoval.get(path).text
        assert page.index("page.") < page.index("/theme.css?v=7a1f5c"), path


def test_the_header_shows_the_logo_and_the_name(sicoval: FlaskClient) -> None:
    page = sicoval.get("/methode").text
    assert 'alt="Logo du Sicoval"' in page
    assert "<title>Méthode – Sicoval</title>" in page
    assert '<meta name="theme-color" content="#7a1f5c">' in page


def test_the_logo_is_served_with_its_type(sicoval: FlaskClient) -> None:
    answer = sicoval.get(HOUSE.logo.path if HOUSE.logo else "")
    assert "immutable" in answer.headers["Cache-Control"]
    assert (answer.data, answer.mimetype) == (b"<svg/>", "image/svg+xml")
    assert sicoval.get("/logo.png").status_code == 404


def test_an_address_without_the_hash_of_its_content_is_asked_again(sicoval: FlaskClient) -> None:
    for path in ("/theme.css", "/theme.css?v=000000", "/logo.svg", "/logo.svg?v=0"):
        answer = sicoval.get(path)
        assert answer.headers["Cache-Control"] == "no-cache", path
        held = {"If-None-Match": answer.headers["ETag"]}
        assert sicoval.get(path, headers=held).status_code == 304


def test_a_framed_page_may_load_the_theme_from_a_sandbox(sicoval: FlaskClient) -> None:
    for path in ("/theme.css", "/logo.svg"):
        headers = sicoval.get(path).headers
        assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_only_the_sites_that_are_named_may_frame(sicoval: FlaskClient) -> None:
    policy = sicoval.get("/integrer/departement/29").headers["Content-Security-Policy"]
    assert policy.endswith("frame-ancestors 'self' https://www.sicoval.example")


def test_the_cache_follows_the_settings(sicoval: FlaskClient, client: FlaskClient) -> None:
    themed, plain = (each.get("/methode").headers["ETag"] for each in (sicoval, client))
    assert themed != plain


def test_a_site_without_theme_has_neither(client: FlaskClient) -> None:
    assert "theme.css" not in client.get("/methode").text
    assert client.get("/theme.css").text == ""
    assert client.get("/logo.svg").status_code == 404


def test_a_colour_just_dark_enough_is_read_on_every_background() -> None:
    tokens = (Path(webapp.__file__).parent / "front" / "carto.css").read_text(encoding="utf-8")
    grounds = dict(re.findall(r"--(papier|fond|creux|jaune): (#[0-9a-f]{3,6});", tokens))
    assert grounds["creux"] == DARKEST_BACKGROUND
    found = re.fullmatch(r":root{--petrole:(#\w{6});--nuit:(#\w{6})}", theme_sheet("#767676"))
    assert found is not None
    for ground in ("#ffffff", grounds["fond"], grounds["creux"], grounds["jaune"]):
        assert min(contrast_ratio(found[tone], ground) for tone in (1, 2)) >= LEAST_FOR_TEXT
