"""The whole path, in order: raw files, validated tables, measures and verdicts, a snapshot."""

from __future__ import annotations

import datetime
import hashlib
import json
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from carto import french
from carto.assessment import Question, assess
from carto.errors import CartoError
from carto.left_out import HORS_PERIMETRE, LeftOut
from geodata.accounts import settle_accounts
from geodata.checks.against_previous import read_previous
from geodata.checks.results import CheckResult
from geodata.checks.rows import LEFT_OUT
from geodata.checks.run import run_checks
from geodata.evolutions import record_evolution
from geodata.fetching.degraded import Degraded, degraded_sources
from geodata.garbage import collection_paused
from geodata.inputs import (
    align_all,
    collect,
    identity,
    parse_all,
    software_digest,
    tables_of,
)
from geodata.layer_files import write_layer_files
from geodata.mapped_territories import unit_territories
from geodata.maps import draw_ahead, write_maps, zone_maps
from geodata.publication import facts, write_draft
from geodata.question import ask
from geodata.readers import titles_read
from geodata.references import frozen_reference
from geodata.second_process import SecondProcess
from geodata.settings import BuildSettings
from geodata.source import ParsedTable, RawFile
from geodata.source_settings import LOCAL_READERS, reader_of
from geodata.storage.attempts import BUILD, attempting
from geodata.storage.data_dir import DataDir
from geodata.storage.draft import DraftSnapshot
from geodata.storage.errors import SnapshotError, StorageError
from geodata.storage.snapshot import Snapshot
from geodata.storage.stage_cache import StageCache
from geodata.supply_reference import (
    choose_reference,
    lists_of,
    measure_warning,
    reference_warning,
)
from geodata.tile_layers import write_tile_layers
from geodata.travel_times import ask_times, travel_model
from geodata.unit_maps import write_unit_maps

Report = Callable[[str], None]


@dataclass(frozen=True)
class BuildReport:
    """What a build did.

    Attributes
    ----------
    snapshot_id
        The snapshot now served.
    seconds, peak_mib
        Wall time, and highest resident memory of this process and its tools.
    sources
        Source id → counts `in`, `out`, `merged`, `refused`.
    verdicts
        Verdict → communes of the perimeter.
    up_to_date
        Whether nothing had to be done: same inputs, same settings, same code.
    """

    snapshot_id: str
    seconds: float
    peak_mib: float
    sources: dict[str, dict[str, int]]
    verdicts: dict[str, int]
    up_to_date: bool


class BlockedError(CartoError):
    """A check refuses publication; the previous snapshot stays served."""


@collection_paused()
def build(
    settings: BuildSettings, data_dir: DataDir, report: Report, *, force: bool = False
) -> BuildReport:
    """Build and publish a snapshot.

    Parameters
    ----------
    settings
        What to build, and from what.
    data_dir
        Where raw files and snapshots lie.
    report
        Called with one French line per step.
    force
        Build even when the served snapshot has the same recipe, and publish even when a check
        blocks.

    Raises
    ------
    CartoError
        For anything a user can cause; nothing served has changed then.
    """
    started = time.monotonic()
    with data_dir.lock(), attempting(BUILD, data_dir), SecondProcess() as second:
        raw = collect(settings, data_dir, report)
        question = ask(settings, raw, frozen_reference())
        today = datetime.datetime.now(datetime.UTC).date()
        degraded = degraded_sources(settings.sources, data_dir, today)
        recipe = _recipe(settings, raw, question, degraded)
        served = None if force else _served_from(recipe, data_dir)
        if served is not None:
            report("rien à refaire : mêmes données, mêmes réglages, même méthode")
            return _report(served.id, served.facts, started, up_to_date=True)
        cache = StageCache(data_dir.stages, software_digest())
        parsed = parse_all(raw, report, cache, second)
        report("jointure, mesures et verdicts")
        aligned = align_all(parsed, raw)
        question = replace(
            question,
            cog_years=dict.fromkeys(raw, aligned.cog),
            ask_times=ask_times(settings, data_dir, report),
        )
        assessment = assess(tables_of(aligned.tables), question, aligned)
        accounts = settle_accounts(parsed, assessment)
        parsed = {source: account.parsed for source, account in accounts.items()}
        scope = {"kind": settings.scope.kind, "codes": list(settings.scope.codes)}
        titles = titles_read(raw.values())
        checks = run_checks(assessment, parsed, titles, read_previous(data_dir, scope))
        for warning in (*_refused(parsed), *_unshown(assessment.left_out)):
            report(f"attention : {warning}")
        if not force:
            _refuse_blocked(checks)
        held = choose_reference(lists_of(raw), frozen_reference(), settings.parameter_overrides)
        unlike = (
            reference_warning(lists_of(raw), held, settings.parameter_overrides),
            measure_warning(
                lists_of(raw),
                held,
                assessment.demand.standard,
                str(travel_model(settings, raw)["kind"]),
            ),
        )
        for warning in filter(None, (*_found(checks), *unlike)):
            report(f"attention : {warning}")
        zones = zone_maps(assessment)
        draw_ahead(zones, cache, second)
        with DraftSnapshot.create(data_dir) as draft:
            dates = {source: file.date for source, file in raw.items()}
            write_draft(draft, assessment, parsed, checks, dates, report)
            write_maps(draft, zones, cache, second, report)
            write_unit_maps(draft, unit_territories(assessment), zones, cache, report)
            said = facts(settings, raw, accounts, question, assessment, checks)
            write_tile_layers(draft, assessment, said, cache, report)
            said |= {"degraded": [*map(asdict, degraded)], "reference": held.as_dict()}
            write_layer_files(draft, said, second, report)
            report("publication")
            snapshot = draft.publish(said)
        if any(table.refused for table in parsed.values()):
            report(f"lignes mises de côté et raisons : {snapshot.path('quarantine.csv')}")
        _remember(data_dir, snapshot, recipe, report)
        cache.forget_unused()
    return _report(snapshot.id, said, started, up_to_date=False)


def _remember(data_dir: DataDir, snapshot: Snapshot, recipe: str, report: Report) -> None:
    """Keep what changed, and what was built: a disk that refuses undoes no publication."""
    try:
        record_evolution(data_dir, snapshot)
        data_dir.remember_recipe(recipe, snapshot.id)
    except StorageError:
        unkept = "ce qui a changé depuis le précédent n'a pas pu être gardé (disque)"
        report(f"attention : {snapshot.id} est publié, mais {unkept} ; libérez de la place.")


def _recipe(
    settings: BuildSettings,
    raw: Mapping[str, RawFile],
    question: Question,
    degraded: tuple[Degraded, ...],
) -> str:
    """Fingerprint of everything that the result depends on, the clock excluded."""
    inputs = [identity(raw[name]) for name in sorted(raw)]
    said = {
        "title": settings.title,
        "is_demo": settings.is_demo,
        "scope": asdict(settings.scope),
        "need_variant": settings.need_variant,
        "groups": [asdict(group) for group in settings.groups],
        "routing": settings.routing and asdict(settings.routing),
        "parameters": question.parameters.as_dict(),
        "reference": None if question.reference is None else question.reference.to_json(),
        "inputs": inputs,
        "degraded": [(source.source, source.since) for source in degraded],
        "code": software_digest(),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _served_from(recipe: str, data_dir: DataDir) -> Snapshot | None:
    """Return the snapshot served now, if it is whole and this very recipe gives it."""
    for snapshot_id in data_dir.latest_ids()[:1]:
        if data_dir.recalled_recipe() == (recipe, snapshot_id):
            with suppress(SnapshotError):
                return Snapshot.open(data_dir.snapshot(snapshot_id))
    return None


def _refused(parsed: Mapping[str, ParsedTable]) -> Iterator[str]:
    """Say of each file how many rows were refused, and why the first was.

    A check that blocks may only see that rows are missing: the reason is said before it.
    """
    for table in parsed.values():
        unsound = [row for row in table.refused if row.code not in LEFT_OUT]
        if unsound:
            row = unsound[0]
            advice = "; corrigez-les puis relancez" if _is_local(table.source) else ""
            yield (
                f"{table.source}, {french.plural(len(unsound), 'ligne')} sur "
                f"{french.number(table.rows_in)} en quarantaine, par exemple {row.file}, ligne "
                f"{row.line} : {row.reason.rstrip('.')} {advice}".strip()
                + "."
            )


def _unshown(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """Say of each local file how many rows are of nothing published, and what the first one says.

    Such a row may be of a neighbour, or have a code that does not exist.
    """
    unshown: dict[str, list[str]] = {}
    for row in left_out:
        if row.code == HORS_PERIMETRE and reader_of(row.source) in LOCAL_READERS:
            unshown.setdefault(row.source, []).append(row.reason)
    for source, reasons in unshown.items():
        verb = "ne sont montrées" if len(reasons) > 1 else "n'est montrée"
        yield (
            f"{source}, {french.plural(len(reasons), 'ligne')} {verb} nulle part, par exemple : "
            f"{reasons[0]}. Vérifiez le code."
        )


def _found(checks: tuple[CheckResult, ...]) -> Iterator[str]:
    """Say what checks found that a person must know at once: cuts, and groups cut by the scope."""
    for check in checks:
        if check.blocks or check.id in ("communes_absentes", "lignes_changees", "groupes"):
            yield from (f"{check.title} : {item.nom}, {item.message}" for item in check.items)


def _is_local(source: str) -> bool:
    """Whether a file is the operator's own, which they can correct."""
    return reader_of(source) in LOCAL_READERS or source.startswith("lieux_")


def _refuse_blocked(checks: tuple[CheckResult, ...]) -> None:
    """Stop when a check blocks."""
    for check in checks:
        if check.blocks:
            first = check.items[0]
            raise BlockedError(
                f"Publication refusée par le contrôle « {check.title} » : "
                f"{french.plural(len(check.items), 'constat')}, par exemple {first.nom} — "
                f"{first.message} "
                "Corrigez la source, ou publiez quand même avec --force ; l'instantané précédent "
                "reste servi."
            )


def _report(
    snapshot_id: str, said: Mapping[str, Any], started: float, *, up_to_date: bool
) -> BuildReport:
    """Sum up a build from the facts it found."""
    usage = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(who).ru_maxrss for who in usage)
    return BuildReport(
        snapshot_id=snapshot_id,
        seconds=round(time.monotonic() - started, 2),
        peak_mib=round(peak / 1024, 1),
        sources={
            source["id"]: {key: source[key] for key in ("in", "out", "merged", "refused")}
            for source in said["sources"]
        },
        verdicts=dict(said["verdicts"]),
        up_to_date=up_to_date,
    )
