"""Types of help that places give: information, équipement, accompagnement, formation.

The standard of mediation places lists services; which type each one is of is a convention of ours,
after the typology of Portréa, said wherever it is used. A place may give several.
"""

from __future__ import annotations

from collections.abc import Mapping

from carto.mediation_standard import SERVICES

INFORMATION, EQUIPMENT = "Information", "Équipement et connexion"
SUPPORT, TRAINING = "Accompagnement", "Formation"
UNSAID = "Non précisé par les sources"
HELP_TYPES = (INFORMATION, EQUIPMENT, SUPPORT, TRAINING)

_TYPE_OF: Mapping[str, str] = dict(
    zip(
        SERVICES,
        (
            *(SUPPORT, TRAINING, SUPPORT, TRAINING, TRAINING, TRAINING),
            *(INFORMATION, EQUIPMENT, EQUIPMENT),
        ),
        strict=True,
    )
)


def help_types(services: str | None) -> tuple[str, ...]:
    """Say which types of help a place gives, from its services joined by `|`.

    >>> help_types("Aide aux démarches administratives|Utilisation sécurisée du numérique")
    ('Accompagnement', 'Formation')
    >>> help_types(None)
    ('Non précisé par les sources',)
    """
    found = {_TYPE_OF[name] for name in (services or "").split("|") if name in _TYPE_OF}
    return tuple(name for name in HELP_TYPES if name in found) or (UNSAID,)


def services_of(type_: str) -> tuple[str, ...]:
    """List the services of the standard that are of a type of help.

    >>> services_of(INFORMATION)
    ('Compréhension du monde numérique',)
    """
    return tuple(name for name, of in _TYPE_OF.items() if of == type_)
