"""Assemble ``webapp/static/``: ``python -m webapp.assets``.

The files a browser loads come from two places: ``webapp/front/`` (ours, plain ES modules and one
style sheet, no bundler) and ``node_modules/`` (theirs, pinned by ``package-lock.json``). Ours get
a name with a hash of their content, theirs a folder with their version, so that every URL can be
cached for ever. Imports are rewritten to those names, texts are compressed beforehand, and
``MANIFEST.json`` maps each logical name (``carto.css``) to its file, version, licence and sha256.

Everything is read and rewritten in memory first and the manifest is written last: an interrupted
run leaves a folder without manifest, which the next run replaces.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import brotli

from webapp.front_end import asset_names, unused_rules
from webapp.front_end.asset_names import AssetNames, FrontEndError, front_files
from webapp.front_end.assets_manifest import MANIFEST
from webapp.front_end.npm_packages import install_packages
from webapp.front_end.unused_rules import without_unused

ROOT = Path(__file__).resolve().parents[1]
COMPRESSED = frozenset({".css", ".js", ".json", ".mjs", ".svg", ".txt"})

# Package -> (file in the package, logical name). MapLibre finds its worker by itself when the
# modules lie in one folder under their own names.
VENDORED: dict[str, tuple[tuple[str, str], ...]] = {
    "leaflet": (
        ("dist/leaflet.js", "leaflet.js"),
        ("dist/leaflet.css", "leaflet.css"),
        ("dist/images/layers.png", "images/layers.png"),
        ("dist/images/layers-2x.png", "images/layers-2x.png"),
        ("dist/images/marker-icon.png", "images/marker-icon.png"),
        ("LICENSE", "leaflet-LICENSE.txt"),
    ),
    "maplibre-gl": (
        ("dist/maplibre-gl.mjs", "maplibre-gl.mjs"),
        ("dist/maplibre-gl-worker.mjs", "maplibre-gl-worker.mjs"),
        ("dist/maplibre-gl.css", "maplibre-gl.css"),
        ("LICENSE.txt", "maplibre-gl-LICENSE.txt"),
    ),
    "topojson-client": (
        ("dist/topojson-client.min.js", "topojson-client.mjs"),
        ("LICENSE", "topojson-client-LICENSE.txt"),
    ),
}
# Bare imports of our modules; MapLibre is loaded later, from an address that the page holds.
BARE_IMPORTS = {"topojson-client": "topojson-client.mjs"}
# topojson-client ships no single ES module: its script is closed in one that exports the same.
ES_EXPORTS = {"topojson-client.mjs": ("feature", "mesh")}
# Style sheets of which only what our maps use is kept.
TRIMMED = frozenset({"maplibre-gl.css"})
_RULES = (__file__, asset_names.__file__, unused_rules.__file__)


@dataclass(frozen=True)
class Asset:
    """One file of ``webapp/static/`` and where it comes from.

    Attributes
    ----------
    file
        Path below ``webapp/static/``, with ``/``.
    name, version, licence
        The package it belongs to.
    sha256, bytes
        Of the file as served, before compression.
    source, source_sha256
        The file it was made from (path below the repository) and its hash.
    """

    file: str
    name: str
    version: str
    licence: str
    sha256: str
    bytes: int
    source: str
    source_sha256: str


def assemble(root: Path = ROOT) -> dict[str, Asset]:
    """Write ``webapp/static/`` of a repository, whatever is there already.

    Parameters
    ----------
    root
        The repository, with ``node_modules`` installed.

    Returns
    -------
    dict of str to Asset
        Logical name to asset, sorted; the content of ``MANIFEST.json``.

    Raises
    ------
    FrontEndError
        When a file is missing, an import is unknown or modules import each other in a circle.
    """
    contents: dict[str, tuple[Asset, bytes]] = {}
    for package in sorted(VENDORED):
        contents.update(_vendored(root, package))
    contents.update(_own(root, contents))
    static = root / "webapp" / "static"
    static.mkdir(exist_ok=True)
    (static / MANIFEST).unlink(missing_ok=True)
    expected: set[Path] = set()
    for asset, content in contents.values():
        expected |= _write(static / asset.file, content)
    for path in static.rglob("*"):
        if path.is_file() and path not in expected:
            path.unlink()
    assets = {name: contents[name][0] for name in sorted(contents)}
    manifest = {name: asdict(asset) for name, asset in assets.items()}
    (static / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    return assets


def is_current(root: Path = ROOT) -> bool:
    """Tell whether ``webapp/static/`` was made from the present sources by the present rules.

    Parameters
    ----------
    root
        The repository.

    Returns
    -------
    bool
        True when the manifest knows every source file with its present hash, all files it names
        exist, and it is not older than the rules.
    """
    static = root / "webapp" / "static"
    path = static / MANIFEST
    rules = max(Path(module).stat().st_mtime for module in _RULES)
    if not path.is_file() or path.stat().st_mtime < rules:
        return False
    manifest = json.loads(path.read_text())
    sources = {entry["source"]: entry["source_sha256"] for entry in manifest.values()}
    wanted = {source.relative_to(root).as_posix() for source in _sources(root)}
    return (
        wanted == set(sources)
        and all((static / entry["file"]).is_file() for entry in manifest.values())
        and all((root / source).is_file() for source in sources)
        and all(_sha256((root / name).read_bytes()) == known for name, known in sources.items())
    )


def main() -> int:
    """Install the packages and assemble the assets, when either is out of date.

    Returns
    -------
    int
        0, or 1 after one line on stderr that says what to do.
    """
    try:
        install_packages(ROOT)
        if is_current():
            return 0
        assets = assemble()
    except FrontEndError as error:
        print(f"Erreur : {error}", file=sys.stderr)
        return 1
    weight = sum(asset.bytes for asset in assets.values()) / 1024
    print(f"webapp/static : {len(assets)} fichiers, {weight:.0f} Kio", file=sys.stderr)
    return 0


def _sources(root: Path) -> Iterator[Path]:
    """Every file the assets are made from."""
    for package, files in VENDORED.items():
        for source, _ in files:
            yield root / "node_modules" / package / source
    folder = root / "webapp" / "front"
    for name in front_files(folder):
        yield folder / name


def _vendored(root: Path, package: str) -> dict[str, tuple[Asset, bytes]]:
    """Read the files of one package, to lie below ``vendor/<package>-<version>/``."""
    folder = root / "node_modules" / package
    facts = json.loads(_read(folder / "package.json"))
    made = {}
    for source, name in VENDORED[package]:
        content = raw = _read(folder / source)
        file = f"vendor/{package}-{facts['version']}/{name}"
        if name in ES_EXPORTS:
            content = _as_module(raw, ES_EXPORTS[name])
        elif name in TRIMMED:
            content = without_unused(raw.decode()).encode()
            file = f"{file.removesuffix('.css')}.{_sha256(content)[:12]}.css"
        made[name] = (_asset(root, folder / source, raw, file, content, facts), content)
    return made


def _own(root: Path, vendored: dict[str, tuple[Asset, bytes]]) -> dict[str, tuple[Asset, bytes]]:
    """Our files, renamed after their content."""
    folder = root / "webapp" / "front"
    facts = json.loads(_read(root / "package.json"))
    packages = {bare: vendored[name][0].file for bare, name in BARE_IMPORTS.items()}
    names = AssetNames(folder, packages)
    names.rename_all()
    made = {}
    for name, file in names.files.items():
        content = names.contents[name]
        raw = (folder / name).read_bytes()
        made[name] = (_asset(root, folder / name, raw, file, content, facts), content)
    return made


def _asset(
    root: Path, source: Path, raw: bytes, file: str, content: bytes, facts: dict[str, str]
) -> Asset:
    """Describe a file and its origin; `facts` are those of its ``package.json``."""
    return Asset(
        file=file,
        name=facts["name"],
        version=facts["version"],
        licence=facts["license"],
        sha256=_sha256(content),
        bytes=len(content),
        source=source.relative_to(root).as_posix(),
        source_sha256=_sha256(raw),
    )


def _as_module(script: bytes, names: tuple[str, ...]) -> bytes:
    """Close a script written for CommonJS in an ES module, without a global variable."""
    before = b"const exports = {}, module = {exports};\n"
    return before + script + f"\nexport const {{{', '.join(names)}}} = exports;\n".encode()


def _write(path: Path, content: bytes) -> set[Path]:
    """Write a file and its compressed twins, unless they are there with the same content."""
    twins = {path.with_name(path.name + end) for end in (".br", ".gz")}
    if path.suffix not in COMPRESSED:
        twins = set()
    unchanged = path.is_file() and path.read_bytes() == content
    if not (unchanged and all(twin.is_file() for twin in twins)):
        path.parent.mkdir(parents=True, exist_ok=True)
        for twin in twins:
            smaller = (
                brotli.compress(content, quality=11)
                if twin.suffix == ".br"
                else gzip.compress(content, 9, mtime=0)
            )
            twin.write_bytes(smaller)
        path.write_bytes(content)
    return {path, *twins}


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise FrontEndError(f"{path} est introuvable : supprimez node_modules et relancez.")
    return path.read_bytes()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
