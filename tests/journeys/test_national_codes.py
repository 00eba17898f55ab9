"""Every code of the national sources of network and zonings, brought to the communes of 2026.

Read from the publishers' own files, carried through the movements; what stays apart is known by
name.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from carto.cog.alignment import Aligned, Dated, align
from geodata.source import RawFile
from geodata.sources import cog, ept, frr, ma_connexion, mouvements, observatoire, population
from tests.geodata.raw_files import published_file, raw_file

pytestmark = pytest.mark.france

MAYOTTE = {str(code) for code in range(97601, 97618)}
OUTSIDE_THE_COG = {"97501", "97502", "97701", "97801"}
# Three villages of the Meuse without inhabitants, and four communes that the file leaves out.
NOT_IN_MA_CONNEXION = {"06055", "29083", "29084", "55050", "55239", "55307"}


def observatory(france_data: Path, folder: Path) -> RawFile:
    """Zip the export to CSV of the observatory of 2018."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        for path in sorted((france_data / "fibre" / "observatoire-2018t1").glob("*.csv")):
            writer.write(path, path.name)
    return raw_file(folder, archive.getvalue(), source="fibre_history", date="2018-03-31")


@pytest.fixture(scope="module")
def aligned(france_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Aligned:
    files = {
        "cog": (cog.parse, "cog/communes.csv", 2026),
        "mouvements": (mouvements.parse, "cog/mouvements-communes.csv", 2026),
        "population": (population.parse, "cog/donnees_communes.csv", 2026),
        "population_mayotte": (population.parse, "cog/donnees_communes_mayotte.csv", 2026),
        "fibre": (ma_connexion.parse, "fibre/maconnexioninternet-communes.csv", 2023),
        "frr": (frr.parse, "zonages/liste-communes-FRR-juillet2025.csv", 2025),
        "ept": (ept.parse, "cog/ept.xlsx", 2025),
    }
    dated = {}
    for source, (parse, name, year) in files.items():
        parsed = parse(published_file(france_data / name, source, date="2023-12-31"))
        dated[source] = Dated(parsed.table, parsed.contract, year)
    raw = observatory(france_data, tmp_path_factory.mktemp("observatory"))
    history = observatoire.parse(raw)
    dated["fibre_history"] = Dated(history.table, history.contract, 2018)
    return align(dated)


@pytest.fixture(scope="module")
def communes(aligned: Aligned) -> set[str]:
    listed = aligned.tables["cog"]
    return set(listed.loc[listed["type_commune"] == "COM", "code_insee"])


@pytest.mark.parametrize(
    ("source", "without"),
    [
        ("population", MAYOTTE),
        ("fibre", NOT_IN_MA_CONNEXION),
        ("fibre_history", set()),
        ("frr", set()),
        ("ept", set()),
    ],
)
def test_every_code_meets_a_commune_or_is_known_apart(
    aligned: Aligned, communes: set[str], source: str, without: set[str]
) -> None:
    given = set(aligned.tables[source]["code_insee"])
    assert given - communes <= OUTSIDE_THE_COG
    assert communes - given == without


def test_the_two_files_of_population_list_every_commune_once(
    aligned: Aligned, communes: set[str]
) -> None:
    counted = [
        *aligned.tables["population"]["code_insee"],
        *aligned.tables["population_mayotte"]["code_insee"],
    ]
    assert len(counted) == len(set(counted)) == len(communes) == 34_875
    assert set(counted) == communes


def test_premises_are_neither_lost_nor_counted_twice(aligned: Aligned) -> None:
    fibre = aligned.tables["fibre"]
    assert round(fibre["locaux"].sum() / 1e6, 2) == 44.27
    assert fibre["locaux"].notna().all()
    assert {row.code for row in aligned.left_out} == {"COMMUNE_REUNIE"}
