"""The build of the whole of France that tests share: every real file, no tiles, no maps."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from unittest import mock

from geodata.settings import BuildSettings, load_settings
from geodata.source_settings import SourceSettings
from tests.conftest import ROOT
from tests.demo import Built, build_in

OBSERVATORY = "fibre/observatoire-2018t1"


def national_settings(france: Path, folder: Path) -> BuildSettings:
    """Load bench/france.toml, and add the observatory of 2018, its sheets zipped in `folder`."""
    settings = load_settings(ROOT / "bench" / "france.toml")
    archive = folder / "observatoire-2018t1.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for sheet in sorted((france / OBSERVATORY).glob("*.csv")):
            file.write(sheet, sheet.name)
    history = SourceSettings(
        "fibre_history_2018t1", archive, None, "T1 2018", "2018-03-31", cog=2018
    )
    sources = [*(s for s in settings.sources if s.reader != "fibre_history"), history]
    return replace(settings, sources=tuple(sorted(sources, key=lambda source: source.id)))


def build_france(settings: BuildSettings, folder: Path) -> Built:
    """Build the whole of France in a folder, in a minute or so, without maps and tiles."""
    with (
        mock.patch("geodata.build.draw_ahead"),
        mock.patch("geodata.build.write_maps"),
        mock.patch("geodata.build.write_tile_layers"),
    ):
        return build_in(folder, settings)
