"""French wording of numbers and dates: decimal comma, non-breaking spaces, accents.

Every number that a reader sees goes through here, so that a value reads the same on the map, in
the table, in the sentence and in the dossier.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

NBSP = "\u00a0"
NARROW = "\u202f"
MISSING = "donnée absente"

# What 100 times a share of four decimals may fall short of a whole number by.
_FLOAT_ERROR = 1e-9

_MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)


def rounded(value: float, decimals: int) -> float:
    """Round a number as it is written, halves away from zero: what a reader does by hand.

    >>> rounded(0.25, 1), rounded(12.5, 0), rounded(-0.25, 1), rounded(0.9015, 3)
    (0.3, 13.0, -0.3, 0.902)
    """
    if not math.isfinite(value):
        return value
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(repr(float(value))).quantize(step, ROUND_HALF_UP))


def number(value: float | None, decimals: int = 0, unit: str = "") -> str:
    r"""Write a number in French; None and NaN read « donnée absente », never 0.

    >>> number(12345.678, 1, "km")
    '12\u202f345,7\xa0km'
    >>> number(None)
    'donnée absente'
    """
    if value is None or math.isnan(value):
        return MISSING
    text = f"{rounded(value, decimals):,.{decimals}f}"
    if float(text.replace(",", "")) == 0:
        text = text.removeprefix("-")
    text = text.replace(",", NARROW).replace(".", ",")
    return f"{text}{NBSP}{unit}" if unit else text


def file_size(size: int) -> str:
    r"""Write the size of a file, in kilobytes or megabytes.

    >>> file_size(812), file_size(179_922), file_size(20_818_039), file_size(150_000_000)
    ('1\xa0ko', '180\xa0ko', '20,8\xa0Mo', '150\xa0Mo')
    """
    if size < 1_000_000:
        return number(max(1, round(size / 1000)), 0, "ko")
    megabytes = size / 1e6
    return number(megabytes, 0 if megabytes.is_integer() else 1, "Mo")


def percent(share: float | None, decimals: int = 1) -> str:
    r"""Write a share (0–1) as a percentage, cut rather than rounded up to 100.

    A share below 1 never reads « 100 % », and one above 0 never reads « 0 % ».

    >>> percent(0.9021), percent(0.99996), percent(0.00001), percent(None)
    ('90,2\xa0%', '99,9\xa0%', '0,1\xa0%', 'donnée absente')
    """
    if share is None or math.isnan(share):
        return MISSING
    step = 10.0**-decimals
    shown = 100 * rounded(share, decimals + 2)
    if shown >= 100 > 100 * share:
        shown = 100 - step
    if shown <= 0 and share > 0:
        shown = step
    return number(shown, decimals, "%")


def whole_percent(share: float) -> str:
    r"""Write a share (0–1) in whole percents, rounded down: 89.5 % of draws are not 90 %.

    >>> whole_percent(0.895), whole_percent(0.29), whole_percent(1.0)
    ('89\xa0%', '29\xa0%', '100\xa0%')
    """
    return number(math.floor(100 * share + _FLOAT_ERROR), 0, "%")


def plural(count: int, singular: str, plural_form: str = "") -> str:
    r"""Write a count with its noun; French keeps the singular for 0 and 1.

    >>> plural(0, "commune"), plural(1, "lieu", "lieux"), plural(1200, "lieu", "lieux")
    ('0\xa0commune', '1\xa0lieu', '1\u202f200\xa0lieux')
    """
    noun = singular if count < 2 else (plural_form or f"{singular}s")
    return f"{number(count)}{NBSP}{noun}"


def date(iso: str | None) -> str:
    """Write an ISO date in full; a year alone or a month stays what it is.

    >>> date("2026-06-30"), date("2024-08-01"), date("2026-06"), date("2019"), date(None)
    ('30 juin 2026', '1er août 2024', 'juin 2026', '2019', 'date inconnue')
    """
    if not iso:
        return "date inconnue"
    parts = iso.split("-")
    if len(parts) == 1:
        return parts[0]
    words = [_MONTHS[int(parts[1]) - 1], parts[0]]
    if len(parts) == 3:
        words.insert(0, "1er" if parts[2] == "01" else str(int(parts[2])))
    return " ".join(words)


def quarter(code: str) -> str:
    """Write a quarter.

    >>> quarter("2026-T2")
    '2e trimestre 2026'
    """
    year, which = code.split("-T")
    return f"{'1er' if which == '1' else which + 'e'} trimestre {year}"


def capitalised(words: str) -> str:
    """Start a sentence with a capital; what follows keeps its own.

    >>> capitalised("données de l'INSEE")
    "Données de l'INSEE"
    """
    return words[:1].upper() + words[1:]


def enumeration(words: Sequence[str]) -> str:
    """Join words as a French list.

    >>> enumeration(["Brest"]), enumeration(["Brest", "Crozon"]), enumeration(["a", "b", "c"])
    ('Brest', 'Brest et Crozon', 'a, b et c')
    """
    return " et ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def of_place(nom: str) -> str:
    """Write « de » before a place name, elided or contracted as French does.

    >>> of_place("Argol"), of_place("Le Faou"), of_place("Brest"), of_place("Les Sables")
    ("d'Argol", 'du Faou', 'de Brest', 'des Sables')
    """
    if nom.startswith("Le "):
        return "du " + nom[3:]
    if nom.startswith("Les "):
        return "des " + nom[4:]
    if nom[:1].lower() in "aeiouyâàéèêëîïôöûü":
        return "d'" + nom
    return "de " + nom


def at_place(nom: str) -> str:
    """Write « à » before a place name, contracted as French does.

    >>> at_place("Argol"), at_place("Le Faou"), at_place("Les Sables"), at_place("Île-de-Sein")
    ('à Argol', 'au Faou', 'aux Sables', "à l'Île-de-Sein")
    """
    if nom.startswith("Le "):
        return "au " + nom[3:]
    if nom.startswith("Les "):
        return "aux " + nom[4:]
    return ("à l'" if nom.startswith("Île") else "à ") + nom
