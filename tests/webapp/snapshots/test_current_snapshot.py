"""Which snapshot answers: the latest whole one, one per request, swapped without a restart."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask

from carto.verdict.parameters import Parameters
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.webapp.published import publish
from webapp.errors import NoSnapshotError, UnknownResourceError
from webapp.snapshots import current_snapshot
from webapp.snapshots.current_snapshot import SnapshotStore, bound, current, pinned

PARAMETERS = Parameters().as_dict()
OTHER_METHOD = {"version": "1.0.1", "need_variant": "revenu", "parameters": PARAMETERS}
FOREIGN_METHOD = {
    **OTHER_METHOD,
    "parameters": {**PARAMETERS, "alerts": {**PARAMETERS["alerts"], "cuivre_pct": 1.0}},
}


def damage(folder: Path) -> None:
    """Change one byte of a published table."""
    path = folder / "communes.parquet"
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)


def test_an_empty_folder_says_what_to_run(tmp_path: Path):
    store = SnapshotStore(DataDir(tmp_path))
    with pytest.raises(NoSnapshotError, match="carto build --demo"):
        store.current()


def test_the_first_publication_is_picked_up_without_a_restart(tmp_path: Path):
    store = SnapshotStore(DataDir(tmp_path))
    published = publish(tmp_path)
    assert store.current().id == published.id


def test_a_publication_and_a_rollback_are_picked_up(own_snapshot_dir: Path, snapshot_id: str):
    store = SnapshotStore(DataDir(own_snapshot_dir))
    newer = publish(own_snapshot_dir, method=OTHER_METHOD)
    assert newer.id != snapshot_id
    assert store.current().id == newer.id
    DataDir(own_snapshot_dir).point_latest_to(snapshot_id)
    assert store.current().id == snapshot_id


def test_a_rollback_takes_back_what_is_still_in_memory(
    own_snapshot_dir: Path, snapshot_id: str, monkeypatch: pytest.MonkeyPatch
):
    store = SnapshotStore(DataDir(own_snapshot_dir))
    first = store.current()
    newer = publish(own_snapshot_dir, method=OTHER_METHOD)
    assert store.current().id == newer.id
    monkeypatch.delattr(current_snapshot, "load")
    DataDir(own_snapshot_dir).point_latest_to(snapshot_id)
    assert store.current().communes is first.communes
    DataDir(own_snapshot_dir).point_latest_to(newer.id)
    assert store.current().id == newer.id


def test_a_damaged_latest_gives_way_to_the_one_before_with_a_warning(
    own_snapshot_dir: Path, snapshot_id: str
):
    newer = publish(own_snapshot_dir, method=OTHER_METHOD)
    (newer.folder / "communes.parquet").chmod(0o644)
    damage(newer.folder)
    loaded = SnapshotStore(DataDir(own_snapshot_dir)).current()
    assert loaded.id == snapshot_id
    assert "communes.parquet" in " ".join(loaded.warnings)


def test_what_is_served_goes_on_when_nothing_else_can_be_served(
    own_snapshot_dir: Path, snapshot_id: str
):
    data_dir = DataDir(own_snapshot_dir)
    store = SnapshotStore(data_dir)
    damage(data_dir.snapshot(snapshot_id))
    data_dir.latest.write_text("ffffffffffffffff\n")
    loaded = store.current()
    assert loaded.id == snapshot_id
    assert loaded.warnings


def test_an_unchanged_latest_is_not_read_again(own_snapshot_dir: Path):
    store = SnapshotStore(DataDir(own_snapshot_dir))
    assert store.current() is store.current()


def test_an_earlier_snapshot_still_answers_by_its_id(own_snapshot_dir: Path, snapshot_id: str):
    publish(own_snapshot_dir, method=OTHER_METHOD)
    store = SnapshotStore(DataDir(own_snapshot_dir))
    assert store.current().id != snapshot_id
    assert store.by_id(snapshot_id).id == snapshot_id
    assert store.by_id(store.current().id) is store.current()


@pytest.mark.parametrize("wrong", ["", "..", "../../etc", "0" * 16, "x" * 5000])
def test_an_unknown_id_is_refused(snapshot_dir: Path, wrong: str):
    with pytest.raises(UnknownResourceError):
        SnapshotStore(DataDir(snapshot_dir)).by_id(wrong)


def test_a_damaged_earlier_snapshot_is_refused(own_snapshot_dir: Path, snapshot_id: str):
    publish(own_snapshot_dir, method=OTHER_METHOD)
    damage(DataDir(own_snapshot_dir).snapshot(snapshot_id))
    with pytest.raises(UnknownResourceError):
        SnapshotStore(DataDir(own_snapshot_dir)).by_id(snapshot_id)


def test_a_snapshot_of_another_software_leaves_the_old_one_in_place(
    own_snapshot_dir: Path, snapshot_id: str
):
    store = SnapshotStore(DataDir(own_snapshot_dir))
    publish(own_snapshot_dir, method=FOREIGN_METHOD)
    loaded = store.current()
    assert loaded.id == snapshot_id
    assert "autre version du logiciel" in " ".join(loaded.warnings)
    assert store.current() is loaded, "the refused one is not read again"


def test_a_snapshot_of_another_software_alone_is_nothing_to_serve(tmp_path: Path):
    publish(tmp_path, method=FOREIGN_METHOD)
    with pytest.raises(NoSnapshotError):
        SnapshotStore(DataDir(tmp_path)).current()


def test_an_unforeseen_failure_is_not_met_again_at_each_request(
    own_snapshot_dir: Path, snapshot_id: str, monkeypatch: pytest.MonkeyPatch
):
    store = SnapshotStore(DataDir(own_snapshot_dir))
    publish(own_snapshot_dir, method=OTHER_METHOD)
    monkeypatch.delattr(current_snapshot, "open_latest")
    with pytest.raises(NameError):
        store.current()
    assert store.current().id == snapshot_id


@pytest.fixture
def earlier_ids(own_snapshot_dir: Path) -> list[str]:
    """Publish four snapshots; the last one is current."""
    for version in ("2", "3", "4"):
        publish(own_snapshot_dir, method={**OTHER_METHOD, "version": version})
    return list(DataDir(own_snapshot_dir).latest_ids()[1:])


@pytest.mark.parametrize("ask", [SnapshotStore.by_id, SnapshotStore.files_of])
def test_an_earlier_snapshot_is_verified_once(
    own_snapshot_dir: Path,
    earlier_ids: list[str],
    ask: Callable[[SnapshotStore, str], object],
    monkeypatch: pytest.MonkeyPatch,
):
    store = SnapshotStore(DataDir(own_snapshot_dir))
    damage(DataDir(own_snapshot_dir).snapshot(earlier_ids[0]))
    opened: list[str] = []
    verify = Snapshot.open
    monkeypatch.setattr(
        Snapshot, "open", lambda folder: (opened.append(folder.name), verify(folder))[1]
    )
    for snapshot_id in earlier_ids * 3:
        with suppress(UnknownResourceError):
            ask(store, snapshot_id)
    assert opened == earlier_ids


def test_files_of_earlier_snapshots_are_served_without_their_tables(
    app_on: Callable[[Path], Flask],
    own_snapshot_dir: Path,
    earlier_ids: list[str],
    monkeypatch: pytest.MonkeyPatch,
):
    client = app_on(own_snapshot_dir).test_client()
    monkeypatch.delattr(Snapshot, "rows")
    for snapshot_id in earlier_ids:
        for name in ("quarantine.csv", "departement/29.topojson"):
            response = client.get(f"/donnees/{snapshot_id}/{name}")
            assert response.status_code == 200
            assert response.headers["Carto-Snapshot"] == snapshot_id
            assert "immutable" in response.headers["Cache-Control"]


def test_a_request_keeps_its_snapshot_whatever_is_published_meanwhile(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
):
    app = app_on(own_snapshot_dir)
    with app.test_request_context():
        assert bound() is None
        before = current()
        publish(own_snapshot_dir, method=OTHER_METHOD)
        assert current() is before
        assert bound() is before
    with app.test_request_context():
        assert current().id != snapshot_id
        assert pinned(snapshot_id).id == snapshot_id
        assert current().id == snapshot_id


def test_publications_under_load_make_no_error_and_no_mixed_answer(
    app_on: Callable[[Path], Flask], own_snapshot_dir: Path, snapshot_id: str
):
    newer = publish(own_snapshot_dir, method=OTHER_METHOD)
    app = app_on(own_snapshot_dir)
    stop = threading.Event()

    def visit() -> set[tuple[int, str, str]]:
        client, seen = app.test_client(), set()
        while not stop.is_set():
            response = client.get("/api/v1/communes/29001")
            named = response.headers["Carto-Snapshot"]
            seen.add((response.status_code, named, response.get_json()["snapshot"]))
        return seen

    with ThreadPoolExecutor(3) as visitors:
        visits = [visitors.submit(visit) for _ in range(3)]
        for turn in range(10):
            DataDir(own_snapshot_dir).point_latest_to((snapshot_id, newer.id)[turn % 2])
            stop.wait(0.05)
        stop.set()
    seen = set().union(*(visit.result() for visit in visits))
    assert seen == {(200, snapshot_id, snapshot_id), (200, newer.id, newer.id)}
