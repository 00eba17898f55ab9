"""The build of the whole of France that tests share: every real file, no tiles, no maps."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

from geodata.settings import BuildSettings
from tests.demo import Built, build_in


def build_france(settings: BuildSettings, folder: Path) -> Built:
    """Build the whole of France in a folder, in a minute or so, without maps and tiles."""
    with (
        mock.patch("geodata.build.draw_ahead"),
        mock.patch("geodata.build.write_maps"),
        mock.patch("geodata.build.write_tile_layers"),
    ):
        return build_in(folder, settings)
