"""Names of places compared: accents, small words and the commune set aside.

One place is called « Maison France Services », « FRANCE SERVICES DE FOIX » and « France services
Foix »; its neighbours « Mairie de Foix » and « Médiathèque de Foix » share half of their letters.
So the name of their commune, when it is the same, is taken out before names are compared, and a
name whose every word is in the other one says the same, less precisely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from carto.folding import without_accents

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Rows = NDArray[np.intp]

_SMALL_WORDS = frozenset(
    ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "sur"]
)
_ABBREVIATIONS = {
    **{"st": "saint", "ste": "sainte", "cc": "communaute communes", "ctre": "centre"},
    **{"av": "avenue", "ave": "avenue", "bd": "boulevard", "bld": "boulevard", "pl": "place"},
    **{"rte": "route", "che": "chemin", "imp": "impasse", "all": "allee"},
}
# Several ways to write one thing, on names without accents or small words.
_SAME = (
    (
        re.compile(r"\b(?:(?:maison|espace|etablissement|point) )?france services?\b"),
        "france services",
    ),
    (re.compile(r"^(?:commune|mairie|ville|hotel ville)\b"), "mairie"),
    (re.compile(r"\bcentre (?:communal|com) action sociale?\b"), "ccas"),
    (re.compile(r"\b(?:conseil departemental|departement)\b"), "departement"),
)
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_OF_A_TOWN = re.compile(r"\b(?:cedex.*|\d+(?:er|e|eme)?|arrondissement)\b")


@lru_cache(maxsize=200_000)
def words_of(text: str) -> str:
    """Words of a text: lower case, no accent, no small word, usual abbreviations written out.

    >>> words_of("12, av. de l'Hôtel-de-Ville")
    '12 avenue hotel ville'
    """
    plain = without_accents(text.replace("’", "'"))
    letters = plain.encode("ascii", "ignore").decode().lower()
    return " ".join(
        _ABBREVIATIONS.get(word, word)
        for word in _NOT_A_WORD.sub(" ", letters).split()
        if word not in _SMALL_WORDS
    )


def name_of_place(text: str) -> str:
    """Words of the name of a place, its nature always said in the same ones.

    >>> name_of_place("MAISON FRANCE SERVICE de St-Malo"), name_of_place("Commune de Foix")
    ('france services saint malo', 'mairie foix')
    """
    name = words_of(text)
    for pattern, written in _SAME:
        name = pattern.sub(written, name)
    return name


def name_of_commune(text: str) -> str:
    """Words of the name of a commune, without CEDEX or number of arrondissement.

    >>> name_of_commune("MARSEILLE 11"), name_of_commune("L'Haÿ-les-Roses CEDEX 2")
    ('marseille', 'hay roses')
    """
    return _OF_A_TOWN.sub("", words_of(text)).strip()


def without_commune(name: str, commune: str) -> str:
    """Words of a normalised name that are not in the normalised name of its commune.

    >>> without_commune("mairie saint malo", "saint malo")
    'mairie'
    """
    town = set(commune.split())
    return " ".join(word for word in name.split() if word not in town)


class Names:
    """Names of n places, ready to be compared pair by pair.

    Parameters
    ----------
    table
        Columns `nom` and `nom_commune`, never missing.
    """

    def __init__(self, table: pd.DataFrame) -> None:
        self.town = _each(name_of_commune, table["nom_commune"])
        self.whole = _each(name_of_place, table["nom"])
        pairs = zip(self.whole, self.town, strict=True)
        self.own = np.array([without_commune(*pair) for pair in pairs], dtype=object)

    def similarity(self, first: Rows, second: Rows) -> Floats:
        """Similarity of pairs of rows, 0 to 1: 1 when one is within the other, else closeness."""
        return np.where(self.within(first, second), 1.0, self.closeness(first, second))

    def within(self, first: Rows, second: Rows) -> Bools:
        """Whether the words of one name of each pair are all in the other: it says the same, less.

        On the whole names, or without the name of their common commune.
        """
        own = _within(self.own[first], self.own[second]) & self._of_one_town(first, second)
        return own | _within(self.whole[first], self.whole[second])

    def closeness(self, first: Rows, second: Rows) -> Floats:
        """Similarity of pairs of rows, 0 to 1: `token_sort_ratio` of rapidfuzz.

        On the names without that of their commune; on the whole ones when it is not the same or
        when nothing else is left of them.
        """
        ratio = _ratio(self.own[first], self.own[second])
        whole = (self.own[first] == "") | (self.own[second] == "")
        whole |= ~self._of_one_town(first, second)
        ratio[whole] = _ratio(self.whole[first[whole]], self.whole[second[whole]])
        return ratio

    def whole_closeness(self, first: Rows, second: Rows) -> Floats:
        """Similarity of pairs of rows, 0 to 1: `token_sort_ratio` on the whole names."""
        return _ratio(self.whole[first], self.whole[second])

    def _of_one_town(self, first: Rows, second: Rows) -> Bools:
        """Whether both rows of each pair name the same commune."""
        return np.asarray(self.town[first] == self.town[second], dtype=bool)


def address_similarity(table: pd.DataFrame, first: Rows, second: Rows) -> Floats:
    """Similarity of the addresses of pairs of rows, 0 to 1; NaN when one of them has none.

    `token_set_ratio` of rapidfuzz: what one of them adds (a building, a postal code) is no
    difference.
    """
    written = np.array(
        [words_of(text) if isinstance(text, str) else "" for text in table["adresse"]], dtype=object
    )
    scores = process.cpdist(written[first], written[second], scorer=fuzz.token_set_ratio)
    missing = (written[first] == "") | (written[second] == "")
    return np.where(missing, np.nan, scores.astype(np.float64) / 100)


def _each(words: Callable[[str], str], texts: pd.Series) -> NDArray[np.object_]:
    """Apply a function to each text, once per different text."""
    known = {text: words(text) for text in texts.unique()}
    return np.array([known[text] for text in texts], dtype=object)


def _ratio(first: NDArray[np.object_], second: NDArray[np.object_]) -> Floats:
    """Compare pairs of normalised names, the order of their words set aside."""
    if not len(first):
        return np.empty(0)
    scores = process.cpdist(list(first), list(second), scorer=fuzz.token_sort_ratio)
    return scores.astype(np.float64) / 100


def _within(first: Iterable[str], second: Iterable[str]) -> Bools:
    """Whether the words of one name, if any, are all among the words of the other."""
    pairs = ((set(a.split()), set(b.split())) for a, b in zip(first, second, strict=True))
    return np.array([bool(a and b) and (a <= b or b <= a) for a, b in pairs], dtype=bool)
