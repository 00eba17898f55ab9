"""What is said with publishers for one source: requests, redirections and tries, in one deadline.

Redirections are followed here, one by one, so that each is checked: http(s) only, never from https
back to http, no name or password, five at most. The proxies, certificates and passwords of the
environment (`HTTP_PROXY`, `.netrc`) are ignored: through a proxy, the address that is asked could
not be checked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from types import TracebackType
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from geodata.fetching.checked_connections import CheckedAdapter, CheckedConnector
from geodata.fetching.deadline import Deadline
from geodata.fetching.failure import FetchFailure
from geodata.fetching.limits import FetchLimits

NOT_MODIFIED = 304

_REDIRECTIONS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)

T = TypeVar("T")


class Conversation:
    """Requests for one source; a context manager that closes every connection at the end.

    Parameters
    ----------
    limits
        Bounds of time, tries and trust.
    pause
        Waits some seconds between two tries.
    """

    def __init__(self, limits: FetchLimits, pause: Callable[[float], None]) -> None:
        self._limits = limits
        self._pause = pause
        self.deadline = Deadline(limits.seconds)
        self._session = _DirectSession()
        self._session.trust_env = False
        adapter = CheckedAdapter(CheckedConnector(limits, self.deadline).connect)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter)

    def __enter__(self) -> Conversation:
        self.deadline.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._session.close()
        self.deadline.__exit__(kind, error, traceback)

    def try_again(self, action: Callable[[], T]) -> T:
        """Do `action`, again after a failure that may pass, as often as the limits allow.

        Raises
        ------
        FetchFailure
            The last failure, when it cannot pass, or no try or no time is left.
        """
        for attempt in range(1, self._limits.tries + 1):
            try:
                return action()
            except FetchFailure as failure:
                pause = self._limits.pause_seconds * attempt
                if failure.wait_seconds is not None:
                    pause = max(pause, failure.wait_seconds)
                is_last = attempt == self._limits.tries
                if is_last or not failure.may_pass or pause >= self.deadline.remaining:
                    raise self._late(failure) from failure
                self._pause(pause)
        raise AssertionError("the loop ends by a return or a raise")

    @contextmanager
    def answer(
        self, url: str, headers: Mapping[str, str] | None = None
    ) -> Iterator[requests.Response]:
        """Ask for `url`, through its redirections; the body is left to read from `raw`.

        Parameters
        ----------
        url
            Address, http or https.
        headers
            Headers besides ours, e.g. conditions.

        Raises
        ------
        FetchFailure
            When no answer 200, or 304, is given, or reading it fails within the `with` block.
        """
        asked = {
            "User-Agent": f"Carto/{version('carto')} (cartographie de l'inclusion numerique)",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            **(headers or {}),
        }
        try:
            with self._follow(url, asked) as response:
                yield response
        except FetchFailure:
            raise
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            raise FetchFailure(_reason(error), may_pass=_may_pass(error)) from error

    @contextmanager
    def _follow(self, url: str, headers: Mapping[str, str]) -> Iterator[requests.Response]:
        """Follow redirections to an answer 200 or 304."""
        _require_web_address(url)
        seen = set[str]()
        while url not in seen and len(seen) <= self._limits.most_redirects:
            seen.add(url)
            with self._session.get(
                url,
                headers=headers,
                stream=True,
                timeout=max(0.01, min(self._limits.step_seconds, self.deadline.remaining)),
            ) as response:
                if response.status_code not in _REDIRECTIONS:
                    _require_done(response)
                    yield response
                    return
                url = next_hop(url, response.headers.get("Location", ""))
        reason = "redirections en boucle" if url in seen else "trop de redirections"
        raise FetchFailure(reason)

    def _late(self, failure: FetchFailure) -> FetchFailure:
        """Say that time ran out, when that is what ended a try."""
        if self.deadline.remaining > 0:
            return failure
        return FetchFailure(f"téléchargement de plus de {self._limits.seconds:.0f} secondes")


class _DirectSession(requests.Session):
    """A session that follows no redirection by itself, nor looks ahead at where it leads."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Find none; `Conversation` follows them."""


def _require_web_address(url: str) -> None:
    """Refuse what is not http(s), or holds a name or a password."""
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        is_web = False
    if not is_web:
        raise FetchFailure("adresse ni http ni https")
    if parts.username is not None or parts.password is not None:
        raise FetchFailure("adresse avec un nom et un mot de passe, qui seraient publiés")


def next_hop(url: str, target: str) -> str:
    """Address that a redirection leads to, checked.

    Parameters
    ----------
    url
        Address that redirects.
    target
        Its header `Location`, as received.

    Raises
    ------
    FetchFailure
        When it leads nowhere, elsewhere than to http(s), or from https to http.
    """
    if not target:
        raise FetchFailure("redirection sans adresse")
    try:
        following = urljoin(url, target.encode("latin-1").decode("utf-8", "replace"))
    except ValueError:
        following = ""
    try:
        _require_web_address(following)
    except FetchFailure as failure:
        raise FetchFailure(f"redirection refusée : {failure.reason}") from failure
    if url.startswith("https:") and not following.startswith("https:"):
        raise FetchFailure("redirection refusée : de https vers http")
    return following


def _require_done(response: requests.Response) -> None:
    """Refuse every status but 200 and 304."""
    status = response.status_code
    if status in (200, NOT_MODIFIED):
        return
    wait = _retry_after(response.headers.get("Retry-After", ""))
    reason = f"le serveur répond {status}"
    if wait is not None:
        reason += f" et demande d'attendre {wait:.0f} s"
    raise FetchFailure(reason, may_pass=status in _PASSING, wait_seconds=wait, status=status)


def _retry_after(value: str) -> float | None:
    """Read Retry-After, in seconds or as a date; None when it says nothing readable."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, (moment - datetime.datetime.now(datetime.UTC)).total_seconds())


def _may_pass(error: Exception) -> bool:
    """Whether trying again may help: not for a certificate or an unusable address."""
    if isinstance(error, (requests.exceptions.SSLError, urllib3.exceptions.SSLError)):
        return False
    return isinstance(
        error,
        (
            requests.ConnectionError,
            requests.Timeout,
            requests.exceptions.ChunkedEncodingError,
            urllib3.exceptions.ProtocolError,
            urllib3.exceptions.TimeoutError,
        ),
    )


def _reason(error: Exception) -> str:
    """Say in French what went wrong."""
    if isinstance(error, (requests.exceptions.SSLError, urllib3.exceptions.SSLError)):
        return "certificat du serveur refusé"
    if isinstance(error, (requests.Timeout, urllib3.exceptions.TimeoutError)):
        return "le serveur ne répond pas à temps"
    if isinstance(error, urllib3.exceptions.DecodeError):
        return "compression de la réponse abîmée"
    if isinstance(error, (requests.ConnectionError, urllib3.exceptions.ProtocolError)):
        return "réponse interrompue avant la fin"
    return "adresse ou réponse inutilisable"
