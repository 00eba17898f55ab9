"""Schema of a proposal: what opens where, and what it changes."""

from __future__ import annotations

from carto import french
from carto.planning.siting.question import (
    LARGEST_COUNT,
    QUESTIONS,
    RADIUS_MAX,
    RADIUS_MIN,
    USUAL_COUNTS,
    Question,
)
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
from webapp.api.schemas.planning import INSIDE_AND_AROUND, LINKS, NAMED_COMMUNE
from webapp.api.schemas.shared import NAMED_TERRITORY, SNAPSHOT
from webapp.planning.asked_question import (
    ALONE,
    CANDIDATES,
    COUNT,
    KIND,
    MOST_LISTED,
    PERIMETER,
    RADIUS,
    WITHOUT,
)
from webapp.planning.proposal_document import UNITS

_USUAL = Question()

PLAN_PARAMETERS = (
    Parameter(
        KIND,
        "Ce qu'on cherche : `manque` (le manque d'heures), `temps` (des trajets courts), "
        "`couverture` (le plus de monde), `tous` (personne au loin) ou `plus-loin` (le plus long "
        "trajet).",
        text(enum=list(QUESTIONS), default=_USUAL.kind),
        _USUAL.kind,
    ),
    Parameter(
        COUNT,
        f"Combien de demi-journées ({USUAL_COUNTS['manque']} par défaut) ou de lieux "
        f"({USUAL_COUNTS['temps']} par défaut) ; un petit territoire en tient moins.",
        whole(minimum=1, maximum=LARGEST_COUNT),
        5,
    ),
    Parameter(
        RADIUS,
        "Minutes, pour `couverture` et `tous`.",
        number(minimum=RADIUS_MIN, maximum=RADIUS_MAX, default=_USUAL.radius_min),
        15,
    ),
    Parameter(
        CANDIDATES,
        f"Communes possibles, par leurs codes, {french.number(MOST_LISTED)} au plus ; toutes par "
        "défaut.",
        listed(text()),
        is_listed=True,
    ),
    Parameter(
        WITHOUT,
        f"Lieux comptés comme absents : identifiants, {french.number(MOST_LISTED)} au plus, "
        "ou `tous` ; aucun par défaut.",
        listed(text()),
        is_listed=True,
    ),
    Parameter(
        PERIMETER,
        f"`{ALONE}` : ne chercher que le bien des habitants du territoire ; par défaut, aussi "
        "celui des voisins.",
        text(enum=[ALONE]),
    ),
)

_OPENING = Component(
    "Ouverture",
    members({"code_insee": text("La commune."), "count": whole("Combien y ouvrent.", minimum=1)}),
)
_PEOPLE = nullable(number("Habitants.", minimum=0))

_QUESTION = Component(
    "Question",
    members(
        {
            "kind": text("Ce qu'on cherche.", enum=list(QUESTIONS)),
            "words": text("La question, en mots."),
            "count": whole("Combien.", minimum=1),
            "radius_min": number("Minutes, où elles comptent."),
            "candidates": listed(text(), "Communes possibles ; vide pour toutes."),
            "without": listed(text(), "Lieux comptés comme absents."),
            "is_inside_only": boolean("Si les voisins ne comptent pas."),
        },
        "La question, telle qu'elle a été comprise.",
    ),
)
_CHOSEN = Component(
    "CommuneProposee",
    members(
        {
            "code_insee": text("La commune."),
            "nom": text("Son nom."),
            "count": whole("Demi-journées ou lieux.", minimum=1),
            "hours_per_week": nullable(number("Heures par semaine ; null pour des lieux.")),
            "brought": nullable(number("Ce qu'elle apporte, dans l'unité de la question.")),
            "communes_helped": whole("Communes du territoire aidées.", minimum=0),
            "people_helped": _PEOPLE,
            "communes_around": whole("Communes voisines aidées.", minimum=0),
            "people_around": _PEOPLE,
            "is_shared_with_unknown": boolean(
                "Si des communes dont on ignore le besoin en profitent aussi."
            ),
            "alternatives": listed(NAMED_COMMUNE, "Celles qui la vaudraient."),
            "roads": listed(text(), "Estimations des routes sous lesquelles elle reste choisie."),
        },
        "Une commune proposée.",
    ),
)
_STEP = Component(
    "Etape",
    members(
        {
            "count": whole("Combien à cette étape.", minimum=0),
            "openings": listed(_OPENING, "Où."),
            "loss": INSIDE_AND_AROUND,
            "is_best": boolean("Si c'est prouvé le mieux."),
        },
        "Une étape vers la proposition.",
    ),
)
_ROADS = Component(
    "SurLesRoutes",
    members(
        {
            "name": text("Nom de l'estimation."),
            "detour": number("Kilomètres de route pour un à vol d'oiseau."),
            "speed_kmh": number("Vitesse, km/h."),
            "openings": listed(_OPENING, "Où, sous cette estimation."),
            "alternatives": listed(text(), "Codes des communes qui vaudraient celles-là."),
            "is_best": boolean("Si c'est prouvé le mieux."),
        },
        "La proposition, sous une autre estimation des routes.",
    ),
)

PLAN = Component(
    "Proposition",
    members(
        {
            "snapshot": SNAPSHOT,
            "territory": NAMED_TERRITORY,
            "question": _QUESTION,
            "unit": text("Unité de ce qui manque.", enum=list(UNITS.values())),
            "reference": nullable(number("Offre accessible visée.")),
            "finding": text("Ce que la proposition change, en une phrase."),
            "certainty": text("Ce qui est prouvé, en une phrase."),
            "is_best": boolean("Si aucun choix ne peut faire mieux."),
            "gap": nullable(number("Part dont un autre choix pourrait faire mieux ; 0 : aucun.")),
            "bound": nullable(number("Ce qu'aucun choix ne peut réduire davantage.")),
            "candidates_count": whole("Communes possibles.", minimum=0),
            "people_inside": _PEOPLE,
            "people_counted": _PEOPLE,
            "before": INSIDE_AND_AROUND,
            "after": INSIDE_AND_AROUND,
            "closed_share": nullable(number("Part du manque du territoire qui est comblée.")),
            "chosen": listed(_CHOSEN, "Les communes proposées."),
            "steps": listed(_STEP, "De proche en proche."),
            "roads": listed(_ROADS, "Ce qui tient quand l'estimation des routes change."),
            "unknown": listed(NAMED_COMMUNE, "Communes dont le besoin est inconnu."),
            "out_of_reach": listed(NAMED_COMMUNE, "Communes qu'aucun lieu n'atteint."),
            "notes": listed(text(), "Ce qui n'est pas compté."),
            "links": LINKS,
        },
        "Où ouvrir, et ce que cela change ; une estimation, pas une décision.",
    ),
)
