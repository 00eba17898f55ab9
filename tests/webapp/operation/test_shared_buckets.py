"""How soon a client may ask again: bursts, waits, several processes, bounded memory."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

from webapp.operation.shared_buckets import BURST_S, SharedBuckets, create_shared_file

RATE = 30
BURST = RATE * BURST_S


def answered(buckets: SharedBuckets, client: bytes, times: int, now: float) -> int:
    """How many of some requests made at once are answered."""
    return sum(buckets.wait_s(client, now) == 0 for _ in range(times))


def test_a_burst_is_answered_then_the_rate():
    buckets = SharedBuckets(RATE)
    assert answered(buckets, b"a", 2 * BURST, 100.0) == BURST
    assert answered(buckets, b"a", BURST, 101.0) == RATE
    assert answered(buckets, b"a", 2 * BURST, 1000.0) == BURST


def test_the_wait_said_is_enough_and_never_zero():
    buckets = SharedBuckets(0.5)
    assert answered(buckets, b"a", 50, 0.0) == 5
    wait = buckets.wait_s(b"a", 0.0)
    assert wait == 2
    assert buckets.wait_s(b"a", 1.0) == 1
    assert buckets.wait_s(b"a", float(wait)) == 0


def test_one_client_costs_another_nothing():
    buckets = SharedBuckets(RATE)
    answered(buckets, b"a", 10 * BURST, 1.0)
    assert buckets.wait_s(b"b", 1.0) == 0


def test_memory_is_bounded_and_a_flood_of_clients_leaves_the_greedy_one_refused():
    buckets = SharedBuckets(RATE)
    answered(buckets, b"greedy", 2 * BURST, 1.0)
    for client in range(5000):
        buckets.wait_s(b"%d" % client, 1.0)
    assert buckets.wait_s(b"greedy", 1.0) > 0


def test_processes_count_together(tmp_path: Path):
    path = tmp_path / "limits"
    create_shared_file(path)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        counts = pool.starmap(_ask, [(path, BURST)] * 2)
    assert sum(counts) == BURST


def test_the_file_names_no_client(tmp_path: Path):
    path = tmp_path / "limits"
    create_shared_file(path)
    SharedBuckets(RATE, path).wait_s(b"\xcb\x00\x71\x09", 1.0)
    assert b"\xcb\x00\x71\x09" not in path.read_bytes()


def _ask(path: Path, times: int) -> int:
    return answered(SharedBuckets(RATE, path), b"a", times, 50.0)
