"""A place in the cells of the national standard becomes a row of the contract of places.

Every source of places says the same things in its own words. Its reader puts them in the fields of
the standard (`carto.mediation_standard.FIELDS`); they are read here, once, by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from carto.mediation_standard import FIELDS, LISTS, LONGEST_SUMMARY
from carto.tables.parsed_sites import OPTIONAL_COLUMNS, PARSED_SITES
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, Row
from geodata.published_hours import read_hours
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record
from geodata.source import ParsedTable, RawFile
from geodata.staffing import read_staff, read_visits
from geodata.values.codes import read_code_insee
from geodata.values.coordinates import Point, read_point
from geodata.values.free_text import read_free_text, read_label
from geodata.values.listed_values import read_listed
from geodata.values.mails import read_mails
from geodata.values.numbers import is_missing
from geodata.values.personal_data import masked
from geodata.values.place_identity import read_code_postal, read_pivot, read_place_id
from geodata.values.telephones import read_telephone
from geodata.values.update_dates import read_update_date
from geodata.values.verdicts import Remark, UnusableValueError
from geodata.values.web_addresses import read_urls

Cells = Mapping[str, str]

REQUIRED = ("id", "nom", "commune", "adresse")
_ADDRESS = ("adresse", "complement_adresse")
_UNKNOWN_CODES = ("0null", "0")
_CEDEX = re.compile(r"\s+cedex(?:\s+\d{1,2})?$", re.IGNORECASE)


@dataclass(frozen=True)
class Describing:
    """What a reader knows of all its places.

    Attributes
    ----------
    source
        Identifier of the source; it begins the identifiers of its places.
    date
        ISO date of the file.
    kind
        What its places are, one of `carto.vocabulary.SITE_KINDS`.
    has_positions
        False for a source that never publishes coordinates: nothing is remarked then.
    """

    source: str
    date: str
    kind: str = "lieu"
    has_positions: bool = True


def wanted_fields(
    also: Mapping[str, tuple[str, ...]] | None = None, required: tuple[str, ...] = REQUIRED
) -> tuple[WantedColumn, ...]:
    """Columns of a file in the layout of the standard.

    Parameters
    ----------
    also
        Other accepted names of some fields.
    required
        Fields without which the file is refused.
    """
    others = also or {}
    return tuple(
        WantedColumn(field, (field, *others.get(field, ())), field in required) for field in FIELDS
    )


def parse_places(
    raw: RawFile, records: Iterable[Record | BrokenRecord], read: Callable[[Record, Remark], Row]
) -> ParsedTable:
    """Read the places of a file.

    Parameters
    ----------
    raw
        The file.
    records
        Its rows.
    read
        Makes the row of a record, as in `Ledger.read_all`.

    Raises
    ------
    SourceError
        When no row at all could be kept.
    """
    ledger = Ledger(raw, PARSED_SITES)
    enter_places(ledger, records, read)
    return ledger.close()


def enter_places(
    ledger: Ledger,
    records: Iterable[Record | BrokenRecord],
    read: Callable[[Record, Remark], Row],
) -> None:
    """Enter the places of a file in a ledger, the text of their rows without personal data."""
    ledger.read_all((replace(record, raw=masked(record.raw)) for record in records), read)


def read_place(cells: Cells, describing: Describing, remark: Remark) -> Row:
    """Make the row of one place.

    Parameters
    ----------
    cells
        Fields of the standard and of `carto.local_fields` to text; a field that is absent or blank
        is not given.
    describing
        What holds for all places of the source.
    remark
        Told everything that was repaired, doubtful or left out.

    Returns
    -------
    dict
        A row of `carto.tables.parsed_sites.PARSED_SITES`.

    Raises
    ------
    UnusableValueError
        `ID_ABSENT`, `ID_INVALIDE`, `ID_TROP_LONG`, `NOM_ABSENT`, `COMMUNE_ABSENTE`, or
        `LOCALISATION_ABSENTE` when neither a code, a point nor a postcode says where it is.
    """
    place_id = read_place_id(cells.get("id", ""))
    name = _required(cells, "nom", "NOM_ABSENT", remark)
    commune = _CEDEX.sub("", _required(cells, "commune", "COMMUNE_ABSENTE", remark))
    code = read_commune_code(cells.get("code_insee", ""), remark)
    point = _point(cells, describing, remark)
    code_postal = read_code_postal(cells.get("code_postal", ""), remark)
    if code is None and point is None and code_postal is None:
        reason = f"lieu {place_id[:40]} sans code de commune, sans coordonnées et sans code postal"
        raise UnusableValueError("LOCALISATION_ABSENTE", reason)
    listed = {column: read_listed(cells.get(column, ""), column, remark) for column in LISTS}
    site_format = _format(listed.pop("itinerance"), listed["typologie"])
    return dict.fromkeys(OPTIONAL_COLUMNS) | {
        "id": f"{describing.source}:{place_id}",
        "source": describing.source,
        "kind": describing.kind,
        "pivot": read_pivot(cells.get("pivot", ""), remark),
        "nom": name,
        "code_insee": code,
        "nom_commune": commune,
        "adresse": _address(cells, remark),
        "code_postal": code_postal,
        "longitude": point[0] if point else None,
        "latitude": point[1] if point else None,
        "format": site_format,
        "is_itinerant": site_format == "itinerante",
        **_hours(cells, remark),
        **read_staff(cells, remark),
        "date_maj": read_update_date(cells.get("date_maj", ""), describing.date, remark),
        **listed,
        **_contacts(cells, remark),
        **_texts(cells, remark),
        "has_appointments": _has_appointments(cells, listed["modalites_acces"]),
    }


def read_commune_code(text: str, remark: Remark) -> str | None:
    """Read the code of a commune, arrondissements folded; None when it is left to the join.

    Parameters
    ----------
    text
        Cell as published.
    remark
        Told `CODE_REPARE`, or `CODE_ILLISIBLE` for anything but a code or nothing.

    Examples
    --------
    >>> read_commune_code("75118", lambda code, said: None)
    '75056'
    """
    if is_missing(text):
        return None
    if text.strip().casefold() in _UNKNOWN_CODES:
        remark("CODE_ILLISIBLE", f"code de commune « {text} » : décidé à la jointure")
        return None
    try:
        code = read_code_insee(text, remark)
    except UnusableValueError as refusal:
        remark("CODE_ILLISIBLE", f"{refusal.reason} : décidé à la jointure")
        return None
    return commune_of_arrondissement(code) or code


def _required(cells: Cells, field: str, code: str, remark: Remark) -> str:
    """Read a name without which there is no place."""
    text = read_label(cells.get(field, ""), field, remark)
    if not text:
        raise UnusableValueError(code, f"lieu {cells.get('id', '')[:40]} sans {field}")
    return text


def _point(cells: Cells, describing: Describing, remark: Remark) -> Point | None:
    """Read the position of a place of a source that has some."""
    if not describing.has_positions:
        return None
    return read_point(cells.get("longitude", ""), cells.get("latitude", ""), remark)


def _address(cells: Cells, remark: Remark) -> str | None:
    """Join the street and its complement."""
    parts = (read_label(cells.get(name, ""), name, remark) for name in _ADDRESS)
    return ", ".join(filter(None, parts)) or None


def _format(itinerance: str | None, typologie: str | None) -> str:
    """Format of a place: itinerant by its field, or as an espace numérique mobile."""
    says = (itinerance or "").split("|")
    if "Itinérant" in says:
        return "multisites" if "Fixe" in says else "itinerante"
    is_mobile = itinerance is None and "ENM" in (typologie or "").split("|")
    return "itinerante" if is_mobile else "fixe"


def _hours(cells: Cells, remark: Remark) -> Row:
    """Read when a place is open: its hours, else the visits of a tour."""
    hours = read_hours(cells.get("horaires", ""), remark)
    if hours["hours_per_year_declared"] is not None:
        return hours
    visits = read_visits(cells, remark)
    said = hours["horaires_source"]
    return hours | visits | ({"horaires_source": said} if said is not None else {})


def _contacts(cells: Cells, remark: Remark) -> Row:
    """Read how to reach the institution."""
    return {
        "telephone": read_telephone(cells.get("telephone", ""), remark),
        "courriels": read_mails(cells.get("courriels", ""), remark),
        **{
            field: read_urls(cells.get(field, ""), remark)
            for field in ("site_web", "fiche_acces_libre", "prise_rdv")
        },
    }


def _texts(cells: Cells, remark: Remark) -> Row:
    """Read what the place says of itself."""
    summary = read_free_text(cells.get("presentation_resume", ""), "presentation_resume", remark)
    if summary and len(summary) > LONGEST_SUMMARY:
        summary = summary[: LONGEST_SUMMARY - 1].rstrip() + "…"
        remark("RESUME_COUPE", f"présentation de plus de {LONGEST_SUMMARY} caractères, coupée")
    other_labels = cells.get("autres_formations_labels", "").split("|")
    labels = (read_label(label, "autres_formations_labels", remark) for label in other_labels)
    return {
        "presentation_resume": summary,
        "presentation_detail": read_free_text(
            cells.get("presentation_detail", ""), "presentation_detail", remark
        ),
        "autres_formations_labels": "|".join(dict.fromkeys(filter(None, labels))) or None,
        "structure_parente": _label(cells, "structure_parente", remark),
        "source_declaree": _label(cells, "source", remark),
    }


def _label(cells: Cells, field: str, remark: Remark) -> str | None:
    """Read a short text that may be missing."""
    text = cells.get(field, "")
    return None if is_missing(text) else read_label(text, field, remark) or None


def _has_appointments(cells: Cells, access: str | None) -> bool | None:
    """Whether an appointment may be taken; unknown when nothing says so."""
    is_offered = "Prendre un RDV en ligne" in (access or "").split("|")
    return True if is_offered or not is_missing(cells.get("prise_rdv", "")) else None
