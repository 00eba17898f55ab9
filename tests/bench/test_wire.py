"""The relay changes nothing, counts everything, and is as slow as its link."""

from __future__ import annotations

import time
import urllib.request

import brotli
import pytest

from bench import naive_site
from bench.wire import THIS_MACHINE, CountingRelay, Link

CONTENT = brotli.compress(bytes(range(256)) * 400, quality=0) + bytes(60_000)


def fetch(port: int) -> tuple[int, float]:
    """Fetch the page; returns its length and the seconds it took."""
    started = time.monotonic()
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{naive_site.PAGE}") as answer:
        length = len(answer.read())
    return length, time.monotonic() - started


def test_every_byte_is_relayed_and_counted() -> None:
    with (
        naive_site.serving({naive_site.PAGE: CONTENT}) as port,
        CountingRelay(port, THIS_MACHINE) as relay,
    ):
        length, _ = fetch(relay.port)
        assert length == len(CONTENT)
        assert len(CONTENT) < relay.received < len(CONTENT) + 1000


@pytest.mark.parametrize(
    ("link", "least"),
    [
        (Link("latence", round_trip_s=0.1), 0.2),
        (Link("débit", bytes_per_s=300_000), len(CONTENT) / 300_000),
    ],
)
def test_a_slow_link_takes_its_time(link, least) -> None:
    with (
        naive_site.serving({naive_site.PAGE: CONTENT}) as port,
        CountingRelay(port, link) as relay,
    ):
        length, seconds = fetch(relay.port)
    assert length == len(CONTENT)
    assert seconds >= least
