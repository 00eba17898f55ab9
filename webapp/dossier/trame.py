"""Put the twelve parts of a dossier together, in the order of the trame TANI / FNE."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from carto import french
from webapp.dossier.blocks import Dossier, Section, Slot, SubSection, slots
from webapp.dossier.editions.baseline_values import freeze
from webapp.dossier.parts.action_plan import action_plan
from webapp.dossier.parts.annexes import annexes
from webapp.dossier.parts.commitments import commitments
from webapp.dossier.parts.comparison import comparison
from webapp.dossier.parts.follow_up import follow_up
from webapp.dossier.parts.gaps import gaps
from webapp.dossier.parts.governance import governance
from webapp.dossier.parts.identity import identity
from webapp.dossier.parts.need import need
from webapp.dossier.parts.network import network
from webapp.dossier.parts.supply import supply
from webapp.dossier.parts.synthesis import synthesis
from webapp.dossier.prose import bullets, paragraph, said
from webapp.dossier.subject import Subject, subject_of
from webapp.rule.ruled_snapshot import RuledSnapshot
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

TITLE = "Dossier d'inclusion numérique"
SUBTITLE = "Trame TANI / FNE : diagnostic, écarts, plan d'action, suivi"


def dossier_of(
    snapshot: LoadedSnapshot, type_: str, code: str, sheets: Sequence[SubSection] = ()
) -> Dossier:
    """Write the dossier of a territory.

    Parameters
    ----------
    snapshot
        Under the rule that is asked for.
    type_, code
        The territory.
    sheets
        What part 9 proposes: one sheet per scenario or proposal.

    Returns
    -------
    Dossier
        The same for the same arguments.

    Raises
    ------
    UnknownResourceError
        When no dossier is written for territories of this type, or when the snapshot has no such
        territory.
    """
    subject = subject_of(snapshot, type_, code)
    baseline = freeze(subject)
    written = (
        identity(subject),
        synthesis(subject),
        network(subject),
        need(subject),
        supply(subject),
        gaps(subject),
        comparison(subject),
        governance(subject),
        action_plan(subject, sheets),
        commitments(subject),
        follow_up(subject, baseline),
        annexes(subject),
    )
    parts = tuple(map(_typeset, written))
    asked = slots(parts)
    return Dossier(
        title=TITLE,
        subtitle=said(SUBTITLE),
        territory=subject.name,
        edition=tuple(map(said, _edition(subject))),
        sections=(*parts, _left(asked)),
        to_complete=asked,
        baseline=baseline,
    )


def _typeset(section: Section) -> Section:
    """Set the titles of a part with the spaces of French."""
    blocks = (
        replace(block, title=said(block.title)) if isinstance(block, SubSection) else block
        for block in section.blocks
    )
    return replace(section, title=said(section.title), blocks=tuple(blocks))


def _edition(subject: Subject) -> Iterator[str]:
    """Say on the cover what the dossier was made of."""
    facts = subject.facts
    day = french.date(str(facts["created"])[:10])
    if facts["is_demo"]:
        yield "Données de démonstration : certaines sources manquent, ce dossier ne se signe pas."
    yield f"Données réunies le {day}, communes au 1er janvier {facts['cog']}."
    if subject.ageing:
        yield subject.ageing
    yield f"Instantané {subject.snapshot.id}, {subject.method}."
    if isinstance(subject.snapshot, RuledSnapshot):
        yield subject.snapshot.ruling.sentence
    yield (
        "Les parties calculées sont remplies ; les parties humaines sont marquées « à compléter » "
        "et listées à la fin. Ce document est une trame, et non le formulaire d'un appel à projets."
    )


def _left(asked: Sequence[Slot]) -> Section:
    """List what is left to complete."""
    return Section(
        0,
        "Ce qui reste à compléter",
        (
            paragraph(
                f"{french.plural(len(asked), 'rubrique')} attendent le territoire, dans l'ordre du "
                "dossier."
            ),
            bullets(f"{slot.section} : {slot.asked.label}" for slot in asked),
        ),
        "a-completer",
    )
