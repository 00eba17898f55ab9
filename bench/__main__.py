"""Run the benchmark: builds, then visits, both competitors in turn so that noise falls on both."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from bench import naive_site
from bench.browsing import Page, chromium, readable_bytes, visit
from bench.building import ROOT, measure_command
from bench.report import Line, compare_builds, compare_visits, table
from bench.serving import carto_served
from bench.wire import SLOW_MOBILE, THIS_MACHINE, CountingRelay
from webapp.front_end.npm_packages import install_packages

BENCH = ROOT / "bench"
FOLIUM = Page(naive_site.PAGE, ".leaflet-overlay-pane path", is_relayed=False)
CARTO = Page("/departement/29", "#carte svg .communes path", is_relayed=True)


def main() -> None:
    """Measure, and print the tables on stdout."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--builds", type=int, default=3, help="constructions de chacun")
    parser.add_argument("--visits", type=int, default=5, help="visites de chacun, par réseau")
    options = parser.parse_args()
    install_packages(BENCH)
    with TemporaryDirectory(prefix="carto-bench-") as folder:
        page, data_dir = Path(folder) / "folium.html", Path(folder) / "data"
        _print("Construction", _compare_builds(page, data_dir, options.builds))
        files = naive_site.gather(page.read_text(), BENCH / "node_modules")
        with (
            naive_site.serving(files) as naive_port,
            carto_served(data_dir) as served,
            chromium() as browser,
        ):
            for link in (THIS_MACHINE, SLOW_MOBILE):
                with (
                    CountingRelay(naive_port, link) as naive,
                    CountingRelay(served.port, link) as carto,
                ):
                    _print(link.name, _compare_visits(browser, naive, carto, options.visits))
    print(
        f"Médianes de {options.builds} constructions et de {options.visits} visites, alternées ; "
        f"{os.cpu_count()} cœurs, charge {os.getloadavg()[0]:.1f}."
    )


def _compare_builds(page: Path, data_dir: Path, turns: int) -> list[Line]:
    """Build both in turn; the last of each stays to be visited."""
    naive, carto = [], []
    for turn in range(turns):
        _say(f"construction {turn + 1} sur {turns}")
        shutil.rmtree(data_dir, ignore_errors=True)
        naive.append(measure_command([sys.executable, "-m", "bench.naive", str(page)]))
        command = ["-m", "webapp.cli", "--data-dir", str(data_dir), "build", "--demo", "--json"]
        carto.append(measure_command([sys.executable, *command]))
    return compare_builds(naive, carto)


def _compare_visits(
    browser: Browser, naive: CountingRelay, carto: CountingRelay, turns: int
) -> list[Line]:
    """Visit both in turn, after one visit that does not count."""
    seen = []
    for turn in range(turns + 1):
        _say(f"visite {turn} sur {turns}" if turn else "visite d'échauffement")
        seen.append((visit(browser, FOLIUM, naive), visit(browser, CARTO, carto)))
    naive_visits, carto_visits = zip(*seen[1:], strict=True)
    return compare_visits(naive_visits, carto_visits, readable_bytes(browser, CARTO, carto))


def _print(title: str, lines: list[Line]) -> None:
    """Print a table under its title."""
    print(f"{title}\n{table(lines)}\n", flush=True)


def _say(words: str) -> None:
    """Tell the progress on stderr."""
    print(f"  {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
