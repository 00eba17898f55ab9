"""What the absence of a source means: what is not counted, not shown, or measured otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.typography import typeset
from webapp.views.provenance import LAYERS, Facts, source_titles

Row = Mapping[str, Any]

# Source that is not there: what a reader cannot conclude for want of it.
MISSING_MEANS = {
    "mairies": "Les distances et les temps d'accès partent d'un point représentatif du contour de "
    "la commune, et non de sa mairie.",
    "lieux": "Seules les listes lues sont comptées : d'autres lieux d'aide existent et ne "
    "figurent pas sur la carte.",
    "france_services": "Les espaces France Services ne sont pas comptés.",
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
    "grille_densite": "La classe de densité n'est pas montrée, et ne compte pas parmi ce qui rend "
    "deux territoires comparables.",
    "ept": "Les établissements publics territoriaux du Grand Paris ne sont pas montrés.",
    "structure_population": "Le nombre d'habitants de 65 ans et plus n'est pas montré.",
    "diplomes": "Le nombre d'habitants sans diplôme n'est pas montré.",
    "communes_relais": "Les communes relais ne sont pas montrées.",
    "enquete": "Aucune enquête locale n'est jointe.",
    "bilan_activite": "Aucun total de rapport d'activité n'est joint.",
    "labels_lieux": "Les lieux qui acceptent le Pass numérique ou portent un label local ne sont "
    "montrés que si leur propre fiche le dit.",
    "ouvertures_prevues": "Les ouvertures prévues ne sont pas montrées.",
    "temps_trajet": "Aucune table de temps de trajet n'est jointe : les temps sont estimés à vol "
    "d'oiseau, sauf service de routage configuré.",
    "carreaux": "Les temps d'accès partent du seul point de la commune, et non des carreaux où "
    "vivent ses habitants.",
    "activite": "L'activité réelle des lieux (rendez-vous, ateliers) n'est pas montrée.",
}

# National programme that a list of places is about, as the standard writes it in any list.
PROGRAMMES = {
    "france_services": "France Services",
    "conseillers_numeriques": "Conseillers numériques",
    "aidants_connect": "Aidants Connect",
}


@dataclass(frozen=True)
class MissingSource:
    """A source that was not supplied, and what follows."""

    id: str
    layer: str
    means: str


def missing_sources(facts: Facts, sites: Iterable[Row]) -> list[MissingSource]:
    """List the known sources that this snapshot was built without.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    sites
        Its published places: other lists may hold the places of a list that was not read.
    """
    elsewhere = _places_by_programme(sites)
    titles = source_titles(facts)
    return [
        MissingSource(
            source_id,
            LAYERS.get(source_id, source_id),
            typeset(
                _found_elsewhere(elsewhere.get(PROGRAMMES.get(source_id, ""), []), titles)
                or MISSING_MEANS.get(source_id, "Les figures qui en dépendent sont absentes.")
            ),
        )
        for source_id in facts["missing_sources"]
    ]


def _places_by_programme(sites: Iterable[Row]) -> dict[str, list[Row]]:
    """Group the places of the perimeter by the national programmes they belong to."""
    found: dict[str, list[Row]] = {}
    for site in sites:
        programmes = site["dispositif_programmes_nationaux"]
        for programme in programmes.split("|") if programmes and site["is_in_scope"] else ():
            found.setdefault(programme, []).append(site)
    return found


def _found_elsewhere(places: list[Row], titles: Mapping[str, str]) -> str:
    """Say how many places come from other lists and which ones; empty when there is none."""
    if not places:
        return ""
    lists = sorted({source for site in places for source in site["sources"].split("|")})
    named = ", ".join(dict.fromkeys(titles.get(source, source) for source in lists))
    verb = "viennent" if len(places) > 1 else "vient"
    other = "d'autres listes" if len(lists) > 1 else "d'une autre liste"
    counted = french.plural(len(places), "lieu", "lieux")
    return (
        f"Ce fichier n'est pas lu ; {counted} relevant de ce dispositif {verb} {other} ({named})."
    )
