"""What every figure about a scenario leaves out, in French sentences."""

from __future__ import annotations

from carto.planning.grounds.ground import Ground
from carto.typography import typeset

_IGNORED = (
    "Chacun est supposé se rendre aux lieux qui lui sont accessibles, quels que soient les jours "
    "d'ouverture, les transports et ses habitudes : la demande ne change pas avec l'offre.",
    "Les heures ajoutées sont supposées tenues par des personnes formées ; leur coût n'est pas "
    "compté.",
    "La solidité des verdicts et les rangs, établis par des tirages à la publication, ne sont pas "
    "refaits.",
)


def limits(ground: Ground) -> tuple[str, ...]:
    """Say what the effect of any scenario rests on, and what it ignores.

    Parameters
    ----------
    ground
        Where it is computed.
    """
    times = "Les temps vers un nouveau lieu sont une estimation à vol d'oiseau corrigée"
    if ground.has_listed_times:
        times += ", alors que ceux de la publication viennent de trajets"
    choice: tuple[str, ...] = ()
    if ground.catchment.method == "3sfca":
        choice = (
            "Les habitants choisissent entre les lieux accessibles : un lieu qui ouvre peut faire "
            "baisser l'offre accessible d'une commune voisine.",
        )
    return tuple(map(typeset, (f"{times}.", *choice, *_IGNORED)))
