"""The whole path: what is built again, what is refused, and what stays served meanwhile."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from carto.errors import CartoError, MixedVintagesError
from geodata.accounts import SANS_COMMUNE
from geodata.build import BlockedError, build
from geodata.settings import Scope
from geodata.storage.attempts import BUILD, last_attempts
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.demo import Built, build_in, demo_file, demo_settings, without

LANDERNEAU_DAOULAS = "242900801"


CONFIGURED = sorted(source.id for source in demo_settings().sources)


def silent(_: str) -> None:
    """Ignore the progress of a build."""


def test_the_report_counts_rows_seconds_and_memory(built_demo: Built) -> None:
    report = built_demo.report
    assert report.snapshot_id == built_demo.snapshot.id
    assert set(report.sources) == set(CONFIGURED)
    assert report.sources["fibre"] == {"in": 277, "out": 277, "merged": 0, "refused": 0}
    assert report.seconds > 0
    assert report.peak_mib > 10
    assert not report.up_to_date


# Same inputs, same outputs.


def test_a_second_build_has_nothing_to_do(tmp_path: Path) -> None:
    settings = without(demo_settings(), "france_services", "fibre", "filosofi")
    first = build_in(tmp_path, settings)
    second = build_in(tmp_path, settings)
    assert second.report.up_to_date
    assert second.report.snapshot_id == first.report.snapshot_id
    forced = build(settings, DataDir(tmp_path), silent, force=True)
    assert not forced.up_to_date
    assert forced.snapshot_id == first.report.snapshot_id


def test_what_did_not_change_is_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another title: no file is parsed again, no map drawn, no tile made."""
    settings = without(demo_settings(), "france_services", "filosofi", "mairies")
    build_in(tmp_path, settings)

    def again(*_: object, **__: object) -> None:
        raise AssertionError("done again")

    monkeypatch.setattr("geodata.inputs.reader_for", again)
    monkeypatch.setattr("geodata.maps.project_zone", again)
    monkeypatch.setattr("geodata.tile_layers.write_tiles", again)
    other = build_in(tmp_path, replace(settings, title="Autre titre"))
    assert not other.report.up_to_date
    assert other.snapshot.manifest["title"] == "Autre titre"
    other.snapshot.verify()


def test_damaged_results_of_stages_are_made_again(tmp_path: Path) -> None:
    settings = without(demo_settings(), "france_services", "filosofi", "mairies")
    first = build_in(tmp_path, settings)
    for rank, entry in enumerate(sorted(first.data_dir.stages.iterdir())):
        contents = bytearray(entry.read_bytes())
        contents[rank % len(contents)] ^= 1
        entry.write_bytes(contents[: -1 - rank % 2] if rank % 3 else contents)
    again = build(settings, first.data_dir, silent, force=True)
    assert again.snapshot_id == first.report.snapshot_id
    first.snapshot.verify()


# Other territories, fewer sources.


def test_one_epci_alone(built_demo: Built, tmp_path: Path) -> None:
    scope = Scope("epci", (LANDERNEAU_DAOULAS,))
    built = build_in(tmp_path, replace(demo_settings(), scope=scope))
    assert len(built.by_code()) == 22
    (epci,) = built.snapshot.rows("epci")
    assert (epci["siren_epci"], epci["communes_count"]) == (LANDERNEAU_DAOULAS, 22)
    whole = built_demo.by_code()
    for code, row in built.by_code().items():
        assert row["verdict"] == whole[code]["verdict"]


def test_without_optional_sources_values_are_unknown(tmp_path: Path) -> None:
    settings = without(demo_settings(), "france_services", "fibre", "filosofi", "mairies", "epci")
    built = build_in(tmp_path, settings)
    for row in built.by_code().values():
        for column in ("taux_couverture_ftth", "nearest_site_min", "accessibility", "need"):
            assert row[column] is None
            assert json.loads(row["reasons"])[column] == "SOURCE_ABSENTE"
        assert row["verdict"] == "indetermine"
        assert row["is_underserved"] is None
        assert "lieux d'aide non fournis" in row["sentence"]
        assert "fibre non fournie" in row["sentence"]
    assert built.snapshot.rows("sites") == []
    assert built.snapshot.rows("epci") == []
    missing = built.snapshot.facts["missing_sources"]
    assert {"france_services", "fibre", "filosofi", "mairies", "epci"} <= set(missing)


@pytest.mark.parametrize("source", ["contours", "population"])
def test_some_sources_are_indispensable(source: str, tmp_path: Path) -> None:
    with pytest.raises(CartoError, match=rf"« {source} » est indispensable"):
        build(without(demo_settings(), source), DataDir(tmp_path), silent)


def test_sources_of_two_years_do_not_meet(tmp_path: Path) -> None:
    settings = demo_settings()
    older = tuple(
        replace(source, cog=2025) if source.id == "fibre" else source for source in settings.sources
    )
    with pytest.raises(MixedVintagesError, match="fibre : 2025"):
        build(replace(settings, sources=older), DataDir(tmp_path), silent)
    assert DataDir(tmp_path).published_ids() == ()


# Bad input: the former snapshot stays served.


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build something that bad input must not replace."""
    settings = without(demo_settings(), "france_services", "fibre", "filosofi", "mairies", "epci")
    return build_in(tmp_path_factory.mktemp("served"), settings)


def _missing_column(path: Path) -> bytes:
    """Rename a column (a property) that the source cannot do without."""
    names = {
        "communes-50m.geojson": '"nom"',
        "mairies.geojson": '"coordinates"',
        "population.csv": "PMUN",
        "epcicom.csv": "raison_sociale",
        "cartefibre-2026t2.csv": "Locaux",
        "france-services-20240801.csv": "lib_fs",
        "FILO2019_DISP_COM.csv": "Q219",
        "bilan-activite-landerneau-2023.csv": "annee",
    }
    return path.read_bytes().replace(names[path.name].encode(), b'"autre"')


def _wrong_encoding(path: Path) -> bytes:
    """Write the file as Windows did."""
    return path.read_bytes().decode("utf-8-sig").encode("cp1252")


def _empty(_: Path) -> bytes:
    return b""


@pytest.mark.parametrize("damage", [_missing_column, _wrong_encoding, _empty])
@pytest.mark.parametrize("source", CONFIGURED)
def test_a_file_that_cannot_be_read_replaces_nothing(
    served: Built, tmp_path: Path, source: str, damage: Callable[[Path], bytes]
) -> None:
    path = demo_file(source)
    bad = tmp_path / path.name
    bad.write_bytes(damage(path))
    optional = {"france_services", "fibre", "filosofi", "mairies", "epci"} - {source}
    settings = without(demo_settings(**{source: bad}), *optional)
    with pytest.raises(CartoError) as caught:
        build(settings, served.data_dir, silent)
    said = str(caught.value)
    assert said.startswith(path.name)
    assert "\n" not in said
    assert said.endswith(".")
    still, warnings = open_latest(served.data_dir)
    assert (still.id, warnings) == (served.snapshot.id, ())
    assert served.data_dir.published_ids() == (served.snapshot.id,)


def test_a_broken_row_is_set_aside_with_its_text(tmp_path: Path) -> None:
    broken = {source: _with_broken_row(demo_file(source), tmp_path) for source in CONFIGURED}
    built = build_in(tmp_path / "data", demo_settings(**broken))
    text = built.snapshot.path("quarantine.csv").read_text("utf-8")
    refused = [row for row in csv.DictReader(io.StringIO(text)) if row["kind"] == "refused"]
    rows = [row for row in refused if row["code"] != SANS_COMMUNE]
    assert sorted(row["source"] for row in rows) == sorted(CONFIGURED)
    for row in rows:
        assert row["file"] == demo_file(row["source"]).name
        assert int(row["line"]) >= 1
        assert row["raw"]
        assert row["reason"]
        assert row["code"].isupper()
        told = [other for other in refused if other["source"] == row["source"]]
        assert built.report.sources[row["source"]]["refused"] == len(told)
    (check,) = (c for c in built.snapshot.facts["checks"] if c["id"] == "lignes_refusees")
    assert check["found"] == len(refused)


def _with_broken_row(path: Path, folder: Path) -> Path:
    """Write a copy of a demo file with the code of its last commune made unreadable."""
    named = "2429" if path.name.startswith("bilan-") else "2930"
    head, code, tail = path.read_bytes().decode().rpartition(named)
    if path.name == "france-services-20240801.csv":
        head, code, tail = path.read_bytes().decode().partition("\n134,")
        tail = f",{tail}"
        code = "\n"
    copy = folder / path.name
    copy.write_bytes(f"{head}{'x' if code == named else code}{tail}".encode())
    return copy


def test_a_local_row_of_a_territory_that_is_not_published_is_said(
    tmp_path: Path,
) -> None:
    path = demo_file("bilan_activite")
    text = path.read_text("utf-8")
    last = text.rstrip("\n").splitlines()[-1].replace(LANDERNEAU_DAOULAS, "999999999")
    (tmp_path / path.name).write_text(f"{text.rstrip()}\n{last}\n", "utf-8")
    settings = without(
        demo_settings(bilan_activite=tmp_path / path.name), "france_services", "filosofi", "mairies"
    )
    said: list[str] = []
    build(settings, DataDir(tmp_path / "data"), said.append)
    (told,) = [line for line in said if "999999999" in line]
    assert told.replace("\u00a0", " ") == (
        "attention : bilan_activite, 1 ligne n'est montrée nulle part, par exemple : le "
        "territoire 999999999 n'est pas publié. Vérifiez le code."
    )


def test_too_many_refused_rows_block_publication(served: Built, tmp_path: Path) -> None:
    path = demo_file("population")
    header, *rows = path.read_text("utf-8").splitlines()
    bad = tmp_path / path.name
    bad.write_text("\n".join([header, *(f"x{row}" for row in rows[:14]), *rows[14:]]), "utf-8")
    optional = ("france_services", "fibre", "filosofi", "mairies", "epci")
    settings = without(demo_settings(population=bad), *optional)
    with pytest.raises(BlockedError, match=r"Lignes refusées.*l'instantané précédent reste servi"):
        build(settings, served.data_dir, silent)
    assert open_latest(served.data_dir)[0].id == served.snapshot.id
    assert "Lignes refusées" in str(last_attempts(served.data_dir)[BUILD].problem)


# The real files of the whole of France.


@pytest.mark.france
def test_with_all_of_france_around_nothing_is_cut_at_the_border(
    france_data: Path, tmp_path: Path
) -> None:
    settings = demo_settings(
        contours=france_data / "contours" / "communes-france.geojson.gz",
        population=france_data / "cog" / "donnees_communes.csv",
        epci=france_data / "cog" / "epcicom.xlsx",
        france_services=france_data / "lieux" / "france-services-20240801.csv",
        filosofi=france_data / "insee" / "FILO2019_DISP_COM.csv",
    )
    built = build_in(tmp_path, without(settings, "mairies"))
    communes = built.by_code().values()
    assert sum(row["is_in_scope"] for row in communes) == 277
    assert not [row["nom"] for row in communes if "DEMANDE_TRONQUEE" in row["flags"]]
    assert all(row["accessibility"] is not None for row in communes)
    epci = built.snapshot.rows("epci")
    assert [row["nom"] for row in epci if row["communes_count"] != row["communes_expected"]] == []
    (poher,) = (row for row in epci if row["nom"] == "CC Poher Communauté")
    assert poher["departements"] == "22|29"
    assert sum(not row["is_in_scope"] for row in communes) == 4


def test_rows_set_aside_are_part_of_what_a_snapshot_is(tmp_path: Path) -> None:
    """Two more bad rows: the same tables, and yet another snapshot that accounts for them."""
    more = tmp_path / "population.csv"
    more.write_bytes(demo_file("population").read_bytes() + b"0null;?;1\r\n0null;?;2\r\n")
    settings = without(demo_settings(), "france_services", "filosofi")
    longer = without(demo_settings(population=more), "france_services", "filosofi")
    first = build_in(tmp_path / "data", settings)
    second = build_in(tmp_path / "data", longer)
    assert second.report.sources["population"] == {"in": 279, "out": 277, "merged": 0, "refused": 2}
    assert second.report.snapshot_id != first.report.snapshot_id
