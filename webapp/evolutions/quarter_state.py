"""The state of the page of two quarters in its address: which territory, which communes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from carto.measures.fibre_change import OUTCOMES
from webapp.evolutions.choices import ChoiceReader
from webapp.page_number import read_page_number
from webapp.rule.rule import Rule

QUARTER_PARAMETERS = ("t2", "t", "departement", "epci", "bilan", "page")


@dataclass(frozen=True)
class QuarterState:
    """What the page of two quarters shows.

    Attributes
    ----------
    before, after
        Quarters, as 2026-T2.
    departement, epci
        Codes of a territory, or None; with both, the EPCI is shown.
    outcome
        What became of the communes listed, one of `OUTCOMES`, or None for all.
    page
        From 1.
    rule
        Thresholds that replace the published ones.
    """

    before: str
    after: str
    departement: str | None = None
    epci: str | None = None
    outcome: str | None = None
    page: int = 1
    rule: Rule = field(default_factory=Rule)

    def url(self, path: str = "/evolutions") -> str:
        """Write the address of `path` with this state.

        >>> QuarterState("2025-T2", "2026-T2", departement="29", page=2).url()
        '/evolutions?t2=2025-T2&t=2026-T2&departement=29&page=2'
        """
        values = (self.before, self.after, self.departement, self.epci, self.outcome)
        query = {
            name: value for name, value in zip(QUARTER_PARAMETERS, values, strict=False) if value
        }
        if self.page > 1:
            query["page"] = str(self.page)
        return f"{path}?{urlencode(query | self.rule.query())}"

    def turned_to(self, page: int) -> QuarterState:
        """Return the same state on another page."""
        return replace(self, page=page)

    def keeping(self, outcome: str | None) -> QuarterState:
        """Return the same territory, with the communes of one outcome, or all."""
        return replace(self, outcome=outcome, page=1)

    def within(self, departement: str | None, epci: str | None) -> QuarterState:
        """Return the same quarters for another territory."""
        return replace(self, departement=departement, epci=epci, outcome=None, page=1)


@dataclass(frozen=True)
class Filters:
    """Territory, outcome and page of an address, and what could not be used."""

    departement: str | None
    epci: str | None
    outcome: str | None
    page: int
    notices: tuple[str, ...]


def read_filters(
    query: Mapping[str, str], departements: Collection[str], epci: Collection[str]
) -> Filters:
    """Read which territory and which communes to show.

    Parameters
    ----------
    query
        Parameters of the address; the last value of a repeated one.
    departements, epci
        Codes that exist.
    """
    choice = ChoiceReader(query)
    everywhere = "tout le territoire publié est montré"
    departement = choice.one("departement", departements, everywhere)
    siren = choice.one("epci", epci, everywhere)
    outcome = choice.one("bilan", OUTCOMES, "toutes les communes sont listées")
    page, said = read_page_number(query)
    return Filters(departement, siren, outcome, page, (*choice.notices, *said))
