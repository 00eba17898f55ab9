"""What a page is made of, for the tests that read pages."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from flask.testing import FlaskClient


class Outline(HTMLParser):
    """What a page is made of: headings in order, ids, links, inline styles and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.forbidden: list[str] = []
        self.rows: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of a tag."""
        found = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if tag == "tr" and found.get("data-code"):
            self.rows.append(str(found["data-code"]))
        self.forbidden += [name for name in found if name == "style" or name.startswith("on")]
        is_data = found.get("type") == "application/ld+json"
        if tag == "style" or (tag == "script" and not (found.get("src") or is_data)):
            self.forbidden.append(tag)


def get(client: FlaskClient, address: str) -> str:
    """Text of a page that must be there."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.get_data(as_text=True)


def get_words(client: FlaskClient, address: str) -> str:
    """Text of a page that must be there, as it is read: entities and no-break spaces made plain."""
    return html.unescape(get(client, address)).replace("\u00a0", " ")
