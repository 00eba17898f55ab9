"""What is said of a build or a fetch that failed: enough to look, nothing of the machine."""

from __future__ import annotations

import datetime
from pathlib import Path

from flask import Flask

from carto.errors import CartoError
from geodata.storage.attempts import BUILD, FETCH, attempting
from geodata.storage.data_dir import DataDir
from webapp.operation.updates import attach_updates, failed_attempts, update_warnings


def then() -> datetime.datetime:
    """Tell a moment that is long gone."""
    return datetime.datetime(2026, 11, 22, 19, 5, tzinfo=datetime.UTC)


def fail(data_dir: DataDir) -> None:
    """Fail a build whose problem names a folder."""
    try:
        with attempting(BUILD, data_dir, then):
            raise CartoError("Impossible d'écrire dans « /var/lib/carto »")
    except CartoError:
        return


def test_a_failed_build_is_told_without_its_details(tmp_path: Path):
    app, data_dir = Flask(__name__), DataDir(tmp_path)
    attach_updates(app, data_dir)
    with app.app_context():
        assert update_warnings() == []
        fail(data_dir)
        (said,) = update_warnings()
    assert said.replace("\u00a0", " ").replace("\u202f", " ") == (
        "La dernière construction (22 novembre 2026 à 19 h 05 UTC) a échoué : ce qui est publié "
        "reste servi, et `carto list` dit pourquoi."
    )
    ((_, attempt),) = failed_attempts(data_dir)
    assert attempt.problem == "Impossible d'écrire dans « /var/lib/carto »"


def test_one_that_never_ended_is_told_too_and_a_good_one_clears_it(tmp_path: Path):
    data_dir = DataDir(tmp_path)
    (tmp_path / "attempts").mkdir()
    note = tmp_path / "attempts" / "fetch.json"
    note.write_text('{"began": "2020-01-01T00:00:00+00:00"}')
    ((said, _),) = failed_attempts(data_dir)
    assert "n'a pas fini" in said
    with attempting(FETCH, data_dir, then):
        ((said, _),) = failed_attempts(data_dir)
        assert said.endswith("n'a pas fini, et la fois d'avant a échoué")
    assert list(failed_attempts(data_dir)) == []
