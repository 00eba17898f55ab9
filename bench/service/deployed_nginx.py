"""nginx as `deploy/` sets it up, on ports and folders of this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.building import ROOT
from bench.free_port import free_port
from bench.serving import wait_for_port

NAME = "carte.exemple.fr"
_SOURCE = ROOT / "deploy" / "nginx"


@dataclass(frozen=True)
class DeployedNginx:
    """An nginx in front of a service.

    Attributes
    ----------
    port, plain_port
        Where it listens with TLS and without, on loopback.
    www
        Folder of the files that it serves itself.
    """

    port: int
    plain_port: int
    www: Path


@contextmanager
def deployed_nginx(service_port: int, folder: Path, name: str = NAME) -> Iterator[DeployedNginx]:
    """Run nginx with the configuration of `deploy/`, but for its paths, names and ports.

    Parameters
    ----------
    service_port
        Where the service listens, on loopback.
    folder
        Made, and filled with what nginx reads and writes; its `www` is empty.
    name
        Host name that it answers for.

    Raises
    ------
    SystemExit
        When nginx is not on this machine, refuses the configuration, or does not listen.
    """
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        raise SystemExit("nginx est absent : installez-le (apt install nginx-light).")
    deployed = DeployedNginx(free_port(), free_port(), folder / "www")
    deployed.www.mkdir(parents=True)
    configuration = _write_configuration(deployed, service_port, folder, name)
    command = [nginx, "-c", str(configuration), "-e", str(folder / "error.log")]
    tried = subprocess.run([*command, "-t"], check=False, capture_output=True, text=True)  # noqa: S603
    if tried.returncode:
        raise SystemExit(tried.stderr)
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:  # noqa: S603
        try:
            wait_for_port(deployed.port, running)
            yield deployed
        finally:
            running.terminate()
            running.wait(20)


def _write_configuration(
    deployed: DeployedNginx, service_port: int, folder: Path, name: str
) -> Path:
    """Write the configuration into a folder; every line that is adapted must be there."""
    (folder / "conf" / "snippets").mkdir(parents=True)
    for snippet in _SOURCE.glob("carto-*.conf"):
        shutil.copy(snippet, folder / "conf" / "snippets")
    _write_certificate(folder, name)
    site = (_SOURCE / "carto.conf").read_text("utf-8")
    for written, there in {
        "    listen [::]:": "    #",
        "listen 443": f"listen 127.0.0.1:{deployed.port}",
        "listen 80": f"listen 127.0.0.1:{deployed.plain_port}",
        "127.0.0.1:8000": f"127.0.0.1:{service_port}",
        f"/etc/letsencrypt/live/{NAME}": str(folder),
        "/srv/carto/www": str(deployed.www),
        "/var/lib/nginx/carto": f"{folder}/cache",
        "/var/log/nginx/carto.log": f"{folder}/access.log",
        NAME: name,
    }.items():
        if written not in site:
            raise SystemExit(f"deploy/nginx/carto.conf n'a plus « {written} ».")
        site = site.replace(written, there)
    (folder / "conf" / "carto.conf").write_text(site, "utf-8")
    user = "user root;" if os.getuid() == 0 else ""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    whole = folder / "conf" / "nginx.conf"
    whole.write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\n{temporary}\ninclude carto.conf;\n}}\n",
        "utf-8",
    )
    return whole


def _write_certificate(folder: Path, name: str) -> None:
    """Write a certificate that nobody signed."""
    written = ("-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"))
    key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    command = ("openssl", "req", "-x509", *key, "-subj", f"/CN={name}", "-days", "2", *written)
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
