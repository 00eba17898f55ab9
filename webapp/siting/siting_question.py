"""The question of new permanences on the page: that of `/api/v1/plan`, and where one looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from carto.planning.siting.question import COUVERTURE, MANQUE, TOUS, Question
from webapp.errors import ParameterError
from webapp.planning.asked_question import (
    COUNT,
    KIND,
    QUESTION_PARAMETERS,
    question_query,
    read_question,
)
from webapp.siting.asked_values import AskedValues

Row = Mapping[str, Any]

AMONG = "parmi"
SITING_PARAMETERS = (*QUESTION_PARAMETERS, AMONG)
ALL, RELAYS, UNDERSERVED = "toutes", "relais", "sous-desservies"
USUAL_COUNT = 4
WITH_RADIUS = (COUVERTURE, TOUS)
# Parameter of a dossier that makes the plan of so many half-days itself.
HALF_DAYS = "demi_journees"


@dataclass(frozen=True)
class AskedSiting:
    """New permanences as they are asked for.

    Attributes
    ----------
    question
        What siting answers.
    among
        Where something may open: `toutes`, `relais` or `sous-desservies`.
    amongs
        The ones that this territory offers.
    is_asked
        Whether the address asks for an answer, which may take a while.
    """

    question: Question
    among: str
    amongs: tuple[str, ...]
    is_asked: bool

    def query(self) -> tuple[tuple[str, str], ...]:
        """Write the parameters of the question besides its kind."""
        if not self.is_asked:
            return ()
        named = replace(self.question, candidates=()) if self.among != ALL else self.question
        written = question_query(named) | {COUNT: str(self.question.count)}
        written.pop(KIND, None)
        if self.among != ALL:
            written[AMONG] = self.among
        return tuple(written.items())

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """Parameters by which a dossier makes the same plan itself; none when it cannot."""
        count = self.question.count
        return ((HALF_DAYS, str(count)),) if self.question == Question(MANQUE, count) else ()


def read_siting(
    values: AskedValues, query: Mapping[str, str], communes: Sequence[Row]
) -> AskedSiting:
    """Read the question of new permanences.

    Parameters
    ----------
    values
        Parameters of the address, told what cannot be used.
    query
        The same, one value each.
    communes
        Rows of the communes of the territory.
    """
    is_asked = values.has(COUNT)
    try:
        question = read_question({COUNT: str(USUAL_COUNT), **query})
    except ParameterError as error:
        values.refuse(error.parameter, str(error))
        question, is_asked = Question(query.get(KIND, MANQUE), USUAL_COUNT), False
    codes = {
        RELAYS: [row["code_insee"] for row in communes if row.get("is_commune_relais")],
        UNDERSERVED: [row["code_insee"] for row in communes if row["is_underserved"] is True],
    }
    amongs = (ALL, *(name for name, found in codes.items() if found))
    among = values.choice(AMONG, (ALL, RELAYS, UNDERSERVED), ALL)
    if among not in amongs:
        values.refuse(
            AMONG,
            f"Ce territoire n'a aucune commune « {among} »",
            "toutes les communes sont essayées",
        )
        among = ALL
    if among != ALL:
        question = replace(question, candidates=tuple(sorted(codes[among])))
    return AskedSiting(question, among, amongs, is_asked)
