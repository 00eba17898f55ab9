"""Readers: for each reader id, the modules that read it and who publishes what they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.source_settings import reader_of
from geodata.sources import (
    activite,
    admin_express,
    aidants_connect,
    bilan_activite,
    carreaux,
    carte_fibre,
    cog,
    communes_relais,
    conseillers_numeriques,
    contours,
    cuivre,
    diplomes,
    enquete,
    epci,
    ept,
    filosofi,
    filosofi_epci,
    filosofi_long,
    fragilite,
    france_services,
    frr,
    grille_densite,
    labels_lieux,
    lieux,
    lieux_locaux,
    lieux_v0,
    ma_connexion,
    mairies,
    mouvements,
    observatoire,
    ouvertures_prevues,
    population,
    structure_population,
    temps_trajet,
)


@dataclass(frozen=True)
class Reader:
    """One layout of a source: who publishes it, how it is known and how it is read."""

    description: SourceDescription
    parse: Callable[[RawFile], ParsedTable]
    recognises: Callable[[RawFile], bool]


def _any_file(_: RawFile) -> bool:
    """Recognise every file: for a source of one layout."""
    return True


def _only(
    description: SourceDescription, parse: Callable[[RawFile], ParsedTable]
) -> tuple[Reader, ...]:
    """Make the one layout of a source."""
    return (Reader(description, parse, _any_file),)


# For each reader id its layouts, tried in this order; the last one reads what none recognises,
# so that its errors are those that a user sees.
READERS: Mapping[str, tuple[Reader, ...]] = {
    "contours": (
        Reader(admin_express.DESCRIPTION, admin_express.parse, admin_express.recognises),
        Reader(contours.DESCRIPTION, contours.parse, _any_file),
    ),
    "mairies": _only(mairies.DESCRIPTION, mairies.parse),
    "cog": _only(cog.DESCRIPTION, cog.parse),
    "mouvements": _only(mouvements.DESCRIPTION, mouvements.parse),
    "population": _only(population.DESCRIPTION, population.parse),
    "epci": _only(epci.DESCRIPTION, epci.parse),
    "ept": _only(ept.DESCRIPTION, ept.parse),
    "fibre": (
        Reader(ma_connexion.DESCRIPTION, ma_connexion.parse, ma_connexion.recognises),
        Reader(carte_fibre.DESCRIPTION, carte_fibre.parse, _any_file),
    ),
    "fibre_history": _only(observatoire.DESCRIPTION, observatoire.parse),
    "cuivre": _only(cuivre.DESCRIPTION, cuivre.parse),
    "lieux": (
        Reader(lieux_v0.DESCRIPTION, lieux_v0.parse, lieux_v0.recognises),
        Reader(lieux_locaux.DESCRIPTION, lieux_locaux.parse, lieux_locaux.recognises),
        Reader(lieux.DESCRIPTION, lieux.parse, _any_file),
    ),
    "france_services": _only(france_services.DESCRIPTION, france_services.parse),
    "conseillers_numeriques": _only(
        conseillers_numeriques.DESCRIPTION, conseillers_numeriques.parse
    ),
    "aidants_connect": _only(aidants_connect.DESCRIPTION, aidants_connect.parse),
    "fragilite": _only(fragilite.DESCRIPTION, fragilite.parse),
    "filosofi": (
        Reader(filosofi_long.DESCRIPTION, filosofi_long.parse, filosofi_long.recognises),
        Reader(filosofi.DESCRIPTION, filosofi.parse, _any_file),
    ),
    "filosofi_epci": _only(filosofi_epci.DESCRIPTION, filosofi_epci.parse),
    "structure_population": _only(structure_population.DESCRIPTION, structure_population.parse),
    "diplomes": _only(diplomes.DESCRIPTION, diplomes.parse),
    "frr": _only(frr.DESCRIPTION, frr.parse),
    "grille_densite": _only(grille_densite.DESCRIPTION, grille_densite.parse),
    "activite": _only(activite.DESCRIPTION, activite.parse),
    "communes_relais": _only(communes_relais.DESCRIPTION, communes_relais.parse),
    "enquete": _only(enquete.DESCRIPTION, enquete.parse),
    "bilan_activite": _only(bilan_activite.DESCRIPTION, bilan_activite.parse),
    "labels_lieux": _only(labels_lieux.DESCRIPTION, labels_lieux.parse),
    "ouvertures_prevues": _only(ouvertures_prevues.DESCRIPTION, ouvertures_prevues.parse),
    "temps_trajet": _only(temps_trajet.DESCRIPTION, temps_trajet.parse),
    "carreaux": _only(carreaux.DESCRIPTION, carreaux.parse),
}


def reader_for(raw: RawFile) -> Reader:
    """Choose the layout that recognises a file, the last one when none does."""
    layouts = READERS[reader_of(raw.source)]
    return next((layout for layout in layouts if layout.recognises(raw)), layouts[-1])


def titles_read(files: Iterable[RawFile]) -> dict[str, str]:
    """Title of what is read, by reader id: of the layouts that the files are of, each once."""
    titles: dict[str, dict[str, None]] = {}
    for raw in files:
        title = reader_for(raw).description.title
        titles.setdefault(reader_of(raw.source), {})[title] = None
    return {reader: " ; ".join(found) for reader, found in titles.items()}
