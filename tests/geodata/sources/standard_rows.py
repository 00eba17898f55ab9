"""A clean place in the national standard, and files made of such rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from carto.mediation_standard import FIELDS
from geodata.source import ParsedTable, RawFile
from tests.geodata.raw_files import raw_file

PLACE = dict.fromkeys(FIELDS, "") | {
    "id": "structure-1",
    "pivot": "77556026100015",
    "nom": "Médiathèque d'Argol",
    "commune": "Argol",
    "code_postal": "29560",
    "code_insee": "29001",
    "adresse": "1 place de l'Église",
    "latitude": "48.24618",
    "longitude": "-4.31788",
    "typologie": "BIB|MUNI",
    "telephone": "+33298440000",
    "courriels": "contact@argol.fr",
    "site_web": "https://www.argol.fr",
    "horaires": "Mo-Fr 09:00-12:00",
    "presentation_resume": "Des ateliers chaque mardi.",
    "source": "Hubik",
    "itinerance": "Fixe",
    "date_maj": "2024-04-02",
    "services": "Aide aux démarches administratives|Loisirs et créations numériques",
    "frais_a_charge": "Gratuit",
    "dispositif_programmes_nationaux": "France Services",
    "modalites_acces": "Se présenter",
}

Parse = Callable[[RawFile], ParsedTable]


def csv_of(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    """Write rows as delimited text; the header is that of the first one."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def parse_rows(parse: Parse, folder: Path, *changes: dict[str, str], source: str) -> ParsedTable:
    """Parse clean places, each with the changes given."""
    rows = [PLACE | change for change in changes]
    return parse(raw_file(folder, csv_of(rows), source=source, date="2024-08-01"))
