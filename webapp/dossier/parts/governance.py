"""Part 8: who decides, and who is already there."""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from carto.capitals import calm_name
from carto.place_natures import SITE_NATURES, nature_of
from webapp.dossier.activity_tables import BLANK
from webapp.dossier.blocks import Block, Section, SubSection
from webapp.dossier.prose import paragraph, table, to_complete
from webapp.dossier.subject import Subject
from webapp.places.places import commune_of
from webapp.snapshots.loaded_snapshot import Row

_MEMBERS = (
    "État (préfecture, sous-préfet référent)",
    "Région",
    "Département",
    "Intercommunalité porteuse",
    "Communes et CCAS",
    "Opérateurs sociaux (Caf, CPAM, France Travail, Carsat, MSA)",
    "Associations et tiers-lieux",
    "Hub pour un numérique inclusif",
)
# Beyond it, the places of part 5 are not listed twice.
_MOST_PLACES = 60


def governance(subject: Subject) -> Section:
    """Write the part on who decides."""
    return Section(
        8,
        "Gouvernance",
        (
            to_complete(
                "Membres de la gouvernance",
                "Pour chaque membre : structure, représentant, rôle (coporteur, membre, "
                "partenaire). Le tableau ci-dessous propose des collèges, à adapter.",
            ),
            table(
                "Membres, par collège",
                ("Collège", "Structure", "Représentant", "Rôle"),
                [(member, BLANK, BLANK, BLANK) for member in _MEMBERS],
                "Collèges proposés à titre indicatif.",
            ),
            to_complete(
                "Comitologie",
                "Comités stratégique, technique et consultatif : composition, rythme, qui "
                "convoque, qui rend compte.",
            ),
            SubSection("Structures présentes", tuple(_present(subject))),
        ),
        "gouvernance",
    )


def _present(subject: Subject) -> Iterator[Block]:
    """List what the data know of who is there already, to be invited."""
    if not subject.places:
        yield paragraph(
            "Les listes jointes aux données ne citent aucune structure dans ces communes : cela ne "
            "veut pas dire qu'il n'y en a pas."
        )
        return
    yield paragraph(
        "Ces structures et ces lieux sont cités par les listes publiques : c'est un point de "
        "départ pour réunir les acteurs, à vérifier et à compléter. Aucun nom de personne n'y est."
    )
    shown, caption = subject.places, "Structures et lieux cités par les listes"
    if len(shown) > _MOST_PLACES:
        open_ = french.plural(len(subject.supply), "lieu ouvert", "lieux ouverts")
        yield paragraph(f"Les {open_} à tous sont dans la partie 5 ; voici les autres structures.")
        shown = tuple(place for place in shown if not place["is_supply"])
        caption = "Structures citées par les listes, sans offre ouverte à tous"
    if shown:
        yield table(
            caption,
            ("Structure ou lieu", "Commune", "Nature", "Programme ou label", "Ouvert à tous"),
            [_cells(subject, place) for place in shown],
            f"{subject.credit(*_readers(subject))}.",
        )


def _readers(subject: Subject) -> list[str]:
    """List the readers of the sources of these places."""
    ids = {name for place in subject.places for name in place["sources"].split("|")}
    return [
        str(source.get("reader", source["id"]))
        for source in subject.facts["sources"]
        if source["id"] in ids
    ]


def _cells(subject: Subject, place: Row) -> tuple[str, ...]:
    """Write a structure or a place."""
    labels = (
        name
        for column in ("dispositif_programmes_nationaux", "formations_labels")
        for name in (place[column] or "").split("|")
        if name
    )
    return (
        calm_name(str(place["nom"])),
        commune_of(place, subject.snapshot.communes),
        SITE_NATURES[nature_of(place)].words,
        ", ".join(dict.fromkeys(labels)) or "aucun de cité",
        "oui" if place["is_supply"] else "non",
    )
