"""wrk asks for every address in turn, and counts what is wrong apart."""

from __future__ import annotations

import shutil

import pytest

from bench import naive_site
from bench.service.wrk import ask_fast, read_rate


@pytest.mark.skipif(shutil.which("wrk") is None, reason="wrk est absent (apt install wrk)")
def test_a_missing_page_is_no_answer() -> None:
    with naive_site.serving({naive_site.PAGE: b"here"}) as port:
        base = f"http://127.0.0.1:{port}"
        right = ask_fast(base, [naive_site.PAGE], 1)
        half = ask_fast(base, [naive_site.PAGE, "/nowhere"], 1)
    assert right.per_second > 0
    assert right.failed == 0
    assert half.failed > 0


def test_silence_is_said() -> None:
    with pytest.raises(SystemExit, match="rien mesuré : unable to connect"):
        read_rate("unable to connect")
