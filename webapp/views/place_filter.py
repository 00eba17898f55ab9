"""Which places of help are shown: the choices of a reader, in the address of a page.

A place that does not say whether it has what is asked for is not shown, and is counted apart:
silence is no « no ».
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from carto.mediation_standard import PUBLICS, SERVICES
from carto.place_natures import SITE_NATURES, nature_of
from carto.said_back import said_back
from carto.typography import typeset
from carto.weekly_hours import is_open_evenings, is_open_saturdays, weekly_hours

Row = Mapping[str, Any]

FREE = "Gratuit"
_CHOICES: Mapping[str, Collection[str]] = {
    "format": SITE_NATURES,
    "service": SERVICES,
    "public": PUBLICS,
}
_SWITCHES = {
    "gratuit": "is_free",
    "soir": "is_open_evening",
    "samedi": "is_open_saturday",
    "itinerant": "is_itinerant",
}
_SAID = {
    "is_free": "gratuit",
    "is_open_evening": "ouvert après 18\u00a0h",
    "is_open_saturday": "ouvert le samedi",
    "is_itinerant": "itinérant",
}
PLACE_PARAMETERS = (*_CHOICES, *_SWITCHES)


@dataclass(frozen=True)
class PlaceFilter:
    """What a place must have to be shown; nothing is asked by default.

    Attributes
    ----------
    format
        A key of `carto.place_natures.SITE_NATURES`, or None.
    service, public
        A value of the lists of the national standard, or None.
    is_free, is_open_evening, is_open_saturday, is_itinerant
        Whether it must be so.
    """

    format: str | None = None
    service: str | None = None
    public: str | None = None
    is_free: bool = False
    is_open_evening: bool = False
    is_open_saturday: bool = False
    is_itinerant: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether every place is shown."""
        return self == PlaceFilter()

    def keeps(self, site: Row) -> bool | None:
        """Whether a row of `sites` is shown; None when it is not, for want of saying something.

        >>> asked = PlaceFilter(is_free=True)
        >>> [asked.keeps({"frais_a_charge": said}) for said in ("Gratuit", "Payant", None)]
        [True, False, None]
        """
        answers = list(self._answers(site))
        if False in answers:
            return False
        return None if None in answers else True

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, defaults left out.

        >>> PlaceFilter(public="Seniors", is_free=True).query()
        {'public': 'Seniors', 'gratuit': '1'}
        """
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        written = {name: values[name] for name in _CHOICES if values[name] is not None}
        return written | {name: "1" for name, attribute in _SWITCHES.items() if values[attribute]}

    def words(self) -> str:
        """Say what is asked for, for a sheet of paper.

        >>> PlaceFilter(format="antenne", public="Seniors", is_open_saturday=True).words()
        'antenne, Seniors, ouvert le samedi'
        """
        named = [SITE_NATURES[self.format].words] if self.format is not None else []
        named += [one for one in (self.service, self.public) if one is not None]
        named += [said for attribute, said in _SAID.items() if getattr(self, attribute)]
        return ", ".join(named)

    def _answers(self, site: Row) -> Iterator[bool | None]:
        """Answer each question that is asked of a place; None when the place does not say."""
        if self.format is not None:
            yield nature_of(site) == self.format
        if self.service is not None:
            yield lists(site["services"], self.service)
        if self.public is not None:
            yield lists(site["publics_specifiquement_adresses"], self.public)
        if self.is_free:
            yield lists(site["frais_a_charge"], FREE)
        if self.is_itinerant:
            yield bool(site["is_itinerant"])
        if self.is_open_evening or self.is_open_saturday:
            week = weekly_hours(site["horaires"])
            if self.is_open_evening:
                yield None if week is None else is_open_evenings(week)
            if self.is_open_saturday:
                yield None if week is None else is_open_saturdays(week)


def lists(values: str | None, wanted: str) -> bool | None:
    """Whether several values joined by `|` hold one; None when nothing is published.

    >>> lists("Jeunes|Seniors", "Seniors"), lists("Jeunes", "Seniors"), lists(None, "Seniors")
    (True, False, None)
    """
    return wanted in values.split("|") if values else None


def read_place_filter(query: Mapping[str, str]) -> tuple[PlaceFilter, tuple[str, ...]]:
    """Read the filter of an address.

    Returns
    -------
    tuple
        A usable filter, and one French notice per value that was replaced by its default.
    """
    notices = []
    chosen: dict[str, str | None] = {}
    for name, known in _CHOICES.items():
        text = query.get(name) or None
        if text is not None and text not in known:
            notices.append(
                f"« {name}={said_back(text)} » n'est pas connu : tous les lieux sont gardés."
            )
            text = None
        chosen[name] = text
    switched: dict[str, bool] = {}
    for name, attribute in _SWITCHES.items():
        text = query.get(name) or "0"
        if text not in ("0", "1"):
            notices.append(f"« {name}={said_back(text)} » n'est pas compris (0 ou 1) : sans effet.")
        switched[attribute] = text == "1"
    filter_ = PlaceFilter(
        format=chosen["format"], service=chosen["service"], public=chosen["public"], **switched
    )
    return filter_, tuple(map(typeset, notices))
