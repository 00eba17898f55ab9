"""Finding a territory by its name, as people type it: no accents, hyphens or capitals needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

Row = Mapping[str, Any]

MOST_RESULTS = 30
MOST_SUGGESTIONS = 6
_LEAST_LIKENESS = 72
_ABBREVIATIONS = {"st": "saint", "ste": "sainte"}


@dataclass(frozen=True)
class Place:
    """A territory that can be found: its page, its name, and words that tell it from another."""

    path: str
    nom: str
    detail: str
    code: str


@dataclass(frozen=True)
class Found:
    """Answer to a search: what matches, or the closest spellings when nothing does."""

    results: tuple[Place, ...]
    suggestions: tuple[Place, ...]
    is_cut: bool


def folded(text: str) -> str:
    """Return `text` without accents, capitals, hyphens or abbreviations of Saint.

    >>> folded("St-Pol-de-Léon"), folded("L'Île  d'Yeu"), folded("Plœmeur")
    ('saint pol de leon', 'l ile d yeu', 'ploemeur')
    """
    text = text.lower().replace("œ", "oe").replace("æ", "ae")
    letters = unicodedata.normalize("NFKD", text)
    kept = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c))
    return " ".join(_ABBREVIATIONS.get(word, word) for word in kept.split())


@dataclass(frozen=True)
class SearchIndex:
    """Every territory that has a page, and the folded name of each, in the same order."""

    places: tuple[Place, ...]
    names: tuple[str, ...]


def search_index(
    communes: Iterable[Row], epci: Iterable[Row], departements: Iterable[Row]
) -> SearchIndex:
    """List every territory that has a page: départements, EPCI, then communes, large ones first."""
    found = [
        Place(
            f"/departement/{row['code_departement']}",
            row["nom"],
            "département",
            row["code_departement"],
        )
        for row in departements
    ]
    found += [
        Place(f"/epci/{row['siren_epci']}", row["nom"], "intercommunalité", row["siren_epci"])
        for row in epci
    ]
    found += [
        Place(
            f"/commune/{row['code_insee']}",
            row["nom"],
            ", ".join(filter(None, (f"commune ({row['departement']})", row["nom_epci"]))),
            row["code_insee"],
        )
        for row in sorted(communes, key=lambda row: -(row["population"] or 0))
    ]
    return SearchIndex(tuple(found), tuple(folded(place.nom) for place in found))


def search(question: str, among: SearchIndex) -> Found:
    """Find the territories whose name or code matches.

    Parameters
    ----------
    question
        What the visitor typed.
    among
        Every territory, in the order results should keep.

    Returns
    -------
    Found
        Equal names first, then names that start with the words, then names that hold them; the
        closest spellings when there is none.
    """
    wanted = folded(question)
    if not wanted:
        return Found((), (), is_cut=False)
    ranked = [
        (rank, place)
        for place, name in zip(among.places, among.names, strict=True)
        if (rank := _rank(wanted, name, place.code)) < _NO_MATCH
    ]
    if ranked:
        matching = [place for _, place in sorted(ranked, key=lambda pair: pair[0])]
        return Found(tuple(matching[:MOST_RESULTS]), (), is_cut=len(matching) > MOST_RESULTS)
    close = process.extract(
        wanted,
        among.names,
        scorer=fuzz.WRatio,
        limit=MOST_SUGGESTIONS,
        score_cutoff=_LEAST_LIKENESS,
    )
    return Found((), tuple(among.places[rank] for _, _, rank in close), is_cut=False)


_NO_MATCH = 9


def _rank(wanted: str, name: str, code: str) -> int:
    """Place a name in the order of results; `_NO_MATCH` when it does not match."""
    if wanted in (name, code.lower()):
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in f" {name}":
        return 2
    return 3 if wanted in name else _NO_MATCH
