"""The arguments of `carto mirror`."""

from __future__ import annotations

import argparse
from pathlib import Path

from webapp.argument_values import web_address

MIRROR_HELP = "écrit en fichiers ce qui se sert sans Python : tuiles, cartes à intégrer, données"
MIRROR_DETAILS = (
    "Les chemins sont les adresses du service, avec les versions compressées à côté (.gz, .br) : "
    "pour un serveur de fichiers devant lui, ou un stockage objet à sa place. Relancez après "
    "chaque publication : les fichiers d'un instantané ne changent jamais, les autres sont "
    "remplacés."
)


def add_mirror_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments to the parser of the verb."""
    parser.add_argument(
        "destination",
        type=Path,
        metavar="DOSSIER",
        help="dossier vide, ou celui d'une copie précédente",
    )
    parser.add_argument(
        "--address",
        type=web_address,
        metavar="ADRESSE",
        help="adresse publique de la copie, que portent tuiles et styles "
        "(défaut : « adresse » de site.toml)",
    )
    parser.add_argument(
        "--service",
        type=web_address,
        metavar="ADRESSE",
        help="adresse du service où mènent les liens des cartes à intégrer (défaut : la même)",
    )
    parser.add_argument(
        "--without-embeds", action="store_true", help="n'écrit pas les cartes à intégrer"
    )
