"""How to reach a place: what belongs to the institution is kept, what belongs to a person is not.

A mobile number, a mailbox of a personal provider or of a person (`prenom.nom@…`) is left out with a
remark that does not repeat it. An address is kept only when its name says that it is a service's.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from phonenumbers import (
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    format_number,
    number_type,
)

from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark

# What the national standard accepts (Mayotte is called through Réunion's code).
_STANDARD_NUMBER = re.compile(r"\+(?:33|590|594|262|596|269|687|689|508|681)\d{6,9}")
_NATIONAL = re.compile(r"(?<![\d+])0\d(?:[\s.\-]?\d{2}){4}(?!\d)")
_NINE_DIGITS = re.compile(r"[1-9](?:[\s.\-]?\d{2}){4}")
# First digits of national numbers overseas → code of the country that rings there.
_OVERSEAS = {
    **dict.fromkeys(("0590", "0690", "0691"), "+590"),
    **dict.fromkeys(("0594", "0694"), "+594"),
    **dict.fromkeys(("0596", "0696", "0697"), "+596"),
    **dict.fromkeys(("0262", "0263", "0269", "0639", "0692", "0693"), "+262"),
}
_PERSONAL_TYPES = (PhoneNumberType.MOBILE, PhoneNumberType.PERSONAL_NUMBER)

# Written so that a cell of any length is read once, whatever it holds.
MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]++(?:\.[\w-]++)++", re.IGNORECASE)
_AT = re.compile(r"\s*[(\[{]\s*(?:at|arobase|@)\s*[)\]}]\s*", re.IGNORECASE)
_PERSONAL_PROVIDERS = {
    *("aliceadsl", "aol", "bbox", "bouyguestelecom", "cegetel", "club-internet", "free"),
    *("gmail", "gmx", "googlemail", "hotmail", "icloud", "laposte", "live", "mac", "me", "msn"),
    *("neuf", "nordnet", "numericable", "orange", "outlook", "proton", "protonmail", "sfr"),
    *("voila", "wanadoo", "yahoo", "ymail"),
}
# What the name of a mailbox says when it is that of a service: a whole word, or its beginning.
_SERVICE_WORDS = {
    *("administration", "agence", "aide", "animation", "antenne", "asso", "atelier"),
    *("ateliers", "bij", "bonjour", "bureau", "caf", "cc", "centre", "club", "com"),
    *("coordination", "courrier", "cpam", "cs", "csc", "dsi", "ecole", "emploi", "epi", "epn"),
    *("espace", "evs", "fablab", "formation", "foyer", "fs", "gestion", "hello"),
    *("info", "infos", "insertion", "jeunes", "jeunesse", "maison", "mds", "mfs", "mission"),
    *("mjc", "ml", "msa", "msap", "office", "ot", "permanence", "pij", "pimms", "point"),
    *("pole", "poste", "public", "rdv", "reception", "relais", "residence", "ressource"),
    *("ressources", "service", "services", "social", "standard", "structure", "support"),
    *("technique", "tiers", "tourisme", "udaf", "ville"),
}
_SERVICE_BEGINNINGS = (
    *("accompagnement", "accueil", "associat", "bibliotheque", "ccas", "cias", "communaute"),
    *("commune", "conseiller", "contact", "cyber", "departement", "direction"),
    *("france-services", "franceservice", "ludotheque", "mairie", "mediatheque", "multimedia"),
    *("numerique", "responsable", "secretariat", "solidarite", "usager", "villede"),
)
# Every mailbox there is a service's.
_SERVICE_DOMAINS = {"france-services.gouv.fr"}

_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#].*)?", re.IGNORECASE)


def read_telephone(text: str, remark: Remark) -> str | None:
    """Read the number of an institution, in international form.

    Parameters
    ----------
    text
        Cell as published: spaces, dots, `+33 (0)2`, nine digits, several numbers.
    remark
        Told `TELEPHONE_PERSONNEL` when there are only mobile numbers, `TELEPHONE_ILLISIBLE` when
        there is no number, `TELEPHONE_REPARE` when a lost zero was restored.

    Returns
    -------
    str or None
        The first number that is not a mobile one, `+33298440000`.

    Examples
    --------
    >>> read_telephone("+33 (0)2 98 44 00 00 ou 06 00 00 00 00", lambda code, said: None)
    '+33298440000'
    """
    if is_missing(text):
        return None
    written = text.strip()
    if _NINE_DIGITS.fullmatch(written):
        written = f"0{written}"
        remark("TELEPHONE_REPARE", "numéro à neuf chiffres : le zéro initial est rétabli")
    numbers = [match.number for match in PhoneNumberMatcher(_international(written), "FR")]
    institutional = [number for number in numbers if not is_personal(number)]
    if numbers and not institutional:
        remark("TELEPHONE_PERSONNEL", "numéro de mobile, tenu pour personnel : non repris")
        return None
    for number in institutional:
        formatted = format_number(number, PhoneNumberFormat.E164)
        if _STANDARD_NUMBER.fullmatch(formatted):
            return formatted
    remark("TELEPHONE_ILLISIBLE", "numéro de téléphone illisible, non repris")
    return None


def is_personal(number: PhoneNumber) -> bool:
    """Whether a number is a mobile one, which is held to be a person's."""
    return number_type(number) in _PERSONAL_TYPES


def _international(text: str) -> str:
    """Write the national numbers of a text in international form, each for its territory."""

    def rewrite(found: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", found[0])
        return f"{_OVERSEAS.get(digits[:4], '+33')}{digits[1:]}"

    return _NATIONAL.sub(rewrite, text)


def read_mails(text: str, remark: Remark) -> str | None:
    """Read the addresses of an institution, joined by `|`.

    Parameters
    ----------
    text
        Cell as published; `(at)` is read `@`, several addresses may be parted by `|`, `;`, `,`,
        `/` or spaces.
    remark
        Told `COURRIEL_PERSONNEL`, `COURRIEL_ILLISIBLE` or `COURRIEL_REPARE`; never repeats them.

    Examples
    --------
    >>> read_mails("Contact(at)ville.fr | prenom.nom@ville.fr", lambda code, said: print(code))
    COURRIEL_REPARE
    COURRIEL_PERSONNEL
    'contact@ville.fr'
    """
    if is_missing(text):
        return None
    written = _AT.sub("@", text.strip())
    if written != text.strip():
        remark("COURRIEL_REPARE", "adresse écrite avec (at) : lue avec @")
    kept = []
    for mail in re.split(r"[|;,/\s]+", written):
        if not mail.strip("-"):
            continue
        if not MAIL.fullmatch(mail) or not mail.rpartition(".")[2].isalpha():
            remark("COURRIEL_ILLISIBLE", "adresse électronique illisible, non reprise")
        elif not is_institutional(mail):
            remark("COURRIEL_PERSONNEL", "adresse tenue pour personnelle : non reprise")
        else:
            kept.append(mail.lower())
    return "|".join(dict.fromkeys(kept)) or None


def is_institutional(mail: str) -> bool:
    """Whether an address says that it is a service's, not a person's.

    >>> is_institutional("ccas@ville.fr"), is_institutional("jeanne.dupont@ville.fr")
    (True, False)
    >>> is_institutional("mairie.argol@orange.fr"), is_institutional("pimms29@pimms.org")
    (False, True)
    """
    name, _, domain = mail.lower().partition("@")
    labels = domain.split(".")
    if _PERSONAL_PROVIDERS & set(labels[:-1]):
        return False
    if domain in _SERVICE_DOMAINS:
        return True
    words = [word for word in re.split(r"[^a-z]+", name) if word]
    named_as_domain = any(len(word) > 3 and word in "".join(labels[:-1]) for word in words)
    named_as_service = not _SERVICE_WORDS.isdisjoint(words) or any(
        word.startswith(_SERVICE_BEGINNINGS) for word in words
    )
    return named_as_service or named_as_domain


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
