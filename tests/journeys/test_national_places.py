"""The four national lists of places, settled together: one door once, every row accounted for.

Run with `-s` to read how many rows each rule merged.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from frictionless import Resource, Schema

from carto.contracts import check
from carto.sites.settle import Settled, settle
from carto.tables.places import SITES
from carto.tables.standard_places import LIEUX_STANDARD
from carto.territories import Perimeter, join
from carto.verdict.parameters import Parameters
from geodata.sources import (
    aidants_connect,
    conseillers_numeriques,
    contours,
    france_services,
    lieux,
    population,
)
from geodata.standard_export import is_expressible, standard_rows
from geodata.storage.csv_table import csv_bytes
from tests.geodata.raw_files import published_file

pytestmark = pytest.mark.france

LISTS = {
    "lieux": (lieux.parse, "lieux-standard-v1.csv", "2024-08-01"),
    "france_services": (france_services.parse, "france-services-20240801.csv", "2024-08-01"),
    "conseillers_numeriques": (
        conseillers_numeriques.parse,
        "conseillers-numeriques-v0.csv",
        "2022-12-01",
    ),
    "aidants_connect": (aidants_connect.parse, "aidants-connect_structures.csv", "2024-02-22"),
}


@pytest.fixture(scope="module")
def given(france_data: Path) -> pd.DataFrame:
    """Read the four lists."""
    tables = [
        parse(published_file(france_data / "lieux" / name, source, date=date)).table
        for source, (parse, name, date) in LISTS.items()
    ]
    return pd.concat(tables, ignore_index=True)


@pytest.fixture(scope="module")
def settled(france_data: Path, given: pd.DataFrame) -> Settled:
    shapes = published_file(france_data / "contours/communes-france.geojson.gz", "contours")
    people = published_file(france_data / "cog/donnees_communes.csv", "population")
    tables = {
        "contours": contours.parse(shapes).table,
        "population": population.parse(people).table,
    }
    territories = join(tables, dict.fromkeys(tables, 2026), Perimeter(), 30.0)
    return settle(given, territories, Parameters(), "2024-08-01")


def codes(settled: Settled) -> Counter[str]:
    return Counter(row.code for row in settled.left_out)


def test_every_row_is_published_or_accounted_for(given: pd.DataFrame, settled: Settled) -> None:
    keys = [*settled.places["id"], *(row.key for row in settled.left_out)]
    assert sorted(keys) == sorted(given["id"])
    print("\n", len(given), "rows in,", len(settled.places), "published,", codes(settled))
    print(pd.crosstab(settled.places["kind"], settled.places["is_supply"]))


def test_the_national_map_repeats_the_three_other_lists(settled: Settled) -> None:
    repeated = [row for row in settled.left_out if row.code == "MEME_FICHE"]
    nowhere = [row for row in settled.left_out if row.into is None]
    assert {row.source for row in repeated} == {"lieux"}
    assert len(repeated) + sum(row.source == "lieux" for row in nowhere) == 2845 + 4930 + 5181


def test_few_rows_merge_on_resemblance_and_fewer_are_lost(settled: Settled) -> None:
    found = codes(settled)
    assert 300 < found["MEME_PIVOT"] + found["MEME_LIEU"] < 450
    assert found["STRUCTURE_DU_LIEU"] > 1000
    assert found["SANS_POSITION"] < 40
    # The two France Services of Saint-Martin, in two lists: no contour is read there.
    assert found["HORS_PERIMETRE"] == 4


def test_an_employers_pivot_does_not_gather_its_places(settled: Settled) -> None:
    """A bus of the Loire writes one SIRET at 27 stops."""
    stops = settled.places[settled.places["pivot"] == "77639896800060"]
    assert len(stops) > 20


def test_merged_rows_are_near_each_other(given: pd.DataFrame, settled: Settled) -> None:
    rows = given.set_index("id")
    near = [row for row in settled.left_out if row.code in ("MEME_PIVOT", "MEME_LIEU")]
    first = rows.loc[[row.key for row in near], ["longitude", "latitude"]].to_numpy(dtype=float)
    second = settled.places.set_index("id").loc[[row.into for row in near]]
    degrees = np.abs(first - second[["longitude", "latitude"]].to_numpy(dtype=float))
    # Half a kilometre; a row may have been merged through two others.
    assert np.nanmax(degrees) < 0.02


def test_only_doors_are_supply(settled: Settled) -> None:
    places = settled.places
    assert not places.loc[places["kind"] == "structure", "is_supply"].any()
    held = places[places["lieu_id"].notna() & ~places["is_supply"]]
    assert set(held["lieu_id"]) <= set(places.loc[places["is_supply"], "id"])
    assert places.loc[places["is_supply"], "hours_per_year"].notna().all()


def test_places_meet_their_contract(settled: Settled) -> None:
    assert check(settled.places[list(SITES.names)], SITES) == []


def test_the_places_pass_the_schema_of_the_national_standard(
    settled: Settled, france_data: Path, tmp_path: Path
) -> None:
    table = settled.places.drop(columns="geometry").astype(object)
    sites = table.where(table.notna(), None).to_dict("records")
    rows = standard_rows(sites, {source: date for source, (_, _, date) in LISTS.items()})
    assert len(rows) == sum(map(is_expressible, sites)) > 0.99 * len(sites)
    (tmp_path / "lieux.csv").write_bytes(csv_bytes(LIEUX_STANDARD, rows))
    path = france_data / "lieux/schema-standard-mediation-num-v1.0.1.json"
    schema = Schema.from_descriptor(json.loads(path.read_text(encoding="utf-8")))
    report = Resource(path="lieux.csv", basepath=str(tmp_path), schema=schema).validate()
    assert report.flatten(["rowNumber", "fieldName", "note"])[:5] == []
    assert report.valid
