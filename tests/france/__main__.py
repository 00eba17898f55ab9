"""Build the whole of France and write tests/golden/france.json again: `python -m tests.france`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.national_settings import national_settings
from tests.conftest import ROOT
from tests.france.counts import write_golden
from tests.france.national_build import build_france

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        settings = national_settings(ROOT.parent / "shared" / "data", Path(folder))
        built = build_france(settings, Path(folder) / "data")
        print(write_golden(built.snapshot).relative_to(ROOT))
