"""The arguments of `carto import`."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_import_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the kind, the file, and what the settings say of it.

    Parameters
    ----------
    parser
        Of the verb `import`.
    """
    parser.add_argument(
        "kind", metavar="NATURE", help="activite, communes_relais… (voir docs/donnees-locales.md)"
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FICHIER", help="CSV ou classeur")
    parser.add_argument(
        "--date",
        metavar="DATE",
        help="dernier jour que décrit le fichier (défaut : celui de carto.toml)",
    )
    parser.add_argument(
        "--millesime", metavar="NOM", help="millésime (défaut : l'année de la date)"
    )
    parser.add_argument(
        "--encoding", metavar="NOM", help="encodage d'un CSV qui n'est pas en UTF-8 : cp1252"
    )
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("carto.toml"),
        metavar="FICHIER",
        help="vos réglages (défaut : carto.toml)",
    )
    parser.add_argument(
        "--force",
        action="store_true",
        help="importe même quand plus de la moitié des lignes est refusée",
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--dry-run", action="store_true", help="vérifie seulement, n'écrit rien")
    shape.add_argument(
        "--modele",
        action="store_true",
        help="écrit un fichier vide à remplir (défaut : NATURE-modele.csv)",
    )
