"""Tests of exports, from a snapshot to a file."""

import errno
import hashlib
import io
from pathlib import Path

import geopandas as gpd
import pyarrow.parquet as pq
import pytest

from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from geodata.errors import ExportError
from geodata.exports import FORMATS, export, export_to_stdout
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.demo import Built
from tests.geodata.storage import sample_snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return sample_snapshot.publish(DataDir(tmp_path_factory.mktemp("exports")))


@pytest.mark.parametrize(
    ("table", "format_name"),
    [
        (table, name)
        for table in SNAPSHOT_TABLES
        for name in sorted(FORMATS)
        if FORMATS[name].only in (None, table)
    ],
)
def test_every_table_can_be_written_in_every_format(
    snapshot: Snapshot, table: str, format_name: str, tmp_path: Path
):
    path = export(snapshot, table, format_name, None, tmp_path)
    assert path.name == f"{table}-{snapshot.id}{FORMATS[format_name].suffix}"
    first = hashlib.sha256(path.read_bytes()).hexdigest()
    export(snapshot, table, format_name, None, tmp_path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == first
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("table", COMPLEMENTS)
def test_a_complement_is_written_for_a_territory(built_demo: Built, table: str, tmp_path: Path):
    path = export(built_demo.snapshot, table, "csv", "epci:242900801", tmp_path / "c.csv")
    whole = export(built_demo.snapshot, table, "csv", None, tmp_path / "all.csv")
    assert 0 < len(path.read_bytes()) <= len(whole.read_bytes())


@pytest.mark.parametrize("format_name", ["geojson", "gpkg"])
def test_a_table_without_shapes_is_no_map(built_demo: Built, format_name: str, tmp_path: Path):
    with pytest.raises(ExportError, match=r"n'a pas de forme.*csv"):
        export(built_demo.snapshot, "robustness", format_name, None, tmp_path)


def test_the_whole_table_as_geoparquet_is_that_of_the_snapshot_with_its_dictionary(
    snapshot: Snapshot, tmp_path: Path
):
    path = export(snapshot, "communes", "parquet", None, tmp_path / "c.parquet")
    written, published = pq.read_table(path), pq.read_table(snapshot.path("communes.parquet"))
    assert written.equals(published)
    assert b"taux_couverture_ftth" in pq.read_metadata(path).metadata[b"carto"]


def test_a_territory_limits_the_rows_and_names_the_file(snapshot: Snapshot, tmp_path: Path):
    path = export(snapshot, "communes", "parquet", "epci:242900314", tmp_path)
    assert path.name == f"communes-epci-242900314-{snapshot.id}.parquet"
    read = gpd.read_parquet(path)
    assert list(read["nom"]) == ["Brest"]
    assert read.geometry.geom_equals(snapshot_shape("Brest")).all()


def snapshot_shape(nom: str) -> object:
    """Shape of a commune of the sample."""
    return next(row["geometry"] for row in sample_snapshot.COMMUNE_ROWS if row["nom"] == nom)


def test_a_territory_without_place_gives_an_empty_file_that_says_its_columns(
    snapshot: Snapshot, tmp_path: Path
):
    path = export(snapshot, "sites", "csv", "29155", tmp_path / "sites.csv")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("id,source,kind,")


@pytest.mark.parametrize(
    ("table", "format_name", "territory", "said"),
    [
        ("regions", "csv", None, "Choisissez parmi\xa0: communes, departement, epci, ept, fibre"),
        ("communes", "shp", None, "csv, csv-fr, geojson, gpkg, parquet, standard, xlsx"),
        ("communes", "csv", "2A", "inconnu de l'instantané"),
    ],
)
def test_what_does_not_exist_is_refused_with_what_does(
    snapshot: Snapshot, tmp_path: Path, table: str, format_name: str, territory: str, said: str
):
    with pytest.raises(ExportError) as refusal:
        export(snapshot, table, format_name, territory, tmp_path)
    assert said in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_a_folder_that_does_not_exist_is_one_french_line(
    snapshot: Snapshot, tmp_path: Path, format_name: str
):
    path = tmp_path / "absent" / "c.out"
    with pytest.raises(ExportError) as refusal:
        export(snapshot, FORMATS[format_name].only or "communes", format_name, None, path)
    said = str(refusal.value).replace("\xa0", " ")
    assert said == (
        f"Impossible d'écrire sur « {path} » : le dossier « {path.parent} » n'existe pas : "
        "créez-le ou choisissez une autre destination."
    )


def test_a_failed_export_leaves_the_earlier_file(
    snapshot: Snapshot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = export(snapshot, "sites", "csv", None, tmp_path / "sites.csv")
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("geodata.export_formats.destination.os.replace", fail)
    with pytest.raises(ExportError, match="il ne reste plus de place"):
        export(snapshot, "communes", "csv", None, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_stdout_gets_the_bytes_of_the_file(snapshot: Snapshot, tmp_path: Path, format_name: str):
    table = FORMATS[format_name].only or "communes"
    path = export(snapshot, table, format_name, "29", tmp_path)
    stdout = io.BytesIO()
    export_to_stdout(snapshot, table, format_name, "29", stdout)
    assert stdout.getvalue() == path.read_bytes()


def test_nothing_reaches_stdout_when_the_request_is_refused(snapshot: Snapshot):
    stdout = io.BytesIO()
    with pytest.raises(ExportError):
        export_to_stdout(snapshot, "communes", "shp", None, stdout)
    assert stdout.getvalue() == b""


def test_french_csv_is_a_csv_file_in_a_folder(snapshot: Snapshot, tmp_path: Path):
    path = export(snapshot, "communes", "csv-fr", None, tmp_path)
    assert path.name == f"communes-{snapshot.id}.fr.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbfCode de la commune;")


def test_no_format_writes_the_file_of_another(snapshot: Snapshot, tmp_path: Path):
    written = {
        export(snapshot, chosen.only or "sites", name, "29", tmp_path)
        for name, chosen in FORMATS.items()
    }
    assert len(written) == len(FORMATS)
