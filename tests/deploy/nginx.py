"""The nginx configuration of `deploy/`, run as it is but for its paths, names and ports."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.webapp.operation.running import wait_until

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "deploy" / "nginx"
NAME = "carte.exemple.fr"


@dataclass(frozen=True)
class Nginx:
    """An nginx that runs.

    Attributes
    ----------
    port
        Where it listens with TLS, on loopback.
    plain_port
        Where it listens without.
    www
        Folder of the files that it serves itself.
    """

    port: int
    plain_port: int
    www: Path

    def ask(
        self, path: str, method: str = "GET", host: str = NAME, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Ask with TLS: status, headers in lower case, body."""
        connection = http.client.HTTPConnection(host, 443, timeout=20)
        plain = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
        try:
            connection.sock = context.wrap_socket(plain, server_hostname=host)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            said = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, said, answer.read()
        finally:
            connection.close()
            plain.close()


@contextmanager
def nginx_before(service_port: int, folder: Path) -> Iterator[Nginx]:
    """Put nginx in front of a service.

    Parameters
    ----------
    service_port
        Where the service listens, on loopback.
    folder
        Made, and filled with what nginx reads and writes.
    """
    port, plain_port = free_port(), free_port()
    conf, www = folder / "conf", folder / "www"
    (conf / "snippets").mkdir(parents=True)
    www.mkdir()
    for snippet in SOURCE.glob("carto-*.conf"):
        shutil.copy(snippet, conf / "snippets")
    _write_certificate(folder)
    site = (SOURCE / "carto.conf").read_text("utf-8")
    for written, there in {
        "    listen [::]:": "    #",
        "listen 443": f"listen 127.0.0.1:{port}",
        "listen 80": f"listen 127.0.0.1:{plain_port}",
        "127.0.0.1:8000": f"127.0.0.1:{service_port}",
        "/etc/letsencrypt/live/carte.exemple.fr": str(folder),
        "/srv/carto/www": str(www),
        "/var/lib/nginx/carto": f"{folder}/cache",
        "/var/log/nginx/carto.log": f"{folder}/access.log",
    }.items():
        assert written in site, written
        site = site.replace(written, there)
    (conf / "carto.conf").write_text(site, "utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    temporary = "\n".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (conf / "nginx.conf").write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n{temporary}\ninclude carto.conf;\n}}\n"
    )
    command = ["nginx", "-c", str(conf / "nginx.conf"), "-e", str(folder / "error.log")]
    tested = subprocess.run([*command, "-t"], check=False, capture_output=True, text=True)
    assert tested.returncode == 0, tested.stderr
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            wait_until(lambda: _listens(port))
            yield Nginx(port, plain_port, www)
        finally:
            process.terminate()
            process.wait(20)


def free_port() -> int:
    """Ask the system for a port that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _write_certificate(folder: Path) -> None:
    """Write a certificate that nobody signed."""
    written = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    command = ("openssl", "req", "-x509", *key, "-subj", f"/CN={NAME}", "-days", "2", *written)
    subprocess.run(command, check=True, capture_output=True)
