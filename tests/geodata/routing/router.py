"""A routing service of our own on loopback: it speaks OSRM and Valhalla, with their faults.

It knows one road, along the equator: 60 km/h, one degree of longitude is 111 km. Points off the
road by more than a degree have no way, and may be refused like those of another country.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

KM_PER_DEGREE = 111.0
Place = tuple[float, float]


def km_between(one: Place, other: Place) -> float | None:
    """Length of the road between two points (longitude, latitude); None without a way."""
    if abs(one[1]) > 1 or abs(other[1]) > 1:
        return None
    return abs(one[0] - other[0]) * KM_PER_DEGREE


class Answering(BaseHTTPRequestHandler):
    """Answers one request in its protocol, or fails as it is told."""

    server: Router
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer; a fault is taken from the server, and undone when it may pass."""
        self.server.asked.append(self.path)
        with suppress(OSError):
            if self.server.faults:
                self.give(*self.server.faults.pop(0))
            elif self.server.is_slow:
                self.drip()
            elif self.path.startswith("/table/v1/driving/"):
                self.give(*self.osrm())
            elif self.path.startswith("/sources_to_targets?"):
                self.give(*self.valhalla())
            else:
                self.give(404, b"{}")

    def osrm(self) -> tuple[int, bytes]:
        """Answer as `osrm-routed` does: seconds and metres, null without a way."""
        parts = urlsplit(self.path)
        points = [
            (float(lon), float(lat))
            for lon, lat in (pair.split(",") for pair in parts.path.split("/")[-1].split(";"))
        ]
        if len(points) > 100:
            return 400, b'{"code":"TooBig","message":"Too many table coordinates"}'
        if self.server.refuses(points):
            return 400, b'{"code":"NoSegment","message":"Could not find a matching segment"}'
        asked = parse_qs(parts.query)
        (source,), targets = ([int(n) for n in asked[key][0].split(";")] for key in KEYS)
        row = [km_between(points[source], points[target]) for target in targets]
        self.server.pairs += len(row)
        said = {
            "code": "Ok",
            "durations": [[None if km is None else km * 60 for km in row]],
            "distances": [[None if km is None else km * 1000 for km in row]],
            "sources": [],
            "destinations": [],
        }
        return 200, json.dumps(said).encode()

    def valhalla(self) -> tuple[int, bytes]:
        """Answer as `valhalla_service` does: seconds and kilometres, null without a way."""
        asked = json.loads(parse_qs(urlsplit(self.path).query)["json"][0])
        (source,), targets = (
            [(point["lon"], point["lat"]) for point in asked[side]] for side in SIDES
        )
        if self.server.refuses(targets):
            return 400, b'{"error_code":171,"error":"No suitable edges near location"}'
        row = [km_between(source, target) for target in targets]
        self.server.pairs += len(row)
        cells = [
            {
                "from_index": 0,
                "to_index": rank,
                "time": None if km is None else round(km * 60),
                "distance": None if km is None else round(km, 3),
            }
            for rank, km in enumerate(row)
        ]
        said = {"sources_to_targets": [cells], "units": "kilometers"}
        return 200, json.dumps(said).encode()

    def give(self, status: int, body: bytes) -> None:
        """Answer with a body."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def drip(self) -> None:
        """Send byte after byte until the client leaves."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not self.server.closing.is_set():
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.02)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


KEYS = ("sources", "destinations")
SIDES = ("sources", "targets")


class Router(ThreadingHTTPServer):
    """What was asked, how many pairs were answered, and the faults to come (status and body).

    Points more than `far_beyond` degrees off the road are refused.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.asked: list[str] = []
        self.pairs = 0
        self.faults: list[tuple[int, bytes]] = []
        self.is_slow = False
        self.far_beyond = 90.0
        self.closing = Event()

    def refuses(self, points: list[Place]) -> bool:
        """Whether one of the points is too far from the road to be asked about."""
        return any(abs(latitude) > self.far_beyond for _, latitude in points)

    @property
    def url(self) -> str:
        """Address of the service."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that leave are what is tested."""


@contextmanager
def routing() -> Iterator[Router]:
    """Serve until the end of the block."""
    router = Router()
    thread = Thread(target=router.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield router
    finally:
        router.closing.set()
        router.shutdown()
        thread.join()
        router.server_close()
