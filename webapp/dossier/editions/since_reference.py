"""What changed since the edition that a dossier is compared with, for its follow-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from carto import french
from carto.changes.causes import CAUSES, Cause, rule_wording
from carto.changes.moves import Move, moves
from carto.changes.release import changed_rules
from carto.vocabulary import VERDICT_WORDS
from webapp.dossier.blocks import Block, Dossier, SubSection
from webapp.dossier.editions.baseline import BaselineValue
from webapp.dossier.editions.frozen import Frozen
from webapp.dossier.editions.frozen_files import require_same_territory
from webapp.dossier.prose import agree, bullets, paragraph, table

FOLLOW_UP = 11
TITLE = "Ce qui a changé depuis l'édition de référence"
_POINTS = "%"
_UNDERSERVED = ("2", "3")
_ABSENT = "absente"


def with_changes(dossier: Dossier, reference: Frozen, current: Frozen) -> Dossier:
    """Say in the follow-up of a dossier what changed since an earlier edition.

    Raises
    ------
    UnusableReferenceError
        When the reference is that of another territory, or of later data.
    """
    require_same_territory(reference, current)
    told = SubSection(TITLE, tuple(_changes(reference, current)))
    sections = tuple(
        replace(section, blocks=(told, *section.blocks)) if section.number == FOLLOW_UP else section
        for section in dossier.sections
    )
    return replace(dossier, sections=sections)


def _changes(reference: Frozen, current: Frozen) -> Iterator[Block]:
    """Write what changed: the rule, the figures, the perimeter, the communes of the list."""
    if reference.baseline.snapshot_id == current.baseline.snapshot_id:
        same_rule = reference.release.rule == current.release.rule
        if same_rule:
            yield paragraph(
                f"L'édition de référence a été faite sur les mêmes données ({_named(reference)}) : "
                "aucun chiffre n'a changé."
            )
            return
    yield paragraph(
        f"Ce dossier est comparé à son édition de référence, faite sur les données du "
        f"{_named(reference)}."
    )
    yield from _rules(reference, current)
    yield _figures(reference, current)
    yield from _perimeter(reference, current)
    moved = moves(reference.release, current.release, current.reach_km)
    yield from _list_of(moved)


def _named(frozen: Frozen) -> str:
    """Name the data of an edition."""
    baseline = frozen.baseline
    return (
        f"{french.date(frozen.date)}, instantané {baseline.snapshot_id}, "
        f"méthode {baseline.method_version}"
    )


def _rules(reference: Frozen, current: Frozen) -> Iterator[Block]:
    """Say which parameters of the method differ: part of every change comes from them."""
    changed = changed_rules(reference.release, current.release)
    if changed:
        yield paragraph(
            "La règle de calcul n'est plus la même : les écarts ci-dessous viennent en partie "
            "d'elle, et pas seulement du terrain."
        )
        yield bullets(f"{rule_wording(name, *values)}." for name, values in changed.items())


def _figures(reference: Frozen, current: Frozen) -> Block:
    """Put the figures of both editions side by side."""
    old = {value.id: value for value in reference.baseline.values}
    new = {value.id: value for value in current.baseline.values}
    rows = []
    for name in (*new, *(name for name in old if name not in new)):
        before, after = old.get(name), new.get(name)
        label = (after or old[name]).label
        rows.append((label, _text(before), _text(after), _difference(before, after)))
    return table(
        "Les chiffres de référence, avant et maintenant",
        ("Indicateur", "Référence#", "Maintenant#", "Écart#"),
        rows,
        f"Référence : données du {french.date(reference.date)}. Maintenant : données du "
        f"{french.date(current.date)}. Un écart de parts est en points.",
    )


def _text(value: BaselineValue | None) -> str:
    """Write a value; an edition that did not have it says so."""
    return "non suivi" if value is None else value.text


def _difference(before: BaselineValue | None, after: BaselineValue | None) -> str:
    """Write what a value gained, with its sign; a dash when one of the two is unknown."""
    if before is None or after is None or before.value is None or after.value is None:
        return "—"
    decimals = max(_decimals(before.text), _decimals(after.text))
    gained = french.rounded(after.value - before.value, decimals)
    if not gained:
        return "="
    unit = "point" if after.unit == _POINTS else after.unit
    if unit == "point" and abs(gained) >= 2:
        unit = "points"
    written = french.number(abs(gained), decimals, unit)
    return f"{'+' if gained > 0 else '−'}{written}"


def _decimals(text: str) -> int:
    """Count the decimals of a number as it is written.

    >>> _decimals("93,07 %"), _decimals("1 204")
    (2, 0)
    """
    after = text.partition(",")[2]
    return next((n for n, letter in enumerate(after) if not letter.isdigit()), len(after))


def _perimeter(reference: Frozen, current: Frozen) -> Iterator[Block]:
    """Say which communes joined or left the territory."""
    old, new = reference.release.communes, current.release.communes
    joined = [str(new[code]["nom"]) for code in new if code not in old]
    left = [str(old[code]["nom"]) for code in old if code not in new]
    for names, singular, plural in (
        (joined, "a rejoint le territoire", "ont rejoint le territoire"),
        (left, "n'en fait plus partie", "n'en font plus partie"),
    ):
        if names:
            verb = agree(len(names), singular, plural)
            yield paragraph(
                f"{french.plural(len(names), 'commune')} {verb} : {french.enumeration(names)}."
            )


def _list_of(moved: Sequence[Move]) -> Iterator[Block]:
    """List the communes that entered or left the list of the under-served, and why."""
    entered = [one for one in moved if _is_listed(one.after) and not _is_listed(one.before)]
    left = [one for one in moved if _is_listed(one.before) and not _is_listed(one.after)]
    others = len(moved) - len(entered) - len(left)
    if not moved:
        yield paragraph("Aucune commune n'a changé de classe.")
    yield from _moves(entered, "Communes entrées dans la liste des sous-desservies")
    yield from _moves(left, "Communes sorties de la liste des sous-desservies")
    if moved and not entered and not left:
        yield paragraph("Aucune commune n'est entrée dans la liste des sous-desservies ni sortie.")
    if others:
        verb = agree(others, "a changé", "ont changé")
        yield paragraph(
            f"{french.plural(others, 'autre commune', 'autres communes')} {verb} de classe sans "
            "entrer dans la liste ni en sortir."
        )


def _moves(moved: Sequence[Move], caption: str) -> Iterator[Block]:
    """List communes that moved, with the reasons that the data give."""
    if not moved:
        return
    rows = [
        (
            f"{one.nom} ({one.code_insee})",
            french.number(one.population),
            _class(one.before),
            _class(one.after),
            " ".join(
                f"{CAUSES.get(cause.code, cause.code)} : {cause.message}" for cause in one.causes
            ),
        )
        for one in moved
    ]
    columns = ("Commune", "Habitants#", "Avant", "Maintenant", "Pourquoi")
    yield table(caption, columns, rows)


def _why(cause: Cause) -> str:
    """Say a cause and its figures."""
    return f"{CAUSES[cause.code]} : {cause.message}"


def _is_listed(verdict: str | None) -> bool:
    """Whether a class is that of the under-served."""
    return verdict in _UNDERSERVED


def _class(verdict: str | None) -> str:
    """Name a class; a commune that an edition does not have is absent from it."""
    return _ABSENT if verdict is None else VERDICT_WORDS[verdict]
