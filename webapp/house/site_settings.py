"""What the collectivité that installs the site says of itself: site.toml, read strictly.

Name, logo, colour, contact, legal notices, territory of the home page, public address, sites that
may frame the maps, basemap. Every fault names the key and what to write instead, when the service
starts: a site is never half personalised.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from carto import french
from carto.drawing.contrast import LEAST_FOR_TEXT, contrast_ratio, is_colour
from geodata.toml_section import Section, read_toml
from webapp.house.logo import Logo, read_logo

SITE_VARIABLE = "CARTO_SITE"
NO_BASEMAP, IGN = "aucun", "ign"
ANYWHERE = "*"

TOP_KEYS = (
    *("nom", "logo", "couleur", "contact", "mentions", "accueil", "adresse"),
    *("integration", "fond"),
)
_MAIL = re.compile(r"[^@\s:/?#]+@[^@\s:/?#]+\.[a-zA-Z]{2,}")
_HOME = re.compile(r"(commune|epci|departement|region|ept|groupe)/([0-9A-Za-z_-]{1,40})")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_LONGEST_NAME = 60


@dataclass(frozen=True)
class LegalNotices:
    """Who publishes the site, who answers for it, who hosts it; None for what is not said."""

    editeur: str | None = None
    directeur_de_publication: str | None = None
    hebergeur: str | None = None


@dataclass(frozen=True)
class SiteSettings:
    """The theme and the identity of one installation; the default ones say that nothing is set.

    Attributes
    ----------
    nom
        Name of the site, in the header and the titles.
    logo
        Image shown before the name, or None.
    couleur
        Main colour, dark enough to be read on white; None for the one of the software.
    contact
        Address of a link to whoever answers (`mailto:` or `https:`), or None.
    mentions
        Legal notices.
    accueil
        Type and code of the territory of the home page; None for the whole of the data.
    adresse
        Public address of the site, scheme and host without a slash at the end, or None.
    integration
        Sources that may frame the embedded maps, as `frame-ancestors` writes them.
    fond
        `aucun` or `ign`: the basemap below the interactive map.
    digest
        Changes with the file and the logo: part of what answers are cached by.
    """

    nom: str = "Carto"
    logo: Logo | None = None
    couleur: str | None = None
    contact: str | None = None
    mentions: LegalNotices = field(default_factory=LegalNotices)
    accueil: tuple[str, str] | None = None
    adresse: str | None = None
    integration: tuple[str, ...] = (ANYWHERE,)
    fond: str = NO_BASEMAP
    digest: str = ""


def read_site(path: Path, named_by: str = SITE_VARIABLE) -> SiteSettings:
    """Read site.toml.

    Parameters
    ----------
    path
        The file; the logo that it names is read next to it.
    named_by
        Option or variable where the operator wrote this path, for the error.

    Raises
    ------
    SettingsError
        Naming the file, the key (or line) at fault and what to do.
    """
    section = Section(path.name, "", read_toml(path, named_by))
    section.refuse_unknown(TOP_KEYS)
    logo = read_logo(section.section("logo"), path.resolve().parent)
    content = path.read_bytes() + (logo.content if logo else b"")
    return SiteSettings(
        nom=_name(section),
        logo=logo,
        couleur=_colour(section),
        contact=_contact(section),
        mentions=_notices(section.section("mentions")),
        accueil=_home(section),
        adresse=_address(section),
        integration=_ancestors(section),
        fond=_basemap(section),
        digest=hashlib.sha256(content).hexdigest()[:12],
    )


def _name(section: Section) -> str:
    """Read `nom`, short enough for the header of a telephone."""
    nom = section.text("nom")
    if nom is not None and len(nom) > _LONGEST_NAME:
        said = f"{len(nom)} caractères ; écrivez-en {_LONGEST_NAME} au plus"
        raise section.error("nom", said)
    return nom or SiteSettings.nom


def _colour(section: Section) -> str | None:
    """Read `couleur` and refuse one on which white letters could not be read."""
    written = section.text("couleur")
    if written is None:
        return None
    colour = written.lower()
    if not is_colour(colour):
        said = f"« {written[:20]} » n'est pas une couleur"
        raise section.error("couleur", f'{said} ; écrivez six chiffres, par exemple "#0f5361"')
    ratio = contrast_ratio(colour)
    if ratio < LEAST_FOR_TEXT:
        measured = french.number(_cut(ratio), 2)
        least = french.number(LEAST_FOR_TEXT, 1)
        raise section.error(
            "couleur",
            f"« {colour} » se lit mal : son contraste avec le blanc est de {measured}:1, il en "
            f"faut au moins {least}:1 ; choisissez une couleur plus foncée",
        )
    return colour


def _cut(ratio: float) -> float:
    """Cut a contrast to two decimals, so that one just too low never reads as enough.

    >>> _cut(4.4999)
    4.49
    """
    return int(ratio * 100) / 100


def _contact(section: Section) -> str | None:
    """Read `contact`, an e-mail address or the address of a page, as the address of a link."""
    contact = section.text("contact")
    if contact is None:
        return None
    if _MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    if _is_web_address(contact):
        return contact
    said = f"« {contact[:40]} » n'est ni un courriel ni une adresse"
    raise section.error("contact", f'{said} ; écrivez "numerique@exemple.fr" ou "https://…"')


def _notices(section: Section) -> LegalNotices:
    """Read `[mentions]`."""
    section.refuse_unknown(("editeur", "directeur_de_publication", "hebergeur"))
    return LegalNotices(
        editeur=section.text("editeur"),
        directeur_de_publication=section.text("directeur_de_publication"),
        hebergeur=section.text("hebergeur"),
    )


def _home(section: Section) -> tuple[str, str] | None:
    """Read `accueil`; whether the territory is published is only known once data are read."""
    written = section.text("accueil")
    if written is None:
        return None
    match = _HOME.fullmatch(written)
    if match is None:
        said = f"« {written[:40]} » n'est pas un territoire"
        raise section.error("accueil", f'{said} ; écrivez "epci/243100633" ou "departement/29"')
    return match[1], match[2]


def _address(section: Section) -> str | None:
    """Read `adresse`, without the slash at its end."""
    written = section.text("adresse")
    if written is None:
        return None
    if not is_site_address(written):
        said = f"« {written[:60]} » n'est pas l'adresse d'un site"
        raise section.error("adresse", f'{said} ; écrivez "https://carte.exemple.fr"')
    return written.rstrip("/")


def _ancestors(section: Section) -> tuple[str, ...]:
    """Read `integration`: every site, or the addresses of those that may frame a map."""
    value = section.values.get("integration", ANYWHERE)
    advice = 'écrivez "*" ou ["https://www.exemple.fr"]'
    if value == ANYWHERE:
        return (ANYWHERE,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise section.error("integration", f"liste de sites mal écrite ; {advice}")
    for item in value:
        if not is_site_address(item):
            raise section.error(
                "integration", f"« {item[:60]} » n'est pas l'adresse d'un site ; {advice}"
            )
    return tuple(item.rstrip("/") for item in value) or ("'none'",)


def _basemap(section: Section) -> str:
    """Read `fond`."""
    fond = section.text("fond") or NO_BASEMAP
    if fond not in (NO_BASEMAP, IGN):
        raise section.error("fond", f'« {fond[:20]} » est inconnu ; écrivez "aucun" ou "ign"')
    return fond


def is_site_address(text: str) -> bool:
    """Whether a text is the address of a whole site: a scheme and a host, no path.

    >>> [is_site_address(text) for text in ("https://a.fr", "https://a.fr/", "https://a.fr/x")]
    [True, True, False]
    """
    return _is_web_address(text) and urlsplit(text).path in ("", "/")


def _is_web_address(text: str) -> bool:
    """Whether a text is an http address that can be put in a page or a header as it is.

    >>> [_is_web_address(text) for text in ("https://a.fr/x?y=1", "javascript:a", "https://a.fr x")]
    [True, False, False]
    """
    if not text.isascii() or any(not c.isprintable() or c in " \"'<>;,\\" for c in text):
        return False
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https")
            and _HOST.fullmatch(parts.hostname or "") is not None
            and parts.username is None
            and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        return False


def site_settings(path: str | None, named_by: str = SITE_VARIABLE) -> SiteSettings:
    """Read the file of the site, or give the settings of a site that has none.

    Parameters
    ----------
    path
        The file, or nothing.
    named_by
        Option or variable where the operator wrote this path, for the error.

    Raises
    ------
    SettingsError
        When the file cannot be used.
    """
    return read_site(Path(path), named_by) if path else SiteSettings()
