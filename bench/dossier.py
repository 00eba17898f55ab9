"""`python -m bench.dossier DOSSIER`: the dossiers of five territories, from a national data folder.

Each is one process of `carto dossier`, interpreter and imports included. They are the four EPCI and
the département whose planners asked for them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.building import Build, measure_command
from carto.french import NBSP, number

TERRITORIES = {
    "epci:242900801": "Landerneau-Daoulas",
    "epci:200070662": "Bretagne porte de Loire",
    "epci:200034825": "Grand Guéret",
    "epci:243100633": "Sicoval",
    "departement:29": "Finistère",
}
FORMATS = ("docx", "zip", "pdf")
MOST_SECONDS, MOST_MIB = 10, 500


def time_dossiers(data_dir: Path, formats: Sequence[str] = FORMATS) -> dict[str, Build]:
    """Write the dossiers of the five territories.

    Parameters
    ----------
    data_dir
        Where the whole of France is published.
    formats
        Ends of the names of the files.

    Returns
    -------
    dict
        Name and format → what it took.
    """
    taken = {}
    with TemporaryDirectory(prefix="carto-bench-") as folder:
        for territory, name in TERRITORIES.items():
            for suffix in formats:
                path = Path(folder) / f"dossier.{suffix}"
                command = ["-m", "webapp.cli", "--data-dir", str(data_dir), "dossier", territory]
                taken[f"{name}, .{suffix}"] = measure_command(
                    [sys.executable, *command, "-o", str(path)]
                )
    return taken


def table(taken: dict[str, Build]) -> str:
    """Write what each took, and whether it is within the bounds.

    >>> print(table({"Sicoval, .docx": Build(4.0, 210.0)}).replace(NBSP, " "))
    Sicoval, .docx                  4,0 s   210 Mio  ≤ 10 s, ≤ 500 Mio : atteint
    """
    return "\n".join(f"{name:<32}{_line(build)}" for name, build in taken.items())


def _line(build: Build) -> str:
    """Write one line."""
    is_met = build.seconds <= MOST_SECONDS and build.peak_mib <= MOST_MIB
    bounds = f"≤{NBSP}{MOST_SECONDS}{NBSP}s, ≤{NBSP}{MOST_MIB}{NBSP}Mio"
    took = f"{number(build.seconds, 1)}{NBSP}s {number(build.peak_mib):>5}{NBSP}Mio"
    return f"{took}  {bounds}{NBSP}: {'atteint' if is_met else 'manqué'}"


if __name__ == "__main__":
    print(table(time_dossiers(Path(sys.argv[1]))))
