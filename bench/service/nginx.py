"""nginx and its static files: the limit that no server of ours can pass."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.free_port import free_port
from bench.serving import wait_for_port

_CONFIGURATION = """
daemon off; {user} pid {folder}/nginx.pid; error_log stderr crit; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  access_log off; sendfile on; open_file_cache max=20000;
  types {{ application/vnd.mapbox-vector-tile mvt; }}
  client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  server {{ listen 127.0.0.1:{port} {tls}; root {root}; gzip_static always; }}
}}
"""


@contextmanager
def nginx_serving(root: Path, folder: Path, certificates: Path | None = None) -> Iterator[str]:
    """Serve the files of a folder, precompressed ones as they lie; gives the address.

    Parameters
    ----------
    root
        Folder of the files; `x.mvt` may lie there as `x.mvt.gz`.
    folder
        Where the configuration and temporary files are written.
    certificates
        Folder of `fullchain.pem` and `privkey.pem`, to serve with TLS.

    Raises
    ------
    SystemExit
        When nginx is not on this machine, or does not answer.
    """
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        raise SystemExit("nginx est absent : installez-le (apt install nginx-light).")
    port = free_port()
    configuration = folder / "nginx.conf"
    # Started by root, its workers would be nobody's, who reads no temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    tls, scheme = "", "http"
    if certificates is not None:
        files = f"{certificates}/fullchain.pem; ssl_certificate_key {certificates}/privkey.pem"
        tls, scheme = f"ssl; ssl_certificate {files}", "https"
    configuration.write_text(
        _CONFIGURATION.format(user=user, folder=folder, root=root, port=port, tls=tls)
    )
    running = subprocess.Popen([nginx, "-p", str(folder), "-c", str(configuration)])  # noqa: S603
    try:
        wait_for_port(port, running)
        yield f"{scheme}://localhost:{port}"
    finally:
        running.terminate()
        running.wait(10)
