"""Which places of help are shown: the choices of a reader, in the address of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

LONGEST = 80
_CHOICES = {"format": "format", "service": "service", "public": "public"}
_SWITCHES = {
    "gratuit": "is_free",
    "soir": "is_open_evening",
    "samedi": "is_open_saturday",
    "itinerant": "is_itinerant",
}
PLACE_PARAMETERS = (*_CHOICES, *_SWITCHES)


@dataclass(frozen=True)
class PlaceFilter:
    """What a place must have to be shown; nothing is asked by default.

    Attributes
    ----------
    format, service, public
        A value of the published column, or None.
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

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, defaults left out.

        >>> PlaceFilter(service="Aide aux démarches", is_free=True).query()
        {'service': 'Aide aux démarches', 'gratuit': '1'}
        """
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        chosen = {name: values[attribute] for name, attribute in _CHOICES.items()}
        written = {name: value for name, value in chosen.items() if value is not None}
        return written | {name: "1" for name, attribute in _SWITCHES.items() if values[attribute]}


def read_place_filter(query: Mapping[str, str]) -> tuple[PlaceFilter, tuple[str, ...]]:
    """Read the filter of an address.

    Returns
    -------
    tuple
        A usable filter, and one French notice per value that was replaced by its default.
    """
    notices = []
    chosen: dict[str, str | None] = {}
    for name, attribute in _CHOICES.items():
        text = query.get(name) or None
        if text is not None and (len(text) > LONGEST or not text.isprintable()):
            notices.append(f"« {name} » n'est pas compris : tous les lieux sont gardés.")
            text = None
        chosen[attribute] = text
    switched: dict[str, bool] = {}
    for name, attribute in _SWITCHES.items():
        text = query.get(name) or "0"
        if text not in ("0", "1"):
            notices.append(f"« {name}={text[:20]} » n'est pas compris (0 ou 1) : sans effet.")
        switched[attribute] = text == "1"
    return PlaceFilter(**chosen, **switched), tuple(notices)  # type: ignore[arg-type]
