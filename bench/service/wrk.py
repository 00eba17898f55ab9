"""One run of wrk: many connections, a list of addresses, how many answers a second."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

CONNECTIONS = 16

# Addresses are taken in turn, so that no answer is asked for twice in a row.
_SCRIPT = """
local paths = {{{paths}}}
local turn = 0
request = function()
  turn = turn % #paths + 1
  return wrk.format("GET", paths[turn])
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {{"seconds": %f, "requests": %d, "failed": %d, "bytes": %d, "p99_ms": %f}}\\n',
    summary.duration / 1e6, summary.requests,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    summary.bytes, latency:percentile(99) / 1e3))
end
"""
_RESULT = re.compile(r"^RESULT (\{.*\})$", re.MULTILINE)


@dataclass(frozen=True)
class Rate:
    """How fast a server answered.

    Attributes
    ----------
    per_second
        Right answers a second.
    p99_ms
        Time within which 99 answers of 100 came, in ms.
    failed
        Answers other than 2xx or 3xx, and connections that failed.
    mean_bytes
        Mean weight of an answer.
    """

    per_second: float
    p99_ms: float
    failed: int
    mean_bytes: float


def ask_fast(base: str, paths: Sequence[str], seconds: float, headers: Sequence[str] = ()) -> Rate:
    """Ask a server of this machine for paths in turn, as fast as it answers.

    Parameters
    ----------
    base
        Scheme, host and port.
    paths
        Paths with their query.
    seconds
        How long.
    headers
        Lines of the requests, such as `Accept-Encoding: gzip`.

    Raises
    ------
    SystemExit
        When wrk is not on this machine, or said nothing.
    """
    with TemporaryDirectory(prefix="carto-wrk-") as folder:
        script = Path(folder) / "ask.lua"
        script.write_text(_SCRIPT.format(paths=",".join(map(json.dumps, paths))))
        command = ["wrk", "--threads=1", f"--connections={CONNECTIONS}", "--timeout=10s"]
        command += [f"--duration={seconds:.0f}s", f"--script={script}"]
        command += [f"--header={header}" for header in headers]
        try:
            said = subprocess.run([*command, base], capture_output=True, text=True, check=False)  # noqa: S603
        except FileNotFoundError:
            raise SystemExit("wrk est absent : installez-le (apt install wrk).") from None
    return read_rate(said.stdout)


def read_rate(said: str) -> Rate:
    """Read what the script of a run printed.

    >>> said = 'RESULT {"seconds": 2, "requests": 10, "failed": 2, "bytes": 500, "p99_ms": 3.5}'
    >>> read_rate(said)
    Rate(per_second=4.0, p99_ms=3.5, failed=2, mean_bytes=50.0)
    """
    found = _RESULT.search(said)
    if found is None:
        raise SystemExit(f"wrk n'a rien mesuré : {said.strip()[-200:]}")
    told = json.loads(found[1])
    requests = told["requests"]
    return Rate(
        (requests - told["failed"]) / told["seconds"],
        told["p99_ms"],
        told["failed"],
        told["bytes"] / max(requests, 1),
    )
