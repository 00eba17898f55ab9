"""What identifies a place: its identifier, its pivot (SIRET, RNA, RIDET) and its postcode."""

from __future__ import annotations

import re
import unicodedata

from carto.mediation_standard import LONGEST_ID
from carto.tables.parsed_sites import PIVOT_PATTERN
from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark, UnusableValueError

_ID = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ0-9](?:[\wÀ-ÖØ-öø-ÿ.:@+ -]*\w)?")
_PIVOT = re.compile(PIVOT_PATTERN)
_WRITTEN_AS_NUMBER = re.compile(r"(\d+)[.,]0+")
_SIRET_DIGITS = 14
_CEDEX = re.compile(r"(\d{5})\s+cedex(?:\s+\d{1,2})?", re.IGNORECASE)


def read_place_id(text: str) -> str:
    """Read the identifier of a place, safe to write in an address, a page or a file.

    Raises
    ------
    UnusableValueError
        `ID_ABSENT`, `ID_INVALIDE` (`../../x`, markup…), or `ID_TROP_LONG` beyond 2,000 bytes.

    Examples
    --------
    >>> read_place_id("structure-1")
    'structure-1'
    """
    written = text.strip()
    if not written:
        raise UnusableValueError("ID_ABSENT", "lieu sans identifiant")
    if len(written.encode()) > LONGEST_ID:
        reason = f"identifiant de plus de {LONGEST_ID} octets (« {written[:40]}… »)"
        raise UnusableValueError("ID_TROP_LONG", reason)
    if not _ID.fullmatch(written) or ".." in written:
        raise UnusableValueError("ID_INVALIDE", f"identifiant « {written[:40]} » illisible")
    return written


def read_pivot(text: str, remark: Remark) -> str | None:
    """Read a SIRET, RNA or RIDET; None when it is unknown (`00000000000000`, `0.0`, blank).

    Parameters
    ----------
    text
        Cell as published; a number written `13002603200016.0` lost nothing.
    remark
        Told `PIVOT_REPARE` when a lost zero was restored (the key of the SIRET proves it), or
        `PIVOT_ILLISIBLE`.

    Examples
    --------
    >>> read_pivot("13002603200016.0", lambda code, said: None)
    '13002603200016'
    """
    written = re.sub(r"\s", "", text)
    if is_missing(written):
        return None
    if whole := _WRITTEN_AS_NUMBER.fullmatch(written):
        written = whole[1]
    if not written.strip("0"):
        return None
    if re.fullmatch(r"\d{13}", written) and _has_siret_key(f"0{written}"):
        remark("PIVOT_REPARE", f"SIRET « {text} » lu 0{written}")
        return f"0{written}"
    is_short_siret = written.isdigit() and 9 < len(written) < _SIRET_DIGITS
    if is_short_siret or not (written.isascii() and _PIVOT.fullmatch(written)):
        remark("PIVOT_ILLISIBLE", f"identifiant pivot « {text[:40]} » illisible, non repris")
        return None
    return written


def _has_siret_key(digits: str) -> bool:
    """Whether fourteen digits have the key of a SIRET (Luhn)."""
    doubled = (int(digit) * (2 - position % 2) for position, digit in enumerate(digits))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0


def read_code_postal(text: str, remark: Remark) -> str | None:
    """Read a postcode: five digits, the lost zero restored; None when missing or unreadable.

    Parameters
    ----------
    text
        Cell as published; `29200.0` and `29200 CEDEX 2` are read.
    remark
        Told `CODE_REPARE` or `CODE_POSTAL_ILLISIBLE`.

    Examples
    --------
    >>> read_code_postal("1400", lambda code, said: print(code))
    CODE_REPARE
    '01400'
    """
    written = text.strip()
    if is_missing(written):
        return None
    digits = written
    if whole := _WRITTEN_AS_NUMBER.fullmatch(digits):
        digits = whole[1]
    if cedex := _CEDEX.fullmatch(digits):
        digits = cedex[1]
    if re.fullmatch(r"[0-9]{4}", digits):
        digits = digits.zfill(5)
    if not re.fullmatch(r"[0-9]{5}", digits) or digits == "00000":
        remark("CODE_POSTAL_ILLISIBLE", f"code postal « {text[:40]} » illisible, non repris")
        return None
    if digits != written:
        remark("CODE_REPARE", f"code postal « {text[:40]} » lu {digits}")
    return digits


def slug(text: str) -> str:
    """Make an identifier of a name: its words in lower case, without accents, joined by dashes.

    >>> slug("Médiathèque de l'Île d'Yeu")
    'mediatheque-de-l-ile-d-yeu'
    """
    bare = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
