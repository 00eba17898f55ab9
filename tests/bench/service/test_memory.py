"""Memory is that of a process and its children; faults are those of the service."""

from __future__ import annotations

import os
import subprocess
import sys

from bench import naive_site
from bench.service.memory import ask_many, resident_mib

_HOLD = "held = bytearray(60 * 1024 * 1024); print(len(held), flush=True); input()"


def test_what_a_child_holds_is_counted() -> None:
    before = resident_mib(os.getpid())
    command = [sys.executable, "-c", _HOLD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        grown = resident_mib(os.getpid()) - before
        child.communicate(b"\n")
    assert 55 < grown < 120


def test_what_the_visitor_mistook_is_no_fault() -> None:
    with naive_site.serving({naive_site.PAGE: b"here"}) as port:
        assert ask_many(f"http://127.0.0.1:{port}", [naive_site.PAGE, "/nowhere"], 20) == 0
    assert ask_many(f"http://127.0.0.1:{port}", [naive_site.PAGE], 2) == 2
