"""France Services places (ANCT), in the 24 columns of the published list.

The formats stay apart (fixe, antenne, multisites, itinérante, bus): an itinerant place is known by
one point only, not by its stops. Mail addresses, telephones and comments are never read.
"""

from __future__ import annotations

import re

from carto.tables.parsed_sites import OPTIONAL_COLUMNS, PARSED_SITES
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, Row
from geodata.opening_hours import DAYS, UnreadableHoursError, hours_per_year, to_osm
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.coordinates import read_point
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="france_services",
    producer="ANCT",
    title="Liste des structures France Services",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/liste-des-structures-france-services/",
)

WANTED = (
    WantedColumn("id_fs", ("id_fs",)),
    WantedColumn("nom", ("lib_fs",)),
    WantedColumn("code_insee", ("insee_com", "code_insee")),
    WantedColumn("nom_commune", ("lib_com", "commune")),
    WantedColumn("latitude", ("latitude",)),
    WantedColumn("longitude", ("longitude",)),
    WantedColumn("format", ("format_fs",)),
    WantedColumn("type", ("type_fs",), is_required=False),
    WantedColumn("adresse", ("adresse",), is_required=False),
    WantedColumn("complement", ("complement_adresse",), is_required=False),
    WantedColumn("code_postal", ("code_postal",), is_required=False),
    WantedColumn("prise_rdv", ("prise_rdv",), is_required=False),
    *(WantedColumn(day, (f"h_{day}",), is_required=day != "dimanche") for day in DAYS),
)

_FORMATS = {
    "fixe": "fixe",
    "fixe_antenne(s)": "antenne",
    "multisites": "multisites",
    "itinérante": "itinerante",
    "itinerante": "itinerante",
    "bus_équivalent": "bus",
    "bus_equivalent": "bus",
    "bus": "bus",
}
_ITINERANT = ("itinerante", "bus")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


def parse(raw: RawFile) -> ParsedTable:
    """Read the list of France Services into the contract `sites`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, PARSED_SITES)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one place."""
    if not _ID.fullmatch(record["id_fs"]):
        raise UnusableValueError("ID_INVALIDE", f"identifiant « {record['id_fs'][:40]} » illisible")
    if not record["nom"]:
        raise UnusableValueError("NOM_ABSENT", f"lieu {record['id_fs']} sans nom")
    code = read_code_insee(record["code_insee"], remark)
    point = read_point(record["longitude"], record["latitude"], remark)
    site_format = _format(record, remark)
    address = ", ".join(filter(None, (record["adresse"], record["complement"])))
    return dict.fromkeys(OPTIONAL_COLUMNS) | {
        "id": f"france_services:{record['id_fs']}",
        "source": "france_services",
        "kind": "lieu",
        "nom": record["nom"],
        "code_insee": commune_of_arrondissement(code) or code,
        "nom_commune": record["nom_commune"],
        "adresse": address or None,
        "code_postal": _code_postal(record["code_postal"], remark),
        "longitude": point[0] if point else None,
        "latitude": point[1] if point else None,
        "format": site_format,
        "is_itinerant": site_format in _ITINERANT,
        **_hours(record, remark),
        "has_appointments": {"oui": True, "non": False}.get(record["prise_rdv"].casefold()),
    }


def _format(record: Record, remark: Remark) -> str:
    """Format of a place; an antenne is one by its type as well as by its format."""
    written = record["format"]
    site_format = _FORMATS.get(written.casefold())
    if site_format is None:
        site_format = "fixe"
        remark("FORMAT_INCONNU", f"format « {written} » inconnu : lieu compté comme fixe")
    is_antenne = record["type"].casefold() == "antenne"
    return "antenne" if is_antenne and site_format not in _ITINERANT else site_format


def _hours(record: Record, remark: Remark) -> Row:
    """Read opening hours: text as published, OpenStreetMap syntax, hours a year."""
    days = {day: record[day] for day in DAYS}
    published = " ; ".join(f"{day} : {text}" for day, text in days.items() if text)
    try:
        expression = to_osm(days)
    except UnreadableHoursError as error:
        remark("HORAIRES_ILLISIBLES", f"horaires illisibles : {error}")
        expression = None
    return {
        "horaires_source": published or None,
        "horaires": expression,
        "hours_per_year_declared": hours_per_year(expression) if expression else None,
    }


def _code_postal(text: str, remark: Remark) -> str | None:
    """Five digits, the lost zero restored; None when missing or unreadable."""
    if not text:
        return None
    digits = text.zfill(5) if re.fullmatch(r"[0-9]{4}", text) else text
    if not re.fullmatch(r"[0-9]{5}", digits):
        remark("CODE_POSTAL_ILLISIBLE", f"code postal « {text} » illisible, non repris")
        return None
    if digits != text:
        remark("CODE_REPARE", f"code postal « {text} » lu {digits}")
    return digits
