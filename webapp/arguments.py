"""The arguments of the `carto` command: every verb and option, on one screen."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from carto.french import capitalised
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from webapp.argument_values import output_path
from webapp.french_parser import FrenchParser
from webapp.import_arguments import add_import_arguments
from webapp.mirror_arguments import MIRROR_DETAILS, MIRROR_HELP, add_mirror_arguments
from webapp.plan_arguments import PLAN_DETAILS, PLAN_HELP, add_plan_arguments
from webapp.serve_arguments import SERVE_DETAILS, SERVE_HELP, add_serve_arguments
from webapp.settings import DATA_DIR_VARIABLE, DEFAULT_DATA_DIR
from webapp.software import software_version

EXPORT_FORMATS = ("csv", "csv-fr", "geojson", "gpkg", "parquet", "standard", "xlsx")
INDICATORS = ("verdict", "typologie", "fibre", "reste", "temps", "acces", "besoin", "solidite")
_TERRITORY = (
    "code d'un département (29), SIREN d'un EPCI (242900314), groupe de communes "
    "(groupe:29103-29105)"
)


def command_parser() -> FrenchParser:
    """Make the parser of the command line.

    Returns
    -------
    FrenchParser
        Parsed options always have `verb` and `data_dir`.
    """
    parser = FrenchParser(
        prog="carto",
        description="Cartographie de l'inclusion numérique : fibre, lieux d'aide et besoin, "
        "commune par commune.",
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"carto {software_version()}",
        help="affiche la version",
    )
    _add_data_dir(parser, _default_data_dir())
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERBE", title="Verbes")
    _add_fetch(verbs)
    _add_import(verbs)
    _add_build(verbs)
    _add_verify(verbs)
    _add_list(verbs)
    _add_rollback(verbs)
    _add_diff(verbs)
    add_serve_arguments(_verb(verbs, "serve", SERVE_HELP, SERVE_DETAILS))
    _add_export(verbs)
    add_mirror_arguments(_verb(verbs, "mirror", MIRROR_HELP, MIRROR_DETAILS))
    _add_map(verbs)
    add_plan_arguments(_verb(verbs, "plan", PLAN_HELP, PLAN_DETAILS))
    _add_dossier(verbs)
    _add_calibrate(verbs)
    return parser


def _add_fetch(verbs: Any) -> None:
    parser = _verb(verbs, "fetch", "télécharge les sources chez leurs éditeurs")
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("carto.toml"),
        metavar="FICHIER",
        help="vos réglages (défaut : carto.toml)",
    )
    parser.add_argument(
        "--source",
        action="append",
        metavar="ID",
        help="cette source seulement ; peut être répété (défaut : toutes)",
    )
    _add_json(parser)


def _add_import(verbs: Any) -> None:
    parser = _verb(
        verbs,
        "import",
        "vérifie un fichier local et le déclare dans carto.toml",
        "Le fichier est lu comme à la construction : chaque ligne refusée est dite, avec sa "
        "raison. Sans ligne utilisable, rien n'est changé. Il reste où il est.",
    )
    add_import_arguments(parser)
    _add_json(parser)


def _add_build(verbs: Any) -> None:
    parser = _verb(verbs, "build", "construit et publie un instantané")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "--demo", action="store_true", help="les données embarquées du Finistère, sans réseau"
    )
    source.add_argument("--config", type=Path, metavar="FICHIER", help="vos réglages (carto.toml)")
    parser.add_argument(
        "--force",
        action="store_true",
        help="reconstruit même si rien n'a changé, publie malgré un contrôle",
    )
    _add_json(parser)


def _add_verify(verbs: Any) -> None:
    parser = _verb(verbs, "verify", "vérifie chaque octet d'un instantané publié")
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="identifiant (par défaut : celui qui est servi)"
    )
    _add_json(parser)


def _add_list(verbs: Any) -> None:
    _add_json(_verb(verbs, "list", "liste les instantanés publiés"))


def _add_rollback(verbs: Any) -> None:
    parser = _verb(
        verbs,
        "rollback",
        "sert de nouveau un instantané antérieur",
        "Il est d'abord vérifié, chaque octet. Le service qui tourne le prend à la demande "
        "suivante, sans être relancé ; celui qui était servi reste publié.",
    )
    parser.add_argument(
        "id", nargs="?", metavar="ID", help="identifiant (par défaut : celui servi juste avant)"
    )
    _add_json(parser)


def _add_diff(verbs: Any) -> None:
    parser = _verb(
        verbs, "diff", "compare deux instantanés : qui est entré, qui est sorti, pourquoi"
    )
    parser.add_argument(
        "before",
        nargs="?",
        metavar="A",
        help="l'ancien (défaut : celui d'avant celui qui est servi)",
    )
    parser.add_argument(
        "after", nargs="?", metavar="B", help="le nouveau (défaut : celui qui est servi)"
    )
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--csv", action="store_true", help="écrit les communes qui ont changé (CSV)")
    shape.add_argument("--json", action="store_true", help="écrit toute la comparaison (JSON)")


def _add_export(verbs: Any) -> None:
    parser = _verb(verbs, "export", "écrit une table pour un autre outil")
    tables = sorted((*SNAPSHOT_TABLES, *COMPLEMENTS))
    parser.add_argument("table", choices=tables, metavar="TABLE", help=", ".join(tables))
    parser.add_argument(
        "--format",
        choices=EXPORT_FORMATS,
        default="csv",
        metavar="FORMAT",
        help=f"{', '.join(EXPORT_FORMATS)} (défaut : csv)",
    )
    parser.add_argument("--territory", metavar="CODE", help=f"{_TERRITORY} ou code d'une commune")
    parser.add_argument(
        "-o",
        "--output",
        type=output_path,
        default=Path(),
        metavar="CHEMIN",
        help="fichier, dossier, ou - pour la sortie standard (défaut : le dossier courant)",
    )


def _add_map(verbs: Any) -> None:
    parser = _verb(verbs, "map", "écrit une carte interactive en un seul fichier HTML")
    parser.add_argument("--territory", required=True, metavar="CODE", help=_TERRITORY)
    parser.add_argument(
        "--indicateur",
        choices=INDICATORS,
        default="verdict",
        metavar="NOM",
        help=f"{', '.join(INDICATORS)} (défaut : verdict)",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=output_path,
        default=Path("carte.html"),
        metavar="FICHIER",
        help="défaut : carte.html",
    )


def _add_dossier(verbs: Any) -> None:
    parser = _verb(
        verbs,
        "dossier",
        "écrit le dossier d'un territoire, calculé, à compléter et à signer",
        "Le nom du fichier dit le format : .docx (Word, LibreOffice), .pdf, .html, ou .zip pour "
        "les annexes (tableaux, cartes, sources, état de référence).",
    )
    parser.add_argument(
        "territory",
        metavar="TERRITOIRE",
        help="epci:242900801, departement:29 ou groupe:29103-29105-29181",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=output_path,
        default=Path("dossier.docx"),
        metavar="FICHIER",
        help="défaut : dossier.docx",
    )
    parser.add_argument(
        "--reference",
        type=Path,
        metavar="FICHIER",
        help="dossier (.docx), annexes (.zip) ou baseline.json d'une édition antérieure : la "
        "partie 11 dit ce qui a changé depuis",
    )
    parser.add_argument(
        "--scenario",
        type=Path,
        metavar="FICHIER",
        help="scenario.json enregistré depuis la page « Scénario » : la partie 9 en fait une fiche",
    )


def _add_calibrate(verbs: Any) -> None:
    parser = _verb(
        verbs,
        "calibrate",
        "calcule les références nationales figées d'un millésime",
        'Les réglages portent sur toute la France (scope = "FR"), sans [parameters] ; comptez une '
        "à trois minutes. Le fichier JSON tient les médianes de l'offre par jeu de listes de "
        "lieux, les quantiles par groupe de communes et ce que donneraient d'autres seuils ; la "
        "sortie standard en dit l'essentiel en mots. Une construction lit "
        "geodata/references/2026.json : mettez-y le fichier pour qu'elle s'en serve.",
    )
    parser.add_argument(
        "--config",
        type=Path,
        required=True,
        metavar="FICHIER",
        help="les fichiers de toute la France (carto.toml)",
    )
    parser.add_argument("--vintage", required=True, metavar="ANNÉE", help="nom du millésime")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FICHIER", help="fichier JSON à écrire"
    )


def _verb(verbs: Any, name: str, help_: str, details: str = "") -> argparse.ArgumentParser:
    """Add a verb; it also takes the data folder, which may thus come before or after it."""
    parser: argparse.ArgumentParser = verbs.add_parser(
        name, help=help_, description=f"{capitalised(help_)}. {details}".rstrip()
    )
    _add_data_dir(parser, argparse.SUPPRESS)
    return parser


def _add_data_dir(parser: argparse.ArgumentParser, default: Any) -> None:
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=default,
        metavar="DOSSIER",
        help=f"dossier des données (défaut : {DATA_DIR_VARIABLE}, sinon ./{DEFAULT_DATA_DIR})",
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="écrit du JSON, pour un programme")


def _default_data_dir() -> Path:
    return Path(os.environ.get(DATA_DIR_VARIABLE) or DEFAULT_DATA_DIR)
