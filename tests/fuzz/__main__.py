"""The long run, ``make fuzz``: a service asked ten thousand invented questions.

The demonstration is served as it is in production; Schemathesis asks both of its interfaces what
their descriptions allow and forbid, then the parsers are given thousands of invented texts each. It
ends by itself: five minutes at most for each interface, then about five for the parsers.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.invented_texts import EXAMPLES_VARIABLE
from tests.journeys.conftest import build_demo, served
from tests.judges import tool

INTERFACES = {"/api/v1/openapi.json": "/api/v1", "/ogc/api": "/ogc"}
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,"
    "response_schema_conformance,negative_data_rejection"
)


def main() -> int:
    """Ask for as long as is wanted; returns 0 when nothing was found, 1 otherwise."""
    parser = argparse.ArgumentParser(description="Invented questions, by the thousand.")
    parser.add_argument("--examples", type=int, default=200, help="questions to each address")
    parser.add_argument("--seconds", type=int, default=300, help="at most, for each interface")
    parser.add_argument("--texts", type=int, default=2000, help="texts for each parser")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build_demo(Path(folder))
        with served(Path(folder)) as address:
            faults = [
                _ask(address + description, address + root, options)
                for description, root in INTERFACES.items()
            ]
    pytest = [sys.executable, "-m", "pytest", "-q", str(Path(__file__).parent)]
    environment = {**os.environ, EXAMPLES_VARIABLE: str(options.texts)}
    parsers = subprocess.run(pytest, check=False, env=environment)
    return int(any(faults) or parsers.returncode != 0)


def _ask(description: str, root: str, options: argparse.Namespace) -> bool:
    """Let Schemathesis ask an interface; whether it found a fault."""
    command = [tool("st"), "run", description, "--url", root, "--checks", CHECKS]
    command += ["--phases", "coverage,fuzzing", "--seed", "7"]
    command += ["-n", str(options.examples), "--max-time", str(options.seconds)]
    return subprocess.run(command, check=False).returncode != 0


if __name__ == "__main__":
    sys.exit(main())
