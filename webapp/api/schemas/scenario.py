"""Schema of what changes of places would change, and how they are asked for."""

from __future__ import annotations

from carto.tables.shared import VERDICTS
from webapp.api.description.operation import Parameter
from webapp.api.description.schema import (
    Component,
    boolean,
    listed,
    mapped,
    members,
    nullable,
    number,
    text,
    whole,
)
from webapp.api.schemas.shared import ADDRESS, NAMED_TERRITORY, SNAPSHOT
from webapp.planning.scenario_address import (
    ADD,
    HOURS,
    MOST_CHANGES,
    MOVE,
    REMOVE,
    STATE,
    VERSION,
    WRITTEN_VERSION,
)

_HOURS = "heures par semaine"

CHANGES = (
    Parameter(
        ADD,
        f"Un lieu qui ouvre : une commune ou « longitude,latitude », puis « : » et ses {_HOURS}. "
        f"{MOST_CHANGES} changements au plus.",
        text(pattern="^[^:]+:[0-9]+([.,][0-9]+)?$"),
        ["29019:3.5"],
        is_repeated=True,
    ),
    Parameter(REMOVE, "Identifiant d'un lieu retiré.", text(), is_repeated=True),
    Parameter(
        HOURS,
        f"Un lieu qui change d'horaires : identifiant, « : », {_HOURS}.",
        text(pattern="^.+:[0-9]+([.,][0-9]+)?$"),
        is_repeated=True,
    ),
    Parameter(
        MOVE,
        "Un lieu déplacé : identifiant, « : », une commune ou « longitude,latitude ».",
        text(pattern="^.+:[^:]+$"),
        is_repeated=True,
    ),
    Parameter(VERSION, "Version de cette écriture.", text(enum=[WRITTEN_VERSION])),
    Parameter(
        STATE,
        "Début de l'identifiant de l'instantané sur lequel le scénario a été fait.",
        text(pattern="^[0-9a-f]{8}$"),
    ),
)

_FIGURES = mapped(nullable(number()), "Les colonnes de la table des territoires.")
_COUNTED = Component(
    "CommunesComptees",
    members(
        {
            "communes": whole("Combien.", minimum=0),
            "people": whole("Leurs habitants, autant qu'on les connaît.", minimum=0),
            "communes_of_unknown_people": whole("Dont on les ignore.", minimum=0),
        }
    ),
)
_MOVED = members({"inside": _COUNTED, "around": _COUNTED})
_MOMENT = Component(
    "CommuneAUnMoment",
    members(
        {
            "nearest_site_min": nullable(number("Minutes.", minimum=0)),
            "accessibility_low": nullable(number("Offre accessible, au moins.", minimum=0)),
            "accessibility_high": nullable(number("Offre accessible, au plus.", minimum=0)),
            "verdict": nullable(text("Null hors des données.", enum=list(VERDICTS))),
        }
    ),
)
_COMMUNE = Component(
    "CommuneChangee",
    members(
        {
            "code_insee": text("La commune."),
            "nom": text("Son nom."),
            "is_inside": boolean("Si elle est dans le territoire."),
            "population": nullable(number("Ses habitants.", minimum=0)),
            "is_gain": boolean("Si elle y gagne."),
            "is_loss": boolean("Si elle y perd."),
            "minutes_change": nullable(number("Minutes de plus.")),
            "accessibility_change": nullable(number("Offre accessible en plus.")),
            "before": _MOMENT,
            "after": _MOMENT,
        }
    ),
)

EFFECT = Component(
    "EffetDunScenario",
    members(
        {
            "snapshot": SNAPSHOT,
            "territory": NAMED_TERRITORY,
            "scenario": mapped({}, "Le scénario, comme son fichier l'écrit."),
            "notices": listed(text(), "Ce qu'il faut savoir de la demande."),
            "before": _FIGURES,
            "after": _FIGURES,
            "gains": _MOVED,
            "losses": _MOVED,
            "least_change": members(
                {"minutes": number(), "accessibility": number()},
                "En deçà, rien n'est dit changé.",
            ),
            "communes": listed(_COMMUNE, "Celles pour qui quelque chose change, par code."),
            "flags": mapped(text(), "Ce qui est douteux."),
            "limits": listed(text(), "Ce que l'estimation ne sait pas."),
            "links": members({"page": ADDRESS, "file": ADDRESS, "territory": ADDRESS}),
        },
        "Un territoire avant et après des changements de lieux.",
    ),
)
