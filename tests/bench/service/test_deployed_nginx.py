"""nginx runs as `deploy/` says, under another name, and its absence is told."""

from __future__ import annotations

import http.client
import shutil
from pathlib import Path

import pytest

from bench.free_port import free_port
from bench.service.deployed_nginx import deployed_nginx


@pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx est absent")
def test_it_answers_to_the_name_given(tmp_path: Path) -> None:
    with deployed_nginx(free_port(), tmp_path / "deployed", "localhost") as deployed:
        connection = http.client.HTTPConnection("127.0.0.1", deployed.plain_port, timeout=10)
        connection.request("GET", "/commune/29019", headers={"Host": "localhost"})
        answer = connection.getresponse()
        connection.close()
    assert answer.status == 301
    assert answer.headers["Location"] == "https://localhost/commune/29019"


def test_its_absence_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(SystemExit, match="apt install"), deployed_nginx(1, tmp_path):
        pass
