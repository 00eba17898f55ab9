"""Nothing outlasts a deadline."""

from __future__ import annotations

import socket
import threading
import time

from geodata.fetching.deadline import Deadline


def test_a_read_in_progress_ends_when_the_deadline_passes() -> None:
    ours, theirs = socket.socketpair()
    started = time.monotonic()
    with Deadline(0.05) as deadline, ours, theirs:
        deadline.guard(ours)
        assert ours.recv(1) == b""
        assert deadline.remaining == 0
    assert time.monotonic() - started < 2


def test_a_connection_opened_too_late_is_shut_down_at_once() -> None:
    ours, theirs = socket.socketpair()
    with Deadline(0) as deadline, ours, theirs:
        deadline.guard(ours)
        assert ours.recv(1) == b""


def test_a_deadline_that_is_left_lets_go_of_everything() -> None:
    threads = threading.active_count()
    ours, theirs = socket.socketpair()
    with ours, theirs:
        with Deadline(60) as deadline:
            deadline.guard(ours)
            assert 0 < deadline.remaining <= 60
        assert threading.active_count() == threads
        theirs.sendall(b"x")
        assert ours.recv(1) == b"x"


def test_a_connection_already_closed_does_no_harm() -> None:
    ours, theirs = socket.socketpair()
    with Deadline(0.01) as deadline:
        deadline.guard(ours)
        ours.close()
        theirs.close()
        time.sleep(0.03)
