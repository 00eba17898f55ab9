"""The assembled assets by logical name: what `asset('carto.css')` means in a page."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from webapp.errors import MissingAssetsError

MANIFEST = "MANIFEST.json"


@dataclass(frozen=True)
class AssetsManifest:
    """Which file each logical name stands for.

    Attributes
    ----------
    folder
        Folder that holds the files.
    files
        Logical name (`carto.css`) to path below `folder`; paths carry a hash or a version, so
        they can be cached for ever.
    digest
        Sixteen hexadecimal digits that change whenever an asset does.
    """

    folder: Path
    files: dict[str, str]
    digest: str

    def path_of(self, name: str) -> str:
        """Path below the folder of the asset called `name`.

        Raises
        ------
        MissingAssetsError
            When no asset has this name.
        """
        try:
            return self.files[name]
        except KeyError:
            raise MissingAssetsError(
                f"La ressource « {name} » manque dans {self.folder} : lancez make setup."
            ) from None


def load_manifest(folder: Path) -> AssetsManifest:
    """Read the manifest of the assembled assets.

    Parameters
    ----------
    folder
        Usually `webapp/static`.

    Returns
    -------
    AssetsManifest
        Every file it names exists.

    Raises
    ------
    MissingAssetsError
        When the assets were not assembled, or not completely.
    """
    path = folder / MANIFEST
    try:
        content = path.read_bytes()
        files = {name: str(entry["file"]) for name, entry in json.loads(content).items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise MissingAssetsError(
            f"Les ressources des pages ne sont pas assemblées ({path}) : lancez make setup."
        ) from None
    for file in files.values():
        if not (folder / file).is_file():
            raise MissingAssetsError(
                f"La ressource {file} manque dans {folder} : lancez make setup."
            )
    return AssetsManifest(folder, files, hashlib.sha256(content).hexdigest()[:16])
