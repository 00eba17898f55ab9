"""One process of the service ends with the one that started it; the rest is in a real service."""

from __future__ import annotations

import os
import signal
from unittest.mock import patch

from webapp.commands.serving_process import end_with


def test_it_ends_once_it_has_another_parent():
    with (
        patch("os.getppid", side_effect=[7, 7, 1]),
        patch("time.sleep") as waited,
        patch("os.kill") as ended,
    ):
        end_with(7)
    assert waited.call_count == 2
    ended.assert_called_once_with(os.getpid(), signal.SIGTERM)
