"""Telephones of places: the number of the institution, in international form.

A mobile number is held to be a person's, and is left out with a remark that does not repeat it;
06 and 07 are those of mobiles, whether their range is in use or not.
"""

from __future__ import annotations

import re

from phonenumbers import (
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatcher,
    PhoneNumberType,
    format_number,
    number_type,
)

from geodata.values.numbers import is_missing
from geodata.values.personal_data import has_mobile
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
    if not institutional and (numbers or has_mobile(written)):
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
