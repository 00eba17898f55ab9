"""`python -m bench.france`: the national job beside the same one written naively, in one run.

The job holds every draw of weights and of inputs.

Needs the real files in `../shared/data`; without them it says so and measures nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.accessibility import compare_with_library, read_country, time_accessibility
from bench.building import ROOT, measure_command
from bench.clusters import time_clusters
from bench.dossier import table, time_dossiers
from bench.france_build import Timed
from carto.french import NBSP, number

DATA = ROOT.parent / "shared" / "data"
GIB = 1024


@dataclass(frozen=True)
class Goal:
    """A figure and the one not to exceed, or to reach; no goal when there is none."""

    label: str
    unit: str
    figure: float
    goal: float | None = None
    is_least: bool = False

    def __str__(self) -> str:
        """Write the figure, and whether it is met."""
        said = f"{self.label:<44}{number(self.figure, 2):>9} {self.unit}"
        if self.goal is None:
            return said
        is_met = self.figure >= self.goal if self.is_least else self.figure <= self.goal
        decimals = 0 if self.goal == int(self.goal) else 1
        bound = f"{'≥' if self.is_least else '≤'}{NBSP}{number(self.goal, decimals)}"
        return f"{said}  {bound}{NBSP}: {'atteint' if is_met else 'manqué'}"


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
        country = read_country(data_dir / "snapshots" / first.snapshot)
        seconds, compared = time_accessibility(country), compare_with_library(country)
        clusters = time_clusters(data_dir / "snapshots" / first.snapshot)
        dossiers = time_dossiers(data_dir)
    without = first.seconds - first.tiles_seconds
    goals = (
        Goal("travail naïf (geopandas, sans contrôle)", "s  ", naive.seconds),
        Goal("travail naïf, mémoire au plus", "Mio", naive.peak_mib),
        Goal("construction sans tuiles, tirages compris", "s  ", without, 120),
        Goal("tuiles de toutes les couches", "s  ", first.tiles_seconds, 150),
        Goal("construction, mémoire au plus", "Mio", first.peak_mib, 3 * GIB),
        Goal("seconde construction, rien n'ayant changé", "s  ", second.seconds, 10),
        Goal("regroupements (indice local de Moran)", "s  ", clusters, 90),
        Goal("accessibilité (E2SFCA) de tout le pays", "s  ", seconds, 1),
        Goal("la même par access (PySAL), mêmes trajets", "s  ", compared.library_seconds),
        Goal("access / Carto", "×  ", compared.times_faster, 20, is_least=True),
        Goal("plus grand écart relatif, en milliardièmes", "   ", compared.difference * 1e9, 1),
        Goal("sans tuiles / travail naïf", "×  ", without / naive.seconds),
    )
    print("France entière", *goals, sep="\n")
    print("", "Dossiers de territoires", table(dossiers), sep="\n")


def _built(data_dir: Path) -> Timed:
    """Build in a process of its own."""
    command = [sys.executable, "-m", "bench.france_build", str(DATA), str(data_dir)]
    said = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return Timed(**json.loads(said.stdout))


if __name__ == "__main__":
    main()
