"""The sheets of the method on what is left to connect, and on the gain between two quarters."""

from __future__ import annotations

from carto.drawing.wording import threshold
from webapp.method.sheet import Sheet
from webapp.views.provenance import Facts, credit


def rollout_sheets(facts: Facts) -> tuple[Sheet, Sheet]:
    """Write the two sheets of a snapshot.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    """
    return _left(facts), _gain(facts)


def _left(facts: Facts) -> Sheet:
    limit = facts["method"]["parameters"]["alerts"]["fibre_pct"]
    return Sheet(
        "reste",
        "Reste à raccorder",
        "Dans quelle part des logements et des locaux la fibre ne peut-elle pas être commandée ?",
        (
            "part = 1 − taux de couverture ; nombre = locaux − locaux raccordables",
            "La couleur dit la part ; le cercle dit le nombre, sa surface en proportion.",
            f"Alerte au-dessus de {threshold(100 - limit)} %.",
        ),
        credit(facts, "fibre", "fibre_history"),
        (
            "Un reste à raccorder n'est pas un retard : il peut être prévu, ou réservé à la "
            "demande.",
            "Le nombre de locaux est une estimation.",
        ),
    )


def _gain(facts: Facts) -> Sheet:
    return Sheet(
        "evolution",
        "Évolution de la fibre",
        "De combien de points la couverture a-t-elle monté entre deux trimestres ?",
        (
            "gain = taux du second trimestre − taux du premier, en points",
            "Les deux trimestres viennent d'une même série, qui compte les locaux de la même "
            "façon ; par défaut, un an les sépare.",
        ),
        credit(facts, "fibre", "fibre_history"),
        (
            "Une commune dont les locaux ont été recomptés n'a pas de gain : un recomptage n'est "
            "pas un progrès.",
            "Une baisse vient presque toujours d'une révision des comptes.",
        ),
    )
