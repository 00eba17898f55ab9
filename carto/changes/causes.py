"""Why an alert of a commune changed: what moved in the data, or in the rule, and which way.

Each cause is looked for in the published values of both releases. A rate that moves is parted
into what its numerator did and what its denominator did: with as many premises as before, would
the rate have moved this way? Several causes may hold at once; they are all told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carto import french
from carto.changes.nearby_places import PlaceChanges
from carto.changes.release import Row
from carto.typography import typeset
from carto.verdict.parameter_labels import parameter_label, parameter_value

CAUSES = {
    "COG": "Commune nouvelle, rétablie ou disparue",
    "REGLE": "Règle modifiée",
    "NOUVEAU_LIEU": "Nouveau lieu à portée",
    "LIEU_FERME": "Lieu fermé ou retiré des listes",
    "LIEU_MODIFIE": "Horaires ou position d'un lieu modifiés",
    "PROGRES_FIBRE": "Progrès de la fibre",
    "RECUL_FIBRE": "Recul des locaux raccordables",
    "DENOMINATEUR_REVISE": "Nombre de locaux révisé",
    "BESOIN_REVISE": "Indicateur de besoin révisé",
    "DEMANDE_REVISEE": "Demande ou offre révisée plus loin",
    "DONNEE_APPARUE": "Donnée désormais connue",
    "DONNEE_DISPARUE": "Donnée désormais absente",
    "NON_EXPLIQUE": "Cause non trouvée",
}
# Parameters that each alert depends on, by the beginning of their names.
RULES = {
    "alert_offre": (
        *("parameters.catchment", "parameters.travel", "parameters.supply", "parameters.sites"),
        *("parameters.alerts.time_min", "parameters.alerts.apl"),
        *("parameters.demand", "demand_standard", "travel_model"),
    ),
    "alert_besoin": ("parameters.need", "parameters.alerts.need", "need_variant"),
    "alert_connectivite": (
        *("parameters.alerts.fibre", "parameters.quality"),
        *("parameters.alerts.copper", "parameters.copper"),
    ),
}
_NAMED_PLACES = 3


@dataclass(frozen=True, order=True)
class Cause:
    """One cause: its code, a key of `CAUSES`, and a French sentence with figures."""

    code: str
    message: str


@dataclass(frozen=True)
class Context:
    """What is compared beside the rows of a commune.

    Attributes
    ----------
    places
        Places that opened, closed or changed.
    rules
        Parameters that differ, dotted name → values before and after.
    reach_km
        How far a place counts.
    """

    places: PlaceChanges
    rules: Mapping[str, tuple[object, object]]
    reach_km: float


def causes_of(before: Row, after: Row, context: Context) -> tuple[Cause, ...]:
    """Tell why the alerts of a commune changed.

    Parameters
    ----------
    before, after
        Its published rows.
    context
        Places and parameters that differ.

    Returns
    -------
    tuple of Cause
        Sorted, each once; empty when no alert changed.
    """
    found: set[Cause] = set()
    finders = {
        "alert_offre": _supply,
        "alert_besoin": _need,
        "alert_connectivite": _network,
    }
    for alert, finder in finders.items():
        if before[alert] == after[alert]:
            continue
        found.update(_rules(alert, context))
        found.update(finder(before, after, context))
    return tuple(sorted(found))


def rule_wording(name: str, before: object, after: object) -> str:
    """Name a parameter that changed, with both values; None where a release does not have it.

    >>> rule_wording("parameters.alerts.fibre_pct", 95.0, 90)
    'Couverture fibre sous laquelle il y a alerte : 95 %, puis 90 %'
    """
    parameter = name.removeprefix("parameters.")
    said = (
        "absent" if value is None else parameter_value(parameter, value)
        for value in (before, after)
    )
    return f"{parameter_label(parameter)} : {', puis '.join(said)}"


def _cause(code: str, message: str) -> Cause:
    return Cause(code, typeset(message))


def _rules(alert: str, context: Context) -> Iterator[Cause]:
    """Parameters of an alert that differ."""
    for name, (old, new) in context.rules.items():
        if name.startswith(RULES[alert]):
            yield _cause("REGLE", f"{rule_wording(name, old, new)}.")


def _network(before: Row, after: Row, _: Context) -> Iterator[Cause]:
    """Find what moved the fibre rate."""
    old_rate, new_rate = before["taux_couverture_ftth"], after["taux_couverture_ftth"]
    yield from _known(old_rate, new_rate, "taux de couverture")
    if old_rate is None or new_rate is None or old_rate == new_rate:
        return
    had, has = before["locaux_raccordables"], after["locaux_raccordables"]
    of, among = before["locaux"], after["locaux"]
    rises = new_rate > old_rate
    said = f"{_pct(old_rate)} puis {_pct(new_rate)}"
    if has != had and (has > had) == rises:
        code = "PROGRES_FIBRE" if rises else "RECUL_FIBRE"
        counts = f"{french.number(had)} puis {french.number(has)} locaux raccordables"
        yield _cause(code, f"{said} : {counts}.")
    if among != of and (among < of) == rises:
        counts = f"{french.number(of)} locaux estimés, puis {french.number(among)}"
        yield _cause("DENOMINATEUR_REVISE", f"{said} : {counts}.")


def _need(before: Row, after: Row, _: Context) -> Iterator[Cause]:
    """Find whether the need moved."""
    old, new = before["need"], after["need"]
    yield from _known(old, new, "besoin")
    if old is not None and new is not None and old != new:
        said = f"{french.number(old, 1)} puis {french.number(new, 1)} sur 10."
        yield _cause("BESOIN_REVISE", said)


def _supply(before: Row, after: Row, context: Context) -> Iterator[Cause]:
    """Find the places that opened, closed or changed within reach, else what moved farther.

    Where the rule changed too, what it did to the supply is not told from what moved farther.
    """
    here = after["longitude"], after["latitude"], context.reach_km
    worse = after["alert_offre"] is True or before["alert_offre"] is False
    found = any(_rules("alert_offre", context))
    groups = (
        ("LIEU_FERME", context.places.closed, "n'est plus dans les listes"),
        ("NOUVEAU_LIEU", context.places.opened, "est apparu dans les listes"),
        ("LIEU_MODIFIE", context.places.rescheduled, "a changé d'horaires ou de position"),
    )
    for code, grid, said in groups:
        if code == ("NOUVEAU_LIEU" if worse else "LIEU_FERME"):
            continue
        for row in grid.near(*here)[:_NAMED_PLACES]:
            found = True
            yield _cause(code, f"{row['nom']} ({row['nom_commune']}) {said}.")
    known = list(_known(before["nearest_site_min"], after["nearest_site_min"], "temps d'accès"))
    yield from known
    if not found and not known and _supply_values(before) != _supply_values(after):
        yield _cause(
            "DEMANDE_REVISEE",
            "l'offre accessible change par la population ou par des lieux plus lointains : "
            f"{_rate(before['accessibility'])} puis {_rate(after['accessibility'])}.",
        )


def _supply_values(row: Row) -> tuple[object, ...]:
    """Values that the alert on supply looks at."""
    names = ("nearest_site_min", "accessibility_low", "accessibility_high")
    return tuple(row[name] for name in names)


def _known(old: object, new: object, what: str) -> Iterator[Cause]:
    """Tell a value that appeared or disappeared."""
    if old is None and new is not None:
        yield _cause("DONNEE_APPARUE", f"{what} désormais connu.")
    if old is not None and new is None:
        yield _cause("DONNEE_DISPARUE", f"{what} désormais inconnu.")


def _pct(rate: float) -> str:
    """Write a rate."""
    return french.number(100 * rate, 1, "%")


def _rate(value: float | None) -> str:
    """Write an accessibility, which may be only bounded."""
    if value is None:
        return "non chiffrée"
    return f"{french.number(value, 2)} h par semaine pour 1 000 habitants"
