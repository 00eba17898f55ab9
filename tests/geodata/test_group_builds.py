"""Groups of communes from carto.toml to the published table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from carto.errors import CartoError
from carto.rollups.groups import Group
from geodata.build import build
from geodata.settings import BuildSettings
from geodata.storage.data_dir import DataDir
from tests.demo import build_in, demo_settings, without

ELORN = Group("elorn", "Vallée de l'Elorn", ("29103", "29105", "29181"))


def grouped(*groups: Group) -> BuildSettings:
    """Set groups on the demonstration, without what takes long."""
    return replace(without(demo_settings(), "france_services", "filosofi"), groups=groups)


def test_a_group_is_published_and_changing_it_is_a_new_build(tmp_path: Path) -> None:
    first = build_in(tmp_path, grouped(ELORN))
    (row,) = first.snapshot.rows("groupe")
    communes = first.by_code()
    assert (row["groupe"], row["nom"], row["departements"]) == ("elorn", ELORN.nom, "29")
    assert row["population"] == sum(communes[code]["population"] for code in ELORN.communes)
    assert row["communes_count"] == row["communes_expected"] == 3
    assert build_in(tmp_path, grouped(ELORN)).report.up_to_date
    smaller = replace(ELORN, communes=ELORN.communes[:2])
    second = build_in(tmp_path, grouped(smaller))
    assert not second.report.up_to_date
    assert second.snapshot.rows("groupe")[0]["communes_count"] == 2


def test_an_unknown_commune_stops_the_build_in_one_line(tmp_path: Path) -> None:
    wrong = replace(ELORN, communes=("29103", "29999"))
    with pytest.raises(CartoError) as caught:
        build(grouped(wrong), DataDir(tmp_path), lambda _: None)
    message = str(caught.value)
    assert message.startswith("réglages, clé groupes.elorn.communes : « 29999 »")
    assert "\n" not in message
    assert not DataDir(tmp_path).latest_ids()


def test_what_a_group_lacks_is_said_while_building(tmp_path: Path) -> None:
    beyond = replace(ELORN, communes=("29103", "56069"))
    said: list[str] = []
    build(grouped(beyond), DataDir(tmp_path), said.append)
    warnings = [line for line in said if "Groupes de communes" in line]
    assert warnings == [
        "attention : Groupes de communes incomplets : Vallée de l'Elorn, la commune 56069 n'est "
        "pas publiée."
    ]
