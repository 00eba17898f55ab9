"""Tests of the names of places."""

from geodata.place_names import place_names
from tests.demo import Built


def test_the_nearest_place_of_every_commune_has_a_name_and_its_commune(built_demo: Built) -> None:
    names = place_names(built_demo.snapshot.path("sites.parquet"))
    nearest = {row["nearest_site_id"] for row in built_demo.snapshot.rows("communes")} - {None}
    assert nearest
    assert nearest <= set(names)
    assert names["france_services:1241"].endswith(" (Landivisiau)")
