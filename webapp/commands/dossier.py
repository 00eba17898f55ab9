"""`carto dossier`: the dossier of a territory in one file, made as its page makes it."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyarrow as pa

from geodata.export_formats.destination import write_to_path
from webapp import create_app
from webapp.commands.asked_territory import read_territory
from webapp.commands.progress import WARNING, Report, reporting
from webapp.dossier.blocks import Dossier
from webapp.dossier.downloads.files import annexes_file, state_of, word_file
from webapp.dossier.editions.frozen_files import read_frozen
from webapp.dossier.editions.since_reference import with_changes
from webapp.dossier.page.dossier_pages import BEFORE, asked_dossier, standalone
from webapp.dossier.subject import subject_of
from webapp.errors import ServiceError
from webapp.links import territory_page
from webapp.page_state import current_view
from webapp.planning.scenario_address import query_text
from webapp.planning.scenario_file import read_scenario_file
from webapp.printing.pdf_rendering import render_pdf
from webapp.settings import DEFAULT_STATIC_DIR, WebSettings, settings_from_environment
from webapp.snapshots.asked_territory import TERRITORY
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Write = Callable[[LoadedSnapshot, Dossier], bytes]

WRITERS: dict[str, Write] = {
    ".docx": word_file,
    ".zip": annexes_file,
    ".html": lambda _, dossier: standalone(dossier).encode(),
    ".pdf": lambda _, dossier: render_pdf(standalone(dossier)),
}
_STEPS = 3


def run(options: argparse.Namespace) -> int:
    """Write the file, and its path on stdout."""
    # Gives back at once what reading tables took: 150 MiB less at the highest for all of France.
    pa.set_memory_pool(pa.system_memory_pool())
    write = _writer(options.output)
    territory = read_territory(options.territory)
    address = f"{BEFORE}{territory_page(*territory)}?{_query(options.scenario, territory)}"
    reference = None if options.reference is None else _content(options.reference)
    with reporting(_STEPS) as report:
        report("lecture des données")
        app = create_app(_settings(options.data_dir))
        with app.test_request_context(address):
            snapshot = current_view()
            dossier = _dossier(snapshot, territory, report)
            if reference is not None:
                frozen = read_frozen(reference, options.reference.name)
                dossier = with_changes(dossier, frozen, state_of(snapshot, dossier))
            report(f"écriture de {options.output.name}")
            content = write(snapshot, dossier)
    write_to_path(lambda path: _write_bytes(path, content), options.output.suffix, options.output)
    print(options.output)
    return 0


def _settings(data_dir: Path) -> WebSettings:
    """Configure the pages as the service does, on a data folder."""
    settings = settings_from_environment(os.environ)
    return replace(settings, data_dir=data_dir.resolve(), static_dir=DEFAULT_STATIC_DIR)


def _dossier(snapshot: LoadedSnapshot, territory: tuple[str, str], report: Report) -> Dossier:
    """Write the parts of the dossier."""
    for warning in snapshot.warnings:
        report(f"{WARNING} : {warning}")
    subject_of(snapshot, *territory)
    report("textes, tableaux et cartes")
    dossier, read = asked_dossier(snapshot, *territory)
    if read.notices:
        raise ServiceError(" ".join(read.notices))
    return dossier


def _query(scenario: Path | None, territory: tuple[str, str]) -> str:
    """Write the address of the scenario of a file; nothing without one.

    Raises
    ------
    ServiceError
        When the file holds no scenario, or that of another territory.
    """
    if scenario is None:
        return ""
    pairs = read_scenario_file(_content(scenario))
    own, asked = dict(pairs)[TERRITORY], "-".join(territory)
    if own != asked:
        raise ServiceError(
            f"Le scénario « {scenario.name} » est celui du territoire « {own} », pas de "
            f"« {asked} » : donnez un scénario du même territoire."
        )
    return query_text([pair for pair in pairs if pair[0] != TERRITORY])


def _writer(output: Path) -> Write:
    """Choose a format by the end of the name of the file.

    Raises
    ------
    ServiceError
        When no dossier is written in this format.
    """
    suffix = output.suffix.lower()
    if suffix == ".odt":
        raise ServiceError(
            "Carto n'écrit pas de .odt : demandez un .docx, que LibreOffice ouvre tel quel et "
            "enregistre en .odt."
        )
    if suffix not in WRITERS:
        raise ServiceError(
            f"Le nom « {output.name} » ne dit pas le format du dossier : terminez-le par "
            f"{', '.join(list(WRITERS)[:-1])} ou {list(WRITERS)[-1]}."
        )
    return WRITERS[suffix]


def _content(path: Path) -> bytes:
    """Read a file that the reader names."""
    try:
        return path.read_bytes()
    except OSError:
        raise ServiceError(
            f"Impossible de lire « {path} » : vérifiez le chemin et les droits."
        ) from None


def _write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file."""
    path.write_bytes(content)
