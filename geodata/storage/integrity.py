"""Hold a folder against its manifest: every byte, every file, no more and no fewer."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from geodata.storage.errors import SnapshotError
from geodata.storage.manifest import MANIFEST, SEAL, measure, package_id, seal

_SEAL_LINE = re.compile(rb"[0-9a-f]{64}  datapackage\.json\n")
_REMEDY = "Reconstruisez-le (`carto build`) ou revenez à un instantané antérieur."


def verify_folder(folder: Path) -> dict[str, Any]:
    """Verify a snapshot's folder.

    Parameters
    ----------
    folder
        A published snapshot, or a draft about to be published.

    Returns
    -------
    dict
        The manifest, whose every statement about files has been checked.

    Raises
    ------
    SnapshotError
        Naming the first file that is missing, altered or not listed, and what to do.
    """
    manifest = read_manifest(folder)
    expected = {str(resource["path"]): resource for resource in manifest["resources"]}
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for extra in sorted(present - expected.keys() - {MANIFEST, SEAL}):
        raise _refusal(folder, extra, "n'est pas dans le manifeste")
    for path, resource in expected.items():
        if path not in present:
            raise _refusal(folder, path, "manque")
        size, sha256 = measure(folder / path)
        if size != resource["bytes"]:
            raise _refusal(folder, path, f"fait {size} octets au lieu de {resource['bytes']}")
        if f"sha256:{sha256}" != resource["hash"]:
            raise _refusal(folder, path, "a changé depuis sa publication (sha256 différent)")
    if manifest["id"] != package_id(manifest["resources"], manifest["carto"]):
        raise _refusal(folder, MANIFEST, "porte un identifiant qui n'est pas celui de son contenu")
    return manifest


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a snapshot and check its seal, not the files it lists.

    Raises
    ------
    SnapshotError
        If the manifest or its seal is missing or altered.
    """
    for name in (MANIFEST, SEAL):
        if not (folder / name).is_file():
            raise _refusal(folder, name, "manque")
    data = (folder / MANIFEST).read_bytes()
    line = (folder / SEAL).read_bytes()
    if not _SEAL_LINE.fullmatch(line):
        raise _refusal(folder, SEAL, "est illisible")
    if line != seal(data):
        raise _refusal(folder, MANIFEST, f"ne correspond pas à son sceau {SEAL}")
    manifest: dict[str, Any] = json.loads(data)
    return manifest


def _refusal(folder: Path, name: str, problem: str) -> SnapshotError:
    """Error that names the file and says what to do."""
    return SnapshotError(
        f"Instantané « {folder.name} » refusé : le fichier « {name} » {problem}. {_REMEDY}"
    )
