"""Free text as files really write it: repaired when provable, without markup or personal data.

Mojibake (`MÃ©dia`) is repaired by a library that only undoes what re-encodes exactly; `＂` stands
for a quotation mark. A text that names a person or speaks of health is dropped whole: nothing
proves that the rest of it is not about the same person.
"""

from __future__ import annotations

import html
import re

from ftfy import fix_encoding

from geodata.values.numbers import is_missing
from geodata.values.personal_data import (
    names_a_person,
    speaks_of_health,
    without_contacts,
    without_persons,
)
from geodata.values.verdicts import Remark

_SCRIPT = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(?:/?[a-z!][^>]*)(?:>|$)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,24});", re.IGNORECASE)
_LEFT_ALONE = " ,;:–—-"


def read_label(text: str, field: str, remark: Remark) -> str:
    """Read a short text that names something (a place, an address): "" when nothing is left.

    Parameters
    ----------
    text
        Cell as published.
    field
        Name of the field, for the remarks.
    remark
        Told `TEXTE_REPARE` (mojibake), `HTML_RETIRE`, `CONTACT_RETIRE` or `PERSONNE_RETIREE`.

    Examples
    --------
    >>> read_label("MÃ©diathÃ¨que <b>Argol</b>", "nom", lambda code, said: print(code))
    TEXTE_REPARE
    HTML_RETIRE
    'Médiathèque Argol'
    """
    clean = _without_contacts(_plain(text, field, remark), field, remark)
    if names_a_person(clean):
        remark("PERSONNE_RETIREE", f"{field} : nom d'une personne retiré")
        clean = _one_line(without_persons(clean)).strip(_LEFT_ALONE)
    return clean


def read_free_text(text: str, field: str, remark: Remark) -> str | None:
    """Read a text of presentation; None when missing or dropped.

    Parameters
    ----------
    text
        Cell as published.
    field
        Name of the field, for the remarks.
    remark
        Told what `read_label` says, or `TEXTE_PERSONNEL` when the text is dropped.

    Examples
    --------
    >>> read_free_text("Demander Mme X", "presentation", lambda code, said: print(code))
    TEXTE_PERSONNEL
    """
    if is_missing(text):
        return None
    clean = _plain(text, field, remark)
    if names_a_person(clean) or speaks_of_health(clean):
        remark("TEXTE_PERSONNEL", f"{field} : texte qui parle d'une personne, non repris")
        return None
    return _without_contacts(clean, field, remark) or None


def _plain(text: str, field: str, remark: Remark) -> str:
    """Repair the encoding of a text and take its markup away; one line."""
    repaired = text if text.isascii() else fix_encoding(text)
    if repaired != text and "\ufffd" not in repaired:
        remark("TEXTE_REPARE", f"{field} : encodage abîmé réparé")
        text = repaired
    plain = text.replace("\uff02", '"')
    if "<" in plain or "&" in plain:
        plain = html.unescape(plain) if _ENTITY.search(plain) else plain
        bare = _TAG.sub(" ", _SCRIPT.sub(" ", plain))
        if bare != plain:
            remark("HTML_RETIRE", f"{field} : balises HTML retirées")
            plain = bare
    return _one_line(plain)


def _without_contacts(text: str, field: str, remark: Remark) -> str:
    """Take personal numbers and mailboxes out of a text."""
    bare = without_contacts(text)
    if bare == text:
        return text
    remark("CONTACT_RETIRE", f"{field} : numéro ou adresse personnels retirés")
    return _one_line(bare).strip(_LEFT_ALONE)


def _one_line(text: str) -> str:
    """Join the words of a text by single spaces (a no-break space stays)."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).strip()
