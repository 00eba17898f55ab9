"""Checks of the files: rows refused, repaired, and the account of all others."""

from __future__ import annotations

from collections.abc import Mapping

from carto import french
from carto.left_out import DEJA_DONNEE
from geodata.checks.results import CheckResult, Item
from geodata.source import ParsedTable
from geodata.source_settings import reader_of

# Beyond this share of refused rows a file is not trusted, and nothing is published from it.
MAX_REFUSED_SHARE = 0.05
MIN_ROWS_TO_JUDGE = 20
# Left out of a sound file on purpose: closed, inactive, or told by a newer file.
LEFT_OUT = ("LIEU_EXCLU", "STRUCTURE_INACTIVE", DEJA_DONNEE)
# Sources that list every commune, and the share of them under which a file was cut.
EXHAUSTIVE = ("population", "epci", "fibre", "mairies")
MIN_LISTED = 0.8


def refused_rows(parsed: Mapping[str, ParsedTable]) -> CheckResult:
    """Few refused rows are listed; too many block."""
    items = [
        Item(row.code, f"{row.file}, ligne {row.line}", row.reason)
        for table in parsed.values()
        for row in table.refused
    ]
    blocks = any(
        table.rows_in >= MIN_ROWS_TO_JUDGE
        and sum(row.code not in LEFT_OUT for row in table.refused)
        > MAX_REFUSED_SHARE * table.rows_in
        for table in parsed.values()
    )
    looked_at = sum(table.rows_in for table in parsed.values())
    return CheckResult("lignes_refusees", "Lignes refusées", looked_at, tuple(items), blocks)


def notices(parsed: Mapping[str, ParsedTable]) -> CheckResult:
    """List the rows kept but repaired or doubtful."""
    items = [
        Item(notice.subject, f"{notice.file}, ligne {notice.line}", notice.message)
        for table in parsed.values()
        for notice in table.notices
    ]
    looked_at = sum(len(table.table) for table in parsed.values())
    return CheckResult("valeurs_reparees", "Valeurs réparées ou douteuses", looked_at, tuple(items))


def listed_communes(
    parsed: Mapping[str, ParsedTable], codes: frozenset[str], titles: Mapping[str, str]
) -> CheckResult:
    """Find sources that should list every commune and miss many: their file was cut.

    The files of one reader count together.

    Parameters
    ----------
    parsed
        What each source became, by source id.
    codes
        Communes to publish.
    titles
        Titles of the sources, by reader id.
    """
    given: dict[str, set[str]] = {}
    for source, one in parsed.items():
        if reader_of(source) in EXHAUSTIVE:
            given.setdefault(reader_of(source), set()).update(one.table["code_insee"])
    items = tuple(
        Item(
            reader,
            titles[reader],
            f"{french.plural(len(codes & listed), 'commune')} sur {len(codes)} dans ce fichier.",
        )
        for reader, listed in sorted(given.items())
        if len(codes & listed) < MIN_LISTED * len(codes)
    )
    title = "Sources incomplètes"
    return CheckResult("sources_incompletes", title, len(codes), items, bool(items))
