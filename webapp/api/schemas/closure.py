"""Schema of what withdrawals cost, and the question they answer."""

from __future__ import annotations

from webapp.api.description.operation import Parameter
from webapp.api.description.schema import (
    Component,
    boolean,
    listed,
    members,
    nullable,
    number,
    text,
    whole,
)
from webapp.api.schemas.planning import LINKS
from webapp.api.schemas.shared import NAMED_TERRITORY, SNAPSHOT
from webapp.siting.closure_question import (
    COUNT,
    MOST_SHARE,
    MOST_WITHDRAWN,
    PLACE,
    SHARE,
    USUAL_COUNT,
    USUAL_SHARE,
    WAY,
    WAYS,
)

QUESTION_PARAMETERS = (
    Parameter(
        WAY,
        "`moins` (les retraits qui allongent le moins les trajets), `choix` (ceux de `retrait`) ou "
        "`heures` (chaque lieu garde une partie de ses heures).",
        text(enum=list(WAYS)),
        "moins",
    ),
    Parameter(
        COUNT,
        f"Combien de lieux, pour `moins` ; {USUAL_COUNT} par défaut, ou ce qu'il y en a.",
        whole(minimum=1, maximum=MOST_WITHDRAWN),
        2,
    ),
    Parameter(PLACE, "Identifiant d'un lieu retiré, pour `choix`.", text(), is_repeated=True),
    Parameter(
        SHARE,
        "Pour cent des heures retirées, pour `heures`.",
        whole(minimum=1, maximum=MOST_SHARE, default=USUAL_SHARE),
        20,
    ),
)

_MINUTES = nullable(number("Minutes ; null hors d'atteinte ou inconnu.", minimum=0))
_ACCESS = nullable(number("Offre accessible, heures.", minimum=0))

_WITHDRAWN = Component(
    "LieuRetire",
    members(
        {
            "id": text("Le lieu."),
            "nom": text("Son nom."),
            "code_insee": text("Sa commune."),
            "hours_week": number("Ses heures par semaine.", minimum=0),
        }
    ),
)
_STEP = Component(
    "EtapeDeRetrait",
    members(
        {
            "count": whole("Combien de lieux.", minimum=1),
            "withdrawn": listed(text(), "Lesquels."),
            "person_minutes": nullable(number("Minutes ajoutées, habitants confondus.")),
        }
    ),
)
_LOSER = Component(
    "CommuneQuiPerd",
    members(
        {
            "code_insee": text("La commune."),
            "nom": text("Son nom."),
            "is_inside": boolean("Si elle est dans le territoire."),
            "population": nullable(number("Ses habitants.", minimum=0)),
            "nearest_site_min_before": _MINUTES,
            "nearest_site_min_after": _MINUTES,
            "accessibility_before": _ACCESS,
            "accessibility_after": _ACCESS,
            "nearest_site_after": nullable(text("Le lieu qui reste le plus proche.")),
        }
    ),
)
_PEOPLE = whole("Habitants.", minimum=0)

CLOSURE = Component(
    "CoutDeRetraits",
    members(
        {
            "snapshot": SNAPSHOT,
            "territory": NAMED_TERRITORY,
            "caution": text("Ceci n'est jamais un conseil de fermer."),
            "way": text("La question.", enum=list(WAYS)),
            "is_exact": boolean("Si c'est prouvé le moins."),
            "gap": nullable(number("Part dont un autre choix pourrait coûter moins.", minimum=0)),
            "withdrawn": listed(_WITHDRAWN, "Les lieux retirés."),
            "steps": listed(_STEP, "Un lieu, puis deux…"),
            "hours_week_before": number("Heures par semaine avant.", minimum=0),
            "hours_week_after": number("Heures par semaine après.", minimum=0),
            "people_farther": _PEOPLE,
            "people_with_less": _PEOPLE,
            "people_cut_off": _PEOPLE,
            "communes": listed(_LOSER, "Les communes qui y perdent."),
            "links": LINKS,
        },
        "Ce que des retraits coûteraient.",
    ),
)
