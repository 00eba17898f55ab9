"""The folium page finds all its libraries on this machine."""

from __future__ import annotations

import re
import urllib.error
import urllib.request

import brotli
import pytest

from bench import naive_site
from bench.naive import draw_naive_map


def test_the_naive_page_needs_no_other_host(tmp_path) -> None:
    page = tmp_path / "carte.html"
    draw_naive_map(page)
    local = naive_site.localise(page.read_text())
    assert not re.search(r"(src|href)=\"https?:", local)
    asked = set(re.findall(r"(?:src|href)=\"/([^\"]+)\"", local))
    assert asked == set(naive_site.PACKAGES)
    assert local.count('"code": "29') == 277


def test_an_unknown_library_is_refused(tmp_path) -> None:
    with pytest.raises(KeyError, match=r"autre\.js"):
        naive_site.gather('<script src="https://example.org/autre.js">', tmp_path)


def test_it_serves_compressed_files() -> None:
    files = {naive_site.PAGE: brotli.compress(b"<p>Bonjour</p>")}
    with naive_site.serving(files) as port:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{naive_site.PAGE}") as answer:
            assert answer.headers["Content-Encoding"] == "br"
            assert brotli.decompress(answer.read()) == b"<p>Bonjour</p>"
        with pytest.raises(urllib.error.HTTPError) as refusal:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/absent.js")
        refusal.value.close()
        assert refusal.value.code == 404
