"""The logo: what is accepted, and what is refused before the service starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SettingsError
from geodata.toml_section import Section
from webapp.house.logo import LARGEST_BYTES, Logo, read_logo

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def read(folder: Path, values: dict[str, object]) -> Logo | None:
    return read_logo(Section("site.toml", "logo", values), folder)


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [("logo.svg", SVG, "image/svg+xml"), ("Logo.PNG", PNG, "image/png")],
)
def test_a_small_image_is_kept_with_its_words(
    tmp_path: Path, name: str, content: bytes, media_type: str
) -> None:
    (tmp_path / name).write_bytes(content)
    logo = read(tmp_path, {"fichier": name, "texte": "Sicoval"})
    assert logo is not None
    assert (logo.content, logo.alt, logo.media_type) == (content, "Sicoval", media_type)


def test_there_may_be_none(tmp_path: Path) -> None:
    assert read(tmp_path, {}) is None


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("logo.gif", b"GIF89a", ".svg ou .png"),
        ("logo.png", SVG, "n'est pas une image PNG"),
        ("logo.svg", PNG, "n'est pas un fichier SVG"),
        ("logo.svg", b"<html/>", "n'est pas un fichier SVG"),
        ("logo.svg", SVG.replace(b"<rect", b"<script/><rect"), "contient un script"),
        ("logo.svg", b'<!DOCTYPE a [<!ENTITY b "c">]>' + SVG, "entités"),
        ("logo.png", PNG + bytes(LARGEST_BYTES), "au plus 200 ko"),
        ("logo.svg", None, "introuvable"),
    ],
)
def test_anything_else_is_refused(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError, match=r"site\.toml, clé logo\.fichier") as refused:
        read(tmp_path, {"fichier": name, "texte": "Sicoval"})
    assert said in str(refused.value)


@pytest.mark.parametrize("values", [{"fichier": "logo.svg"}, {"texte": "Sicoval"}])
def test_a_logo_has_a_file_and_words(tmp_path: Path, values: dict[str, object]) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)
    with pytest.raises(SettingsError, match="absent"):
        read(tmp_path, values)
