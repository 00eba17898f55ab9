"""pygeoapi, the well-known OGC server in Python, on the same communes and places.

It reads the GeoPackages that `carto export` writes, by its own GeoPackage provider, which needs
SpatiaLite and a Python whose SQLite loads extensions; `make bench-service` installs it apart, in
`.venv-pygeoapi`, for its libraries are not ours. Two workers, as Carto has.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.building import ROOT
from bench.free_port import free_port
from bench.serving import wait_for
from geodata.exports import export
from geodata.storage.snapshot import Snapshot

HOME = ROOT / ".venv-pygeoapi"
_SPATIALITE = "mod_spatialite.so"
_CONTACT = (
    *("name", "position", "address", "city", "stateorprovince", "postalcode", "country"),
    *("phone", "fax", "email", "hours", "role"),
)
_WORLD = [-180, -90, 180, 90]
# Collection, and layer of its GeoPackage → our table and its key.
_TABLES = {"communes": ("communes", "code_insee"), "lieux": ("sites", "id")}


@contextmanager
def pygeoapi_serving(snapshot: Snapshot, folder: Path) -> Iterator[str]:
    """Serve the communes and the places of a snapshot; gives the address.

    Parameters
    ----------
    snapshot
        Whose tables are exported.
    folder
        Where the GeoPackages and the configuration are written.

    Raises
    ------
    SystemExit
        When pygeoapi is not installed, or does not answer.
    """
    if not (HOME / "bin" / "gunicorn").exists():
        raise SystemExit("pygeoapi n'est pas installé : lancez « make bench-service ».")
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    files = {name: folder / f"{name}.gpkg" for name in _TABLES}
    for name, (table, _) in _TABLES.items():
        export(snapshot, table, "gpkg", None, files[name])
    configuration = folder / "pygeoapi.json"
    configuration.write_text(json.dumps(_configuration(base, files)))
    environment = {
        **os.environ,
        "PYGEOAPI_CONFIG": str(configuration),
        "PYGEOAPI_OPENAPI": str(folder / "pygeoapi-openapi.yml"),
        "SPATIALITE_LIBRARY_PATH": _SPATIALITE,
    }
    document = ["openapi", "generate", str(configuration)]
    document += ["--output-file", environment["PYGEOAPI_OPENAPI"]]
    binaries = HOME / "bin"
    subprocess.run(  # noqa: S603 - the peer we installed
        [str(binaries / "pygeoapi"), *document], env=environment, check=True, capture_output=True
    )
    served = ["--workers=2", f"--bind=127.0.0.1:{port}", "--log-level=critical"]
    running = subprocess.Popen(  # noqa: S603
        [str(binaries / "gunicorn"), *served, "pygeoapi.flask_app:APP"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"{base}/collections/communes/items?f=json&limit=1", running)
        yield base
    finally:
        running.terminate()
        running.wait(10)


def _configuration(base: str, files: dict[str, Path]) -> dict[str, object]:
    """Write the configuration of pygeoapi: what it demands, and one collection a table."""
    said = {"en": "bench"}
    return {
        "server": {
            "bind": {"host": "127.0.0.1", "port": int(base.rsplit(":", 1)[1])},
            "url": base,
            "mimetype": "application/json; charset=UTF-8",
            "encoding": "utf-8",
            "gzip": False,
            "languages": ["en-US"],
            "pretty_print": False,
            "limits": {"default_items": 10, "max_items": 1000},
            "map": {"url": base, "attribution": "bench"},
        },
        "logging": {"level": "ERROR"},
        "metadata": {
            "identification": {
                **{"title": said, "description": said, "keywords": {"en": ["bench"]}},
                **{"keywords_type": "theme", "terms_of_service": "bench", "url": base},
            },
            "license": {"name": "bench", "url": base},
            "provider": {"name": "bench", "url": base},
            "contact": {**dict.fromkeys(_CONTACT, "bench"), "url": base},
        },
        "resources": {
            name: {
                **{"type": "collection", "title": name, "description": name},
                **{"keywords": [name], "links": [], "extents": {"spatial": {"bbox": _WORLD}}},
                "providers": [
                    {
                        **{"type": "feature", "name": "SQLiteGPKG", "data": str(path)},
                        **{"id_field": _TABLES[name][1], "table": name},
                    }
                ],
            }
            for name, path in files.items()
        },
    }
