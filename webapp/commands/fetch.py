"""`carto fetch`: the configured sources, brought up to date from their publishers."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from carto import french
from geodata.errors import DownloadError, SettingsError
from geodata.fetching.fetch import fetch, known_address, last_good
from geodata.fetching.limits import FetchLimits
from geodata.fetching.records import FetchRecord
from geodata.settings import load_settings
from geodata.source_settings import SourceSettings
from geodata.storage import raw_files
from geodata.storage.attempts import FETCH, attempting
from geodata.storage.data_dir import DataDir
from webapp.commands.words import say


def run(options: argparse.Namespace) -> int:
    """Fetch, and write one line per source on stdout (or one JSON list); exit 1 if one failed."""
    settings = load_settings(options.config)
    sources = chosen(settings.sources, options.source, options.config.name)
    data_dir = DataDir(options.data_dir)
    with data_dir.lock(), attempting(FETCH, data_dir) as fail:
        raw_files.remove_leftovers(data_dir)
        found = [fetch_one(source, data_dir, settings.fetch) for source in sources]
        failed = [outcome for outcome in found if outcome["state"] == "failed"]
        if failed:
            fail(_failures(failed, len(found)))
    if options.json:
        print(orjson.dumps(found).decode())
    else:
        for outcome in found:
            print(f"{outcome['source']}\t{outcome['state']}\t{outcome['sha256'] or '-'}")
    if not sources:
        say("Aucune source à télécharger : toutes sont des fichiers locaux.")
    elif failed:
        say(_failures(failed, len(found)))
    return 1 if failed else 0


def _failures(failed: Sequence[Mapping[str, Any]], asked: int) -> str:
    """Tell how many sources failed, and which of them keep the last file received."""
    kept = [outcome["source"] for outcome in failed if outcome["sha256"] is not None]
    said = f"Échec pour {len(failed)} sur {french.plural(asked, 'source')}"
    if kept:
        return f"{said} ; le dernier fichier reçu reste en usage pour : {', '.join(kept)}."
    return f"{said} ; aucun fichier n'en avait été reçu."


def chosen(
    sources: Sequence[SourceSettings], asked: Sequence[str] | None, file: str
) -> list[SourceSettings]:
    """Choose the sources to fetch: those asked for, else all that are no local file.

    Raises
    ------
    SettingsError
        When one that is asked for is not configured, or is a local file.
    """
    remote = {source.id: source for source in sources if source.file is None}
    for name in asked or ():
        if name not in remote:
            known = ", ".join(remote) or "aucune"
            raise SettingsError(
                f"{file} : pas de source « {name} » à télécharger ; choisissez parmi : {known}."
            )
    return [source for name, source in remote.items() if not asked or name in asked]


def fetch_one(source: SourceSettings, data_dir: DataDir, limits: FetchLimits) -> dict[str, Any]:
    """Fetch one source and describe what came of it; a failure is said, and does not stop."""
    try:
        fetched = fetch(source, data_dir, limits, lambda step: say(f"  {step}"))
    except DownloadError as error:
        say(f"erreur : {error}")
        document = _document(source.id, "failed", last_good(source, data_dir), str(error))
        return document | {"url": document["url"] or known_address(source)}
    state = "new" if fetched.is_new else "unchanged"
    size = french.number(fetched.record.bytes / 1e6, 1, "Mo")
    say(f"  {source.id} : {size}, {'reçu' if fetched.is_new else 'inchangé'}")
    return _document(source.id, state, fetched.record, None)


def _document(
    source_id: str, state: str, record: FetchRecord | None, problem: str | None
) -> dict[str, Any]:
    """Describe the file in use, None for what is not known, and the failure."""
    return {
        "source": source_id,
        "state": state,
        "url": record.url if record else None,
        "name": record.name if record else None,
        "sha256": record.sha256 if record else None,
        "bytes": record.bytes if record else None,
        "fetched_at": record.fetched_at if record else None,
        "checked_at": record.checked_at if record else None,
        "problem": problem,
    }
