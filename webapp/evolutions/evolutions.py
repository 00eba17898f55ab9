"""What changed between two releases, in words: classes, causes, rules, files, communes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.changes.causes import CAUSES, rule_wording
from carto.codes import departement_name
from carto.typography import typeset
from carto.vocabulary import VERDICT_WORDS
from webapp.links import territory_page
from webapp.snapshots.loaded_snapshot import COMMUNE
from webapp.views.provenance import layer_of

Evolution = Mapping[str, Any]
Move = Mapping[str, Any]
ABSENT = "absente"


@dataclass(frozen=True)
class Release:
    """A release as a reader tells it from another."""

    id: str
    title: str
    created: str
    cog: str


@dataclass(frozen=True)
class ClassChange:
    """A class of the verdict before and after; `key` is the verdict."""

    key: str
    label: str
    before: str
    after: str
    entered: str
    left: str


@dataclass(frozen=True)
class Counted:
    """A cause and the number of communes it moved."""

    key: str
    label: str
    communes: str


@dataclass(frozen=True)
class FileChange:
    """A source that is not the same in both releases."""

    layer: str
    before: str
    after: str


@dataclass(frozen=True)
class MoveLine:
    """A commune that moved, in words.

    Attributes
    ----------
    path
        Its page; empty for a commune that is no more.
    causes
        Label and explanation of each cause.
    """

    code: str
    nom: str
    path: str
    territory: str
    population: str
    before_key: str
    before: str
    after_key: str
    after: str
    causes: tuple[tuple[str, str], ...]


# The class next to the worst, beside it: the under-served are both.
_OTHERS = typeset("sous-desservie (sans les prioritaires)")


def release(identity: Mapping[str, Any]) -> Release:
    """Name one of the two releases."""
    return Release(
        identity["snapshot"],
        identity["title"],
        french.date(str(identity["created"])[:10]),
        str(identity["cog"]),
    )


def class_changes(evolution: Evolution) -> list[ClassChange]:
    """Count communes by class, worst first; classes that nobody is or was in are left out."""
    order = ("3", "2", "1", "0", "indetermine", "sans_objet")
    counted = evolution["verdicts"]
    return [
        ClassChange(
            key,
            _OTHERS if key == "2" else VERDICT_WORDS[key],
            *(french.number(counted[key][what]) for what in ("before", "after", "entered", "left")),
        )
        for key in order
        if any(counted.get(key, {}).values())
    ]


def cause_counts(moves: Iterable[Move]) -> list[Counted]:
    """Count communes by cause, the most frequent first; a commune may have several."""
    counts = Counter(code for move in moves for code in cause_codes(move))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], cause_label(pair[0])))
    return [Counted(code, cause_label(code), french.number(count)) for code, count in ordered]


def cause_codes(move: Move) -> list[str]:
    """Codes of the causes of a move, each once."""
    return list(dict.fromkeys(cause["code"] for cause in move["causes"]))


def cause_label(code: str) -> str:
    """Name a cause; one of another version of the software keeps its code."""
    return CAUSES.get(code, code)


def changed_rules(evolution: Evolution) -> list[str]:
    """Write the parameters of the method that differ."""
    return [
        typeset(f"{rule_wording(rule['name'], rule['before'], rule['after'])}.")
        for rule in evolution["rule"]
    ]


def changed_files(evolution: Evolution) -> list[FileChange]:
    """List the sources whose file or vintage differs, by name."""
    old, new = (
        {source["id"]: source for source in evolution[side].get("sources", ())}
        for side in ("before", "after")
    )
    found = []
    for source_id in sorted({*old, *new}):
        before, after = old.get(source_id), new.get(source_id)
        if before is None or after is None or before["sha256"] != after["sha256"]:
            named = after or before or {}
            found.append(FileChange(layer_of(named), _vintage(before), _vintage(after)))
    return sorted(found, key=lambda file: file.layer)


def summary(moves: Sequence[Move]) -> str:
    """Tell the change in one sentence: how many moved, and how many are under-served now."""
    if not moves:
        return "Aucune commune n'a changé de classe."
    worse = sum(becomes_underserved(move) for move in moves)
    better = sum(leaves_underserved(move) for move in moves)
    verb = "a changé" if len(moves) == 1 else "ont changé"
    entered = {0: "aucune ne devient sous-desservie", 1: "1 devient sous-desservie"}
    many_entered = f"{french.number(worse)} deviennent sous-desservies"
    many_left = f"{french.number(better)} cessent de l'être"
    left = {0: "aucune ne cesse de l'être", 1: "1 cesse de l'être"}
    return typeset(
        f"{french.plural(len(moves), 'commune')} {verb} de classe : "
        f"{entered.get(worse, many_entered)}, {left.get(better, many_left)}."
    )


def territory_sentence(kept: Sequence[Evolution], codes: Collection[str]) -> str:
    """Say how many of some communes changed class since the last release; empty when unknown."""
    if not kept:
        return ""
    moved = sum(move["code_insee"] in codes for move in kept[0]["moves"])
    since = release(kept[0]["before"]).created
    if moved == 0:
        return f"Aucune commune n'a changé de classe depuis la publication du {since}."
    verb = "a changé" if moved == 1 else "ont changé"
    return f"{french.plural(moved, 'commune')} {verb} de classe depuis la publication du {since}."


def becomes_underserved(move: Move) -> bool:
    """Whether a commune is of class 2 or 3 and was not."""
    return move["after"] in ("2", "3") and move["before"] not in ("2", "3")


def leaves_underserved(move: Move) -> bool:
    """Whether a commune was of class 2 or 3 and is not."""
    return move["before"] in ("2", "3") and move["after"] not in ("2", "3")


def by_urgency(moves: Iterable[Move]) -> list[Move]:
    """Order moves: those that became under-served first, then the worst classes, then by name."""

    def urgency(move: Move) -> tuple[bool, bool, str, str, str]:
        after = move["after"] if move["after"] in ("0", "1", "2", "3") else "-"
        worst_first = str(9 - int(after)) if after.isdigit() else "9"
        others = not becomes_underserved(move), leaves_underserved(move)
        return (*others, worst_first, move["nom"], move["code_insee"])

    return sorted(moves, key=urgency)


def move_lines(moves: Iterable[Move], communes: Mapping[str, Mapping[str, Any]]) -> list[MoveLine]:
    """Put moves in words, in the order given.

    Parameters
    ----------
    moves
        Of one comparison.
    communes
        Published rows by code, for pages and names of EPCI.
    """
    return [_line(move, communes.get(move["code_insee"])) for move in moves]


def _line(move: Move, row: Mapping[str, Any] | None) -> MoveLine:
    """Put one move in words."""
    epci = row["nom_epci"] if row is not None else None
    return MoveLine(
        code=move["code_insee"],
        nom=move["nom"],
        path=territory_page(COMMUNE, move["code_insee"]) if row is not None else "",
        territory=", ".join(filter(None, (epci, departement_name(move["departement"])))),
        population=french.number(move["population"]),
        before_key=move["before"] or ABSENT,
        before=VERDICT_WORDS.get(move["before"] or "", ABSENT),
        after_key=move["after"] or ABSENT,
        after=VERDICT_WORDS.get(move["after"] or "", ABSENT),
        causes=tuple((cause_label(cause["code"]), cause["message"]) for cause in move["causes"]),
    )


def _vintage(source: Mapping[str, Any] | None) -> str:
    """Write which file of a source a release was made from."""
    if source is None:
        return "source absente"
    return typeset(f"{source['millesime']} ({french.date(source['date'])})")
