"""Part 1: who the territory is, of which communes, on which map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from carto import french
from carto.codes import departement_name
from webapp.dossier.blocks import Block, Section, SubSection, Table
from webapp.dossier.figures.map_figures import situation_map
from webapp.dossier.prose import agree, paragraph, table, to_complete
from webapp.dossier.subject import Subject, full_name
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI


def identity(subject: Subject) -> Section:
    """Write the first part."""
    return Section(
        1,
        "Identité et périmètre",
        (
            paragraph(*_who(subject)),
            situation_map(subject),
            _composition(subject),
            SubSection("Portage", _bearers()),
        ),
        "identite",
    )


def _who(subject: Subject) -> Iterator[str]:
    """Say how many communes and people, since which date, and what is not known."""
    row, cog = subject.row, subject.facts["cog"]
    count, expected = row["communes_count"], row["communes_expected"]
    communes = french.plural(count, "commune")
    yield (
        f"Ce dossier porte sur le territoire suivant : {subject.name}, soit {communes} selon la "
        f"géographie des communes au 1er janvier {cog}."
    )
    if count < expected:
        yield (
            f"Les données ne connaissent que {french.number(count)} des "
            f"{french.plural(expected, 'commune')} attendues : les autres sont à ajouter à la "
            "prochaine publication."
        )
    if row["population"] is None:
        yield "Sa population n'est pas connue : joindre la source « Population » aux données."
    else:
        yield (
            f"Il compte {french.plural(row['population'], 'habitant')} "
            f"({subject.credit('population')})."
        )
    yield _where(subject)


def _where(subject: Subject) -> str:
    """Say in which départements the territory is, or of which intercommunalités it is made."""
    if subject.type == DEPARTEMENT:
        sirens = {commune["siren_epci"] for commune in subject.communes} - {None}
        alone = sum(commune["siren_epci"] is None for commune in subject.communes)
        verb = agree(alone, "n'appartient", "n'appartiennent")
        none = f" ; {french.plural(alone, 'commune')} {verb} à aucune" if alone else ""
        held = french.plural(len(sirens), "intercommunalité")
        return f"Ses communes relèvent de {held}{none}."
    names = [
        f"{departement_name(code)} ({code})"
        for code in sorted({commune["departement"] for commune in subject.communes})
    ]
    return f"Département{'s' if len(names) > 1 else ''} : {french.enumeration(names)}."


def _composition(subject: Subject) -> Table:
    """List the communes, or the intercommunalités of a département."""
    note = f"Sources : {subject.credit('epci')} ; {subject.credit('population')}."
    if subject.type == DEPARTEMENT:
        return table(
            "Intercommunalités du département, pour leurs communes du département",
            ("Intercommunalité", "Communes#", "Habitants#"),
            _by_epci(subject),
            note,
        )
    whole = subject.row["population"]
    rows = [
        (
            str(commune["nom"]),
            str(commune["code_insee"]),
            french.number(commune["population"]),
            french.percent(commune["population"] / whole)
            if whole and commune["population"] is not None
            else french.MISSING,
        )
        for commune in subject.communes
    ]
    columns = ("Commune", "Code INSEE", "Habitants#", "Part du territoire#")
    return table("Communes du territoire", columns, rows, note)


def _by_epci(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Count the communes and the people of each intercommunalité, the most populated first."""
    members = defaultdict(list)
    for commune in subject.communes:
        members[commune["siren_epci"] or ""].append(commune["population"])
    epci = subject.snapshot.level(EPCI)

    def people(siren: str) -> int:
        return sum(count for count in members[siren] if count is not None)

    for siren in sorted(members, key=lambda siren: (-people(siren), siren)):
        nom = full_name(str(epci[siren]["nom"])) if siren in epci else "Sans intercommunalité"
        yield nom, french.number(len(members[siren])), french.number(people(siren))


def _bearers() -> tuple[Block, ...]:
    """Leave the places of those who bear the project."""
    return (
        to_complete("Structure porteuse", "Nom, adresse, forme juridique, numéro SIRET."),
        to_complete("Référent du projet", "Nom, fonction, téléphone professionnel, courriel."),
        to_complete("Signataires", "Nom et qualité de chaque signataire, date de délibération."),
        to_complete(
            "Contrats existants",
            "CRTE, schéma d'accessibilité des services (SDAASAP), schéma des usages numériques "
            "(SDUN), autres : intitulé et dates.",
        ),
    )
