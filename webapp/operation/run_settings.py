"""How the service runs, read from the environment and refused at start when it cannot be used.

`VARIABLES` is the whole list: another variable whose name begins with `CARTO_` is told at start,
since it is likely to be one of these, misspelt.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from carto.typography import typeset
from webapp.operation.access_log import JSON, NONE, TEXT
from webapp.operation.host_names import OF_THIS_MACHINE
from webapp.operation.setting_values import (
    ANY_HOST,
    Network,
    bind,
    host_names,
    networks,
    one_of,
    whole_number,
)

DEFAULT_HOST, DEFAULT_PORT, DEFAULT_WORKERS = "127.0.0.1", 8000, 2
# Long answers hold some of them, eight at most: see `webapp.long_answers`.
DEFAULT_THREADS = 12
DEFAULT_RATE = 30
NO_ADDRESSES, NETWORKS = "aucune", "reseau"
# Set by `carto serve` for its own processes: the folder of what they share.
SHARED_VARIABLE = "CARTO_SHARED_DIR"
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what the operator may ask for

VARIABLES = {
    "CARTO_HOST": f"adresse d'écoute (défaut : {DEFAULT_HOST}, cette machine seulement)",
    "CARTO_PORT": f"port (défaut : {DEFAULT_PORT})",
    "CARTO_WORKERS": f"processus, de 1 à 64 (défaut : {DEFAULT_WORKERS} ; un par cœur)",
    "CARTO_THREADS": f"fils par processus, de 4 à 64 (défaut : {DEFAULT_THREADS})",
    "CARTO_DATA_DIR": "dossier des données (défaut : ./carto-data)",
    "CARTO_SITE": "fichier site.toml : nom, logo, couleur, mentions (défaut : aucun)",
    "CARTO_PUBLIC_ADDRESS": "adresse publique, par exemple https://carte.exemple.fr ; elle "
    "l'emporte sur celle de site.toml et s'écrit dans les liens complets",
    "CARTO_ALLOWED_HOSTS": "noms sous lesquels le service répond, séparés par des virgules, ou * "
    "(défaut : ceux de cette machine, l'adresse d'écoute et l'adresse publique)",
    "CARTO_TRUSTED_PROXIES": "adresses des serveurs placés devant, dont X-Forwarded-For et "
    "X-Forwarded-Proto sont crus (défaut : aucun)",
    "CARTO_RATE_LIMIT": "demandes par seconde et par visiteur aux interfaces et aux fichiers "
    f"calculés ; 0 : sans limite (défaut : {DEFAULT_RATE} quand le service est exposé, 0 sinon)",
    "CARTO_METRICS": "adresse et port des mesures Prometheus, par exemple 127.0.0.1:9100 "
    "(défaut : pas de mesures)",
    "CARTO_ACCESS_LOG": f"journal des demandes : {TEXT}, {JSON} ou {NONE} (défaut : {TEXT})",
    "CARTO_LOG_CLIENTS": f"ce que le journal garde des visiteurs : {NO_ADDRESSES} adresse, ou leur "
    f"{NETWORKS} (trois octets en IPv4, six en IPv6) (défaut : {NO_ADDRESSES})",
    "CARTO_STOP_DELAY": "secondes pendant lesquelles /ready répond 503 avant l'arrêt, de 0 à 120 "
    "(défaut : 0)",
}


@dataclass(frozen=True)
class Operation:
    """What each process applies to each request.

    Attributes
    ----------
    allowed_hosts
        Names under which the service answers; None for every well-formed one.
    trusted_proxies
        Networks whose forwarding headers are believed.
    rate_limit
        Requests per second of one client to interfaces and computed files; 0 for no limit.
    access_log
        Form of the access log.
    logs_networks
        Whether the access log names the network of the client.
    has_metrics
        Whether requests are counted.
    shared_dir
        Where processes share their counts; None when there is only this one.
    """

    allowed_hosts: frozenset[str] | None = None
    trusted_proxies: tuple[Network, ...] = ()
    rate_limit: int = 0
    access_log: str = NONE
    logs_networks: bool = False
    has_metrics: bool = False
    shared_dir: Path | None = None


@dataclass(frozen=True)
class RunSettings:
    """What `carto serve` starts: where it listens, with how many processes.

    Attributes
    ----------
    host, port
        Where it listens.
    workers, threads
        Processes, and threads of each.
    metrics
        Where metrics are read, or None.
    stop_delay_s
        Seconds between the request to stop and the stop.
    operation
        What each process applies.
    warnings
        French sentences to say at start.
    """

    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    workers: int = DEFAULT_WORKERS
    threads: int = DEFAULT_THREADS
    metrics: tuple[str, int] | None = None
    stop_delay_s: int = 0
    operation: Operation = field(default_factory=Operation)
    warnings: tuple[str, ...] = ()


def run_settings(environment: Mapping[str, str], public_host: str | None = None) -> RunSettings:
    """Read how the service runs.

    Parameters
    ----------
    environment
        Usually `os.environ`.
    public_host
        Host of the public address of the site, when one is set.

    Raises
    ------
    SettingsError
        Naming the variable that cannot be used, and what to write.
    """
    metrics = bind(environment, "CARTO_METRICS")
    host = environment.get("CARTO_HOST") or DEFAULT_HOST
    is_exposed = host not in OF_THIS_MACHINE
    proxies = networks(environment, "CARTO_TRUSTED_PROXIES")
    usual_rate = DEFAULT_RATE if is_exposed or proxies else 0
    shared = environment.get(SHARED_VARIABLE)
    clients = one_of(environment, "CARTO_LOG_CLIENTS", NO_ADDRESSES, (NO_ADDRESSES, NETWORKS))
    allowed = _allowed_hosts(environment, host, public_host)
    return RunSettings(
        host=host,
        port=whole_number(environment, "CARTO_PORT", DEFAULT_PORT, (0, 65535)),
        workers=whole_number(environment, "CARTO_WORKERS", DEFAULT_WORKERS, (1, 64)),
        threads=whole_number(environment, "CARTO_THREADS", DEFAULT_THREADS, (4, 64)),
        metrics=metrics,
        stop_delay_s=whole_number(environment, "CARTO_STOP_DELAY", 0, (0, 120)),
        operation=Operation(
            allowed_hosts=allowed,
            trusted_proxies=proxies,
            rate_limit=whole_number(environment, "CARTO_RATE_LIMIT", usual_rate, (0, 100_000)),
            access_log=one_of(environment, "CARTO_ACCESS_LOG", TEXT, (TEXT, JSON, NONE)),
            logs_networks=clients == NETWORKS,
            has_metrics=metrics is not None,
            shared_dir=Path(shared) if shared else None,
        ),
        warnings=tuple(_warnings(environment, host, allowed)),
    )


def _allowed_hosts(
    environment: Mapping[str, str], host: str, public_host: str | None
) -> frozenset[str] | None:
    """List the names to answer under: those asked for, and always those of the site itself."""
    asked = host_names(environment, "CARTO_ALLOWED_HOSTS")
    if ANY_HOST in asked:
        return None
    own = {host.lower()} - set(_EVERYWHERE)
    return frozenset({*asked, *OF_THIS_MACHINE, *own, *filter(None, (public_host,))})


def _warnings(
    environment: Mapping[str, str], host: str, allowed: frozenset[str] | None
) -> list[str]:
    """Say what works and is probably not meant."""
    said = []
    for name in sorted(environment):
        if name.startswith("CARTO_") and name not in (*VARIABLES, SHARED_VARIABLE):
            (*close,) = difflib.get_close_matches(name, VARIABLES, 1)
            advice = f" ; vouliez-vous {close[0]} ?" if close else "."
            said.append(f"La variable {name} n'est pas connue{advice}")
    if host in _EVERYWHERE and allowed is not None and allowed <= set(OF_THIS_MACHINE):
        said.append(
            "Le service est exposé et ne répond que sous les noms de cette machine : dites le sien "
            "avec CARTO_ALLOWED_HOSTS=carte.exemple.fr (ou * pour tous)."
        )
    return [typeset(line) for line in said]


def share(environment: os._Environ[str], folder: Path) -> None:
    """Tell the processes to come where to share their counts."""
    environment[SHARED_VARIABLE] = str(folder)
