"""The units of a map: what it colours, from communes up to régions, and the words that name them.

An EPCI is said « intercommunalité » to readers.
"""

from __future__ import annotations

from dataclasses import dataclass

from carto import french


@dataclass(frozen=True)
class Unit:
    """A kind of territory that a map colours.

    Attributes
    ----------
    type
        Its type in addresses, e.g. `epci`.
    key
        Column of its published table that holds the code.
    singular, plural
        Its French names.
    the
        Its name after « le », « la » or « l' ».
    none
        « aucun » or « aucune », as its gender asks.
    """

    type: str
    key: str
    singular: str
    plural: str
    the: str
    none: str

    def code(self, row: object) -> str:
        """Code of a published row of this kind."""
        return str(row[self.key])  # type: ignore[index]

    @property
    def of_the(self) -> str:
        """Name it after « de ».

        >>> DEPARTEMENT.of_the, COMMUNE.of_the
        ('du département', 'de la commune')
        """
        return f"du {self.the[3:]}" if self.the.startswith("le ") else f"de {self.the}"

    def count(self, number: int) -> str:
        r"""Write a number of them.

        >>> EPCI.count(2), EPCI.count(1), EPCI.count(0)
        ('2\xa0intercommunalités', '1\xa0intercommunalité', 'aucune intercommunalité')
        """
        if number == 0:
            return f"{self.none} {self.singular}"
        return french.plural(number, self.singular, self.plural)


COMMUNE = Unit("commune", "code_insee", "commune", "communes", "la commune", "aucune")
EPCI = Unit(
    *("epci", "siren_epci", "intercommunalité", "intercommunalités"), "l'intercommunalité", "aucune"
)
DEPARTEMENT = Unit(
    *("departement", "code_departement", "département", "départements"), "le département", "aucun"
)
REGION = Unit("region", "code_region", "région", "régions", "la région", "aucune")

UNITS = {unit.type: unit for unit in (COMMUNE, EPCI, DEPARTEMENT, REGION)}
