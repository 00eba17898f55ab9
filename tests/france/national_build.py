"""The build of the whole of France that tests share: every real file, few maps, no tiles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unittest import mock

from geodata.maps import Report, ZoneMaps, write_maps
from geodata.second_process import SecondProcess
from geodata.settings import BuildSettings
from geodata.storage.draft import DraftSnapshot
from geodata.storage.stage_cache import StageCache
from tests.demo import Built, build_in

# Territories whose maps are drawn: those of the dossiers that planners asked for, and those that
# the groups of the tests are cut out of (an EPCI of two départements, two of Finistère).
MAPPED = (
    *("epci-200006682", "epci-242900314", "epci-200068120"),
    "epci-242900801",
    "epci-200070662",
    "epci-200034825",
    "epci-243100633",
    "departement-29",
)


def build_france(settings: BuildSettings, folder: Path) -> Built:
    """Build the whole of France in a folder, in a minute or so, with few maps and no tiles."""
    with (
        mock.patch("geodata.build.draw_ahead"),
        mock.patch("geodata.build.write_maps", write_few_maps),
        mock.patch("geodata.build.write_tile_layers"),
    ):
        return build_in(folder, settings)


def write_few_maps(
    draft: DraftSnapshot,
    zones: list[ZoneMaps],
    cache: StageCache,
    second: SecondProcess,
    report: Report,
) -> None:
    """Write the maps of a few territories only."""
    few = [
        replace(zone, territories=[one for one in zone.territories if one.name in MAPPED])
        for zone in zones
    ]
    write_maps(draft, [zone for zone in few if zone.territories], cache, second, report)
