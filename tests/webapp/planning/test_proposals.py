"""Proposals of the service: kept, one at a time, refused in the words of the question."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from carto.planning.siting.question import Question
from carto.verdict.parameters import Alerts
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.errors import BusyError, ParameterError
from webapp.planning import proposals
from webapp.planning.proposals import Proposals, proposal_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

FINISTERE = ("departement", "29")


@pytest.fixture(scope="module")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Proposals:
    monkeypatch.setattr(proposals, "MOST_KEPT", 2)
    return Proposals()


def test_the_same_question_is_answered_once(loaded: LoadedSnapshot, kept: Proposals) -> None:
    first = kept.of(loaded, FINISTERE, Question(count=2), Alerts())
    assert kept.of(loaded, FINISTERE, Question(count=2), Alerts()) is first


def test_another_reference_is_another_question(loaded: LoadedSnapshot, kept: Proposals) -> None:
    usual = kept.of(loaded, FINISTERE, Question(count=2), Alerts())
    wider = kept.of(loaded, FINISTERE, Question(count=2), Alerts(apl_ratio=1.5))
    assert usual.reference < wider.reference
    assert usual.before.whole < wider.before.whole


def test_the_oldest_answer_is_dropped(loaded: LoadedSnapshot, kept: Proposals) -> None:
    first = kept.of(loaded, FINISTERE, Question(count=1), Alerts())
    for count in (2, 3):
        kept.of(loaded, FINISTERE, Question(count=count), Alerts())
    again = kept.of(loaded, FINISTERE, Question(count=1), Alerts())
    assert again == first
    assert again is not first


def test_a_question_that_cannot_be_asked_names_its_parameter(loaded: LoadedSnapshot) -> None:
    with pytest.raises(ParameterError, match="au plus") as error:
        proposal_of(loaded, FINISTERE, Question(count=60), Alerts())
    assert error.value.parameter == "nombre"


def test_a_failure_leaves_its_turn(loaded: LoadedSnapshot, kept: Proposals) -> None:
    with pytest.raises(ParameterError):
        kept.of(loaded, FINISTERE, Question(count=60), Alerts())
    assert kept.of(loaded, FINISTERE, Question(count=1), Alerts()).opened <= 1


def test_too_long_a_queue_is_said(
    loaded: LoadedSnapshot, kept: Proposals, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, leave = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        started.set()
        leave.wait(10)

    monkeypatch.setattr(proposals, "_answer", slow)
    monkeypatch.setattr(proposals, "_LONGEST_WAIT_S", 0.01)
    other = threading.Thread(target=kept.of, args=(loaded, FINISTERE, Question(count=1), Alerts()))
    other.start()
    started.wait(10)
    with pytest.raises(BusyError, match="réessayez"):
        kept.of(loaded, FINISTERE, Question(count=2), Alerts())
    leave.set()
    other.join()
