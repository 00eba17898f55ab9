"""Web addresses of places: http(s) of a named host, whose lost punctuation is restored."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark

_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#].*)?", re.IGNORECASE)


def read_urls(text: str, remark: Remark) -> str | None:
    """Read web addresses, joined by `|`.

    Parameters
    ----------
    text
        Cell as published; several addresses are parted by `|` or spaces.
    remark
        Told `URL_REPAREE` (`https//:ville.fr`, `www.ville.fr`) or `URL_REFUSEE` (anything that is
        no http address, such as `javascript:`, or that holds a name and a password).

    Examples
    --------
    >>> read_urls("https//:ville.fr | javascript:alert(1)", lambda code, said: print(code))
    URL_REPAREE
    URL_REFUSEE
    'https://ville.fr'
    """
    if is_missing(text):
        return None
    kept = []
    for written in filter(None, re.split(r"[|\s]+", text.strip())):
        url = _repaired_url(written)
        if not _is_web_address(url):
            shown = "…@…" if "@" in written else written[:80]
            remark("URL_REFUSEE", f"adresse web « {shown} » inutilisable, non reprise")
            continue
        if url != written:
            remark("URL_REPAREE", f"adresse web « {written[:80]} » lue {url[:80]}")
        kept.append(url)
    return "|".join(dict.fromkeys(kept)) or None


def _repaired_url(written: str) -> str:
    """Restore the scheme of an address when only its punctuation was lost, or the whole of it."""
    if written.lower().startswith(("http://", "https://")):
        return written
    found = re.match(r"(https?)[:/]+", written, re.IGNORECASE)
    if found:
        return f"{found[1].lower()}://{written[found.end() :]}"
    return f"https://{written}" if _BARE_HOST.fullmatch(written) else written


def _is_web_address(url: str) -> bool:
    """Whether `url` is an http or https address of a named host, without a password."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        return (
            parts.scheme in ("http", "https")
            and bool(_BARE_HOST.fullmatch(host))
            and "@" not in parts.netloc
            and not set(url) & set("<>\"'\\`{}")
        )
    except ValueError:
        return False
