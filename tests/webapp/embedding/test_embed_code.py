"""Tests of `webapp.embedding.embed_code`."""

from __future__ import annotations

from html.parser import HTMLParser

from webapp.embedding.embed_code import EmbedCode

CODE = EmbedCode(
    title='Verdict par commune, L\'Île "Sein" & <b>',
    page="https://carte.exemple.fr/departement/29?ind=fibre&lieux=0",
    frame="https://carte.exemple.fr/integrer/departement/29?ind=fibre&lieux=0",
    image="https://carte.exemple.fr/departement/29/carte.png?ind=fibre&lieux=0",
    drawing="https://carte.exemple.fr/departement/29/carte.svg",
    thumbnail="https://carte.exemple.fr/departement/29/carte.png?ppp=72",
    script="https://carte.exemple.fr/integrer.js",
)


class Reader(HTMLParser):
    """Elements of a text, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.elements.append((tag, dict(attrs)))


def test_a_frame_is_named_and_leads_out() -> None:
    (frame, link) = (
        element for element in Reader(CODE.html("400", 640)).elements if element[0] != "p"
    )
    assert frame[0] == "iframe"
    assert frame[1]["title"] == CODE.title
    assert frame[1]["src"] == CODE.frame
    assert (frame[1]["width"], frame[1]["height"]) == ("400", "640")
    assert link == ("a", {"href": CODE.page})


def test_the_script_comes_when_asked_for() -> None:
    assert "<script" not in CODE.html("100%", 640)
    assert (
        "script",
        {"src": CODE.script, "async": None},
    ) in Reader(CODE.html("100%", 640, resizes=True)).elements


def test_an_image_has_a_text() -> None:
    link, image = Reader(CODE.picture()).elements
    assert link[1]["href"] == CODE.page
    assert (image[1]["src"], image[1]["alt"]) == (CODE.image, CODE.title)
