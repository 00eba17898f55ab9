"""The sources page: what each file brought, what was refused, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto import french
from webapp.views.provenance import LAYERS, Facts, layer_of, out_of_date

# Source that is not there: what a reader cannot conclude for want of it.
MISSING_MEANS = {
    "lieux": "Seules les France Services sont comptées : d'autres lieux d'aide existent et ne "
    "figurent pas sur la carte.",
    "conseillers_numeriques": "Les permanences des conseillers numériques ne sont pas comptées.",
    "aidants_connect": "Les aidants habilités Aidants Connect ne sont pas comptés.",
    "fibre_history": "Les trimestres passés de la fibre ne sont pas connus : ni évolution, ni "
    "projection.",
    "fragilite": "L'indice de fragilité numérique n'est pas montré.",
    "filosofi": "Le besoin n'est mesuré ni par le niveau de vie, ni par le taux de pauvreté.",
    "filosofi_epci": "Le taux de pauvreté des communes couvertes par le secret n'est connu que par "
    "la moyenne des autres communes de leur EPCI.",
    "cuivre": "Les dates de fermeture du cuivre ne sont pas montrées.",
    "cog": "Les noms des départements et régions viennent de la liste embarquée.",
    "mouvements": "Les codes d'anciennes communes ne sont pas suivis.",
    "frr": "Le zonage France Ruralités Revitalisation n'est pas montré.",
    "ept": "Les établissements publics territoriaux du Grand Paris ne sont pas montrés.",
    "structure_population": "Le nombre d'habitants de 65 ans et plus n'est pas montré.",
    "diplomes": "Le nombre d'habitants sans diplôme n'est pas montré.",
    "communes_relais": "Les communes relais ne sont pas montrées.",
    "enquete": "Aucune enquête locale n'est jointe.",
    "activite": "L'activité réelle des lieux (rendez-vous, ateliers) n'est pas montrée.",
}

# Published files that a reader may want: path in the snapshot, and what it is.
FILES = {
    "quarantine.csv": "Lignes refusées, fusionnées ou réparées (CSV)",
    "constats.csv": "Constats de tous les contrôles (CSV)",
    "communes.parquet": "Communes et verdicts (GeoParquet)",
    "epci.parquet": "Intercommunalités (GeoParquet)",
    "departement.parquet": "Départements (GeoParquet)",
    "sites.parquet": "Lieux d'aide (GeoParquet)",
    "lieux-standard.csv": "Lieux d'aide au standard national de la médiation numérique (CSV)",
    "fibre.parquet": "Fibre par commune et par trimestre (GeoParquet)",
    "datapackage.json": "Manifeste de l'instantané (Data Package)",
}


@dataclass(frozen=True)
class SourceCard:
    """A source, its origin, and the count of its rows from entry to publication."""

    id: str
    layer: str
    producer: str
    title: str
    licence: str
    homepage: str
    file: str
    sha256: str
    millesime: str
    date: str
    cog: str
    rows_in: str
    rows_out: str
    merged: str
    refused: str
    out_of_date: str


@dataclass(frozen=True)
class MissingSource:
    """A source that was not supplied, and what follows."""

    id: str
    layer: str
    means: str


@dataclass(frozen=True)
class CheckCard:
    """A check of the build: what it looked at, what it found, and how much more there is."""

    id: str
    title: str
    summary: str
    unlisted: str
    items: tuple[Mapping[str, str], ...]


def source_cards(facts: Facts) -> list[SourceCard]:
    """List the sources that were read, in the order of the build."""
    late = out_of_date(facts)
    return [
        SourceCard(
            id=source["id"],
            layer=layer_of(source),
            producer=source["producer"],
            title=source["title"],
            licence=source["licence"],
            homepage=source["homepage"] or "",
            file=source["name"],
            sha256=source["sha256"],
            millesime=str(source["millesime"]),
            date=french.date(source["date"]),
            cog=str(source["cog"]),
            rows_in=french.number(source["in"]),
            rows_out=french.number(source["out"]),
            merged=french.number(source["merged"]),
            refused=french.number(source["refused"]),
            out_of_date=late.get(source["id"], ""),
        )
        for source in facts["sources"]
    ]


def missing_sources(facts: Facts) -> list[MissingSource]:
    """List the known sources that this snapshot was built without."""
    return [
        MissingSource(
            source_id,
            LAYERS.get(source_id, source_id),
            MISSING_MEANS.get(source_id, "Les figures qui en dépendent sont absentes."),
        )
        for source_id in facts["missing_sources"]
    ]


def check_cards(facts: Facts) -> list[CheckCard]:
    """List the checks, those that found something first."""
    ordered = sorted(facts["checks"], key=lambda check: (check["found"] == 0, check["title"]))
    return [
        CheckCard(
            check["id"],
            check["title"],
            f"{french.plural(check['found'], 'cas', 'cas')} sur "
            f"{french.number(check['looked_at'])} examinés",
            french.number(check["found"] - len(check["items"])),
            tuple(check["items"]),
        )
        for check in ordered
    ]
