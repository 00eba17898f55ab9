"""`python -m bench.siting`: siting on real départements, and spopt beside it, in one run.

Both are asked the same p-median: the communes of a département, the times to all of them, and the
places of today, which for each commune come down to the nearest one and stay open. Both solve it by
HiGHS; imports are not counted. spopt (PySAL) is the published implementation: the optimum must be
the same.

Needs a snapshot of the whole of France: that of `--data-dir`, else one is built from the real files
of `../shared/data`; without them it says so and measures nothing.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from bench.france import DATA, Goal
from bench.france_build import build_france
from bench.national_settings import national_settings
from carto.planning.grounds.ground import Ground
from carto.planning.siting.grounded import ask
from carto.planning.siting.location import p_median
from carto.planning.siting.question import Question
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.planning.grounds import ground_of
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, LoadedSnapshot, load
from webapp.snapshots.published_method import judging_parameters

Floats = NDArray[np.float64]

LEAST_TIMES_FASTER = 20
HALF_DAYS, HALF_DAYS_S = 10, 15


@dataclass(frozen=True)
class Network:
    """A p-median: times from each commune to all, to its nearest place of today, and people."""

    minutes: Floats
    today: Floats
    people: Floats


@dataclass(frozen=True)
class Comparison:
    """The same p-median by Carto and by spopt.

    Attributes
    ----------
    own_seconds, library_seconds
        Time to write and to solve it.
    own, library
        People × minutes of the answer.
    """

    own_seconds: float
    library_seconds: float
    own: float
    library: float

    @property
    def times_faster(self) -> float:
        """How many times longer spopt takes."""
        return self.library_seconds / self.own_seconds

    @property
    def difference(self) -> float:
        """Relative difference of the two optima."""
        return abs(self.own / self.library - 1)


def main() -> None:
    """Measure, and print on stdout."""
    parser = argparse.ArgumentParser(prog="python -m bench.siting", description=__doc__)
    parser.add_argument("--data-dir", type=Path, help="données de la France entière")
    parser.add_argument("--departements", nargs="+", default=["29", "31"])
    options = parser.parse_args()
    if options.data_dir is not None:
        _measure(options.data_dir, options.departements)
        return
    if not DATA.is_dir():
        print(f"Les fichiers de la France entière ne sont pas dans {DATA} : rien à mesurer.")
        return
    with TemporaryDirectory(prefix="carto-bench-") as folder:
        data_dir = Path(folder) / "data"
        build_france(national_settings(DATA, Path(folder)), data_dir)
        _measure(data_dir, options.departements)


def network_of(ground: Ground) -> Network:
    """Take the communes of a perimeter; no way at all counts as the longest one."""
    inside = np.flatnonzero(ground.is_inside)
    minutes = ground.minutes_to(ground.points.take(inside))[inside]
    farthest = minutes[np.isfinite(minutes)].max()
    return Network(
        np.minimum(minutes, farthest),
        np.minimum(ground.nearest_min[inside], farthest),
        np.nan_to_num(ground.people[inside]),
    )


def time_half_days(snapshot: LoadedSnapshot, ground: Ground) -> float:
    """Seconds to find where ten half-days close most of what is missing."""
    alerts = judging_parameters(snapshot.facts).alerts
    started = time.perf_counter()
    asked = ask(ground, Question(count=HALF_DAYS), alerts.accessibility_min)
    answered = asked.problem.best(HALF_DAYS, 60.0)
    if not answered.is_best:
        raise SystemExit("Soixante secondes n'ont pas suffi à trouver le meilleur plan.")
    return time.perf_counter() - started


def compare_with_spopt(network: Network, count: int) -> Comparison:
    """Time both on the same p-median."""
    started = time.perf_counter()
    own = p_median(network.minutes, network.people, count, network.today)
    own_seconds = time.perf_counter() - started
    library, library_seconds = _by_spopt(network, count)
    return Comparison(own_seconds, library_seconds, own.objective, library)


def _by_spopt(network: Network, count: int) -> tuple[float, float]:
    """Ask spopt: the places of today are one more candidate, open beforehand."""
    import pulp  # noqa: PLC0415 - slow, and not counted
    from spopt.locate import PMedian  # noqa: PLC0415

    costs = np.column_stack([network.minutes, network.today])
    is_open = np.append(np.zeros(costs.shape[1] - 1), 1)
    started = time.perf_counter()
    model = PMedian.from_cost_matrix(
        costs, network.people, p_facilities=count + 1, predefined_facilities_arr=is_open
    )
    model.solve(pulp.HiGHS(msg=False, threads=1, gapRel=1e-9), results=False)
    seconds = time.perf_counter() - started
    return float(pulp.value(model.problem.objective)), seconds


def _faster(compared: Comparison) -> Goal:
    """Say how many times longer spopt takes."""
    return Goal("spopt / Carto", "×  ", compared.times_faster, LEAST_TIMES_FASTER, is_least=True)


def _measure(data_dir: Path, departements: list[str]) -> None:
    """Measure on each département of a snapshot."""
    snapshot = load(*open_latest(DataDir(data_dir)))
    for code in departements:
        ground = ground_of(snapshot, DEPARTEMENT, code)
        network = network_of(ground)
        half_days = f"{HALF_DAYS} demi-journées, manque d'heures"
        goals = [Goal(half_days, "s  ", time_half_days(snapshot, ground), HALF_DAYS_S)]
        for count in (5, 10):
            compared = compare_with_spopt(network, count)
            goals += [
                Goal(f"{count} lieux, trajet moyen", "s  ", compared.own_seconds),
                Goal("le même par spopt", "s  ", compared.library_seconds),
                _faster(compared),
                Goal("écart relatif, en milliardièmes", "   ", compared.difference * 1e9, 1),
            ]
        title = f"{snapshot.territory(DEPARTEMENT, code)['nom']}, {len(network.people)} communes"
        print(title, *goals, sep="\n", flush=True)


if __name__ == "__main__":
    main()
