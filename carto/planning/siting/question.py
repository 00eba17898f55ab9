"""A question of siting, as it is asked: what is sought, how many, where, and with which places."""

from __future__ import annotations

from dataclasses import dataclass

from carto.errors import CartoError
from carto.french import plural

# Name of a question in an address → what it asks, for N half-days, places or a radius.
MANQUE, TEMPS, COUVERTURE, TOUS, PLUS_LOIN = "manque", "temps", "couverture", "tous", "plus-loin"
QUESTIONS = {
    MANQUE: "Où tenir {n} pour combler le plus du manque d'heures ?",
    TEMPS: "Où ouvrir {n} pour que le trajet moyen soit le plus court ?",
    COUVERTURE: "Où ouvrir {n} pour que le plus d'habitants en aient un à {r} min au plus ?",
    TOUS: "Combien de lieux faut-il, et où, pour que chaque commune en ait un à {r} min au plus ?",
    PLUS_LOIN: "Où ouvrir {n} pour que le trajet le plus long soit le plus court ?",
}
# What is asked for when no number is given: half-days, or places.
USUAL_COUNTS = {MANQUE: 10, TEMPS: 5, COUVERTURE: 5, TOUS: 5, PLUS_LOIN: 5}
LARGEST_COUNT = 60
RADIUS_MIN, RADIUS_MAX = 5.0, 60.0
# « tous » among the places left out: the question is asked as if there were none.
ALL_PLACES = "tous"


class QuestionError(CartoError):
    """A question that cannot be asked, in words that say what to change.

    Parameters
    ----------
    parameter
        Name of what is wrong: a field of `Question`.
    message
        French sentence.
    """

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


@dataclass(frozen=True)
class Question:
    """A question.

    Attributes
    ----------
    kind
        A name of `QUESTIONS`.
    count
        Half-days a week (`manque`) or places to open; `tous` finds it.
    radius_min
        Minutes within which a commune is served (`couverture`, `tous`).
    candidates
        Codes of the communes where something may open; empty for all those of the perimeter.
    without
        Ids of places counted as if they were not; `tous` alone for all of them.
    is_inside_only
        Whether the people around the perimeter are left out of what is sought. `tous` and
        `plus-loin` always do.
    """

    kind: str = MANQUE
    count: int = 10
    radius_min: float = 20.0
    candidates: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    is_inside_only: bool = False

    def __post_init__(self) -> None:
        if self.kind not in QUESTIONS:
            raise QuestionError(
                "question",
                f"La question « {self.kind[:20]} » n'existe pas ; choisissez parmi "
                f"{', '.join(QUESTIONS)}.",
            )
        if not 1 <= self.count <= LARGEST_COUNT:
            raise QuestionError(
                "nombre",
                f"{self.count} {self.unit_words}, cela ne convient pas : demandez-en de 1 à "
                f"{LARGEST_COUNT}.",
            )
        if not RADIUS_MIN <= self.radius_min <= RADIUS_MAX:
            raise QuestionError(
                "rayon",
                f"Choisissez un rayon de {RADIUS_MIN:g} à {RADIUS_MAX:g} minutes.",
            )

    @property
    def unit_words(self) -> str:
        """Name what is counted, in the plural."""
        return "demi-journées" if self.kind == MANQUE else "lieux"

    @property
    def words(self) -> str:
        """Say the question."""
        counted = (
            plural(self.count, "demi-journée") + " par semaine"
            if self.kind == MANQUE
            else plural(self.count, "lieu", "lieux")
        )
        return QUESTIONS[self.kind].format(n=counted, r=f"{self.radius_min:g}")
