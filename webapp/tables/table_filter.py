"""Which rows of a table are kept: by name, verdict, type, solidity, EPCI and population."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any

from carto import french
from carto.folding import folded
from carto.french import NBSP
from carto.said_back import said_back, words_of
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS

Row = Mapping[str, Any]

LONGEST = 60
_MOST_PEOPLE = 100_000_000
UNDERSERVED = "sous-desservies"
TYPES = {name: type_.words for name, type_ in TERRITORY_TYPES.items()}
VERDICTS = {UNDERSERVED: "toutes les sous-desservies", **VERDICT_WORDS}
# Verdict → the word that addresses write for it; they may also hold the published value.
VERDICT_NAMES = {key: folded(words).replace(" ", "-") for key, words in VERDICT_WORDS.items()}
_NAMED_VERDICTS = {name: key for key, name in VERDICT_NAMES.items()}
# Address → what it may be, for a filter by a published value of communes.
_CHOICES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "verdict": ("verdict", VERDICTS),
    "type_commune": ("type_", TYPES),
    "solidite": ("robustness", ROBUSTNESS_WORDS),
}


@dataclass(frozen=True)
class TableFilter:
    """What a row must be to be kept; everything is by default.

    Attributes
    ----------
    name
        Text that its name holds, accents and capitals apart.
    verdict, type_, robustness
        Keys of the published values, communes only; `sous-desservies` is either of these verdicts.
    epci
        SIREN of its EPCI, communes only.
    least_people, most_people
        Bounds of its population, included.
    """

    name: str = ""
    verdict: str | None = None
    type_: str | None = None
    robustness: str | None = None
    epci: str | None = None
    least_people: int | None = None
    most_people: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every row is kept."""
        return self == TableFilter()

    def keeps(self, row: Row) -> bool:
        """Whether a row is kept; a population that is not known is in no range."""
        people = row["population"]
        is_in_range = (self.least_people is None and self.most_people is None) or (
            people is not None
            and (self.least_people or 0) <= people <= (self.most_people or _MOST_PEOPLE)
        )
        return (
            is_in_range
            and folded(self.name) in folded(row["nom"])
            and self._keeps_verdict(row)
            and (self.type_ is None or row.get("typology") == self.type_)
            and (self.robustness is None or row.get("robustness") == self.robustness)
            and (self.epci is None or row["siren_epci"] == self.epci)
        )

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, defaults left out.

        >>> TableFilter(name="plou", least_people=500).query()
        {'q': 'plou', 'pop_min': '500'}
        >>> TableFilter(verdict="3").query()
        {'verdict': 'prioritaire'}
        """
        names = {field.name: getattr(self, field.name) for field in fields(self)}
        names["verdict"] = VERDICT_NAMES.get(self.verdict or "", self.verdict)
        written = {name: names[attribute] for name, attribute in _ATTRIBUTES.items()}
        return {name: str(value) for name, value in written.items() if value not in (None, "")}

    def _keeps_verdict(self, row: Row) -> bool:
        """Whether a commune has the verdict that is asked for."""
        if self.verdict is None:
            return True
        return bool(
            row["is_underserved"] if self.verdict == UNDERSERVED else row["verdict"] == self.verdict
        )


_ATTRIBUTES = {
    "q": "name",
    **{name: attribute for name, (attribute, _) in _CHOICES.items()},
    "epci": "epci",
    "pop_min": "least_people",
    "pop_max": "most_people",
}
FILTER_PARAMETERS = tuple(_ATTRIBUTES)


def read_filter(
    query: Mapping[str, str], epci: Collection[str], *, of_communes: bool
) -> tuple[TableFilter, tuple[str, ...]]:
    """Read the filter of an address.

    Parameters
    ----------
    query
        Parameters of the address.
    epci
        SIREN that `epci` may be.
    of_communes
        Whether rows are communes, which alone have a verdict, a type and an EPCI.

    Returns
    -------
    tuple
        A usable filter, and one French notice per value that filters nothing.
    """
    notices: list[str] = []

    def choice(name: str, known: Collection[str]) -> str | None:
        text = query.get(name) or None
        value = _NAMED_VERDICTS.get(text or "", text) if name == "verdict" else text
        if text is None or (of_communes and value in known):
            return value
        notices.append(
            f"« {name}={said_back(text)} » n'est pas compris ici : rien n'est filtré ainsi."
        )
        return None

    def people(name: str) -> int | None:
        text = (query.get(name) or "").replace(" ", "").replace(french.NARROW, "")
        if text == "" or (text.isascii() and text.isdigit() and int(text) < _MOST_PEOPLE):
            return int(text) if text else None
        notices.append(
            f"« {name}={said_back(text)} » n'est pas un nombre d'habitants : sans effet."
        )
        return None

    found = TableFilter(
        name=words_of(query.get("q", ""))[:LONGEST],
        **{attribute: choice(name, known) for name, (attribute, known) in _CHOICES.items()},
        epci=choice("epci", epci),
        least_people=people("pop_min"),
        most_people=people("pop_max"),
    )
    return found, tuple(notices)


def filter_words(asked: TableFilter, name_of_epci: Callable[[str], str]) -> list[str]:
    r"""Say what is asked of the rows, in the order of the form.

    >>> filter_words(TableFilter(name="plou", verdict="3", least_people=500), str)
    ['nom contenant «\xa0plou\xa0»', 'verdict «\xa0prioritaire\xa0»', 'au moins 500\xa0habitants']
    """
    words = [f"nom contenant «{NBSP}{asked.name}{NBSP}»"] if asked.name else []
    if asked.verdict is not None:
        verdict = f"verdict «{NBSP}{VERDICTS[asked.verdict]}{NBSP}»"
        words.append("sous-desservies" if asked.verdict == UNDERSERVED else verdict)
    if asked.type_ is not None:
        words.append(f"type «{NBSP}{TYPES[asked.type_]}{NBSP}»")
    if asked.robustness is not None:
        words.append(f"verdict {ROBUSTNESS_WORDS[asked.robustness]}".replace("peut", "qui peut"))
    if asked.epci is not None:
        words.append(name_of_epci(asked.epci))
    if asked.least_people is not None:
        words.append(f"au moins {french.plural(asked.least_people, 'habitant')}")
    if asked.most_people is not None:
        words.append(f"au plus {french.plural(asked.most_people, 'habitant')}")
    return words
