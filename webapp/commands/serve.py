"""`carto serve`: the service on a port of this machine, several processes of threads.

Granian reads the requests and keeps slow connections away from Python; each of its processes
makes the application from the environment (`webapp.commands.serving_process`).
"""

from __future__ import annotations

import argparse
import errno
import multiprocessing
import os
import signal
import socket
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from geodata.errors import SettingsError
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.words import say
from webapp.errors import ServiceError
from webapp.french_parser import USAGE_ERROR
from webapp.front_end.assets_manifest import load_manifest
from webapp.house.site_settings import SITE_VARIABLE
from webapp.operation import metrics
from webapp.operation.metrics_server import serve_metrics
from webapp.operation.rate_limit import SHARED_FILE
from webapp.operation.readiness import announce_stop
from webapp.operation.run_settings import RunSettings, run_settings, share
from webapp.operation.server_log import logging_on_stderr
from webapp.operation.shared_buckets import create_shared_file
from webapp.settings import DATA_DIR_VARIABLE, DEFAULT_STATIC_DIR, public_host, public_site
from webapp.snapshots.compatibility import require_same_software

# A client has this long to say its request, and a process to end its answers when it must stop.
_LONGEST_HEADERS_MS = 10_000
_LONGEST_STOP_S = 30
# The longest address that a scenario makes, with room for the other headers.
_LARGEST_HEAD_BYTES = 128 * 1024

_REFUSALS = {errno.EADDRINUSE: "port déjà pris", errno.EACCES: "port réservé"}


def run(options: argparse.Namespace) -> int:
    """Verify what will be served, say where, and serve until Ctrl-C.

    A setting that cannot be used is a misuse of the command: nothing is served without it.
    """
    load_manifest(DEFAULT_STATIC_DIR)
    environment = _environment(options)
    try:
        site = public_site(environment, "--site" if options.site else SITE_VARIABLE)
        settings = run_settings(environment, public_host(site))
    except SettingsError as error:
        say(f"erreur : {error}")
        return USAGE_ERROR
    data_dir = DataDir(options.data_dir)
    snapshot, warnings = open_latest(data_dir, require_same_software)
    for warning in (*warnings, *settings.warnings):
        say(f"attention : {warning}")
    settings = replace(settings, port=free_port(settings.host, settings.port))
    os.environ.update(environment)
    say(f"Instantané {snapshot.id} vérifié : {snapshot.facts['title']}.")
    say(f"http://{_in_address(settings.host)}:{settings.port}/ (Ctrl-C pour arrêter)")
    with tempfile.TemporaryDirectory(prefix="carto-") as shared:
        _serve(settings, data_dir, Path(shared))
    return 0


def _environment(options: argparse.Namespace) -> dict[str, str]:
    """Put what the command line says before the environment, for the processes too."""
    said = {
        "CARTO_HOST": options.host,
        "CARTO_PORT": options.port,
        "CARTO_WORKERS": options.workers,
        DATA_DIR_VARIABLE: options.data_dir.resolve(),
        SITE_VARIABLE: options.site and options.site.resolve(),
    }
    return {**os.environ, **{name: str(value) for name, value in said.items() if value is not None}}


def _serve(settings: RunSettings, data_dir: DataDir, shared: Path) -> None:
    """Serve until told to stop; `shared` holds what the processes count together."""
    share(os.environ, shared)
    create_shared_file(shared / SHARED_FILE)
    server = Server(
        "webapp.commands.serving_process:application",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        http1_settings=HTTP1Settings(
            header_read_timeout=_LONGEST_HEADERS_MS, max_buffer_size=_LARGEST_HEAD_BYTES
        ),
        factory=True,
        workers=settings.workers,
        blocking_threads=settings.threads,
        respawn_failed_workers=True,
        workers_kill_timeout=_LONGEST_STOP_S,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig=logging_on_stderr(),
    )
    if settings.metrics is not None:
        folder = metrics.shared_folder(shared)
        folder.mkdir()
        os.environ[metrics.SHARED_VARIABLE] = str(folder)
        serve_metrics(settings.metrics, folder, data_dir, _processes)
    if settings.stop_delay_s:
        interrupt = server.signal_handler_interrupt
        server.on_startup(
            lambda: _announce_before_stopping(interrupt, settings.stop_delay_s, shared)
        )
    server.serve()


def _processes() -> list[int]:
    """Ids of the processes that answer."""
    return sorted(child.pid for child in multiprocessing.active_children() if child.pid)


def _announce_before_stopping(interrupt: Callable[[], None], delay_s: int, shared: Path) -> None:
    """On SIGTERM, say that the service is stopping for a while, then stop it."""

    def stop(*_: object) -> None:
        announce_stop(shared)
        time.sleep(delay_s)
        interrupt()

    signal.signal(signal.SIGTERM, stop)


def free_port(host: str, port: int) -> int:
    """Return the port to listen on, after having made sure that it can be.

    Parameters
    ----------
    host
        Address to listen on.
    port
        Port wanted; 0 lets the system choose.

    Raises
    ------
    ServiceError
        When the port is taken or the address cannot be used, saying what to do.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.create_server((host, port), family=family) as probe:
            return int(probe.getsockname()[1])
    except OSError as error:
        why = _REFUSALS.get(error.errno or 0, "adresse inutilisable")
        raise ServiceError(
            f"Impossible d'écouter sur {host}:{port} ({why}) : choisissez-en un autre avec --port "
            "ou --host (ou CARTO_PORT, CARTO_HOST)."
        ) from None


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
