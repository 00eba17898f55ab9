"""What a place offers, and to whom: accompaniment or equipment alone, everybody or some people.

A place that *addresses* a public (`publics_specifiquement_adresses`: Seniors, Jeunes…) receives
the others too: 489 of the 872 places of the national list that address anybody address the young,
the families and the old at once. A public is restricted only when the list says that others are
not received, or when the place is one where people live or are placed by a decision.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

# Places that give a computer or a connection, and nobody to help with it.
EQUIPMENT = frozenset(
    (
        "Accès internet et matériel informatique",
        "Acquisition de matériel informatique à prix solidaire",
    )
)
# What says that somebody helps, whatever the services.
_HELPED = frozenset(("Accompagnement individuel", "Dans un atelier collectif", "À distance"))
_HELPING = frozenset(("Aidants Connect", "Conseillers numériques", "France Services"))
# Places where one lives or is placed by a decision: reception and lodging of asylum seekers and
# of homeless people, social residences, prison probation, judicial youth protection.
_ADMITTED = frozenset(
    ("CADA", "CHRS", "CHU", "CPH", "HUDA", "PENSION", "PJJ", "RS_FJT", "SPIP"),
)
_NOBODY = "Ce lieu n'accueille pas de public"
_PRESCRIBED = frozenset(("Envoyer un mail avec une fiche de prescription",))
_OPEN_DOOR = "Se présenter"


def restricted(sites: pd.DataFrame) -> pd.Series:
    """Say which places do not receive the general public.

    Parameters
    ----------
    sites
        Columns `public_restreint`, `typologie` and `modalites_acces` of the parsed places.

    Returns
    -------
    pandas.Series
        True where `public_restreint` says so; else, unless it says the contrary, where all the
        types of the place are places one is admitted to by a decision, where it receives nobody,
        or where a prescription is the only way in. Silence is no restriction.

    Examples
    --------
    >>> restricted(pd.DataFrame({
    ...     "public_restreint": [None, None, False],
    ...     "typologie": ["CHRS", "CHRS|ASSO", "CHRS"],
    ...     "modalites_acces": None,
    ... })).tolist()
    [True, False, False]
    """
    admitted = _each(sites["typologie"], lambda said: bool(said) and said <= _ADMITTED)
    closed = _each(
        sites["modalites_acces"],
        lambda said: said == _PRESCRIBED or (_NOBODY in said and _OPEN_DOOR not in said),
    )
    stated = sites["public_restreint"].astype("boolean")
    return stated.fillna(admitted | closed).astype(bool)


def equipment_only(sites: pd.DataFrame) -> pd.Series:
    """Say which places give equipment or a connection, and no accompaniment.

    Parameters
    ----------
    sites
        Columns `services`, `modalites_accompagnement` and `dispositif_programmes_nationaux`.

    Returns
    -------
    pandas.Series
        True where services are listed, all of them equipment, and neither a way of helping nor a
        programme of accompaniment is named. A place that lists no service is not told apart.

    Examples
    --------
    >>> internet = "Accès internet et matériel informatique"
    >>> equipment_only(pd.DataFrame({
    ...     "services": [internet, internet, None],
    ...     "modalites_accompagnement": ["En autonomie", "Accompagnement individuel", None],
    ...     "dispositif_programmes_nationaux": None,
    ... })).tolist()
    [True, False, False]
    """
    only = _each(sites["services"], lambda said: bool(said) and said <= EQUIPMENT)
    helped = _each(sites["modalites_accompagnement"], lambda said: bool(said & _HELPED))
    helping = _each(sites["dispositif_programmes_nationaux"], lambda said: bool(said & _HELPING))
    return only & ~helped & ~helping


def gives_equipment(sites: pd.DataFrame) -> pd.Series:
    """Say which settled rows count where help and equipment are counted alike.

    Parameters
    ----------
    sites
        Settled rows: `id`, `lieu_id`, `is_supply`, `is_equipment_only`, `hours_source`.

    Returns
    -------
    pandas.Series
        The supply and the places of equipment alone, one door once: a point of service that is
        held in such a place gives way to it. Hours of all of them are known or imputed.
    """
    places = sites["is_equipment_only"].astype(bool)
    is_held = sites["lieu_id"].isin(sites.loc[places, "id"])
    return (sites["is_supply"].astype(bool) & ~is_held) | places


def _each(texts: pd.Series, holds: Callable[[frozenset[str]], bool]) -> pd.Series:
    """Ask the same of the values of each cell, joined by `|`; a missing cell has none."""
    answers = {
        text: holds(frozenset(filter(None, str(text).split("|"))))
        for text in texts.dropna().unique()
    }
    nothing = holds(frozenset())
    return texts.map(lambda text: answers.get(text, nothing)).astype(bool)
