"""Tests of verification: one changed byte anywhere is refused, by name."""

from pathlib import Path

import pytest

from geodata.storage.errors import SnapshotError
from geodata.storage.integrity import read_manifest, verify_folder
from geodata.storage.manifest import MANIFEST, SEAL, seal
from geodata.storage.snapshot import Snapshot
from tests.geodata.storage import sample_snapshot


def unlock(folder: Path) -> None:
    """Undo the protection of a published folder, as a clumsy operator would."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)


def test_a_published_snapshot_verifies(snapshot: Snapshot):
    assert verify_folder(snapshot.folder) == snapshot.manifest
    assert read_manifest(snapshot.folder) == snapshot.manifest


def test_one_flipped_bit_in_any_file_is_refused_by_name(snapshot: Snapshot):
    unlock(snapshot.folder)
    listed = sample_snapshot.files(snapshot.folder)
    assert len(listed) == len(snapshot.manifest["resources"]) + 2
    for path in listed:
        whole = path.read_bytes()
        name = path.relative_to(snapshot.folder).as_posix()
        for position in {0, len(whole) // 2, len(whole) - 1}:
            for bit in (0x01, 0x20):
                data = bytearray(whole)
                data[position] ^= bit
                path.write_bytes(data)
                with pytest.raises(SnapshotError) as refusal:
                    verify_folder(snapshot.folder)
                assert name in str(refusal.value)
                assert "carto build" in str(refusal.value)
        path.write_bytes(whole)
    verify_folder(snapshot.folder)


def test_a_missing_file_is_refused_by_name(snapshot: Snapshot):
    unlock(snapshot.folder)
    for path in sample_snapshot.files(snapshot.folder):
        whole = path.read_bytes()
        path.unlink()
        with pytest.raises(SnapshotError, match=f"{path.name}.* manque"):
            verify_folder(snapshot.folder)
        path.write_bytes(whole)


def test_a_truncated_file_is_refused_with_both_sizes(snapshot: Snapshot):
    unlock(snapshot.folder)
    snapshot.path("quarantine.csv").write_bytes(b"kind")
    with pytest.raises(SnapshotError, match=r"quarantine\.csv.* fait 4 octets au lieu de \d+"):
        verify_folder(snapshot.folder)


def test_a_file_that_the_manifest_does_not_list_is_refused(snapshot: Snapshot):
    unlock(snapshot.folder)
    (snapshot.folder / "tiles" / "extra.pmtiles").write_bytes(b"")
    with pytest.raises(SnapshotError, match=r"tiles/extra\.pmtiles.* n'est pas dans le manifeste"):
        verify_folder(snapshot.folder)


def test_a_manifest_rewritten_and_sealed_again_betrays_itself_by_its_id(snapshot: Snapshot):
    unlock(snapshot.folder)
    manifest = snapshot.folder / MANIFEST
    text = manifest.read_text(encoding="utf-8").replace('"fibre_pct": 80', '"fibre_pct": 90')
    manifest.write_text(text, encoding="utf-8")
    (snapshot.folder / SEAL).write_bytes(seal(text.encode()))
    with pytest.raises(SnapshotError, match="identifiant"):
        verify_folder(snapshot.folder)


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path):
    with pytest.raises(SnapshotError, match=r"datapackage\.json.* manque"):
        verify_folder(tmp_path / "absent")
