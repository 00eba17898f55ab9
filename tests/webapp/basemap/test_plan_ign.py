"""Tests of `webapp.basemap.plan_ign`, against a host on the loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from webapp.basemap.plan_ign import MOST_BYTES, PLAN_IGN, PlanIgn, box_of, is_near
from webapp.basemap.tile_cache import TileCache

PNG = b"\x89PNG\r\n\x1a\n and the rest"


class Host:
    """A host of tiles that answers as a test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.status, self.body, self.headers = 200, PNG, {}
        self.asked: list[tuple[str, dict[str, str]]] = []


@pytest.fixture
def host() -> Iterator[tuple[Host, str]]:
    says = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            says.asked.append((self.path, dict(self.headers)))
            self.send_response(says.status)
            for name, value in says.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(says.body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield says, f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_tile_is_asked_once_and_nothing_of_the_visitor_is_said(
    host: tuple[Host, str], tmp_path: Path
) -> None:
    says, address = host
    basemap = PlanIgn(TileCache(tmp_path, 1 << 20), address)
    assert basemap.tile(8, 124, 88) == PNG
    assert basemap.tile(8, 124, 88) == PNG
    assert [path for path, _ in says.asked] == ["/8/124/88"]
    assert {"Referer", "Cookie", "X-Forwarded-For"}.isdisjoint(says.asked[0][1])


@pytest.mark.parametrize(
    ("status", "body", "headers"),
    [
        (500, PNG, {}),
        (200, b"<html>", {}),
        (200, PNG + bytes(MOST_BYTES), {}),
        (302, b"", {"Location": "http://127.0.0.1:1/elsewhere"}),
    ],
)
def test_what_is_not_a_tile_is_blank_and_the_host_is_left_alone(
    host: tuple[Host, str], tmp_path: Path, status: int, body: bytes, headers: dict[str, str]
) -> None:
    says, address = host
    says.status, says.body, says.headers = status, body, headers
    basemap = PlanIgn(TileCache(tmp_path, 1 << 20), address)
    assert basemap.tile(8, 124, 88) is None
    assert basemap.tile(8, 125, 88) is None
    assert len(says.asked) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_host_that_is_gone_is_no_error(tmp_path: Path) -> None:
    basemap = PlanIgn(TileCache(tmp_path, 1 << 20), "http://127.0.0.1:1/{z}/{x}/{y}")
    assert basemap.tile(8, 124, 88) is None


def test_the_official_address_asks_for_png_in_web_mercator() -> None:
    address = PLAN_IGN.format(z=8, x=124, y=88)
    assert address.startswith("https://data.geopf.fr/wmts?")
    assert "TILEMATRIXSET=PM&TILEMATRIX=8&TILEROW=88&TILECOL=124" in address


@pytest.mark.parametrize("tile", [(17, 0, 0), (-1, 0, 0), (3, 8, 0), (3, 0, -1)])
def test_a_tile_that_does_not_exist_is_near_nothing(tile: tuple[int, int, int]) -> None:
    assert not is_near(*tile, (-180, -85, 180, 85))


def test_four_tiles_cover_their_parent() -> None:
    west, south, east, north = box_of(7, 62, 44)
    assert box_of(8, 124, 88)[0::3] == pytest.approx((west, north))
    assert box_of(8, 125, 89)[1:3] == pytest.approx((south, east))
