"""Part 2: the dossier on one page, five figures, three maps, three communes."""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from webapp.dossier.blocks import (
    Block,
    KeyFigure,
    KeyFigures,
    Section,
    SubSection,
)
from webapp.dossier.figures.map_figures import small_maps
from webapp.dossier.prose import agree, bullets, paragraph, said
from webapp.dossier.subject import Subject
from webapp.territories.figures import territory_figures
from webapp.territories.territory import first_communes

MAPS = ("verdict", "temps", "fibre")
FIRST = 3
_FIGURES = 5


def synthesis(subject: Subject) -> Section:
    """Write the page that is read when nothing else is."""
    return Section(
        2,
        "Synthèse",
        (
            paragraph(*_finding(subject)),
            *((paragraph(subject.ageing),) if subject.ageing else ()),
            _figures(subject),
            *small_maps(subject, MAPS),
            SubSection(_first_title(subject), _first(subject)),
        ),
        "synthese",
    )


def _finding(subject: Subject) -> Iterator[str]:
    """Say how many communes and people are under-served, and what is not known."""
    row = subject.row
    total, found = row["communes_count"], row["communes_underserved"]
    undecided = row["communes_verdict_indetermine"]
    if found:
        yield (
            f"{french.plural(found, 'commune')} sur {french.number(total)} "
            f"{agree(found, 'est sous-desservie', 'sont sous-desservies')} : l'offre d'aide au "
            "numérique y manque alors que le besoin est fort ou que la fibre est en retard."
        )
        yield _people(subject)
        yield _priority(row["communes_verdict_3"])
    else:
        sure = " à coup sûr" if undecided else ""
        communes = french.plural(total, "commune")
        yield f"Sur {communes}, aucune n'est sous-desservie{sure} selon la règle de ce dossier."
    if undecided:
        yield (
            f"Pour {french.plural(undecided, 'commune')}, une donnée manque et la classe reste "
            f"indéterminée : {agree(undecided, 'elle est listée', 'elles sont listées')} dans la "
            "partie 6."
        )


def _people(subject: Subject) -> str:
    """Count the people of under-served communes."""
    people, everybody = subject.row["population_underserved"], subject.row["population"]
    if people is None or not everybody:
        return "Leur population n'est pas connue : joindre la source « Population » aux données."
    verb = agree(people, "y vit", "y vivent")
    return (
        f"{french.plural(people, 'habitant')} {verb}, soit {french.percent(people / everybody)} de "
        "la population."
    )


def _priority(count: int) -> str:
    """Count the communes where everything is missing at once."""
    if not count:
        return "Aucune commune ne cumule les trois alertes (aide, besoin, fibre)."
    verb = agree(count, "cumule", "cumulent")
    state = agree(count, "est prioritaire", "sont prioritaires")
    return f"{french.plural(count, 'commune')} {verb} les trois alertes et {state}."


def _figures(subject: Subject) -> KeyFigures:
    """Choose five figures of the page of the territory."""
    shown = territory_figures(subject.row, subject.facts)[:_FIGURES]
    return KeyFigures(
        tuple(
            KeyFigure(
                said(figure.value),
                said(f"{figure.label} : {_first_clause(figure.detail)}".removesuffix(" : ")),
                said(figure.source),
            )
            for figure in shown
        )
    )


def _first_clause(detail: str) -> str:
    """Keep the first clause of a detail: the page says the others elsewhere."""
    return detail.partition(f"{french.NBSP};")[0]


def _first_title(subject: Subject) -> str:
    """Title the communes to look at first, according to how many there are."""
    count = min(FIRST, len(subject.underserved))
    if not count:
        return "Les communes à suivre de plus près"
    words = {1: "La commune à regarder", 2: "Les deux communes à regarder"}
    return f"{words.get(count, 'Les trois communes à regarder')} d'abord"


def _first(subject: Subject) -> tuple[Block, ...]:
    """Give the first communes with their reasons, and how to read the page."""
    shapes = subject.snapshot.shapes(subject.type, subject.code)
    maps = f"Cartes : projection {shapes.projection}, nord en haut ; hachures : donnée absente."
    shown = list(subject.underserved[:FIRST]) or first_communes(subject.communes)[:FIRST]
    return (
        bullets((str(commune["sentence"]) for commune in shown), is_numbered=True),
        paragraph(
            "Ces chiffres disent où regarder, sans remplacer une enquête sur place. Règle et "
            f"ordre : partie 6 ; limites, sources, licences : partie 12. {maps}"
        ),
    )
