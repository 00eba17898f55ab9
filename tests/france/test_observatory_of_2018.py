"""The observatory of T1 2018: rates of départements, and the only backtest on communes it allows.

Three quarters are too few for the method: the backtest forecasts the last one from one step, at a
time when most communes had no network. METHODS.md says its figures.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from carto.codes import departement_of
from carto.measures.backtest import METHODS, past_errors, score
from carto.measures.fibre import measure_fibre
from carto.measures.rollout import Rollout, rollout_of
from carto.verdict.parameters import Projection, Quality
from geodata.sources.observatoire import parse
from tests.geodata.raw_files import raw_file

pytestmark = pytest.mark.france

# Rates published for T1 2018, rounded to a point (Baromètre des résultats, Licence Ouverte 2.0).
PUBLISHED = {
    **{"01": 37, "02": 24, "03": 20, "04": 5, "05": 8, "06": 43, "07": 5, "08": 12, "09": 5},
    **{"10": 10, "29": 23, "31": 40, "69": 62, "75": 98},
}
ONE_STEP = Projection(window_q=1, min_quarters=2)


@pytest.fixture(scope="module")
def folder(france_data: Path) -> Path:
    return france_data / "fibre" / "observatoire-2018t1"


@pytest.fixture(scope="module")
def fibre(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> pd.DataFrame:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        for path in sorted(folder.glob("*.csv")):
            writer.writestr(path.name, path.read_text("utf-8"))
    given = raw_file(
        tmp_path_factory.mktemp("o"), archive.getvalue(), source="fibre_history", name="o.zip"
    )
    return measure_fibre({"fibre_history": parse(given).table}, Quality(), Projection())


@pytest.fixture(scope="module")
def sums(fibre: pd.DataFrame) -> pd.DataFrame:
    now = fibre[fibre["quarter"] == "2018-T1"]
    by_departement = now.groupby(now["code_insee"].map(departement_of))
    return by_departement[["locaux", "locaux_raccordables"]].sum()


@pytest.fixture(scope="module")
def rollout(fibre: pd.DataFrame) -> Rollout:
    return rollout_of(fibre, pd.Series(sorted(fibre["code_insee"].unique())), "2018-T1")


def read_plainly(path: Path) -> list[list[str]]:
    """Read the lines of a sheet without any of our readers; titles are four lines, then names."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[5:]


def number(cell: str) -> int:
    digits = "".join(char for char in cell if char.isdigit())
    return int(digits) if digits else 0


def test_sums_of_departements_are_those_of_the_file(folder: Path, sums: pd.DataFrame) -> None:
    premises: defaultdict[str, int] = defaultdict(int)
    connectable: defaultdict[str, int] = defaultdict(int)
    for line in read_plainly(folder / "communes.csv"):
        premises[departement_of(line[0])] += number(line[5]) + number(line[6])
    for line in read_plainly(folder / "ftthCommunes.csv"):
        if line[1] == "Locaux Raccordables":
            connectable[departement_of(line[0])] += number(line[4])
    assert sums["locaux"].to_dict() == dict(premises)
    assert sums["locaux_raccordables"].to_dict() == dict(connectable)


def test_ratios_of_sums_are_the_rates_published_for_departements(sums: pd.DataFrame) -> None:
    rates = 100 * sums["locaux_raccordables"] / sums["locaux"]
    for departement, percent in PUBLISHED.items():
        assert rates[departement] == pytest.approx(percent, abs=0.5), departement


def test_the_network_grows_and_revisions_are_few(rollout: Rollout, fibre: pd.DataFrame) -> None:
    assert rollout.quarters == ("2017-T3", "2017-T4", "2018-T1")
    assert rollout.connectable.sum(axis=0).tolist() == [9_557_404, 10_296_296, 10_965_667]
    revised = fibre.loc[fibre["flags"].str.contains("REVISION"), "quarter"]
    assert revised.value_counts().to_dict() == {"2017-T4": 79, "2018-T1": 56}


@pytest.mark.parametrize(
    ("method", "mae", "bias", "late_mae"),
    [
        ("unchanged", 0.73, 0.71, 0.91),
        ("linear", 0.77, 0.36, 1.36),
        ("hazard", 0.71, 0.44, 1.12),
        ("shrunken", 1.03, 0.12, 1.02),
    ],
)
def test_errors_on_communes_a_quarter_ahead(
    rollout: Rollout, method: str, mae: float, bias: float, late_mae: float
) -> None:
    errors = past_errors(rollout, METHODS[method], (1,), ONE_STEP)
    everywhere, late = score(errors, 1), score(errors, 1, 2)
    assert (everywhere.forecasts, late.forecasts) == (35_277, 1_253)
    assert round(100 * everywhere.mae, 2) == mae
    assert round(100 * everywhere.bias, 2) == bias
    assert round(100 * late.mae, 2) == late_mae
