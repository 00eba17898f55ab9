"""Tests of the manifest, read by a validator that nobody here wrote."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate

from geodata.storage.manifest import describe_schema, measure, package_id, seal
from geodata.storage.snapshot import Snapshot
from tests.geodata.storage import sample_snapshot


def report(snapshot: Snapshot) -> list[str]:
    """Errors that frictionless finds."""
    found = validate(str(snapshot.folder / "datapackage.json"))
    assert len(found.tasks) == len(snapshot.manifest["resources"])
    errors = [*found.errors, *(error for task in found.tasks for error in task.errors)]
    return [f"{error.type}: {error.message}" for error in errors]


def test_frictionless_finds_nothing(snapshot: Snapshot):
    assert report(snapshot) == []


@pytest.mark.parametrize("name", ["communes.parquet", "quarantine.csv", "tiles/communes.pmtiles"])
def test_frictionless_finds_one_changed_byte(snapshot: Snapshot, name: str):
    path = snapshot.path(name)
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert any(error.startswith("hash-count") for error in report(snapshot))


def test_sha256sum_reads_the_seal(snapshot: Snapshot):
    checked = subprocess.run(
        ["sha256sum", "-c", "datapackage.json.sha256"],
        cwd=snapshot.folder,
        capture_output=True,
        check=False,
    )
    assert checked.returncode == 0


def test_columns_carry_unit_null_rule_and_constraints():
    schema = describe_schema(sample_snapshot.contract_of("communes"))
    fields = {field["name"]: field for field in schema["fields"]}  # type: ignore[attr-defined]
    assert schema["primaryKey"] == ["code_insee"]
    assert fields["taux_couverture_ftth"]["unit"] == "part"
    assert fields["taux_couverture_ftth"]["nullRule"]
    assert fields["taux_couverture_ftth"]["constraints"] == {
        "required": False,
        "minimum": 0,
        "maximum": 1,
    }
    assert "enum" in fields["verdict"]["constraints"]


def test_sources_name_producer_licence_and_vintage(snapshot: Snapshot):
    assert snapshot.manifest["sources"] == [
        {
            "title": "ARCEP : Carte fibre",
            "path": "https://www.arcep.fr",
            "license": "Licence Ouverte 2.0",
            "version": "2026-T2",
        }
    ]


def test_resources_are_listed_in_the_order_of_their_paths(snapshot: Snapshot):
    paths = [resource["path"] for resource in snapshot.manifest["resources"]]
    assert paths == sorted(paths)
    assert "topojson/departement-29.json" in paths


def test_files_are_measured_piece_by_piece(tmp_path: Path):
    (tmp_path / "f").write_bytes(b"a" * (1 << 20) + b"b")
    size, sha256 = measure(tmp_path / "f")
    assert (size, len(sha256)) == ((1 << 20) + 1, 64)
    assert seal(b"{}").endswith(b"  datapackage.json\n")


def renamed(resources: list[dict[str, Any]], path: str, **said: str) -> list[dict[str, Any]]:
    """Say something else of one resource."""
    return [r | said if r["path"] == path else r for r in resources]


def test_the_id_leaves_out_the_clock_and_what_shuffled_rows_change(snapshot: Snapshot):
    resources, facts = snapshot.manifest["resources"], snapshot.facts
    source = facts["sources"][0] | {"sha256": "1" * 64, "bytes": 1}
    shuffled = facts | {"created": "2030-01-01T00:00:00Z", "recipe": "x", "sources": [source]}
    assert package_id(resources, shuffled) == snapshot.id
    assert package_id(resources, facts | {"degraded": []}) == snapshot.id
    assert package_id(renamed(resources, "quarantine.csv", hash="x"), facts) == snapshot.id
    assert package_id(renamed(resources, "communes.parquet", hash="x"), facts) == snapshot.id


def test_the_id_says_which_sources_are_out_of_date_and_since_when(snapshot: Snapshot):
    resources, facts = snapshot.manifest["resources"], snapshot.facts
    late = {"source": "fibre", "since": "2026-11-12", "age_days": 3, "reason": "x"}

    def with_(**said: object) -> str:
        return package_id(resources, facts | {"degraded": [late | said]})

    assert with_(age_days=4, reason="y") == with_()
    assert len({snapshot.id, with_(), with_(since="2026-11-13"), with_(source="epci")}) == 4


def test_the_id_follows_whatever_readers_get(snapshot: Snapshot):
    resources, facts = snapshot.manifest["resources"], snapshot.facts
    source = facts["sources"][0] | {"millesime": "2026-T3"}
    ids = {
        snapshot.id,
        package_id(resources, facts | {"title": "Autre"}),
        package_id(resources, facts | {"sources": [source]}),
        package_id(renamed(resources, "communes.parquet", contentHash="x"), facts),
        package_id(renamed(resources, "tiles/communes.pmtiles", hash="x"), facts),
    }
    assert len(ids) == 5
