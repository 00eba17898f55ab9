"""A commune that is no more, selected or led from: the page shows its heir, and says so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.codes import ARRONDISSEMENTS
from carto.french import NBSP, date, enumeration

Row = Mapping[str, Any]

SELECTED = "sel"
# Code of an old commune or of an arrondissement whose address led to the page.
LED_FROM = "ancien"


def living_selection(
    query: Mapping[str, str],
    former: Mapping[str, tuple[Row, ...]],
    communes: Mapping[str, Row],
) -> tuple[dict[str, str], list[str]]:
    """Replace the old code of a merged commune in the parameters of an address.

    Parameters
    ----------
    query
        Parameters of the address.
    former
        Rows of `passages` by old code.
    communes
        Published communes by code.

    Returns
    -------
    tuple
        The parameters, with the code of today, and French notices. A commune that was divided
        between several is selected in none: a reader must choose.

    Examples
    --------
    >>> row = {"nom_ancien": "Lanriec", "code_insee": "29039", "date": "1959-02-22"}
    >>> query, said = living_selection(
    ...     {"sel": "29118"}, {"29118": (row,)}, {"29039": {"nom": "Concarneau"}}
    ... )
    >>> query["sel"], said[0].startswith("Lanriec (29118) est dans Concarneau depuis le 22 février")
    ('29039', True)
    """
    query, arrived = _without_origin(query, former, communes)
    rows = former.get(query.get(SELECTED, ""), ())
    if not rows:
        return query, arrived
    old = f"{rows[0]['nom_ancien']} ({query[SELECTED]})"
    since = date(rows[0]["date"])
    names = enumeration([communes[row["code_insee"]]["nom"] for row in rows])
    if len(rows) > 1:
        left = {name: value for name, value in query.items() if name != SELECTED}
        said = f"{old} a été partagée entre {names} le {since}{NBSP}: choisissez l'une d'elles."
        return left, [*arrived, said]
    code = rows[0]["code_insee"]
    said = f"{old} est dans {names} depuis le {since}{NBSP}: {names} est sélectionnée."
    return {**query, SELECTED: code}, [*arrived, said]


def _without_origin(
    query: Mapping[str, str],
    former: Mapping[str, tuple[Row, ...]],
    communes: Mapping[str, Row],
) -> tuple[dict[str, str], list[str]]:
    """Say which address led to the page; any other word for an origin stays in the parameters."""
    origin = query.get(LED_FROM, "")
    left = {name: value for name, value in query.items() if name != LED_FROM}
    if origin in former:
        row = former[origin][0]
        gone = f"{row['nom_ancien']} ({origin}) n'est plus une commune depuis le"
        heir = communes[row["code_insee"]]["nom"]
        return left, [f"{gone} {date(row['date'])}{NBSP}: cette page est celle de {heir}."]
    for commune, parts in ARRONDISSEMENTS.items():
        if origin in parts and commune in communes:
            whole = f"{communes[commune]['nom']} ({commune})"
            return left, [f"{origin} est un arrondissement{NBSP}: cette page est celle de {whole}."]
    return dict(query), []
