"""France Services places (ANCT), in the layouts that the published list has had since 2022.

The formats stay apart (fixe, antenne, multisites, itinérante, bus): an itinerant place is known by
one point only, not by its stops. Comments, which name persons, are never read.
"""

from __future__ import annotations

from geodata.ledger import Row
from geodata.opening_hours import DAYS, UnreadableHoursError, hours_per_year, to_osm
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.standard_places import Describing, parse_places, read_place
from geodata.values.free_text import read_free_text
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="france_services",
    producer="ANCT",
    title="Liste des structures France Services",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/liste-des-structures-france-services/",
)

WANTED = (
    WantedColumn("id", ("id_fs",)),
    WantedColumn("nom", ("lib_fs",)),
    WantedColumn("code_insee", ("insee_com", "code_insee")),
    WantedColumn("commune", ("lib_com", "commune")),
    WantedColumn("latitude", ("latitude",), is_required=False),
    WantedColumn("longitude", ("longitude",), is_required=False),
    WantedColumn("format", ("format_fs",)),
    WantedColumn("type", ("type_fs",), is_required=False),
    WantedColumn("itinerance", ("itinerance",), is_required=False),
    WantedColumn("adresse", ("adresse",), is_required=False),
    WantedColumn("complement_adresse", ("complement_adresse",), is_required=False),
    WantedColumn("code_postal", ("code_postal",), is_required=False),
    WantedColumn("courriels", ("mail",), is_required=False),
    WantedColumn("telephone", ("telephone",), is_required=False),
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
_YES_OR_NO = {"oui": True, "non": False}
# What the charter of France Services says of all of them.
_BY_CHARTER = {
    "typologie": "RFS",
    "dispositif_programmes_nationaux": "France Services",
    "services": "Aide aux démarches administratives",
    "frais_a_charge": "Gratuit",
}
# Columns of the list that are no fields of the standard, or mean something else there.
_OUR_OWN = ("format", "type", "itinerance", "prise_rdv", *DAYS)


def parse(raw: RawFile) -> ParsedTable:
    """Read the list of France Services into the contract `sites`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    describing = Describing("france_services", raw.date)

    def row(record: Record, remark: Remark) -> Row:
        has_appointments = _YES_OR_NO.get(record["prise_rdv"].casefold())
        cells = {
            **{name: text for name, text in record.values.items() if name not in _OUR_OWN},
            **_BY_CHARTER,
            "modalites_acces": _access(has_appointments),
        }
        place = read_place(cells, describing, remark)
        site_format = _format(record, remark)
        return place | {
            "format": site_format,
            "is_itinerant": site_format in _ITINERANT,
            **_hours(record, remark),
            "has_appointments": has_appointments,
        }

    return parse_places(raw, read_records(raw, WANTED), row)


def _access(has_appointments: bool | None) -> str:
    """Say how to come, in the words that the cartographie nationale gives the same list."""
    if has_appointments is None:
        return ""
    return "Téléphoner|Contacter par mail" if has_appointments else "Se présenter"


def _format(record: Record, remark: Remark) -> str:
    """Format of a place; an antenne is one by its type as well as by its format."""
    written = record["format"]
    site_format = _FORMATS.get(written.casefold())
    if site_format is None:
        site_format = "fixe"
        remark("FORMAT_INCONNU", f"format « {written[:40]} » inconnu : lieu compté comme fixe")
    if site_format in _ITINERANT:
        return site_format
    if _YES_OR_NO.get(record["itinerance"].casefold()):
        return "itinerante"
    return "antenne" if record["type"].casefold() == "antenne" else site_format


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
        "horaires_source": read_free_text(published, "horaires", remark),
        "horaires": expression,
        "hours_per_year_declared": hours_per_year(expression) if expression else None,
    }
