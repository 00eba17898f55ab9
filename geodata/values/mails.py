"""Mailboxes of places: those of the service, never those of persons.

An address is kept only when its name says that it is a service's; one of a personal provider, or of
a person (`prenom.nom@…`), is left out with a remark that does not repeat it.
"""

from __future__ import annotations

import re

from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark

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
