"""Places in the national standard: contacts, dates, lists, identifiers, where they are."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable

from tests.bad_rows.kind import Cells, CellsKind, Kind, SpoilCells, any_cells
from tests.bad_rows.kinds.numbers import put

PHONE = {"telephone": "+33298440000"}
MAIL = {"courriels": "mairie@argol.fr"}
SITE = {"site_web": "https://www.argol.fr"}
DATE = {"date_maj": "2024-04-02"}
UNDERSTOOD = ("understood",)
PHONE_REPAIRED = ("repaired:TELEPHONE_REPARE",)
_SERIAL_ORIGIN = datetime.date(1899, 12, 30)


def having(values: Cells) -> Callable[[Cells], Cells]:
    """Give a clean row values that few rows have."""
    return lambda row: row | values


def has_siret(row: Cells) -> bool:
    return row["pivot"].isdigit() and row["pivot"].strip("0") != "" and len(row["pivot"]) == 14


def has_siret_from_zero(row: Cells) -> bool:
    return has_siret(row) and row["pivot"].startswith("0")


def has_postcode_from_zero(row: Cells) -> bool:
    return row["code_postal"].startswith("0")


def has_code(row: Cells) -> bool:
    return row["code_insee"] != ""


def nowhere(row: Cells, _: random.Random) -> Cells:
    return row | dict.fromkeys(("code_insee", "code_postal", "latitude", "longitude"), "")


def without_postcode_zero(row: Cells, _: random.Random) -> Cells:
    return row | {"code_postal": row["code_postal"].removeprefix("0")}


def siret_as_number(row: Cells, _: random.Random) -> Cells:
    return row | {"pivot": f"{row['pivot']}.0"}


def siret_rounded(row: Cells, _: random.Random) -> Cells:
    return row | {"pivot": f"{int(row['pivot']):.4E}"}


def identifier_without_end(row: Cells, _: random.Random) -> Cells:
    return row | {"id": "__".join([row["id"]] * 300)}


def day_first(row: Cells, _: random.Random) -> Cells:
    year, month, day = row["date_maj"].split("-")
    return row | {"date_maj": f"{day}/{month}/{year}"}


def serial_day(row: Cells, _: random.Random) -> Cells:
    days = datetime.date.fromisoformat(row["date_maj"]) - _SERIAL_ORIGIN
    return row | {"date_maj": str(days.days)}


def commune_of_cedex(row: Cells, chance: random.Random) -> Cells:
    return row | {"commune": f"{row['commune']} {chance.choice(('CEDEX', 'Cedex 2', 'cedex 09'))}"}


def _kind(
    name: str,
    accepts: tuple[str, ...],
    spoil: SpoilCells,
    given: Cells | None = None,
    is_eligible: Callable[[Cells], bool] = any_cells,
) -> Kind:
    return CellsKind(name, "lieux", accepts, spoil, is_eligible, having(given or {}))


CONTACTS: tuple[Kind, ...] = (
    _kind(
        "phone of 9 digits", ("repaired:TELEPHONE_REPARE",), put("telephone", "298440000"), PHONE
    ),
    _kind("phone as +33 (0)2", UNDERSTOOD, put("telephone", "+33 (0)2 98 44 00 00"), PHONE),
    _kind("phone with dots", UNDERSTOOD, put("telephone", "02.98.44.00.00"), PHONE),
    _kind(
        "two phones in a cell",
        UNDERSTOOD,
        put("telephone", "02 98 44 00 00 / 02 98 44 00 01", "0298440000 ou 0298440001"),
        PHONE,
    ),
    _kind(
        "phone that is none",
        ("noticed:TELEPHONE_ILLISIBLE",),
        put("telephone", "à venir", "98 44", "02 98", "00 00 00 00 00"),
    ),
    _kind(
        "mail with (at)",
        ("repaired:COURRIEL_REPARE",),
        put("courriels", "mairie(at)argol.fr"),
        MAIL,
    ),
    _kind(
        "mail that is none",
        ("noticed:COURRIEL_ILLISIBLE",),
        put("courriels", "mairie.argol.fr", "mairie@", "@argol.fr", "mairie@argol"),
    ),
    _kind(
        "https//:",
        ("repaired:URL_REPAREE",),
        put("site_web", "https//:www.argol.fr", "https:/www.argol.fr", "www.argol.fr"),
        SITE,
    ),
    _kind(
        "javascript:",
        ("noticed:URL_REFUSEE",),
        put("site_web", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"),
    ),
    _kind(
        "address with a password",
        ("noticed:URL_REFUSEE",),
        put("prise_rdv", "https://me:secret@argol.fr", "https://argol.fr\\@evil.example"),
    ),
)

DATES: tuple[Kind, ...] = (
    _kind(
        "date that is none",
        ("noticed:DATE_ILLISIBLE",),
        put("date_maj", "0000-00-00", "2024-02-31", "hier", "1970-01-01", "2099-01-01"),
    ),
    _kind("date as 02/04/2024", ("repaired:DATE_REPAREE",), day_first, DATE),
    _kind("date as a serial number", ("repaired:DATE_REPAREE",), serial_day, DATE),
    _kind("date with a time", UNDERSTOOD, put("date_maj", "2024-04-02T00:00:00Z"), DATE),
    _kind("no date", ("absent:date_maj",), put("date_maj", "", "nd"), DATE),
)

HOURS_OF_PLACES: tuple[Kind, ...] = (
    _kind(
        "standard hours in words",
        ("noticed:HORAIRES_ILLISIBLES",),
        put("horaires", "sur rendez-vous", "Un mardi sur deux, le matin", "horaires variables"),
    ),
    _kind(
        "standard hours wrong",
        ("noticed:HORAIRES_ILLISIBLES",),
        put("horaires", "Mo-Fr 09:00-55:00", "Mo-Xx 09:00-12:00", "Mo-Fr 09:00-"),
    ),
)

IDENTITY: tuple[Kind, ...] = (
    _kind("SIRET as a decimal number", UNDERSTOOD, siret_as_number, is_eligible=has_siret),
    _kind("SIRET rounded", ("noticed:PIVOT_ILLISIBLE",), siret_rounded, is_eligible=has_siret),
    _kind("pivot that is none", ("noticed:PIVOT_ILLISIBLE",), put("pivot", "?", "12 34", "n°7")),
    _kind("identifier without end", ("refused:ID_TROP_LONG",), identifier_without_end),
    _kind("standard path as an id", ("refused:ID_INVALIDE",), put("id", "../../x", "/a/b", "a\\b")),
    _kind("standard place without id", ("refused:ID_ABSENT",), put("id", "")),
    _kind("standard place without name", ("refused:NOM_ABSENT",), put("nom", "", " ")),
    _kind("standard place without commune", ("refused:COMMUNE_ABSENTE",), put("commune", "", "  ")),
    _kind("place that is nowhere", ("refused:LOCALISATION_ABSENTE",), nowhere),
    _kind(
        "postcode without its zero",
        ("repaired:CODE_REPARE",),
        without_postcode_zero,
        is_eligible=has_postcode_from_zero,
    ),
    _kind(
        "postcode that is none",
        ("noticed:CODE_POSTAL_ILLISIBLE",),
        put("code_postal", "29 CEDEX", "ABCDE", "295600"),
        is_eligible=has_code,
    ),
    _kind(
        "code of a place that is none",
        ("noticed:CODE_ILLISIBLE",),
        put("code_insee", "0null", "20004", "29XXX"),
    ),
    _kind("commune with CEDEX", UNDERSTOOD, commune_of_cedex),
    _kind(
        "value off the list",
        ("noticed:VALEUR_HORS_LISTE",),
        put("frais_a_charge", "Parfois", "10 €", "Gratuit|Oui"),
    ),
    _kind(
        "service off the list",
        ("noticed:VALEUR_HORS_LISTE",),
        put("services", "Tout", "Aide aux démarches administratives|Café"),
    ),
)

KINDS: tuple[Kind, ...] = (*CONTACTS, *DATES, *HOURS_OF_PLACES, *IDENTITY)
