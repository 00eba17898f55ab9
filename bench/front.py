"""Three pages of the same communes, visited in turn: folium's, Leaflet's and Carto's.

Run as `python -m bench.front` (`make bench-front`). For each: first paint, map readable, map
idle (interactive, its data loaded), and all the bytes, on this machine and on a slow line.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from bench import leaflet_page, naive_site
from bench.browsing import Page, Visit, chromium, visit
from bench.building import ROOT
from bench.serving import carto_served
from bench.wire import SLOW_MOBILE, THIS_MACHINE, CountingRelay, Link
from carto.french import number
from webapp.front_end.npm_packages import install_packages

BENCH = ROOT / "bench"
DRAWN_BY_LEAFLET = ".leaflet-overlay-pane path"
PAGES = {
    "folium": Page(naive_site.PAGE, DRAWN_BY_LEAFLET, is_relayed=False),
    "Leaflet": Page(leaflet_page.PAGE, DRAWN_BY_LEAFLET, is_relayed=False),
    "Carto": Page("/departement/29", "#carte svg .communes path", is_relayed=True),
}
QUANTITIES = {
    "première image": ("ms", 0, lambda seen: seen.painted_ms),
    "carte lisible": ("ms", 0, lambda seen: seen.readable_ms),
    "carte interactive au repos": ("ms", 0, lambda seen: seen.interactive_ms),
    "octets, tout compris": ("Kio", 1, lambda seen: seen.bytes / 1024),
}


def main() -> None:
    """Measure, and print one table per line on stdout."""
    parser = argparse.ArgumentParser(prog="python -m bench.front", description=__doc__)
    parser.add_argument("--visits", type=int, default=5, help="visites de chacun, par réseau")
    options = parser.parse_args()
    install_packages(BENCH)
    with TemporaryDirectory(prefix="carto-bench-") as folder:
        data_dir, page = Path(folder) / "data", Path(folder) / "folium.html"
        carto = ["-m", "webapp.cli", "--data-dir", str(data_dir), "build", "--demo"]
        for command in (carto, ["-m", "bench.naive", str(page)]):
            subprocess.run([sys.executable, *command], cwd=ROOT, check=True)  # noqa: S603 - ours
        modules = BENCH / "node_modules"
        files = naive_site.gather(page.read_text(), modules) | leaflet_page.leaflet_files(modules)
        with (
            naive_site.serving(files) as naive_port,
            carto_served(data_dir) as served,
            chromium() as browser,
        ):
            ports = {"folium": naive_port, "Leaflet": naive_port, "Carto": served.port}
            for link in (THIS_MACHINE, SLOW_MOBILE):
                seen = visits(browser, ports, link, options.visits)
                print(f"{link.name}\n{table(seen)}\n", flush=True)
    print(
        f"Médianes de {options.visits} visites alternées ; {os.cpu_count()} cœurs, "
        f"charge {os.getloadavg()[0]:.1f}."
    )


def visits(
    browser: Browser, ports: dict[str, int], link: Link, turns: int
) -> dict[str, list[Visit]]:
    """Visit every page in turn over a link, after one visit that does not count."""
    seen: dict[str, list[Visit]] = {name: [] for name in PAGES}
    for turn in range(turns + 1):
        print(f"  visite {turn} sur {turns}", file=sys.stderr, flush=True)
        for name, page in PAGES.items():
            with CountingRelay(ports[name], link) as relay:
                seen[name].append(visit(browser, page, relay))
    return {name: mine[1:] for name, mine in seen.items()}


def table(seen: dict[str, list[Visit]]) -> str:
    """Write medians side by side, and Carto's over those of the two others."""
    rows = [("", *seen, *(f"Carto / {name}" for name in list(seen)[:-1]))]
    for label, (unit, decimals, of) in QUANTITIES.items():
        values = [median(map(of, mine)) for mine in seen.values()]
        figures = [number(value, decimals) for value in values]
        ratios = [number(values[-1] / value, 2) for value in values[:-1]]
        rows.append((f"{label} ({unit})", *figures, *ratios))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if position else cell.ljust(width)
            for position, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


if __name__ == "__main__":
    main()
