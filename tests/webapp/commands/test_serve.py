"""`carto serve`: a real server on loopback, its errors, its clean end."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.webapp.published import publish
from tests.webapp.sample import FACTS
from webapp.cli import main
from webapp.commands.serve import free_port
from webapp.errors import ServiceError

ROOT = Path(__file__).resolve().parents[3]


def test_it_serves_until_interrupted(snapshot_dir: Path, snapshot_id: str):
    """Needs the assembled assets: `make setup`."""
    words = ["serve", "--port", "0", "--workers", "1", "--data-dir", str(snapshot_dir)]
    with subprocess.Popen(
        [sys.executable, "-m", "webapp.cli", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            verified, address = process.stderr.readline(), process.stderr.readline()
            assert snapshot_id in verified
            found = re.match(r"http://127\.0\.0\.1:\d+", address)
            assert found is not None
            assert ask(f"{found[0]}/health")["snapshot"] == snapshot_id
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert re.search(r" GET /health 200 \d+ ", process.stdout.read())
        assert "Python threads" not in process.stderr.read()


def ask(address: str) -> dict[str, object]:
    """Fetch JSON; the socket listens before the workers are ready, so the first answer waits."""
    for _ in range(100):
        try:
            with urlopen(address, timeout=20) as response:  # noqa: S310 - loopback
                document: dict[str, object] = json.load(response)
                return document
        except ConnectionError:
            wait()
        except OSError as error:
            if not isinstance(error.__cause__ or error.args[0], ConnectionError):
                raise
            wait()
    raise AssertionError(f"{address} does not answer")


def wait() -> None:
    """Leave the server a moment."""
    signal.sigtimedwait([], 0.1)


def test_a_busy_port_says_what_to_do(
    snapshot_dir: Path,
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr("webapp.commands.serve.DEFAULT_STATIC_DIR", static_dir)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", "--port", port, "--data-dir", str(snapshot_dir)]) == 1
    err = capsys.readouterr().err
    assert "port déjà pris" in err
    assert "--port" in err


def test_a_free_port_is_chosen_by_the_system():
    assert 1024 <= free_port("127.0.0.1", 0) <= 65535


def test_an_address_that_is_not_ours_is_refused():
    with pytest.raises(ServiceError, match="adresse inutilisable"):
        free_port("192.0.2.1", 0)


def test_nothing_to_serve_is_said_before_listening(
    tmp_path: Path,
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr("webapp.commands.serve.DEFAULT_STATIC_DIR", static_dir)
    assert main(["serve", "--data-dir", str(tmp_path)]) == 1
    assert "carto build --demo" in capsys.readouterr().err


def test_a_snapshot_of_another_software_is_refused_before_listening(
    tmp_path: Path,
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr("webapp.commands.serve.DEFAULT_STATIC_DIR", static_dir)
    method = FACTS["method"]
    publish(tmp_path, method={**method, "parameters": {**method["parameters"], "cuivre": 1}})
    assert main(["serve", "--data-dir", str(tmp_path)]) == 1
    err = capsys.readouterr().err
    assert "autre version du logiciel" in err
    assert "carto build" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('couleur = "#777777"', "contraste avec le blanc est de 4,47:1"),
        ("nom = ", "syntaxe TOML incorrecte"),
        (None, "--site"),
    ],
)
def test_a_site_that_cannot_be_used_is_a_misuse(
    tmp_path: Path,
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str | None,
    said: str,
):
    monkeypatch.setattr("webapp.commands.serve.DEFAULT_STATIC_DIR", static_dir)
    site = tmp_path / "site.toml"
    if text is not None:
        site.write_text(text, encoding="utf-8")
    assert main(["serve", "--data-dir", str(tmp_path), "--site", str(site)]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.startswith("erreur\u00a0: site.toml") or text is None
    assert err.count("\n") == 1


def test_a_site_of_the_environment_that_is_not_there_names_its_variable(
    static_dir: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("webapp.commands.serve.DEFAULT_STATIC_DIR", static_dir)
    monkeypatch.setenv("CARTO_SITE", "/etc/carto/absent.toml")
    assert main(["serve"]) == 2
    err = capsys.readouterr().err
    assert "donné à CARTO_SITE" in err
    assert "--site" not in err


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("CARTO_PORT=http", "de 0 à 65 535"),
        ("CARTO_WORKERS=beaucoup", "de 1 à 64"),
        ("CARTO_TRUSTED_PROXIES=nginx", "10.0.0.0/8"),
        ("CARTO_PUBLIC_ADDRESS=carte.exemple.fr", "https://carte.exemple.fr"),
    ],
)
def test_a_setting_that_cannot_be_used_is_a_misuse(
    static_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    setting: str,
    said: str,
):
    name, _, value = setting.partition("=")
    monkeypatch.setattr("webapp.commands.serve.DEFAULT_STATIC_DIR", static_dir)
    monkeypatch.setenv(name, value)
    assert main(["serve"]) == 2
    err = re.sub(r"\s", " ", capsys.readouterr().err)
    assert err.startswith(f"erreur : {name} : « {value} »")
    assert said in err
