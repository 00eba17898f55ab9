"""Two quarters of the fibre in words: what each outcome means, the finding."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto import french
from carto.drawing.wording import threshold as exactly
from carto.french import NBSP
from carto.measures.fibre_change import (
    CROSSED,
    FELL_BACK,
    HELD,
    INCOMPARABLE,
    PROGRESSED,
    STALLED,
    UNKNOWN_OUTCOME,
)
from carto.typography import typeset
from webapp.evolutions.quarter_sums import Sums


@dataclass(frozen=True)
class OutcomeWords:
    """An outcome: its short name, and what it means."""

    label: str
    meaning: str


def outcome_words(share: float) -> dict[str, OutcomeWords]:
    """Name the outcomes.

    Parameters
    ----------
    share
        Threshold of the alert, 0 to 1.
    """
    limit = f"{exactly(100 * share)} %"
    words = {
        CROSSED: (f"Ont atteint {limit}", "sous le seuil avant, au-dessus après."),
        PROGRESSED: (f"Progressent, sous {limit}", "des locaux raccordables de plus."),
        STALLED: (f"À l'arrêt, sous {limit}", "aucun local raccordable de plus."),
        FELL_BACK: (f"Repassées sous {limit}", "au-dessus du seuil avant, dessous après."),
        HELD: (f"Déjà à {limit} ou plus", "au-dessus du seuil avant et après."),
        INCOMPARABLE: (
            "Comptes révisés",
            "les deux trimestres ne se comparent pas : ce n'est ni un progrès ni un recul.",
        ),
        UNKNOWN_OUTCOME: ("Donnée absente", "inconnue à l'un des deux trimestres."),
    }
    return {
        key: OutcomeWords(typeset(label), typeset(meaning))
        for key, (label, meaning) in words.items()
    }


def summary(total: Sums, counts: Mapping[str, int], share: float) -> str:
    """Tell the change of a territory in sentences.

    Parameters
    ----------
    total
        Of its communes that compare.
    counts
        Its communes by outcome.
    share
        Threshold of the alert, 0 to 1.
    """
    if total.before is None or total.after is None:
        return typeset("Aucune commune n'a deux trimestres qui se comparent.")
    said = (
        f"La couverture passe de {french.percent(total.before)} à {french.percent(total.after)} "
        f"({signed(total.gain)}) : {_more(total.connected, 'local raccordable', _MANY)}, "
        f"{_for_premises(total.premises)}."
    )
    limit = f"{exactly(100 * share)} %"
    moved = (
        f" {_communes(counts[CROSSED], 'atteint', 'atteignent')} {limit}, "
        f"{_verb(counts[PROGRESSED], 'progresse', 'progressent')} sans l'atteindre, "
        f"{_verb(counts[STALLED], 'est', 'sont')} à l'arrêt."
    )
    left = total.communes - total.compared
    aside = (
        f" Ces taux portent sur {french.number(total.compared)} communes ; "
        f"{_verb(left, 'est écartée', 'sont écartées')} : comptes révisés ou donnée absente."
        if left
        else ""
    )
    return typeset(said + moved + aside)


_MANY = "locaux raccordables"


def signed(points: float | None) -> str:
    r"""Write a gain in points with its sign.

    >>> signed(5.94), signed(-0.3), signed(0.0), signed(None)
    ('+5,9\xa0points', '−0,3\xa0point', '0,0\xa0point', 'donnée absente')
    """
    if points is None:
        return french.MISSING
    shown = french.rounded(points, 1)
    sign = "+" if shown > 0 else "−" if shown < 0 else ""
    unit = "points" if abs(shown) >= 2 else "point"
    return f"{sign}{french.number(abs(shown), 1, unit)}"


def count_signed(count: int) -> str:
    """Write a change of a count with its sign."""
    sign = "+" if count > 0 else "−" if count < 0 else ""
    return f"{sign}{french.number(abs(count))}"


def _more(count: int, one: str, many: str) -> str:
    """Write a count of something more, or fewer."""
    which = "de moins" if count < 0 else "de plus"
    return f"{french.plural(abs(count), one, many)}{NBSP}{which}"


def _for_premises(count: int) -> str:
    """Say how the number of premises changed."""
    if count == 0:
        return "pour le même nombre de locaux"
    return f"pour {_more(count, 'local', 'locaux')} au total"


def _communes(count: int, one: str, many: str) -> str:
    """Write a count of communes and their verb."""
    return f"{french.plural(count, 'commune')} {one if count < 2 else many}"


def _verb(count: int, one: str, many: str) -> str:
    """Write a count and its verb."""
    return f"{french.number(count)} {one if count < 2 else many}"
