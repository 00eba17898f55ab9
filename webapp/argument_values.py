"""Values of the command line that argparse cannot read by itself; each refusal says what is wrong.

A value that cannot be read is a misuse of the command, and ends it before anything is done.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from webapp.house.site_settings import is_site_address


def output_path(text: str) -> Path:
    """Read where to write; a bar at the end names a folder, which must then exist."""
    if text.endswith(os.sep) and not Path(text).is_dir():
        raise argparse.ArgumentTypeError(
            f"le dossier « {text} » n'existe pas : créez-le ou choisissez une autre destination"
        )
    return Path(text)


def port(text: str) -> int:
    """Read a port number.

    >>> port("8000")
    8000
    """
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un port (0 à 65535)")
    return int(text)


def workers(text: str) -> int:
    """Read a number of processes.

    >>> workers("2")
    2
    """
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de processus (1 à 64)")
    return int(text)


def whole(text: str) -> int:
    """Read a whole number, whatever its sign: what it counts says which ones make sense.

    >>> whole("-3")
    -3
    """
    if not text.isascii() or not text.removeprefix("-").isdigit() or len(text) > 9:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre entier")
    return int(text)


def number(text: str) -> float:
    """Read a number, its decimals after a point or a comma.

    >>> number("12,5")
    12.5
    """
    parts = text.replace(",", ".").split(".")
    if not text.isascii() or len(parts) > 2 or not all(part.isdigit() for part in parts):
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre")
    return float(".".join(parts))


def codes(text: str) -> tuple[str, ...]:
    """Read codes parted by commas.

    >>> codes("29019, 29103")
    ('29019', '29103')
    """
    return tuple(part.strip() for part in text.split(",") if part.strip())


def web_address(text: str) -> str:
    """Read the address of a site, scheme and host, without the slash at its end.

    >>> web_address("https://cartes.exemple.fr/")
    'https://cartes.exemple.fr'
    """
    address = text.rstrip("/")
    if not is_site_address(address):
        raise argparse.ArgumentTypeError(
            f"« {text[:60]} » n'est pas l'adresse d'un site : écrivez https://cartes.exemple.fr"
        )
    return address
