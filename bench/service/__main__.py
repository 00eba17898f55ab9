"""`python -m bench.service`: the service under load, beside pygeoapi and nginx, in one run.

Each question is asked of both servers in turn, several times; the median counts. Tiles are asked
of the application alone, and of nginx that serves them as files, the limit. Then many requests of
every kind, and what they left in memory.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.building import ROOT
from bench.france import Goal
from bench.service.deployed_nginx import deployed_nginx
from bench.service.memory import ask_many, resident_mib
from bench.service.nginx import nginx_serving
from bench.service.pygeoapi import pygeoapi_serving
from bench.service.questions import Question, mixed_paths, questions_on
from bench.service.tiles import tile_paths, write_tiles
from bench.service.wrk import Rate, ask_fast
from bench.serving import Served, carto_served
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.snapshots.loaded_snapshot import load

ROUNDS, SECONDS, WARM_UP_S = 3, 3.0, 1.0
LEAST_TIMES_PYGEOAPI = 10
AS_BROWSERS = "Accept-Encoding: gzip"
LEAST_OF_NGINX = 0.8
LEAST_TILES, MOST_TILE_MS = 4000, 30
REQUESTS, WARMED_BY, MOST_GROWTH_PCT = 10_000, 1_000, 10


def main() -> None:
    """Measure, and print on stdout."""
    parser = argparse.ArgumentParser(prog="python -m bench.service", description=__doc__)
    parser.add_argument(
        "--data-dir", type=Path, help="données à servir (défaut : la démonstration)"
    )
    options = parser.parse_args()
    with TemporaryDirectory(prefix="carto-bench-") as name:
        folder = Path(name)
        data_dir = options.data_dir or _built_demo(folder / "data")
        _measure(data_dir, folder)


def _built_demo(data_dir: Path) -> Path:
    """Build the demonstration."""
    command = [sys.executable, "-m", "webapp.cli", "--data-dir", str(data_dir), "build", "--demo"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - ours
    return data_dir


def _measure(data_dir: Path, folder: Path) -> None:
    """Measure the features, the tiles and the memory of one snapshot."""
    snapshot, _ = open_latest(DataDir(data_dir))
    loaded = load(snapshot)
    print(f"{snapshot.facts['title']} : {len(loaded.communes)} communes, {len(loaded.sites)} lieux")
    with carto_served(data_dir) as served:
        with pygeoapi_serving(snapshot, folder) as peer:
            for question in questions_on(loaded):
                print(*_compare_features(served.base, peer, question), sep="\n", flush=True)
        paths = tile_paths(snapshot)
        with nginx_serving(write_tiles(snapshot, paths, folder / "files"), folder) as nginx:
            print(*_compare_tiles(served.base, nginx, paths), sep="\n", flush=True)
        with (
            deployed_nginx(served.port, folder / "deployed", "localhost") as deployed,
            nginx_serving(folder / "files", folder, folder / "deployed") as nginx,
        ):
            write_tiles(snapshot, paths, deployed.www)
            ours = f"https://localhost:{deployed.port}"
            print(*_compare_deployed(ours, nginx, paths), sep="\n", flush=True)
        print(*_measure_memory(served, mixed_paths(loaded, paths)), sep="\n", flush=True)


def _compare_features(base: str, peer: str, question: Question) -> list[Goal]:
    """Ask both servers one question."""
    others = [f"{path}{'&' if '?' in path else '?'}f=json" for path in question.paths]
    own_paths = [f"/ogc{path}" for path in question.paths]
    own, other = _in_turn((base, own_paths), (peer, others))
    label, ratio = question.label, own.per_second / other.per_second
    return [
        Goal(f"{label}", "/s ", own.per_second, question.least_per_second, is_least=True),
        Goal("  99 réponses sur 100 avant", "ms ", own.p99_ms, question.most_p99_ms),
        Goal("  par pygeoapi", "/s ", other.per_second),
        Goal("  99 réponses sur 100 avant", "ms ", other.p99_ms),
        Goal("  réponses fausses de pygeoapi", "   ", other.failed),
        Goal("  Carto / pygeoapi", "×  ", ratio, LEAST_TIMES_PYGEOAPI, is_least=True),
        Goal("  réponses fausses de Carto", "   ", own.failed, 0),
    ]


def _compare_tiles(base: str, nginx: str, paths: list[str]) -> list[Goal]:
    """Ask for the same tiles of the application, and of nginx that has them as files."""
    own, files = _in_turn((base, paths), (nginx, paths), headers=[AS_BROWSERS])
    return [
        Goal("tuiles, par l'application seule", "/s ", own.per_second, LEAST_TILES, is_least=True),
        Goal("  99 réponses sur 100 avant", "ms ", own.p99_ms, MOST_TILE_MS),
        Goal("  par nginx, en fichiers", "/s ", files.per_second),
        Goal("  application / nginx", "×  ", own.per_second / files.per_second),
        Goal("  réponses fausses de Carto", "   ", own.failed, 0),
    ]


def _compare_deployed(ours: str, nginx: str, paths: list[str]) -> list[Goal]:
    """Ask for the same files of nginx as `deploy/` sets it up, and of a bare one, with TLS."""
    own, bare = _in_turn((ours, paths), (nginx, paths), headers=[AS_BROWSERS])
    ratio = own.per_second / bare.per_second
    return [
        Goal("tuiles, par nginx tel que dans deploy/, TLS", "/s ", own.per_second),
        Goal("  par un nginx nu, TLS", "/s ", bare.per_second),
        Goal("  l'un / l'autre", "×  ", ratio, LEAST_OF_NGINX, is_least=True),
        Goal("  réponses fausses", "   ", own.failed, 0),
    ]


def _in_turn(*asked: tuple[str, list[str]], headers: Sequence[str] = ()) -> list[Rate]:
    """Ask each server in turn, several times; the run of median rate of each."""
    for base, paths in asked:
        ask_fast(base, paths, WARM_UP_S, headers)
    runs = [
        [ask_fast(base, paths, SECONDS, headers) for base, paths in asked] for _ in range(ROUNDS)
    ]
    return [
        Rate(
            median(run.per_second for run in own),
            median(run.p99_ms for run in own),
            sum(run.failed for run in own),
            median(run.mean_bytes for run in own),
        )
        for own in zip(*runs, strict=True)
    ]


def _measure_memory(served: Served, paths: list[str]) -> list[Goal]:
    """Ask for everything the service answers, and weigh it before and after."""
    faults = ask_many(served.base, paths, WARMED_BY)
    before = resident_mib(served.pid)
    faults += ask_many(served.base, paths, REQUESTS)
    after = resident_mib(served.pid)
    growth = (after / before - 1) * 100
    return [
        Goal(f"mémoire après {WARMED_BY} demandes", "Mio", before),
        Goal(f"mémoire après {REQUESTS} de plus", "Mio", after),
        Goal("  de plus", "%  ", growth, MOST_GROWTH_PCT),
        Goal("  erreurs du service", "   ", faults, 0),
    ]


if __name__ == "__main__":
    main()
