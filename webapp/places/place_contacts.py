"""How to reach a place: the phone, mail and site of the institution, where they are published.

Numbers and addresses of persons were set aside when the lists were read; what is left is that of
institutions, in the published table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from carto.french import NBSP

Row = Mapping[str, Any]

# Country code, then the number without its 0: France and its overseas codes of three digits.
_INTERNATIONAL = re.compile(r"\+(33|262|590|594|596|508|687|689|681)(\d{6,9})")
_LOCAL = re.compile(r"0\d{9}")
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")


@dataclass(frozen=True)
class WebSite:
    """A site of an institution: its host to read, its address to follow."""

    host: str
    address: str


@dataclass(frozen=True)
class Contact:
    """How to reach a place.

    Attributes
    ----------
    phone, dial
        The number to read, and the one to dial; both empty when it is not published.
    emails, sites
        Addresses that can be followed.
    """

    phone: str = ""
    dial: str = ""
    emails: tuple[str, ...] = ()
    sites: tuple[WebSite, ...] = ()


def contact_of(site: Row) -> Contact:
    """Gather the published contacts of a row of `sites`."""
    published = (site["telephone"] or "").strip()
    addresses = (site["site_web"] or "").split("|")
    return Contact(
        phone=phone_in_words(published),
        dial=re.sub(r"[^\d+]", "", published),
        emails=tuple(filter(_EMAIL.fullmatch, (site["courriels"] or "").split("|"))),
        sites=tuple(WebSite(_host(text), text) for text in addresses if _host(text)),
    )


def phone_in_words(number: str) -> str:
    r"""Write a French number in pairs; another one is left as it is.

    >>> phone_in_words("+33298001122"), phone_in_words("+262262001122"), phone_in_words("3646")
    ('02\xa098\xa000\xa011\xa022', '02\xa062\xa000\xa011\xa022', '3646')
    """
    found = _INTERNATIONAL.fullmatch(number)
    local = f"0{found[2]}" if found and len(found[2]) == 9 else number.replace(" ", "")
    if not _LOCAL.fullmatch(local):
        return number
    return NBSP.join(local[start : start + 2] for start in range(0, 10, 2))


def _host(address: str) -> str:
    """Host of an address of the web, without its « www. »; empty for anything else."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return parts.hostname.removeprefix("www.")
