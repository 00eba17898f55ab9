"""The legal time of each département and collectivité: whether a place is open depends on it."""

from __future__ import annotations

PARIS = "Europe/Paris"

# Names of the IANA database, which browsers know.
_OVERSEAS = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
    "986": "Pacific/Wallis",
    "987": "Pacific/Tahiti",
    "988": "Pacific/Noumea",
}


def time_zone(departement: str) -> str:
    """Name the time zone of a département, by its code.

    >>> time_zone("29"), time_zone("974")
    ('Europe/Paris', 'Indian/Reunion')
    """
    return _OVERSEAS.get(departement, PARIS)
