"""The findings of every check as one table: the manifest lists the first of each only."""

from __future__ import annotations

from collections.abc import Iterable

from carto.contracts import Column, TableContract
from geodata.checks.results import CheckResult
from geodata.storage.csv_table import CsvRow

FINDINGS = TableContract(
    "constats",
    "Constats des contrôles",
    "Une ligne par constat : ce qui est douteux, réparé, absent ou sans correspondance.",
    (),
    (
        Column("check", "string", "Contrôle", "Nom stable du contrôle."),
        Column("title", "string", "Titre", "Titre du contrôle."),
        Column("subject", "string", "Sujet", "Code de la commune, du lieu ou de la source."),
        Column("nom", "string", "Nom", "Nom du sujet.", "", True, "Inconnu."),
        Column("message", "string", "Constat", "Ce qui a été trouvé."),
    ),
)


def finding_rows(checks: Iterable[CheckResult]) -> list[CsvRow]:
    """Make one row per finding, in the columns of the contract."""
    return [
        (check.id, check.title, item.subject, str(item.nom or ""), item.message)
        for check in checks
        for item in check.items
    ]
