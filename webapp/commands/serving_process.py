"""One of the processes that `carto serve` starts: its application, and its end."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time

from flask import Flask

from webapp import create_app

# How soon a process notices that the one that started it was killed.
_LOOKED_AT_EVERY_S = 1.0


def application() -> Flask:
    """Make the application of this process, which may be stopped while it loads.

    Until Granian sets its own, the process has the handlers of the one that started it, where a
    request to stop would be lost.
    """
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    starter = multiprocessing.parent_process()
    if starter is not None:
        threading.Thread(target=end_with, args=(starter.pid,), daemon=True).start()
    return create_app()


def end_with(starter: int) -> None:
    """Stop this process once the one that started it is no more: nobody else would.

    Parameters
    ----------
    starter
        Id of the process that started this one.
    """
    while os.getppid() == starter:
        time.sleep(_LOOKED_AT_EVERY_S)
    os.kill(os.getpid(), signal.SIGTERM)
