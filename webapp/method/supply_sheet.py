"""The sheet of the accessible supply: its words follow the decay, the method and the demand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.drawing.wording import threshold
from carto.vocabulary import PLACE_SOURCES
from webapp.method.sheet import Sheet
from webapp.views.provenance import Facts, credit

THREE_STEPS = "3sfca"
DEMAND_WORDS = {
    "age": "habitants pondérés par l'âge : part attendue de personnes sans usage du numérique ; la "
    "moyenne de la France compte pour 1",
    "need": "habitants pondérés par le besoin de leur commune ; la moyenne de la France compte "
    "pour 1",
    "none": "habitants : chacun compte pour 1",
}


def supply_sheet(facts: Facts) -> Sheet:
    """Explain the accessible supply as this snapshot computes it.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    """
    parameters = facts["method"]["parameters"]
    catchment, alerts = parameters["catchment"], parameters["alerts"]
    is_shared = catchment["method"] == THREE_STEPS
    weight = "attrait" if is_shared else "poids"
    return Sheet(
        "acces",
        "Offre accessible",
        "Combien d'heures d'aide par semaine pour 1 000 habitants, une fois partagées avec tous "
        "ceux qui peuvent venir aux mêmes lieux ?",
        (
            "apport d'un lieu à une commune = poids × heures par semaine × 1 000 ÷ habitants qui "
            "se le partagent",
            "habitants qui se le partagent = somme des habitants × poids des communes qui "
            "l'atteignent",
            "offre d'une commune = somme des apports des lieux à sa portée",
            f"{weight} : {_decay(catchment)}",
            *(
                (
                    "poids d'un lieu = attrait × attrait ÷ somme des attraits des lieux à portée : "
                    "chacun se partage d'abord entre eux",
                )
                if is_shared
                else ()
            ),
            DEMAND_WORDS[facts["method"].get("demand_standard", "none")],
            f"Alerte sous {threshold(alerts['apl_ratio'])} × {threshold(alerts['apl_ref'])} = "
            f"{threshold(alerts['apl_ratio'] * alerts['apl_ref'])} h.",
        ),
        credit(facts, *PLACE_SOURCES),
        (
            "Un lieu absent des listes n'est pas compté : un territoire mieux documenté paraît "
            "mieux desservi.",
            "Des heures d'ouverture ne sont pas toutes des heures d'aide au numérique ; quand "
            "elles sont inconnues, elles sont estimées par le type de lieu, et c'est signalé.",
            "La méthode est celle des bassins flottants en trois étapes (3SFCA) : un lieu qui "
            "ouvre peut faire baisser ce qu'une commune atteint."
            if is_shared
            else "La méthode est celle des bassins flottants en deux étapes (E2SFCA), dont la "
            "DREES se sert pour l'accès aux médecins.",
        ),
    )


def _decay(catchment: Mapping[str, Any]) -> str:
    """Say how the weight of a place falls with the travel time."""
    end = threshold(catchment["breaks_min"][-1])
    if catchment["decay"] == "flat":
        return f"1 jusqu'à {end} min ; 0 au-delà"
    if catchment["decay"] == "gaussian":
        spread = threshold(catchment["gaussian_min"])
        return f"exp(−temps² ÷ (2 × {spread}²)) jusqu'à {end} min ; 0 au-delà"
    steps = " ; ".join(
        f"{threshold(weight)} jusqu'à {threshold(limit)} min"
        for limit, weight in zip(catchment["breaks_min"], catchment["weights"], strict=True)
    )
    return f"{steps} ; 0 au-delà"
