"""A group being composed: its communes and its name, as the address of the page holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from carto.french import enumeration, number
from carto.group_code import (
    FEWEST_COMMUNES,
    LONGEST_NAME,
    MOST_COMMUNES,
    GroupCode,
    is_group_name,
)
from carto.typography import typeset
from webapp.links import territory_page
from webapp.snapshots.loaded_snapshot import GROUP

PATH = "/groupe"
COMMUNES, NAME = "communes", "nom"
_MOST_NAMED = 4


@dataclass(frozen=True)
class Draft:
    """A group being composed.

    Attributes
    ----------
    communes
        Codes of published communes, sorted, each once.
    nom
        Its name; empty when none is given.
    """

    communes: tuple[str, ...] = ()
    nom: str = ""

    @property
    def can_be_shown(self) -> bool:
        """Whether it has as many communes as a group may have."""
        return FEWEST_COMMUNES <= len(self.communes) <= MOST_COMMUNES

    @property
    def is_too_large(self) -> bool:
        """Whether it has more communes than a group may have."""
        return len(self.communes) > MOST_COMMUNES

    @property
    def page(self) -> str:
        """Page of the group."""
        return territory_page(GROUP, str(GroupCode(self.communes, self.nom)))

    def url(self) -> str:
        """Address of the page that composes it.

        >>> Draft(("29103", "29105"), "Pays de Léon").url()
        '/groupe?communes=29103-29105&nom=Pays+de+L%C3%A9on'
        """
        query = {COMMUNES: "-".join(self.communes), NAME: self.nom}
        kept = {name: value for name, value in query.items() if value}
        return f"{PATH}?{urlencode(kept)}" if kept else PATH

    def with_communes(self, codes: Iterable[str]) -> Draft:
        """Add communes."""
        return Draft(tuple(sorted({*self.communes, *codes})), self.nom)


def read_draft(codes: Iterable[str], nom: str, known: Collection[str]) -> tuple[Draft, list[str]]:
    """Read a group being composed.

    Parameters
    ----------
    codes
        Codes of communes, as an address or a form gives them.
    nom
        The name that was typed.
    known
        Codes of the published communes.

    Returns
    -------
    tuple
        The group, and French notices about what is left out of it.
    """
    asked = sorted({code.strip().upper() for code in codes} - {""})
    unknown = [code for code in asked if code not in known]
    tidy, notices = " ".join(nom.split()), []
    if unknown:
        more = len(unknown) - _MOST_NAMED
        named = [f"« {code[:10]} »" for code in unknown[:_MOST_NAMED]]
        listed = enumeration([*named, *([f"{number(more)} autres"] if more > 0 else [])])
        verb = "n'est le code" if len(unknown) == 1 else "ne sont le code"
        notices.append(f"{listed} {verb} d'aucune commune des données publiées ici.")
    if tidy and not is_group_name(tidy):
        notices.append(
            f"Ce nom n'est pas gardé : des lettres, des chiffres, des espaces et des tirets, au "
            f"plus {LONGEST_NAME} signes."
        )
        tidy = ""
    draft = Draft(tuple(code for code in asked if code in known), tidy)
    if draft.is_too_large:
        notices.append(
            f"Un groupe réunit au plus {MOST_COMMUNES} communes, et cette liste en a "
            f"{number(len(draft.communes))} : décochez-en."
        )
    return draft, list(map(typeset, notices))
