"""Names of the files that the service gives: plain letters, not too long, told apart."""

from __future__ import annotations

import re
from zlib import crc32

from carto.folding import without_accents

LONGEST_NAME = 100
_KEPT = 70
_OTHERS = re.compile(r"[^A-Za-z0-9._-]+")


def file_name(name: str) -> str:
    """Write a name in plain letters; a long one, as that of many communes, is cut.

    Parameters
    ----------
    name
        With its extension.

    Returns
    -------
    str
        What is cut is replaced by its fingerprint: two long names stay two.

    Examples
    --------
    >>> file_name("carto-groupe-29103-29105_Pays_de_Léon.csv")
    'carto-groupe-29103-29105_Pays_de_Leon.csv'
    >>> file_name("lieux-groupe-" + "-".join(str(code) for code in range(29001, 29050)) + ".csv")
    'lieux-groupe-29001-29002-29003-29004-29005-29006-29007-29008-29009-290-a7cb84b2.csv'
    """
    plain = _OTHERS.sub("-", without_accents(name))
    if len(plain) <= LONGEST_NAME:
        return plain
    stem, _, extension = plain.rpartition(".")
    return f"{stem[:_KEPT]}-{crc32(plain.encode()):08x}.{extension}"
