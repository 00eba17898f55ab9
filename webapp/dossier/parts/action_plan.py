"""Part 9: what is proposed, one sheet per scenario, and what only the territory can write."""

from __future__ import annotations

from collections.abc import Sequence

from carto import french
from webapp.dossier.blocks import Block, Section, SubSection
from webapp.dossier.prose import paragraph, to_complete
from webapp.dossier.subject import Subject

# What a roadmap asks of an action, and how to write it.
_ASKED = (
    ("Besoin auquel l'action répond", "Renvoyer à une commune ou à un chiffre."),
    (
        "Description",
        "Nature, objectifs, bénéficiaires, effets attendus et indicateurs associés.",
    ),
    ("Pilote et partenaires", "Structure pilote, structures associées."),
    ("Budget et cofinancements", "Coût total, part de chaque financeur, demande."),
    ("Moyens humains", "Équivalents temps plein (ETP), formation, matériel."),
    ("Calendrier et statut", "Début, fin, étapes ; prévue, engagée ou achevée."),
)


def action_plan(subject: Subject, sheets: Sequence[SubSection] = ()) -> Section:
    """Write the plan.

    Parameters
    ----------
    subject
        The territory.
    sheets
        One per scenario or proposal that the dossier was asked with; may be empty.
    """
    return Section(
        9,
        "Plan d'action",
        (
            *(_completed(sheet) for sheet in sheets),
            *(() if sheets else (_without_scenario(subject), _blank_sheet())),
        ),
        "plan",
    )


def _without_scenario(subject: Subject) -> Block:
    """Say that nothing was simulated, and how to do it."""
    first = [str(row["nom"]) for row in subject.underserved[:3]]
    where = f" Les communes à regarder d'abord : {french.enumeration(first)}." if first else ""
    return paragraph(
        "Aucun scénario n'est joint à ce dossier. Pour mesurer une ouverture, un déplacement ou un "
        "changement d'horaires avant de le décider : composer un scénario sur la page "
        f"« Scénario » du territoire, puis demander le dossier depuis cette page.{where}"
    )


def _completed(sheet: SubSection) -> SubSection:
    """Leave, after what was computed, the places that only the territory fills."""
    return SubSection(sheet.title, (*sheet.blocks, *_left_to_say(f" ({sheet.title})")))


def _blank_sheet() -> SubSection:
    """Leave a whole sheet."""
    return SubSection("Fiche action", _left_to_say(""))


def _left_to_say(where: str) -> tuple[Block, ...]:
    """Leave the places of an action, as a roadmap asks for them."""
    return tuple(to_complete(f"{label}{where}", hint) for label, hint in _ASKED)
