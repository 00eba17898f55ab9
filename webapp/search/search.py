"""Finding a territory as people ask for it: a name typed in haste, a code, a postcode."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from carto.codes import departement_name
from carto.folding import folded
from webapp.search.postcodes import departements_of, is_postcode
from webapp.search.search_index import FORMER, Place, SearchIndex

MOST_OF_A_TYPE = 20
MOST_CLOSE = 6
LONGEST_QUESTION = 80
_LEAST_LIKENESS = 72
_BY_POSTCODE = 0
_BY_CODE = 1
_BY_FORMER_CODE = 8
_NO_MATCH = 9
# Three communes are parted in arrondissements, that people write after the name.
_ARRONDISSEMENT = re.compile(
    r"(paris|lyon|marseille)( \d{1,2}(er|e|eme|ieme)?)( arr(ondissement)?)?"
)
_HEADINGS = {
    "france": "Pays",
    "commune": "Communes",
    "epci": "Intercommunalités",
    "departement": "Départements",
    "region": "Régions",
    "ept": "Établissements publics territoriaux",
    "groupe": "Groupes de communes",
    FORMER: "Anciennes communes",
}


@dataclass(frozen=True)
class Group:
    """Results of one type.

    Attributes
    ----------
    heading
        Plural name of the type.
    places
        The first of them.
    total
        How many there are.
    """

    heading: str
    places: tuple[Place, ...]
    total: int


@dataclass(frozen=True)
class Found:
    """Answer to a search.

    Attributes
    ----------
    groups
        What matches, by type; the type of the best match first.
    close
        The closest spellings when nothing matches.
    postcode
        The postcode that was asked for, or None.
    departements
        Names of the départements of that postcode.
    """

    groups: tuple[Group, ...] = ()
    close: tuple[Place, ...] = ()
    postcode: str | None = None
    departements: tuple[Place, ...] = ()

    @property
    def total(self) -> int:
        """How many territories match."""
        return sum(group.total for group in self.groups)

    @property
    def is_only_of_old(self) -> bool:
        """Whether a postcode is none of these data, but the code of communes that are no more."""
        return self.postcode is not None and all(
            place.type == FORMER for group in self.groups for place in group.places
        )


def search(question: str, among: SearchIndex, only: str | None = None) -> Found:
    """Find the territories that a visitor asks for.

    Parameters
    ----------
    question
        What the visitor typed.
    among
        Every territory, in the order results should keep.
    only
        A type of territory to keep (with the former communes when it is `commune`); None for all.

    Returns
    -------
    Found
        Equal names and codes first, then names that start with the words, then names that hold
        them; the closest spellings when there is none.
    """
    wanted = _wanted(question)
    if not wanted:
        return Found()
    matching = _matching(wanted, among, only)
    postcode = wanted if is_postcode(wanted) else None
    return Found(
        groups=_grouped(matching),
        close=() if matching or postcode else _close(wanted, among, only),
        postcode=postcode,
        departements=_around(postcode, among) if postcode else (),
    )


def suggest(question: str, among: SearchIndex, only: str | None, most: int) -> list[Place]:
    """List the best matches whatever their type, or the closest spellings when nothing matches."""
    return ranked(question, among, only)[0][:most]


def ranked(question: str, among: SearchIndex, only: str | None) -> tuple[list[Place], bool]:
    """List every match, whatever its type, the best first.

    Parameters
    ----------
    question, among, only
        As for `search`.

    Returns
    -------
    tuple
        What matches, or the closest spellings when nothing does, and whether they match.
    """
    wanted = _wanted(question)
    if not wanted:
        return [], False
    matching = _matching(wanted, among, only)
    return matching or [*_close(wanted, among, only)], bool(matching)


def _wanted(question: str) -> str:
    """Fold a question; a postcode may be written with a space, an arrondissement after a city.

    >>> [_wanted(typed) for typed in ("29 200", "Paris 11e", "Lyon 3", "Marseille 1er arr.")]
    ['29200', 'paris', 'lyon', 'marseille']
    """
    wanted = folded(question[:LONGEST_QUESTION])
    joined = wanted.replace(" ", "")
    if is_postcode(joined):
        return joined
    city = _ARRONDISSEMENT.fullmatch(wanted)
    return city[1] if city else wanted


def _matching(wanted: str, among: SearchIndex, only: str | None) -> list[Place]:
    """Places that match, best first; those of one rank keep the order of the index."""
    ranks = {rank: _code_likeness(wanted, rank, among) for rank in among.ranks_of_code(wanted)}
    for rank, name in enumerate(among.names):
        likeness = _likeness(wanted, name)
        if likeness < _NO_MATCH:
            ranks[rank] = likeness
    ordered = sorted(ranks.items(), key=lambda pair: (pair[1], pair[0]))
    places = (among.places[rank] for rank, _ in ordered)
    return [place for place in places if _is_kept(place, only)]


def _code_likeness(wanted: str, rank: int, among: SearchIndex) -> int:
    """Say how a code matches: a postcode first, the code of a commune that is no more last."""
    place = among.places[rank]
    if place.code in among.postcodes.get(wanted, ()):
        return _BY_POSTCODE
    return _BY_FORMER_CODE if place.type == FORMER else _BY_CODE


def _is_kept(place: Place, only: str | None) -> bool:
    """Whether a place is of the type that is asked for; communes come with the former ones."""
    return only in (None, place.type) or (only == "commune" and place.type == FORMER)


def _likeness(wanted: str, name: str) -> int:
    """Say how a name matches, from 0 (equal) to `_NO_MATCH`.

    >>> [_likeness("brest", name) for name in ("brest", "brestot", "esboz brest", "paris")]
    [0, 3, 4, 9]
    >>> _likeness("brest", "brest metropole"), _likeness("metropole brest", "brest metropole")
    (2, 5)
    >>> _likeness("plouezoch", "plouezoc h")
    6
    """
    if wanted in name:
        if name.startswith(wanted):
            return 0 if wanted == name else 2 if name[len(wanted)] == " " else 3
        return 4 if f" {wanted}" in name else 7
    if " " in wanted and all(f" {word}" in f" {name}" for word in wanted.split()):
        return 5
    is_same = name[:1] == wanted[0] and wanted.replace(" ", "") == name.replace(" ", "")
    return 6 if is_same else _NO_MATCH


def _grouped(matching: Iterable[Place]) -> tuple[Group, ...]:
    """Part the results by type, in the order of their best match."""
    by_type: dict[str, list[Place]] = {}
    for place in matching:
        by_type.setdefault(place.type, []).append(place)
    return tuple(
        Group(_HEADINGS[type_], tuple(places[:MOST_OF_A_TYPE]), len(places))
        for type_, places in by_type.items()
    )


def _close(wanted: str, among: SearchIndex, only: str | None) -> tuple[Place, ...]:
    """Find the closest spellings."""
    close = process.extract(
        wanted, among.names, scorer=fuzz.WRatio, limit=None, score_cutoff=_LEAST_LIKENESS
    )
    places = [among.places[rank] for _, _, rank in close]
    return tuple(place for place in places if _is_kept(place, only))[:MOST_CLOSE]


def _around(postcode: str, among: SearchIndex) -> tuple[Place, ...]:
    """Départements whose postcodes begin like this one; those that are not published are named."""
    published = {place.code: place for place in among.places if place.type == "departement"}
    return tuple(
        published.get(code) or Place("departement", code, departement_name(code), "", "")
        for code in departements_of(postcode)
    )
