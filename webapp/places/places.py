"""Places of help as a page lists them: where, which kind, when they are open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carto import flags, french
from carto.capitals import calm, calm_name
from carto.codes import departement_name
from carto.opening_hours import hours_in_words
from carto.place_natures import SITE_NATURES, nature_of
from carto.time_zones import time_zone
from carto.typography import typeset
from carto.weekly_hours import as_text, weekly_hours
from webapp.places.place_contacts import Contact, contact_of

Row = Mapping[str, Any]

# What a reader must know of a place that carries a flag.
_REMARKS = {
    code: typeset(remark)
    for code, remark in {
        flags.ITINERANT_AU_POINT_PUBLIE: "Lieu itinérant : ses étapes ne sont pas publiées, "
        "renseignez-vous à la mairie.",
        flags.ETAPES_PUBLIEES: "Lieu itinérant : ses étapes sont citées une à une.",
        flags.POSITION_APPROCHEE: "Position inconnue : faute de coordonnées, placé à la mairie ou "
        "au point qui la remplace.",
        flags.POSITION_HORS_COMMUNE: "Position douteuse : publiée hors de la commune indiquée.",
        flags.FICHE_ANCIENNE: "Fiche mise à jour plus d'un an avant la publication des listes.",
        flags.FICHE_PERIMEE: "Fiche mise à jour plus de deux ans avant la publication des listes : "
        "vérifiez avant de vous déplacer.",
        flags.TENU_DANS_UN_LIEU: "Tenu dans un lieu cité par ailleurs, compté une fois.",
        flags.HEURES_DU_POINT_DE_SERVICE: "Horaires de la permanence tenue dans ce lieu.",
        flags.STRUCTURE_SANS_LIEU: "Structure employeuse, qui ne reçoit pas toujours du public : "
        "elle ne compte pas dans l'offre.",
        flags.PUBLIC_RESTREINT: "Ne reçoit pas tout le monde : hors de l'offre ouverte à tous.",
        flags.EQUIPEMENT_SEUL: "Matériel ou connexion seulement, personne n'aide sur place.",
    }.items()
}


@dataclass(frozen=True)
class PlaceOfHelp:
    """One place, in words.

    Attributes
    ----------
    hours
        One line per opening rule; empty when they are not published.
    week, zone
        The same hours for a script that knows what time it is, and the time they are in; `week` is
        empty when the hours are not published or not plain.
    services
        What one gets help with.
    price
        What it costs; empty when it is not published.
    checked
        When the source last brought its record up to date.
    remarks
        What a reader must know before going there.
    elsewhere
        Name of the département when it is not the one expected; empty otherwise.
    origin
        The sources that describe it; empty when their titles are unknown.
    labels
        Local labels, « Pass numérique » for instance; see `place_labels`.
    """

    id: str
    nom: str
    format: str
    address: str
    commune: str
    hours: tuple[str, ...]
    week: str
    zone: str
    services: tuple[str, ...]
    price: str
    contact: Contact
    checked: str
    remarks: tuple[str, ...]
    elsewhere: str = ""
    origin: str = ""
    labels: tuple[str, ...] = ()


def describe(
    site: Row,
    home: str | None = None,
    titles: Mapping[str, str] | None = None,
    communes: Mapping[str, Row] | None = None,
) -> PlaceOfHelp:
    """Write a published site.

    Parameters
    ----------
    site
        Row of `sites`.
    home
        Code of the département of the reader; a site of another one is marked.
    titles
        Titles of the sources by id.
    communes
        Rows of `communes` by code, for their official names; another commune keeps the name that
        the source gives it.
    """
    nom_commune = commune_of(site, communes or {})
    departement = site["departement"]
    is_elsewhere = home is not None and departement != home
    address = " ".join(filter(None, (site["code_postal"], nom_commune)))
    week = weekly_hours(site["horaires"])
    return PlaceOfHelp(
        id=site["id"],
        nom=calm_name(site["nom"]),
        format=_nature(site),
        address=", ".join(filter(None, (calm(site["adresse"] or ""), address))),
        commune=nom_commune,
        hours=tuple(hours_in_words(site["horaires"])),
        week="" if week is None else as_text(week),
        zone=time_zone(departement),
        services=tuple(_listed(site["services"])),
        price=" ou ".join(_listed(site["frais_a_charge"])).capitalize(),
        contact=contact_of(site),
        checked=_checked(site["date_maj"]),
        remarks=tuple(_remarks(site)),
        elsewhere=departement_name(departement) if is_elsewhere else "",
        origin=_origin(site, titles or {}),
    )


def commune_of(site: Row, communes: Mapping[str, Row]) -> str:
    """Name the commune of a site: its official name when it is known, else as published."""
    commune = communes.get(site["code_insee"])
    return str(site["nom_commune"] if commune is None else commune["nom"])


def _nature(site: Row) -> str:
    """Say what a row is: the format of a place, else its kind."""
    words = SITE_NATURES[nature_of(site)].words
    return words if site["kind"] == "lieu" or not site["is_itinerant"] else f"{words} itinérant"


def _listed(values: str | None) -> list[str]:
    """Part the values of a column that holds several."""
    return values.split("|") if values else []


def _checked(day: str | None) -> str:
    """Say when a record was last brought up to date."""
    return f"Vérifié le {french.date(day)}" if day else "Date de vérification non publiée"


def _origin(site: Row, titles: Mapping[str, str]) -> str:
    """Name the sources of a place."""
    sources = site["sources"].split("|")
    if len(sources) == 1:
        return titles.get(sources[0], "")
    named = " ; ".join(titles.get(source, source) for source in sources)
    return typeset(f"D'après {len(sources)} sources : {named}")


def _remarks(site: Row) -> list[str]:
    """Say what is doubtful or special about a site."""
    found = [_REMARKS[flag] for flag in site["flags"] if flag in _REMARKS]
    if not site["horaires"] and _REMARKS[flags.HEURES_DU_POINT_DE_SERVICE] in found:
        found.remove(_REMARKS[flags.HEURES_DU_POINT_DE_SERVICE])
    if site["hours_source"] == "imputees":
        weekly = french.number(site["hours_per_year"] / 52, 0, "h par semaine")
        found.append(f"Environ {weekly}, estimées d'après le type de lieu.")
    if site["hours_source"] == "etp":
        weekly = french.number(site["hours_per_year"] / 52, 1, "h par semaine")
        found.append(f"Environ {weekly} d'après le temps de travail.")
    if site["has_appointments"]:
        found.append("Sur rendez-vous possible.")
    return found
