"""What of the service needs no Python once it is written: the service is asked, its answers kept.

Addresses stay those of the service, so that a server or a storage may stand in front of it, or in
its place for what is here. What never changes is written first, what names it last: a tree that is
served while it is written again never leads to what is not there yet.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from carto.drawing.tile_fields import LAYERS
from carto.french import plural
from geodata.storage.manifest import MANIFEST
from webapp import links
from webapp.embedding.embed_codes import EMBED_PREFIX
from webapp.front_end.assets_manifest import AssetsManifest
from webapp.mirroring.tree import Tree
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
)
from webapp.snapshots.published_files import published_paths
from webapp.tiles.tile_archive import TileArchive

# Answers with the bytes of an address of the service.
Ask = Callable[[str], bytes]
Report = Callable[[str], None]

PAGE = ".html"
_LEVELS = (FRANCE, REGION, DEPARTEMENT, EPT, EPCI)
_HOST_SCRIPT = "/integrer.js"
_LOADED = re.compile(r'(?:data-[a-z]+|href)="(/(?:donnees/|theme\.css)[^"]+)"')
_LINK = re.compile(r'href="(/(?!static/|theme\.css)[^"]*)"')


class Mirror:
    """The service, written address by address.

    Parameters
    ----------
    ask
        Asks the service.
    tree
        Where its answers are kept.
    service
        Address of the service that links of pages lead to, without a slash at the end; empty when
        the tree is served under the same host.
    """

    def __init__(self, ask: Ask, tree: Tree, service: str = "") -> None:
        self._ask = ask
        self._tree = tree
        self._service = service

    def assets(self, manifest: AssetsManifest) -> None:
        """Copy the assets of pages, with the twins that they have."""
        for path in sorted(manifest.folder.rglob("*")):
            if path.is_file():
                self._tree.copy(f"/static/{path.relative_to(manifest.folder).as_posix()}", path)

    def published(self, snapshot: LoadedSnapshot) -> None:
        """Copy every published file, the manifest last."""
        names = published_paths(snapshot.snapshot) - {MANIFEST}
        for name in (*sorted(names), MANIFEST):
            self._tree.copy(links.snapshot_file(snapshot.id, name), snapshot.file(name))

    def tiles(self, archive: TileArchive) -> None:
        """Write every tile of a layer."""
        template = links.tiles(archive.snapshot_id, archive.layer)
        for name in archive.names():
            tile = archive.tile(name)
            if tile is not None:
                self._tree.write_gzipped(template.replace("{z}/{x}/{y}", name), tile)

    def embeds(self, snapshot: LoadedSnapshot, report: Report) -> None:
        """Write the page to frame of every territory, after what its map loads."""
        pages = [*_embeds(snapshot)]
        for rank, page in enumerate(pages):
            if rank % 100 == 0:
                report(f"cartes à intégrer : {rank} sur {len(pages)}")
            text = self._ask(page).decode()
            for address in sorted({html.unescape(found) for found in _LOADED.findall(text)}):
                self._tree.write(address.partition("?")[0], self._ask(address))
            self._tree.write(page + PAGE, _led_to(self._service, text).encode())
        self._keep(_HOST_SCRIPT)
        report(f"{plural(len(pages), 'carte')} à intégrer")

    def descriptions(self, snapshot: LoadedSnapshot, layers: list[str]) -> None:
        """Write what says where the tiles are and how to draw them; it names all the rest."""
        for layer in layers:
            self._keep(links.style(layer))
            for indicator in LAYERS[layer].indicators(snapshot.facts):
                self._keep(links.style(layer, indicator.id))
            self._keep(links.tile_json(layer))

    def _keep(self, address: str) -> None:
        """Ask for an address and keep the answer."""
        self._tree.write(address, self._ask(address))


def _embeds(snapshot: LoadedSnapshot) -> Iterator[str]:
    """Yield the address of the page to frame of every territory that has a map."""
    codes = {level: [*snapshot.level(level)] for level in _LEVELS}
    codes[GROUP] = [*snapshot.facts.get("groups", {})]
    for level, found in codes.items():
        for code in found:
            yield EMBED_PREFIX + links.territory_page(level, code)


def _led_to(service: str, page: str) -> str:
    """Lead the links of a page to a service at another address.

    >>> _led_to("https://carte.exemple.fr", '<a href="/commune/29001"><link href="/static/a.css">')
    '<a href="https://carte.exemple.fr/commune/29001"><link href="/static/a.css">'
    """
    return _LINK.sub(rf'href="{html.escape(service)}\1"', page) if service else page
