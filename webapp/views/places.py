"""Places of help as a page lists them: where, which kind, when they are open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import departement_name
from carto.vocabulary import SITE_FORMATS
from webapp.views.opening_hours import in_words

Row = Mapping[str, Any]


@dataclass(frozen=True)
class PlaceOfHelp:
    """One place, in words.

    Attributes
    ----------
    hours
        One line per opening rule; empty when they are not published.
    remarks
        What a reader must know before going there.
    elsewhere
        Name of the département when it is not the one expected; empty otherwise.
    """

    id: str
    nom: str
    format: str
    address: str
    commune: str
    commune_code: str
    hours: tuple[str, ...]
    remarks: tuple[str, ...]
    elsewhere: str = ""


def describe(site: Row, home: str | None = None) -> PlaceOfHelp:
    """Write a published site.

    Parameters
    ----------
    site
        Row of `sites`.
    home
        Code of the département of the reader; a site of another one is marked.
    """
    departement = site["departement"]
    is_elsewhere = home is not None and departement != home
    address = " ".join(filter(None, (site["code_postal"], site["nom_commune"])))
    return PlaceOfHelp(
        id=site["id"],
        nom=site["nom"],
        format=SITE_FORMATS[site["format"]].words,
        address=", ".join(filter(None, (site["adresse"], address))),
        commune=site["nom_commune"],
        commune_code=site["code_insee"],
        hours=tuple(in_words(site["horaires"])),
        remarks=tuple(_remarks(site)),
        elsewhere=departement_name(departement) if is_elsewhere else "",
    )


def places_of(sites: Iterable[Row], communes: Iterable[str]) -> list[PlaceOfHelp]:
    """List the sites that lie in some communes, by name of commune, then of place."""
    codes = set(communes)
    rows = [site for site in sites if site["code_insee"] in codes]
    return [describe(site) for site in sorted(rows, key=lambda s: (s["nom_commune"], s["nom"]))]


def _remarks(site: Row) -> list[str]:
    """Say what is doubtful or special about a site."""
    found = []
    if site["is_itinerant"]:
        found.append("Lieu itinérant : ses étapes ne sont pas publiées, renseignez-vous.")
    if site["hours_source"] == "imputees":
        weekly = french.number(site["hours_per_year"] / 52)
        found.append(f"Horaires non publiés : {weekly} h par semaine estimées d'après le type.")
    if site["has_appointments"]:
        found.append("Sur rendez-vous possible.")
    return found
