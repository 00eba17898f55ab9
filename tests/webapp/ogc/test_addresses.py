"""Addresses are absolute, and hold what they are given."""

from __future__ import annotations

from flask import Flask

from webapp.ogc.addresses import absolute, items_path, link, link_header


def test_an_address_is_absolute(app: Flask):
    with app.test_request_context("/ogc", base_url="http://carte.exemple.fr"):
        assert absolute("/ogc") == "http://carte.exemple.fr/ogc"
        query = {"nom": "a&b", "bbox": "1,2,3,4"}
        assert absolute("/ogc", query) == "http://carte.exemple.fr/ogc?nom=a%26b&bbox=1,2,3,4"


def test_an_id_cannot_leave_its_place():
    assert items_path("lieux", "../x?y#z") == "/ogc/collections/lieux/items/..%2Fx%3Fy%23z"


def test_a_header_holds_the_relations_asked():
    links = [link("next", "http://a", "text/html", "Suite"), link("self", "http://b", "x/y", "Ici")]
    assert link_header(links, "next", "prev") == '<http://a>; rel="next"; type="text/html"'
    assert link_header(links) == ""


def test_a_header_leaves_out_the_links_that_are_too_long():
    filtered = link("next", f"http://a?filter={'x' * 20_000}", "text/html", "Suite")
    licence = link("license", "http://b", "text/html", "Licence")
    assert link_header([filtered, licence], "next", "license") == link_header([licence], "license")
