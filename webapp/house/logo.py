"""The logo of the collectivité: one small local image, served from this host."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from geodata.toml_section import Section

LARGEST_BYTES = 200_000
_PNG = b"\x89PNG\r\n\x1a\n"
_MEDIA_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True)
class Logo:
    """An image and the words that stand for it."""

    content: bytes
    suffix: str
    alt: str

    @property
    def media_type(self) -> str:
        """Media type to serve it with."""
        return _MEDIA_TYPES[self.suffix]

    @property
    def path(self) -> str:
        """Address of the image; it changes with the content, so that it is cached for ever.

        >>> Logo(b"x", ".png", "Sicoval").path
        '/logo.png?v=2d711642b726'
        """
        return f"/logo{self.suffix}?v={hashlib.sha256(self.content).hexdigest()[:12]}"


def read_logo(section: Section, base: Path) -> Logo | None:
    """Read `[logo]`: `fichier`, a SVG or PNG file next to site.toml, and `texte`, its alternative.

    Raises
    ------
    geodata.errors.SettingsError
        When the file is absent, too large or not what its name says, or has no alternative.
    """
    section.refuse_unknown(("fichier", "texte"))
    if not section.values:
        return None
    name, alt = section.text("fichier"), section.text("texte")
    if name is None:
        raise section.error("fichier", 'fichier absent ; écrivez fichier = "logo.svg"')
    if alt is None:
        said = "texte de remplacement absent ; écrivez le nom qui se lit sur le logo"
        raise section.error("texte", said)
    suffix = Path(name).suffix.lower()
    if suffix not in _MEDIA_TYPES:
        raise section.error("fichier", f"« {name[:60]} » : donnez un fichier .svg ou .png")
    content = _read(section, base / name)
    fault = _fault(content, suffix)
    if fault:
        raise section.error("fichier", f"« {name[:60]} » {fault}")
    return Logo(content, suffix, alt)


def _read(section: Section, path: Path) -> bytes:
    """Read a file of a reasonable size."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            kilobytes = LARGEST_BYTES // 1000
            said = f"« {path.name[:60]} » est trop lourd ; donnez au plus {kilobytes} ko"
            raise section.error("fichier", said)
        return path.read_bytes()
    except OSError as error:
        said = f"« {path.name[:60]} » est introuvable ou illisible ; vérifiez le chemin"
        raise section.error("fichier", said) from error


def _fault(content: bytes, suffix: str) -> str:
    """Say what is wrong with an image; empty when nothing is."""
    if suffix == ".png":
        return "" if content.startswith(_PNG) else "n'est pas une image PNG ; refaites-la"
    if b"<!ENTITY" in content:
        return "déclare des entités XML ; enregistrez-le en SVG simple"
    try:
        root = ET.fromstring(content)  # noqa: S314 - entities were refused above
    except ET.ParseError:
        return "n'est pas un fichier SVG ; refaites-le"
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return "n'est pas un fichier SVG ; refaites-le"
    has_script = any(str(element.tag).endswith("}script") for element in root.iter())
    return "contient un script ; retirez-le" if has_script else ""
