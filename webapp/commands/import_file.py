"""`carto import`: a local file checked, then named in carto.toml; or an empty one to fill."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import orjson

from carto import french
from carto.typography import typeset
from geodata.errors import SettingsError
from geodata.local_import import (
    Import,
    Wanted,
    apply_import,
    local_kind,
    prepare_import,
)
from geodata.local_templates import write_template
from geodata.source import ParsedTable
from webapp.commands.words import say


def run(options: argparse.Namespace) -> int:
    """Check a file and name it in the settings; what became of its rows goes to stdout."""
    if options.modele:
        return _write_template(options)
    if options.file is None:
        raise SettingsError(
            f"Donnez le fichier à importer, ou --modele pour un fichier vide : carto import "
            f"{options.kind} mon-fichier.csv --date 2023-12-31."
        )
    wanted = Wanted(
        options.kind,
        options.file,
        options.config,
        options.date,
        options.millesime,
        options.encoding,
    )
    made = prepare_import(wanted)
    is_kept_out = made.is_mostly_refused and not options.force
    writes = made.is_new and not options.dry_run and not is_kept_out
    if options.json:
        print(orjson.dumps(as_document(wanted, made, writes=writes)).decode())
    else:
        for line in account_lines(made.parsed):
            print(typeset(line))
    if is_kept_out and not options.dry_run:
        _refuse(made.parsed)
    _tell(wanted, made, is_trial=options.dry_run)
    return 0


def account_lines(parsed: ParsedTable) -> Iterator[str]:
    """Tell how many rows are kept, and each one that is refused, merged or repaired."""
    kept, read = len(parsed.table), parsed.rows_in
    verb = "gardées" if kept > 1 else "gardée"
    yield f"{parsed.file} : {french.plural(kept, 'ligne')} {verb} sur {french.number(read)}"
    for row in parsed.refused:
        yield f"{row.file}, ligne {row.line}, refusée : {row.reason}"
    for merged in parsed.merged:
        yield f"{merged.file}, ligne {merged.line}, réunie à une autre : {merged.reason}"
    for notice in parsed.notices:
        yield f"{notice.file}, ligne {notice.line}, gardée : {notice.message}"


def as_document(wanted: Wanted, made: Import, *, writes: bool) -> dict[str, Any]:
    """Write the same for a program."""
    parsed = made.parsed
    return {
        "source": wanted.source,
        "file": parsed.file,
        "rows_in": parsed.rows_in,
        "kept": len(parsed.table),
        "refused": [
            {"line": row.line, "code": row.code, "reason": row.reason} for row in parsed.refused
        ],
        "merged": [
            {"line": row.line, "code": row.code, "reason": row.reason} for row in parsed.merged
        ],
        "notices": [
            {"line": row.line, "code": row.code, "reason": row.message} for row in parsed.notices
        ],
        "settings": dict(made.values),
        "written": writes,
    }


def _refuse(parsed: ParsedTable) -> NoReturn:
    """Refuse a file of which few rows are usable, unless they are asked for."""
    refused, read = len(parsed.refused), parsed.rows_in
    verb = "refusées" if refused > 1 else "refusée"
    raise SettingsError(
        f"{parsed.file} : {french.plural(refused, 'ligne')} {verb} sur {french.number(read)}, rien "
        "n'est changé. Corrigez le fichier, ou ajoutez --force pour garder les autres lignes."
    )


def _tell(wanted: Wanted, made: Import, *, is_trial: bool) -> None:
    """Write the settings unless it is a trial, and say what was done."""
    named = f"[sources.{wanted.source}] de {wanted.config}"
    if not made.is_new:
        say(f"{named} disait déjà cela : rien n'est changé.")
    elif is_trial:
        keys = " ; ".join(f"{key} = {value}" for key, value in made.values.items())
        say(f"Essai, rien n'est écrit. {named} deviendrait : {keys}.")
    else:
        copy = apply_import(wanted, made)
        say(
            f"{named} écrit (avant : {copy}). Le fichier reste où il est ; "
            f"`carto build --config {wanted.config}` le lira."
        )


def _write_template(options: argparse.Namespace) -> int:
    """Write an empty file to fill, and its path on stdout."""
    path = options.file or Path(f"{options.kind}-modele.csv")
    write_template(local_kind(options.kind), path)
    print(path)
    say(f"Fichier vide à remplir, une ligne par fait : « {path} ». Voyez docs/donnees-locales.md.")
    return 0
