"""One process of the service ends with the one that started it; the rest is in a real service."""

from __future__ import annotations

import os
import queue
import signal
from types import SimpleNamespace
from unittest.mock import patch

from webapp.commands.serving_process import application, end_with


def test_it_ends_once_it_has_another_parent():
    with (
        patch("os.getppid", side_effect=[7, 7, 1]),
        patch("time.sleep") as waited,
        patch("os.kill") as ended,
    ):
        end_with(7)
    assert waited.call_count == 2
    ended.assert_called_once_with(os.getpid(), signal.SIGTERM)


def test_it_watches_who_started_it_who_may_be_gone_by_now():
    watched: queue.Queue[int] = queue.Queue()
    module = "webapp.commands.serving_process"
    with (
        patch("multiprocessing.parent_process", return_value=SimpleNamespace(pid=7)),
        patch("signal.signal"),
        patch(f"{module}.create_app"),
        patch(f"{module}.end_with", watched.put),
    ):
        application()
    assert watched.get(timeout=5) == 7
