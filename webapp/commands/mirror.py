"""`carto mirror`: what of the service needs no Python, as files to serve or to put on a storage."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from flask import Flask

from carto import french
from webapp import create_app
from webapp.commands.progress import reporting
from webapp.commands.words import say
from webapp.errors import ServiceError
from webapp.front_end.assets_manifest import load_manifest
from webapp.mirroring.mirror import Ask, Mirror
from webapp.mirroring.tree import Tree
from webapp.settings import DEFAULT_STATIC_DIR, WebSettings, settings_from_environment
from webapp.snapshots.current_snapshot import current
from webapp.tiles.tile_archives import current_archive, published_layers

_STEPS = 9


def run(options: argparse.Namespace) -> int:
    """Write the tree, and its folder on stdout."""
    settings = _settings(options)
    app, tree = create_app(settings), Tree(options.destination)
    address = str(settings.site.adresse)
    mirror = Mirror(_asking(app, address), tree, options.service or "")
    with reporting(_STEPS) as report, app.test_request_context(base_url=address):
        snapshot, layers = current(), published_layers()
        report("ressources des pages et fichiers publiés")
        mirror.assets(load_manifest(settings.static_dir))
        mirror.published(snapshot)
        for layer in layers:
            report(f"tuiles : {layer}")
            mirror.tiles(current_archive(layer))
        if not options.without_embeds:
            mirror.embeds(snapshot, report)
        mirror.descriptions(snapshot, layers)
    size = french.file_size(tree.bytes)
    say(f"Instantané {snapshot.id} : {french.plural(tree.files, 'fichier')}, {size}.")
    print(options.destination)
    return 0


def _settings(options: argparse.Namespace) -> WebSettings:
    """Configure the pages as the service does, under the public address of the tree.

    Raises
    ------
    ServiceError
        When nothing says under which address the tree will be read.
    """
    settings = settings_from_environment(os.environ)
    address = options.address or settings.site.adresse
    if address is None:
        raise ServiceError(
            "Tuiles et styles portent l'adresse publique de la copie : donnez-la avec --address "
            "https://cartes.exemple.fr, CARTO_PUBLIC_ADDRESS ou « adresse » dans site.toml."
        )
    site = replace(settings.site, adresse=address.rstrip("/"))
    return WebSettings(options.data_dir.resolve(), DEFAULT_STATIC_DIR, site)


def _asking(app: Flask, address: str) -> Ask:
    """Ask the service as a visitor of the public address."""
    client = app.test_client()

    def ask(path: str) -> bytes:
        answer = client.get(path, base_url=address)
        if answer.status_code != 200:
            raise ServiceError(f"« {path} » n'a pas de réponse ({answer.status_code}).")
        return bytes(answer.data)

    return ask
