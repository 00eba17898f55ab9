"""Limits of fetching: how long, how much, how often, and which private hosts may be asked."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.toml_section import Section

DEFAULT_SECONDS = 55


@dataclass(frozen=True)
class FetchLimits:
    """Bounds that hold for one source; `allow_hosts` and `seconds` are the operator's.

    Attributes
    ----------
    allow_hosts
        Hosts, in lower case, that may have a private address; all others must be public.
    seconds
        Time for one source, all tries, redirections and pauses together; the default leaves a few
        seconds of a minute to start and to write.
    step_seconds
        Time for a server to answer, or to send the next bytes.
    tries
        Times that one address is asked.
    pause_seconds
        Pause after the first failure, twice that after the second; a server that asks for another
        one (Retry-After) gets it when the time allows.
    most_redirects
        Redirections that are followed.
    """

    allow_hosts: tuple[str, ...] = ()
    seconds: float = DEFAULT_SECONDS
    step_seconds: float = 10
    tries: int = 3
    pause_seconds: float = 1
    most_redirects: int = 5


def read_limits(fetch: Section) -> FetchLimits:
    """Read the section `[fetch]` of carto.toml; absent keys have their defaults.

    Raises
    ------
    geodata.errors.SettingsError
        Naming the key at fault and what to write instead.
    """
    fetch.refuse_unknown(("allow_hosts", "seconds"))
    hosts = fetch.values.get("allow_hosts", [])
    if not isinstance(hosts, list) or not all(isinstance(h, str) and h.strip() for h in hosts):
        raise fetch.error("allow_hosts", 'écrivez une liste de noms (["fichiers.exemple.fr"])')
    seconds = fetch.values.get("seconds", DEFAULT_SECONDS)
    if isinstance(seconds, bool) or not isinstance(seconds, int) or not 1 <= seconds <= 3600:
        raise fetch.error("seconds", "écrivez un nombre entier de secondes, de 1 à 3600")
    return FetchLimits(tuple(sorted(host.strip().lower() for host in hosts)), seconds)
