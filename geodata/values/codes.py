"""Official codes as files really write them: lost zeros, decimals, scientific notation.

A code is repaired only when the repair is the only possible reading, and the repair is remarked.
"""

from __future__ import annotations

import re
from decimal import Decimal

from carto.codes import DEPARTEMENTS, departement_of, is_code_insee, is_siren
from geodata.values.verdicts import Remark, UnusableValueError

# Collectivités d'outre-mer and the overseas territories have communes but are no départements.
_COLLECTIVITES = ("975", "977", "978", "98")
_WHOLE_NUMBER = re.compile(r"(\d+)[.,]0*")
_SCIENTIFIC = re.compile(r"\d(?:[.,](\d+))?[eE]\+?(\d{1,2})")


def read_code_insee(text: str, remark: Remark) -> str:
    """Read the code of a commune (or of an arrondissement).

    Parameters
    ----------
    text
        Cell as published.
    remark
        Told `CODE_REPARE` when the code had lost its zero or become a number.

    Returns
    -------
    str
        Five characters, of a département or collectivité that exists.

    Raises
    ------
    UnusableValueError
        `CODE_INVALIDE`: « 0null », « 20004 » (Corsica is 2A or 2B), a département total…

    Examples
    --------
    >>> read_code_insee("1001", lambda code, said: print(code))
    CODE_REPARE
    '01001'
    """
    written = text.strip().upper()
    code = _plain_digits(written)
    if re.fullmatch(r"\d{4}", code):
        code = code.zfill(5)
    if not (code.isascii() and is_code_insee(code) and _has_known_departement(code)):
        raise UnusableValueError("CODE_INVALIDE", f"« {text} » n'est pas un code de commune")
    if code != written:
        remark("CODE_REPARE", f"code de commune « {text} » lu {code}")
    return code


def read_siren(text: str, remark: Remark) -> str:
    """Read a SIREN: nine digits.

    Raises
    ------
    UnusableValueError
        `SIREN_INVALIDE`.

    Examples
    --------
    >>> read_siren(" 242900801 ", lambda code, said: None)
    '242900801'
    """
    written = re.sub(r"\s", "", text)
    siren = _plain_digits(written)
    if not (siren.isascii() and is_siren(siren)):
        raise UnusableValueError("SIREN_INVALIDE", f"« {text} » n'est pas un SIREN à neuf chiffres")
    if siren != written:
        remark("CODE_REPARE", f"SIREN « {text} » lu {siren}")
    return siren


def _has_known_departement(code: str) -> bool:
    """Whether a commune code belongs to a département or collectivité that exists."""
    return departement_of(code) in DEPARTEMENTS or code.startswith(_COLLECTIVITES)


def _plain_digits(text: str) -> str:
    """Undo what a spreadsheet does to a code, when no digit was lost: `29200.0`, `5.1454E+04`."""
    if whole := _WHOLE_NUMBER.fullmatch(text):
        return whole[1]
    scientific = _SCIENTIFIC.fullmatch(text)
    if scientific and len(scientific[1] or "") == int(scientific[2]):
        return str(int(Decimal(text.replace(",", "."))))
    return text
