"""Groups of communes composed in an address: `29103-29105-29181`, and a name if one is given.

The codes say it all: such a group is declared nowhere, and its address is all that one has to keep.
A name follows the codes, its spaces written `_`: `29103-29105_Pays_de_Léon`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from carto.codes import CODE_INSEE_PATTERN
from carto.french import enumeration, of_place

FEWEST_COMMUNES, MOST_COMMUNES = 2, 300
LONGEST_NAME = 60
LONGEST_GROUP_CODE = 6 * MOST_COMMUNES + LONGEST_NAME
_MOST_NAMED = 3

_CODES = re.compile(rf"{CODE_INSEE_PATTERN}(-{CODE_INSEE_PATTERN})*")
_NAME_MARKS = frozenset(" -'’.()&")


@dataclass(frozen=True)
class GroupCode:
    """The code of a composed group.

    Attributes
    ----------
    communes
        Codes of its communes, sorted, each once.
    nom
        The name that was given to it; empty when none was.
    """

    communes: tuple[str, ...]
    nom: str = ""

    @classmethod
    def of(cls, communes: Iterable[str], nom: str = "") -> GroupCode:
        """Make the code of some communes, whatever their order.

        Raises
        ------
        ValueError
            When the name cannot be one, see `is_group_name`.
        """
        tidy = " ".join(nom.split())
        if tidy and not is_group_name(tidy):
            raise ValueError(nom)
        return cls(tuple(sorted(set(communes))), tidy)

    def __str__(self) -> str:
        """Write the code as addresses do.

        >>> str(GroupCode.of(["29105", "29103"], "Pays de Léon"))
        '29103-29105_Pays_de_Léon'
        """
        codes = "-".join(self.communes)
        return f"{codes}_{self.nom.replace(' ', '_')}" if self.nom else codes


def read_group_code(text: str) -> GroupCode | None:
    """Read the code of a composed group; None for a text that is not one.

    How many communes a group may hold, and whether they exist, is left to the reader.

    >>> read_group_code("29105-29103-29105")
    GroupCode(communes=('29103', '29105'), nom='')
    >>> read_group_code("2a004-2a001_Deux_communes").communes, read_group_code("leon")
    (('2A001', '2A004'), None)
    """
    codes, _, nom = text.partition("_")
    if not _CODES.fullmatch(codes.upper()):
        return None
    try:
        return GroupCode.of(codes.upper().split("-"), nom.replace("_", " "))
    except ValueError:
        return None


def is_group_name(nom: str) -> bool:
    """Whether a text may name a group: letters, digits and a few signs, and not too many.

    >>> is_group_name("Pays de Léon (nord)"), is_group_name("a/b"), is_group_name("-")
    (True, False, False)
    """
    is_written = all(mark.isalnum() or mark in _NAME_MARKS for mark in nom)
    return is_written and len(nom) <= LONGEST_NAME and any(map(str.isalnum, nom))


def usual_name(noms: Iterable[str], main: str) -> str:
    """Name a group that was given no name, after its communes.

    Parameters
    ----------
    noms
        Names of its communes, in their order.
    main
        Name of the one of most inhabitants.

    Examples
    --------
    >>> usual_name(["Dirinon", "Landerneau"], "Landerneau")
    'Dirinon et Landerneau'
    >>> usual_name(["Dirinon", "Landerneau", "Loperhet", "Saint-Urbain"], "Landerneau")
    '4 communes autour de Landerneau'
    """
    listed = list(noms)
    if len(listed) <= _MOST_NAMED:
        return enumeration(listed)
    return f"{len(listed)} communes autour {of_place(main)}"
