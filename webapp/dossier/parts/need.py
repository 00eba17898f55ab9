"""Part 4: the need for help, people rather than marks where counts are known."""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from carto.drawing.wording import threshold
from webapp.dossier.blocks import Block, Section, SubSection
from webapp.dossier.distribution import distribution
from webapp.dossier.figures.map_figures import map_of
from webapp.dossier.prose import absent_source, agree, paragraph, table, to_complete
from webapp.dossier.subject import Subject
from webapp.snapshots.loaded_snapshot import Row
from webapp.views.provenance import need_explanation, need_wording

# Column of the count and of the people it is known for; its words; the source that brings it.
_PEOPLE = (
    ("people_65_count", "people_65_informed_share", "de 65 ans et plus", "structure_population"),
    (
        "people_without_diploma_count",
        "people_without_diploma_informed_share",
        "sans diplôme",
        "diplomes",
    ),
)
_SURVEY = {
    "enquete_repondants_count": "Personnes qui ont répondu",
    "enquete_en_difficulte_count": "En difficulté avec le numérique",
    "enquete_sans_equipement_count": "Sans équipement",
    "enquete_sans_connexion_count": "Sans connexion",
}


def need(subject: Subject) -> Section:
    """Write the diagnosis of the need."""
    return Section(
        4,
        "Diagnostic : les besoins",
        (
            *_index(subject),
            SubSection("Des personnes plutôt que des notes", (paragraph(*_people(subject)),)),
            SubSection("Ce que dit le terrain", tuple(_field(subject))),
        ),
        "besoins",
    )


def _index(subject: Subject) -> Iterator[Block]:
    """Say what the need is here, its mean, its spread, and where it is high."""
    if subject.facts["method"]["need_variant"] is None:
        yield paragraph(
            "Le besoin n'est pas mesuré, faute de source. Pour l'ajouter : joindre le niveau de "
            "vie (INSEE, Filosofi) ou l'indice de fragilité numérique à la prochaine publication."
        )
        return
    yield paragraph(*_mean(subject))
    yield map_of(subject, "besoin")
    yield distribution(subject, "besoin", "Communes selon le besoin")


def _mean(subject: Subject) -> Iterator[str]:
    """Say the mean and the communes over the threshold."""
    row, limit = subject.row, subject.alerts.need
    name = need_wording(subject.facts)
    yield f"{french.capitalised(name)} : {need_explanation(subject.facts)}"
    if row["need"] is None:
        yield "Moins de 80 % des habitants ont un besoin connu : la moyenne n'est pas publiée."
    else:
        yield f"Moyenne des habitants : {french.number(row['need'], 1, 'sur 10')}{_published(row)}."
    high = [one for one in subject.communes if one["need"] is not None and one["need"] >= limit]
    people = sum(one["population"] or 0 for one in high)
    if high:
        yield (
            f"{french.plural(len(high), 'commune')} {agree(len(high), 'atteint', 'atteignent')} "
            f"le seuil de {threshold(limit)} sur 10, avec {french.plural(people, 'habitant')}."
        )
    else:
        yield f"Aucune commune n'atteint le seuil de {threshold(limit)} sur 10."
    unknown = sum(one["need"] is None for one in subject.communes)
    if unknown:
        yield f"Le besoin est inconnu pour {french.plural(unknown, 'commune')}."
    yield (
        "C'est un indice du territoire, pas de ses habitants : une commune où le besoin est fort "
        "n'est pas une commune dont les habitants sont en difficulté."
    )


def _published(row: Row) -> str:
    """Write the published index beside the need that is made of its marks; empty without one."""
    index = row.get("ifn_total")
    if index is None:
        return ""
    return f" ; indice de fragilité numérique publié : {french.number(index, 1, 'sur 10')}"


def _people(subject: Subject) -> Iterator[str]:
    """Count the people that sources count, and say which ones nobody counted."""
    row = subject.row
    for column, informed, words, reader in _PEOPLE:
        if not subject.has_source(reader):
            yield absent_source(reader)
        elif row[column] is None:
            yield f"Le nombre d'habitants {words} n'est connu que d'une partie des communes."
        else:
            known = (
                f", connu pour {french.percent(row[informed], 0)} de la population"
                if row[informed] < 1
                else ""
            )
            yield (
                f"{french.plural(row[column], 'habitant')} {words} "
                f"({subject.credit(reader)}{known})."
            )
    yield (
        "Ces effectifs ne désignent pas un public : des jeunes et des actifs ont aussi besoin "
        "d'aide."
    )


def _field(subject: Subject) -> Iterator[Block]:
    """Give the local survey, or the place where to write one."""
    if subject.has_source("enquete"):
        yield table(
            "Résultats de l'enquête locale",
            ("Réponse", "Personnes#", "Communes#"),
            [_survey_line(subject, column) for column in _SURVEY],
            f"{subject.credit('enquete')}. Aucun effectif de moins de 11 personnes n'est publié.",
        )
    else:
        yield to_complete(
            "Enquête auprès des habitants",
            "Porte-à-porte, questionnaire ou entretiens : dates, communes, nombre de réponses, "
            "résultats. Un fichier par commune peut être joint aux données.",
        )
    yield to_complete(
        "Paroles des partenaires",
        "CCAS, missions locales, associations, mairies : ce qu'ils observent, en quelques phrases "
        "attribuées.",
    )
    yield to_complete(
        "Analyse des besoins sociaux (ABS)",
        "Constats de l'ABS de chaque CCAS ou CIAS qui concernent le numérique, avec sa date.",
    )


def _survey_line(subject: Subject, column: str) -> tuple[str, str, str]:
    """Sum a count of the survey over the communes that have it."""
    known = [row[column] for row in subject.communes if row[column] is not None]
    total = french.number(sum(known)) if known else french.MISSING
    return _SURVEY[column], total, french.number(len(known))
