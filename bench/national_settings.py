"""The settings of the whole of France: bench/france.toml, and the observatory of 2018 zipped."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

from geodata.settings import BuildSettings, load_settings
from geodata.source_settings import SourceSettings

SETTINGS = Path(__file__).with_name("france.toml")
OBSERVATORY = "fibre/observatoire-2018t1"


def national_settings(france: Path, folder: Path) -> BuildSettings:
    """Load bench/france.toml, and add the observatory of 2018, its sheets zipped in `folder`.

    Parameters
    ----------
    france
        Folder of the real files.
    folder
        Existing folder that receives the archive.
    """
    settings = load_settings(SETTINGS)
    archive = folder / "observatoire-2018t1.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for sheet in sorted((france / OBSERVATORY).glob("*.csv")):
            file.write(sheet, sheet.name)
    history = SourceSettings(
        "fibre_history_2018t1", archive, None, "T1 2018", "2018-03-31", cog=2018
    )
    sources = [*(s for s in settings.sources if s.reader != "fibre_history"), history]
    return replace(settings, sources=tuple(sorted(sources, key=lambda source: source.id)))
