"""Publication: everything a snapshot holds, written into a draft, then the draft published."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from carto.assessment import Assessment, Question
from carto.rollups.groups import LivingGroup
from carto.tables.geography import PASSAGES
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from carto.tables.standard_places import LIEUX_STANDARD
from geodata.accounts import Account
from geodata.checks.findings import FINDINGS, finding_rows
from geodata.checks.results import CheckResult
from geodata.layer_files import WRITTEN_FORM, layer_file_paths
from geodata.mapped_territories import territories
from geodata.question import replaced_defaults
from geodata.readers import reader_for
from geodata.settings import BuildSettings
from geodata.source import ParsedTable, RawFile
from geodata.source_settings import READER_IDS, reader_of
from geodata.standard_export import STANDARD_PATH, standard_rows
from geodata.storage.csv_table import CsvRow
from geodata.storage.draft import DraftSnapshot
from geodata.storage.manifest import FINDINGS_PATH, QUARANTINE_PATH
from geodata.storage.quarantine_table import QUARANTINE, quarantine_rows
from geodata.travel_times import travel_model

if TYPE_CHECKING:
    import pandas as pd

Report = Callable[[str], None]


def write_draft(
    draft: DraftSnapshot,
    assessment: Assessment,
    parsed: Mapping[str, ParsedTable],
    checks: tuple[CheckResult, ...],
    dates: Mapping[str, str],
    report: Report,
) -> None:
    """Write tables, quarantine and findings into the draft.

    Parameters
    ----------
    draft
        An empty draft.
    assessment
        The computed tables.
    parsed
        What each source became; its refused rows go to quarantine.
    checks
        What the checks found.
    dates
        ISO date of each source.
    report
        Called with one line per step.
    """
    report("écriture des tables")
    for name, table in assessment.tables.items():
        draft.write_table(SNAPSHOT_TABLES[name], table)
    draft.write_table(PASSAGES, assessment.passages)
    for name, rows in assessment.complements.items():
        draft.write_table(COMPLEMENTS[name], rows)
    draft.write_csv(QUARANTINE_PATH, QUARANTINE, set_aside_rows(parsed))
    draft.write_csv(FINDINGS_PATH, FINDINGS, finding_rows(checks))
    draft.write_csv(STANDARD_PATH, LIEUX_STANDARD, _standard_places(assessment, dates))


def facts(
    settings: BuildSettings,
    raw: Mapping[str, RawFile],
    accounts: Mapping[str, Account],
    question: Question,
    assessment: Assessment,
    checks: tuple[CheckResult, ...],
) -> dict[str, object]:
    """Gather what the build says of itself, for the manifest.

    Returns
    -------
    dict
        JSON values; only `created` depends on the clock, and it does not enter the id.
    """
    verdicts = assessment.communes.loc[assessment.communes["is_in_scope"], "verdict"]
    return {
        "title": settings.title,
        "is_demo": settings.is_demo,
        "scope": {"kind": settings.scope.kind, "codes": list(settings.scope.codes)},
        "cog": assessment.territories.cog,
        "created": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
        "method": {
            "version": question.parameters.method_version,
            "parameters": question.parameters.as_dict(),
            "need_variant": question.need_variant,
            "demand_standard": assessment.demand.standard,
            "travel_model": travel_model(settings, raw),
            "replaced": replaced_defaults(raw, question),
        },
        "sources": [_source_facts(raw[name], accounts[name]) for name in sorted(raw)],
        "missing_sources": [name for name in READER_IDS if name not in set(map(reader_of, raw))],
        "checks": [check.as_dict() for check in checks],
        "verdicts": {str(k): int(v) for k, v in sorted(verdicts.value_counts().items())},
        "territories": [
            {"type": t.type, "code": t.code, "nom": t.nom} for t in territories(assessment)
        ],
        "groups": {group.id: _published(group, assessment) for group in assessment.groups},
        "layer_files": layer_file_paths(_published_tables(assessment)),
        "written_form": WRITTEN_FORM,
        "set_aside": _fingerprint_set_aside({name: one.parsed for name, one in accounts.items()}),
    }


def _published_tables(assessment: Assessment) -> dict[str, pd.DataFrame]:
    """Name the published tables, those that `write_draft` writes."""
    passages = {PASSAGES.name: assessment.passages}
    return {**assessment.tables, **passages, **assessment.complements}


def _published(group: LivingGroup, assessment: Assessment) -> list[str]:
    """Codes of the published communes of a group made by hand."""
    known = set(assessment.communes["code_insee"])
    return [code for code in group.communes if code in known]


def _standard_places(assessment: Assessment, dates: Mapping[str, str]) -> list[CsvRow]:
    """Make the rows of the places in the national standard."""
    sites = assessment.sites.drop(columns="geometry").astype(object)
    rows: list[dict[str, object]] = sites.where(sites.notna(), None).to_dict("records")  # type: ignore[assignment]
    return standard_rows(rows, dates)


def set_aside_rows(parsed: Mapping[str, ParsedTable]) -> list[CsvRow]:
    """Make the rows of the quarantine, of all sources."""
    return quarantine_rows(
        [row for table in parsed.values() for row in table.refused],
        [row for table in parsed.values() for row in table.merged],
        [row for table in parsed.values() for row in table.notices],
    )


def _fingerprint_set_aside(parsed: Mapping[str, ParsedTable]) -> str:
    """Fingerprint of the rows refused, merged or noticed, whatever their order in the files."""
    rows = [[row.source, row.code, row.raw] for table in parsed.values() for row in table.refused]
    rows += [[row.source, row.code, row.raw] for table in parsed.values() for row in table.merged]
    rows += [
        [notice.source, notice.code, notice.subject]
        for table in parsed.values()
        for notice in table.notices
    ]
    return hashlib.sha256(json.dumps(sorted(rows)).encode()).hexdigest()


def _source_facts(raw: RawFile, account: Account) -> dict[str, object]:
    """Provenance and account of one source: rows in, and what became of all of them."""
    parsed = account.parsed
    description = reader_for(raw).description
    return {
        "id": raw.source,
        "reader": reader_of(raw.source),
        "producer": description.producer,
        "title": description.title,
        "licence": description.licence,
        "homepage": description.homepage,
        "url": raw.url,
        "name": raw.name,
        "sha256": raw.sha256,
        "bytes": raw.bytes,
        "millesime": raw.millesime,
        "date": raw.date,
        "cog": raw.cog,
        "in": parsed.rows_in,
        "out": len(parsed.table),
        "published": account.published,
        "beyond": account.beyond,
        "merged": len(parsed.merged),
        "refused": len(parsed.refused),
    }
