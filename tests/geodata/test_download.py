"""Downloads from a server of our own on loopback: what fails says why and what to do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from geodata.download import download
from geodata.errors import DownloadError
from geodata.source_settings import SourceSettings

BODY = b"COM;PMUN\n29001;1065\n"


class Publisher(BaseHTTPRequestHandler):
    """Answers by path; `/passing` fails twice, then works."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer, or fail, as the path says."""
        self.asked.append(self.path)
        failures = {"/absent.csv": 404, "/down.csv": 503}
        if self.path == "/passing.csv" and len(self.asked) < 3:
            self.send_error(503)
        elif self.path in failures:
            self.send_error(failures[self.path])
        elif self.path == "/loop.csv":
            self.send_response(302)
            self.send_header("Location", "/loop.csv")
            self.end_headers()
        else:
            self.send_response(200)
            extra = 10 if self.path == "/cut.csv" else 0
            self.send_header("Content-Length", str(len(BODY) + extra))
            self.end_headers()
            self.wfile.write(BODY)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("geodata.download._PAUSE_SECONDS", 0.0)
    Publisher.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def source(url: str) -> SourceSettings:
    return SourceSettings("population", None, url, "2023", "2026-01-01", 2026)


def test_fetches_the_file_under_its_name(address: str, tmp_path: Path) -> None:
    path = download(source(f"{address}/files/population%202023.csv?x=1"), tmp_path)
    assert path == tmp_path / "population2023.csv"
    assert path.read_bytes() == BODY


@pytest.mark.parametrize("path", ["/", "/..%2F..%2F", "/%2e%2e"])
def test_the_name_stays_in_the_folder(address: str, tmp_path: Path, path: str) -> None:
    assert download(source(address + path), tmp_path).parent == tmp_path


def test_a_passing_failure_is_tried_again(address: str, tmp_path: Path) -> None:
    assert download(source(f"{address}/passing.csv"), tmp_path).read_bytes() == BODY
    assert len(Publisher.asked) == 3


@pytest.mark.parametrize(
    ("path", "said", "asked"),
    [
        ("/absent.csv", "répond 404", 1),
        ("/down.csv", "répond 503", 3),
        ("/cut.csv", "interrompue", 3),
        ("/loop.csv", "redirections", 31),
    ],
)
def test_a_failure_says_why_and_what_to_do(
    address: str, tmp_path: Path, path: str, said: str, asked: int
) -> None:
    with pytest.raises(DownloadError) as caught:
        download(source(address + path), tmp_path)
    assert said in str(caught.value)
    assert "[sources.population]" in str(caught.value)
    assert len(Publisher.asked) == asked


def test_too_large_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geodata.download.LARGEST_BYTES", 5)
    with pytest.raises(DownloadError, match="Gio"):
        download(source(f"{address}/a.csv"), tmp_path)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/a.csv", ""])
def test_only_http_is_fetched(tmp_path: Path, url: str) -> None:
    with pytest.raises(DownloadError, match="ni http ni https"):
        download(source(url), tmp_path)


def test_a_server_that_is_down(tmp_path: Path, address: str) -> None:
    with pytest.raises(DownloadError, match="injoignable"):
        download(source("http://127.0.0.1:9/a.csv"), tmp_path)
    assert address


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_in_one_line(address: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to("/dev/full")
    with pytest.raises(DownloadError, match=r"impossible à enregistrer.*libérez") as caught:
        download(source(f"{address}/a.csv"), tmp_path)
    assert "\n" not in str(caught.value)
    assert len(Publisher.asked) == 1
