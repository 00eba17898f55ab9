"""Styles of the sentence of a commune, from the fullest to the one with least to read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carto import french

_THOUSAND = f"1{french.NARROW}000{french.NBSP}hab."


@dataclass(frozen=True)
class Style:
    """How a part is worded.

    Attributes
    ----------
    nearest
        The nearest place.
    itinerant
        That an itinerant place decides.
    no_need, no_fibre
        What follows the name of a value that is missing.
    supply, unit
        The accessible supply, before its value; its unit.
    copper
        That copper closes, before the month.
    has_short_dates
        Whether several lists of places are dated by years alone, and months are numbers.
    verdict
        What comes before `robuste` or `fragile`.
    unsettled
        That a verdict may flip.
    weak
        That most of the accessible hours are estimated, after a verdict that is fragile.
    draws
        The share of the draws that give an answer, `{answer}` and `{share}`.
    certain
        That the commune is under-served whatever is missing, where its class is open.
    """

    nearest: str
    itinerant: str
    no_need: str
    no_fibre: str
    supply: str
    unit: str
    copper: str
    has_short_dates: bool
    verdict: str
    unsettled: str
    weak: str
    draws: str
    certain: str


FULL = Style(
    nearest="lieu le plus proche",
    itinerant="un lieu itinérant décide",
    no_need=f"{french.NBSP}: {french.MISSING}",
    no_fibre=f"{french.NBSP}: {french.MISSING}",
    supply="offre de",
    unit=f"h/sem. pour {_THOUSAND}",
    copper="fermeture du cuivre en",
    has_short_dates=False,
    verdict="Verdict ",
    unsettled="Verdict qui peut basculer",
    weak=", la plupart des heures étant estimées",
    draws="{answer} dans {share} des calculs refaits",
    certain="est sous-desservie à coup sûr (on ne sait pas si elle est prioritaire)",
)
SHORTER = replace(FULL, nearest="lieu", unit=f"h/sem./{_THOUSAND}", weak=", heures estimées")
TERSE = replace(
    SHORTER,
    verdict="",
    unsettled="Peut basculer",
    draws="confirmé par {share} des calculs refaits",
)
BRIEF = Style(
    nearest="lieu",
    itinerant="itinérance décisive",
    no_need=" inconnu",
    no_fibre=" inconnue",
    supply=TERSE.supply,
    unit=TERSE.unit,
    copper="cuivre",
    has_short_dates=True,
    verdict=TERSE.verdict,
    unsettled=TERSE.unsettled,
    weak="",
    draws=TERSE.draws,
    certain="est sous-desservie à coup sûr (prioritaire ou non)",
)

# No commune of France needs it: all there is to say, after the longest names.
BRIEFEST = replace(BRIEF, supply="offre", draws="{share}")

STYLES = (FULL, SHORTER, TERSE, BRIEF, BRIEFEST)
