"""Through nginx: the same headers as from the service, files without it, abuse kept outside."""

from __future__ import annotations

import gzip
import http.client
import json
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest

from bench.free_port import free_port
from bench.service.deployed_nginx import NAME
from tests.deploy.nginx import Nginx, nginx_before
from tests.webapp.operation.running import Service, running, wait_until

pytestmark = pytest.mark.skipif(
    shutil.which("nginx") is None or shutil.which("openssl") is None,
    reason="needs nginx and openssl: apt install nginx-light openssl",
)
STATIC = Path(__file__).resolve().parents[2] / "webapp" / "static"
# What a layer of transport adds, and what names one request or one moment.
OF_TRANSPORT = {"connection", "date", "server", "transfer-encoding", "x-request-id"}
SAME = (
    *("cache-control", "x-content-type-options", "cross-origin-resource-policy", "vary"),
    *("access-control-allow-origin", "content-type", "content-encoding"),
)


@pytest.fixture(scope="module")
def service(published_dir: Path) -> Iterator[Service]:
    """Serve the sample as an operator would, behind a proxy."""
    variables = {
        "CARTO_TRUSTED_PROXIES": "127.0.0.1",
        "CARTO_PUBLIC_ADDRESS": f"https://{NAME}",
        "CARTO_LOG_CLIENTS": "reseau",
    }
    with running(published_dir, **variables) as service:
        yield service


@pytest.fixture(scope="module")
def nginx(service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """Put nginx in front of it."""
    with nginx_before(service.port, tmp_path_factory.mktemp("nginx")) as nginx:
        yield nginx


def asset() -> str:
    """Address of a style sheet that has a compressed twin."""
    return f"/static/{next(STATIC.glob('carto.*.css')).name}"


def test_a_page_has_the_headers_of_the_service_and_two_more(service: Service, nginx: Nginx):
    _, own, _ = service.get("/commune/29001", Host=NAME)
    status, headers, body = nginx.ask("/commune/29001")
    assert status == 200
    assert b"</html>" in body
    kept = {name: value for name, value in headers.items() if name not in OF_TRANSPORT}
    hsts = kept.pop("strict-transport-security")
    assert int(hsts.partition("max-age=")[2].partition(";")[0]) >= 31_536_000
    assert kept == {name: value for name, value in own.items() if name not in OF_TRANSPORT}
    assert len(headers["x-request-id"]) == 32


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_an_asset_is_the_same_from_nginx_alone(service: Service, nginx: Nginx, coding: str):
    status, own, body = service.get(asset(), Host=NAME, Accept_Encoding=coding)
    shutil.copytree(STATIC, nginx.www / "static", dirs_exist_ok=True)
    seen, headers, sent = nginx.ask(asset(), Accept_Encoding=coding)
    assert (seen, sent) == (status, body)
    assert {name: headers.get(name) for name in SAME} == {name: own.get(name) for name in SAME}
    assert headers["content-security-policy"] == own["content-security-policy"]


def test_a_tile_on_disk_is_sent_compressed_without_the_service(nginx: Nginx):
    address = f"/tuiles/{'0' * 16}/communes/4/7/5.mvt"
    tile = nginx.www / address[1:]
    tile.parent.mkdir(parents=True)
    tile.write_bytes(b"tile" * 100)
    tile.with_name("5.mvt.gz").write_bytes(gzip.compress(b"tile" * 100))
    status, headers, body = nginx.ask(address, Accept_Encoding="gzip")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == b"tile" * 100
    assert headers["content-type"] == "application/vnd.mapbox-vector-tile"
    assert "immutable" in headers["cache-control"]
    assert headers["carto-snapshot"] == "0" * 16
    assert nginx.ask(address, If_None_Match=headers["etag"], Accept_Encoding="gzip")[0] == 304


def test_a_published_file_on_disk_leads_to_what_its_columns_mean(
    service: Service, nginx: Nginx, published_id: str
):
    address = f"/donnees/{published_id}/sites.parquet"
    _, own, body = service.get(address, Host=NAME)
    kept = nginx.www / address[1:]
    kept.parent.mkdir(parents=True)
    kept.write_bytes(body)
    _, headers, sent = nginx.ask(address)
    kept.unlink()
    assert (sent, headers["link"]) == (body, own["link"])


def test_a_published_file_comes_from_the_service_when_it_is_not_on_disk(
    nginx: Nginx, published_id: str
):
    address = f"/donnees/{published_id}/communes.parquet"
    status, headers, body = nginx.ask(address, Range="bytes=0-3")
    assert (status, body) == (206, b"PAR1")
    assert headers["carto-snapshot"] == published_id


def test_a_lasting_address_is_answered_by_the_service(nginx: Nginx, published_id: str):
    status, headers, _ = nginx.ask("/donnees/communes.parquet")
    assert (status, headers["location"]) == (302, f"/donnees/{published_id}/communes.parquet")
    assert (headers["cache-control"], headers["carto-snapshot"]) == ("no-cache", published_id)


def test_a_file_that_is_not_published_cannot_be_reached(nginx: Nginx):
    (nginx.www.parent / "secret").write_text("secret")
    for path in ("/static/../secret", "/static/%2e%2e/%2e%2e/secret", "/donnees/../../secret"):
        status, _, body = nginx.ask(path)
        assert status in (400, 404)
        assert b"secret" not in body


def test_a_preflight_reaches_the_service(nginx: Nginx):
    status, headers, _ = nginx.ask(asset(), "OPTIONS", Origin="https://ailleurs.fr")
    assert status in (200, 204)
    assert headers["access-control-allow-origin"] == "*"


def test_without_tls_a_visitor_is_led_to_it(nginx: Nginx):
    connection = http.client.HTTPConnection("127.0.0.1", nginx.plain_port, timeout=20)
    connection.request("GET", "/commune/29001?ind=fibre", headers={"Host": NAME})
    answer = connection.getresponse()
    assert answer.status == 301
    assert answer.headers["Location"] == f"https://{NAME}/commune/29001?ind=fibre"
    connection.close()


@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [(f"?q={'a' * 40_000}", {}, 414), ("", {"X_Long": "a" * 40_000}, 431)],
    ids=["address", "headers"],
)
def test_what_is_too_long_for_nginx_is_refused_as_the_service_does(
    nginx: Nginx, query: str, headers: dict[str, str], status: int
):
    answered, said, body = nginx.ask(f"/api/v1/communes{query}", **headers)
    assert (answered, said["content-type"]) == (status, "application/problem+json")
    assert said["access-control-allow-origin"] == "*"
    assert json.loads(body)["status"] == status


def test_another_name_gets_no_answer(nginx: Nginx):
    with pytest.raises(OSError, match=r"(?i)unrecognized|reset|closed"):
        nginx.ask("/", host="evil.fr")


def test_too_many_questions_are_refused_by_the_service_with_a_wait(nginx: Nginx):
    """Asked through nginx, they are those of one visitor, whom X-Forwarded-For cannot disguise."""

    def once(number: int) -> tuple[int, str]:
        status, headers, _ = nginx.ask(
            "/api/v1/communes/29001", X_Forwarded_For=f"203.0.113.{number % 250}"
        )
        return status, headers.get("retry-after", "")

    began = monotonic()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(once, range(900)))
    refused = [wait for status, wait in answers if status == 429]
    allowed = len(answers) - len(refused)
    assert 300 <= allowed <= 300 + 30 * (monotonic() - began + 1)
    assert refused
    assert all(int(wait) >= 1 for wait in refused)
    assert nginx.ask("/commune/29001")[0] == 200, "pages go on"


def test_both_logs_know_a_request_by_one_name_and_none_holds_an_address(
    service: Service, nginx: Nginx
):
    _, headers, _ = nginx.ask("/commune/29042")
    name = headers["x-request-id"]
    log = nginx.www.parent / "access.log"
    wait_until(lambda: f"{name} GET /commune/29042 200" in log.read_text())
    seen = log.read_text()
    assert "127.0.0.1" not in seen
    own = (service.folder / "out").read_text()
    (line,) = [line for line in own.splitlines() if name in line]
    assert line.endswith(" 127.0.0.0")


def test_while_the_service_restarts_a_visitor_is_asked_to_wait(tmp_path: Path):
    with nginx_before(free_port(), tmp_path / "alone") as nginx:
        status, headers, body = nginx.ask("/")
        assert (status, headers["retry-after"]) == (503, "10")
        assert "redémarre" in body.decode()
        assert "strict-transport-security" in headers


def test_while_the_service_restarts_a_program_of_any_site_is_told_when_to_come_back(tmp_path: Path):
    with nginx_before(free_port(), tmp_path / "alone") as nginx:
        for path in (
            *("/api/v1/communes/29003", "/ogc/collections", "/donnees/communes.csv"),
            "/departement/29/tableau.csv",
        ):
            status, headers, body = nginx.ask(path)
            assert (status, headers["retry-after"]) == (503, "10")
            assert headers["access-control-allow-origin"] == "*"
            assert headers["content-type"] == "application/problem+json"
            assert json.loads(body)["status"] == 503
