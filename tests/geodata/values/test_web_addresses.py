"""Web addresses: repaired when only their punctuation was lost, else left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.web_addresses import read_urls


def read(text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return read_urls(text, lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://www.ville.fr/epn?a=1", "https://www.ville.fr/epn?a=1"),
        ("https//:www.ville.fr", "https://www.ville.fr"),
        ("http:/ville.fr", "http://ville.fr"),
        ("https:ville.fr/x", "https://ville.fr/x"),
        ("www.ville.fr", "https://www.ville.fr"),
        ("bibliotheque.bordeaux.fr", "https://bibliotheque.bordeaux.fr"),
    ],
)
def test_web_addresses(text: str, url: str) -> None:
    assert read(text) == (url, [] if text == url else ["URL_REPAREE"])


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://ville.fr",
        "@",
        "http://localhost/",
        "https://moi:secret@ville.fr",
        'https://ville.fr/"><script>',
        "https://[",
        "jeanne.dupont@ville.fr",
    ],
)
def test_what_is_no_web_address(text: str) -> None:
    assert read(text) == (None, ["URL_REFUSEE"])


@pytest.mark.parametrize("text", ["", " ", "null"])
def test_nothing_is_missing_without_a_remark(text: str) -> None:
    assert read(text) == (None, [])


@given(st.text(max_size=40))
def test_any_text_is_web_addresses_or_missing(text: str) -> None:
    urls, _ = read(text)
    assert urls is None or all(url.startswith("http") for url in urls.split("|"))
