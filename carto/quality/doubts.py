"""Doubts: for each commune, the flaws of the data that touch it and the classes they leave open.

A flaw touches a commune when a value of it rests on what is doubtful. Whether its class may then
change is computed: the alert that the flaw may turn is left open, and the classes of all that
remains possible are listed. Where they are one, the flaw changes nothing.

What each flaw may turn:

- places (hours imputed, position doubtful, record out of date, stops unknown): the alert on
  supply, where the build found that it differs without these places;
- a fibre rate above 100 %, r = R/L: the alert on connectivity, where an error of the same size the
  other way would bring the rate, 1/r, under the threshold;
- few premises: the same alert, where one premise more or less crosses the threshold;
- need taken from the EPCI: the alert on need;
- values estimated from another year of the COG: the alerts on need and connectivity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import flags
from carto.verdict.classes import UNDERSERVED_FROM, possible_classes
from carto.verdict.parameters import Alerts

Row = Mapping[str, Any]
States = tuple[bool | None, bool | None, bool | None]

VALEUR_ABSENTE = "valeur_absente"
HEURES = "heures"
POSITION = "position"
FICHE = "fiche"
ITINERANT = "itinerant"
TAUX = "taux"
PEU_DE_LOCAUX = "peu_de_locaux"
REPLI = "repli"
ESTIMATION = "estimation"
FLAWS = (
    *(VALEUR_ABSENTE, HEURES, POSITION, FICHE, ITINERANT),
    *(TAUX, PEU_DE_LOCAUX, REPLI, ESTIMATION),
)

# Flags of the nearest place that make it doubtful, and the flag of a commune it decides.
_PLACES = {
    HEURES: ((flags.HEURES_IMPUTEES,), flags.HEURES_IMPUTEES_DECIDENT),
    POSITION: (
        (flags.POSITION_APPROCHEE, flags.POSITION_HORS_COMMUNE),
        flags.POSITION_DOUTEUSE_DECIDE,
    ),
    FICHE: ((flags.FICHE_PERIMEE,), flags.FICHE_PERIMEE_DECIDE),
    ITINERANT: ((flags.ITINERANT_AU_POINT_PUBLIE,), flags.ITINERANT_DECIDE),
}
_IMPUTED_GRADES = ("B", "C")


@dataclass(frozen=True)
class Doubt:
    """A flaw that touches a commune.

    Attributes
    ----------
    flaw
        One of `FLAWS`.
    code_insee
        The commune.
    classes
        Classes that it may have, rising, the present ones included.
    is_open
        Whether the flaw leaves more of them possible than there would be without it.
    """

    flaw: str
    code_insee: str
    classes: tuple[int, ...]
    is_open: bool

    @property
    def leaves_underserved_open(self) -> bool:
        """Whether the flaw decides that the commune is under-served or not."""
        return self.is_open and self.classes[0] < UNDERSERVED_FROM <= self.classes[-1]


def find_doubts(
    communes: Iterable[Row], sites: Mapping[str, Row], alerts: Alerts
) -> tuple[Doubt, ...]:
    """List the flaws that touch each commune, by commune, in the order of `FLAWS`.

    Parameters
    ----------
    communes
        Published rows, `flags` as a list of codes; those without inhabitants have no class and no
        doubt.
    sites
        Published places by id, `flags` as a list of codes.
    alerts
        Thresholds of the release.
    """
    found = []
    for row in communes:
        if row["verdict"] == "sans_objet":
            continue
        own = (row["alert_offre"], row["alert_besoin"], row["alert_connectivite"])
        present = possible_classes(own)
        for flaw, states in _touching(row, own, sites, alerts):
            classes = possible_classes(states)
            is_open = len(classes) > 1 if flaw == VALEUR_ABSENTE else classes != present
            found.append(Doubt(flaw, row["code_insee"], tuple(classes), is_open))
    return tuple(found)


def _touching(
    row: Row, own: States, sites: Mapping[str, Row], alerts: Alerts
) -> Iterable[tuple[str, States]]:
    """Yield the flaws of a commune, and its alerts with those that the flaw may turn left open."""
    supply, need, network = own
    raised = row["flags"]
    if None in own:
        yield VALEUR_ABSENTE, own
    nearest = sites.get(row["nearest_site_id"] or "")
    doubts_of_place = nearest["flags"] if nearest is not None else ()
    for flaw, (doubtful, decides) in _PLACES.items():
        if decides in raised:
            yield flaw, (None, need, network)
        elif any(flag in doubtful for flag in doubts_of_place) or (
            flaw == HEURES and row["accessibility_quality"] in _IMPUTED_GRADES
        ):
            yield flaw, own
    if flags.TAUX_ANORMAL in raised or flags.DENOM_SOUS_ESTIME in raised:
        yield TAUX, (supply, need, None if _may_be_under(row, alerts) else network)
    if flags.PEU_DE_LOCAUX in raised:
        yield PEU_DE_LOCAUX, (supply, need, None if _turns_on_one(row, alerts) else network)
    if flags.REPLI_EPCI in raised:
        yield REPLI, (supply, None, network)
    if flags.ESTIME_FUSION in raised or flags.ESTIME_PARTAGE in raised:
        yield ESTIMATION, (supply, None, None)


def _may_be_under(row: Row, alerts: Alerts) -> bool:
    """Whether a rate above 100 % may hide one under the threshold."""
    return bool(100 * row["locaux"] < alerts.fibre_pct * row["locaux_raccordables"])


def _turns_on_one(row: Row, alerts: Alerts) -> bool:
    """Whether one premise more or less crosses the threshold."""
    premises, reached = row["locaux"], row["locaux_raccordables"]
    if not premises or reached is None:
        return False
    is_under = 100 * reached < alerts.fibre_pct * premises
    other = reached + 1 if is_under else reached - 1
    return bool((100 * other < alerts.fibre_pct * premises) != is_under)
