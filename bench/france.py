"""`python -m bench.france`: the national job beside the same one written naively, in one run.

Needs the real files in `../shared/data`; without them it says so and measures nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import numpy as np
import shapely

from bench.building import ROOT, measure_command
from bench.france_build import Timed
from carto.crs import LAMBERT_93
from carto.french import NBSP, number
from carto.measures.accessibility import accessibility
from carto.measures.catchment import catchment_weights
from carto.measures.travel import Points, find_trips, intra_communal_km
from carto.verdict.parameters import Parameters, reach_km

DATA = ROOT.parent / "shared" / "data"
GIB = 1024


@dataclass(frozen=True)
class Goal:
    """A figure and the one not to exceed; no goal when there is none."""

    label: str
    unit: str
    figure: float
    goal: float | None = None

    def __str__(self) -> str:
        """Write the figure, and whether it is met."""
        said = f"{self.label:<44}{number(self.figure, 2):>9} {self.unit}"
        if self.goal is None:
            return said
        verdict = "atteint" if self.figure <= self.goal else "manqué"
        return f"{said}  ≤{NBSP}{number(self.goal, 0)}{NBSP}: {verdict}"


def main() -> None:
    """Measure, and print on stdout."""
    if not DATA.is_dir():
        print(f"Les fichiers de la France entière ne sont pas dans {DATA} : rien à mesurer.")
        return
    with TemporaryDirectory(prefix="carto-bench-") as folder:
        out, data_dir = Path(folder) / "naif.gpkg", Path(folder) / "data"
        job = [sys.executable, "-m", "bench.naive_france", str(DATA), str(out)]
        naive = measure_command(job)
        first, second = _built(data_dir), _built(data_dir)
        if first.snapshot != second.snapshot:
            raise SystemExit("La seconde construction donne un autre instantané que la première.")
        seconds = time_accessibility(data_dir / "snapshots" / first.snapshot)
    without = first.seconds - first.tiles_seconds
    goals = (
        Goal("travail naïf (geopandas, sans contrôle)", "s  ", naive.seconds),
        Goal("travail naïf, mémoire au plus", "Mio", naive.peak_mib),
        Goal("construction sans tuiles", "s  ", without, 60),
        Goal("tuiles de toutes les couches", "s  ", first.tiles_seconds, 150),
        Goal("construction, mémoire au plus", "Mio", first.peak_mib, 2 * GIB),
        Goal("seconde construction, rien n'ayant changé", "s  ", second.seconds, 10),
        Goal("accessibilité (E2SFCA) de tout le pays", "s  ", seconds, 1),
        Goal("sans tuiles / travail naïf", "×  ", without / naive.seconds),
    )
    print("France entière", *goals, sep="\n")


def time_accessibility(snapshot: Path) -> float:
    """Seconds that the accessibility of all communes but overseas takes, tables being read."""
    parameters = Parameters()
    communes = _mainland(snapshot / "communes.parquet")
    sites = _mainland(snapshot / "sites.parquet")
    demand = communes["population"].fillna(0).to_numpy(dtype=float)
    hours = sites["hours_per_year"].fillna(0).to_numpy(dtype=float)
    origins, places = _points(communes), _points(sites)
    floor_km = intra_communal_km(communes["superficie_km2"].to_numpy(), parameters.travel)
    started = time.perf_counter()
    limit_km = reach_km(parameters.travel, parameters.catchment)
    trips = find_trips(origins, floor_km, places, parameters.travel, limit_km)
    weights = catchment_weights(trips, parameters.catchment)
    accessibility(weights, demand, hours)
    return time.perf_counter() - started


def _mainland(path: Path) -> gpd.GeoDataFrame:
    """Read the rows of a table that Lambert-93 covers."""
    table = gpd.read_parquet(path)
    return table[table["departement"].str.len() == 2].to_crs(LAMBERT_93)


def _points(table: gpd.GeoDataFrame) -> Points:
    """Points of a table, as if roads joined all of them."""
    x, y = shapely.get_coordinates(table.geometry.representative_point().to_numpy()).T
    return Points(x, y, np.full(len(table), "continent"))


def _built(data_dir: Path) -> Timed:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "bench.france_build", str(DATA), str(data_dir)]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return Timed(**json.loads(said.stdout))


if __name__ == "__main__":
    main()
