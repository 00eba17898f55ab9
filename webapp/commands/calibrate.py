"""`carto calibrate`: the frozen national values of a vintage, from the files of all of France."""

from __future__ import annotations

import argparse
from pathlib import Path

from carto.calibration_page import calibration_page
from geodata.calibration import calibrate, supplies
from geodata.references import reference_text
from geodata.settings import load_settings
from geodata.source_settings import SITE_READERS
from geodata.storage.data_dir import DataDir
from webapp.commands.progress import reporting
from webapp.commands.words import say
from webapp.errors import ServiceError

# Steps of each set of lists beside one per source: the set, its measures.
STEPS_OF_SET = 2


def run(options: argparse.Namespace) -> int:
    """Write the reference as JSON, and the same in words on stdout."""
    _write(options.out, None)
    settings = load_settings(options.config)
    readers = {source.reader for source in settings.sources} & set(SITE_READERS)
    steps = len(supplies(tuple(sorted(readers)))) * (len(settings.sources) + STEPS_OF_SET)
    with reporting(steps) as tell:
        reference = calibrate(settings, DataDir(options.data_dir), tell, options.vintage)
    _write(options.out, reference_text(reference))
    print(calibration_page(reference), end="")
    say(f"Référence {reference.vintage} écrite dans {options.out}.")
    return 0


def _write(path: Path, text: str | None) -> None:
    """Write the file; without a text, only try to: minutes of computing must not be lost."""
    is_new = not path.exists()
    try:
        with path.open("a" if text is None else "w", encoding="utf-8") as file:
            file.write(text or "")
        if text is None and is_new:
            path.unlink()
    except OSError:
        raise ServiceError(
            f"Impossible d'écrire « {path} » : vérifiez que le dossier existe, qu'il est "
            "accessible en écriture et qu'il reste de la place."
        ) from None
