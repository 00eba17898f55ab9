"""`carto serve`: the service on a port of this machine, several processes of threads.

Granian reads the requests and keeps slow connections away from Python; each of its processes
makes the application from the environment.
"""

from __future__ import annotations

import argparse
import errno
import logging
import os
import socket
from typing import Any, cast

from granian.constants import Interfaces
from granian.log import LOGGING_CONFIG, LogLevels
from granian.server import Server

from geodata.errors import SettingsError
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.commands.words import say
from webapp.errors import ServiceError
from webapp.french_parser import USAGE_ERROR
from webapp.front_end.assets_manifest import load_manifest
from webapp.house.site_settings import SITE_VARIABLE, read_site
from webapp.settings import DATA_DIR_VARIABLE, DEFAULT_STATIC_DIR
from webapp.snapshots.compatibility import require_same_software

# Long answers hold some of them, eight at most: see `webapp.long_answers`.
THREADS_PER_WORKER = 12

_REFUSALS = {errno.EADDRINUSE: "port déjà pris", errno.EACCES: "port réservé"}


def run(options: argparse.Namespace) -> int:
    """Verify what will be served, say where, and serve until Ctrl-C.

    A site.toml that cannot be used is a misuse of the command: nothing is served without it.
    """
    load_manifest(DEFAULT_STATIC_DIR)
    if options.site is not None:
        try:
            read_site(options.site)
        except SettingsError as error:
            say(f"erreur : {error}")
            return USAGE_ERROR
        os.environ[SITE_VARIABLE] = str(options.site.resolve())
    snapshot, warnings = open_latest(DataDir(options.data_dir), require_same_software)
    for warning in warnings:
        say(f"attention : {warning}")
    port = free_port(options.host, options.port)
    os.environ[DATA_DIR_VARIABLE] = str(options.data_dir.resolve())
    say(f"Instantané {snapshot.id} vérifié : {snapshot.facts['title']}.")
    say(f"http://{_in_address(options.host)}:{port}/ (Ctrl-C pour arrêter)")
    Server(
        "webapp:create_app",
        address=options.host,
        port=port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=options.workers,
        blocking_threads=THREADS_PER_WORKER,
        respawn_failed_workers=True,
        websockets=False,
        log_level=LogLevels.warning,
        log_dictconfig=_logging_on_stderr(),
    ).serve()
    return 0


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
            "ou --host."
        ) from None


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


class _WithoutThreadCount(logging.Filter):
    """Leave out that threads outnumber cores: most of them wait, for a turn or for a client."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is kept."""
        return "Python threads" not in record.getMessage()


def _logging_on_stderr() -> dict[str, Any]:
    """Return Granian's own logging, moved off stdout."""
    handlers = cast("dict[str, dict[str, Any]]", LOGGING_CONFIG["handlers"])
    moved = {
        name: {**handler, "stream": "ext://sys.stderr", "filters": ["kept"]}
        for name, handler in handlers.items()
    }
    filters = {"kept": {"()": _WithoutThreadCount}}
    return {**LOGGING_CONFIG, "filters": filters, "handlers": moved}
