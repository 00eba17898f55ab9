"""Personal data in running text: mobile numbers, mailboxes of persons, named persons, health.

A name without a title cannot be told from the name of a place: only « Mme X » is found.
"""

from __future__ import annotations

import re

from geodata.values.mails import MAIL, is_institutional

MASK = "[masqué]"

_MOBILE = re.compile(
    r"(?<![\w+])(?<!\d\.)(?:(?:(?:\+|00)\s?33[\s.]?(?:\(0\)[\s.]?)?|0)[67](?:[\s.\-/]?\d{2}){4}"
    r"|(?:\+|00)\s?(?:590|594|596|262)[\s.]?(?:\(0\)[\s.]?)?6\d{2}(?:[\s.\-/]?\d{2}){3})(?!\w)"
)
_PERSON = re.compile(
    r"\b(?:[Cc]hez|[Dd]emander|[Cc]ontacter|[Aa]vec|[Aa]uprès de|c/o)?\s*"
    r"\b(?:M(?:me|lle|mes|r)\.?|MM?\.|M(?:adame|ademoiselle|onsieur|ADAME|ONSIEUR|ME))"
    r"(?:\s+et\s+(?:Mme|Madame))?\s+[A-ZÀ-Þ][\w'’.-]*(?:\s+[A-ZÀ-Þ][\w'’-]+){0,2}"
)
# A street, a school or a hall is named after someone who is no contact.
_NAMED_AFTER = re.compile(
    r"\b(?:rue|avenue|av|place|pl|allée|boulevard|bd|square|chemin|impasse|cours|quai|passage|"
    r"route|école|collège|lycée|résidence|salle|espace|maison|centre|médiathèque|bibliothèque)"
    r"\.?(?:\s+(?:de|du))?$",
    re.IGNORECASE,
)
_LONGEST_STREET = 40
_HEALTH = re.compile(
    r"\b(?:souffre|souffrante?|atteinte?) d(?:e\b|['’u])|\ben (?:arrêt|congé) (?:de )?maladie\b"
    r"|\bsous (?:tutelle|curatelle|traitement (?:médical|pour))\b|\bsuit un traitement\b"
    r"|\b(?:est|était) (?:malade|enceinte|dépressi|diabétique|alcoolique|handicapé)"
    r"|\b(?:diabétique|schizophrène|séropositive?|dépressive?|hospitalisée?|alcoolique)\b"
    r"|\b(?:diabète|schizophrénie|séropositivité|dépression|sclérose en plaques)\b",
    re.IGNORECASE,
)


def names_a_person(text: str) -> bool:
    """Whether a text names someone, after a title.

    >>> names_a_person("Demander Mme Dupont"), names_a_person("12 rue Madame Curie")
    (True, False)
    """
    return without_persons(text) != text


def speaks_of_health(text: str) -> bool:
    """Whether a text says something of the health of someone.

    >>> speaks_of_health("usager diabétique"), speaks_of_health("accueil des malentendants")
    (True, False)
    """
    return bool(_HEALTH.search(text))


def has_mobile(text: str) -> bool:
    """Whether a text holds a mobile number, of a range in use or not.

    >>> has_mobile("07 11 22 33 44"), has_mobile("02 98 44 00 00")
    (True, False)
    """
    return bool(_MOBILE.search(text))


def without_persons(text: str) -> str:
    """Cut named persons out of a text; streets and halls named after someone stay."""
    return _replace_persons(text, " ")


def without_contacts(text: str) -> str:
    """Cut mobile numbers and personal mailboxes out of a text.

    >>> without_contacts("au 06 12 34 56 78 ou mairie@ville.fr")
    'au  ou mairie@ville.fr'
    """
    return _replace_contacts(text, "")


def masked(text: str) -> str:
    """Hide personal data and words of health in the text of a row, as quarantines quote it.

    >>> masked("7;Mairie;0612345678;j.dupont@ville.fr")
    '7;Mairie;[masqué];[masqué]'
    """
    return _HEALTH.sub(MASK, _replace_persons(_replace_contacts(text, MASK), f" {MASK}"))


def _replace_persons(text: str, by: str) -> str:
    """Replace named persons, but in the names of streets and halls."""

    def replace(found: re.Match[str]) -> str:
        before = text[max(0, found.start() - _LONGEST_STREET) : found.start()].rstrip()
        return found[0] if _NAMED_AFTER.search(before) else by

    return _PERSON.sub(replace, text)


def _replace_contacts(text: str, by: str) -> str:
    """Replace mobile numbers and personal mailboxes."""

    def replace(found: re.Match[str]) -> str:
        return found[0] if is_institutional(found[0]) else by

    bare = _MOBILE.sub(by, text)
    return MAIL.sub(replace, bare) if "@" in bare else bare
