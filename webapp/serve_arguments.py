"""The arguments of `carto serve`: those given often; the environment holds the others."""

from __future__ import annotations

import argparse
from pathlib import Path

from webapp.argument_values import port, workers
from webapp.house.site_settings import SITE_VARIABLE
from webapp.operation.run_settings import DEFAULT_HOST, DEFAULT_PORT, DEFAULT_WORKERS

SERVE_HELP = "sert les pages, l'API et les cartes"
SERVE_DETAILS = (
    "Les autres réglages (noms du service, limite de débit, journal, mesures…) viennent de "
    "l'environnement : docs/heberger.md les dit tous."
)


def add_serve_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `carto serve` to its parser; one that is not given is None.

    Parameters
    ----------
    parser
        Parser of the verb.
    """
    parser.add_argument("--host", metavar="HÔTE", help=f"défaut : CARTO_HOST, sinon {DEFAULT_HOST}")
    parser.add_argument(
        "--port",
        type=port,
        help=f"défaut : CARTO_PORT, sinon {DEFAULT_PORT} ; 0 : un port libre",
    )
    parser.add_argument(
        "--workers",
        type=workers,
        metavar="N",
        help=f"processus (défaut : CARTO_WORKERS, sinon {DEFAULT_WORKERS})",
    )
    parser.add_argument(
        "--site",
        type=Path,
        metavar="FICHIER",
        help="nom, logo, couleur et mentions de votre site (site.toml ; défaut : "
        f"{SITE_VARIABLE}, sinon aucun)",
    )
