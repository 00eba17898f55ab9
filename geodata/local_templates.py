"""Empty files for a territory to fill: the headers that its readers know, and nothing else."""

from __future__ import annotations

from pathlib import Path

from carto.tables.local_files import LOCAL_CONTRACTS, columns_of
from geodata.csv_text import csv_text
from geodata.errors import ExportError


def template_of(kind: str) -> str:
    r"""Write the header of a local file, as a French spreadsheet opens it.

    Parameters
    ----------
    kind
        A key of `LOCAL_READERS`.

    Examples
    --------
    >>> template_of("communes_relais")
    '\ufeffcode_insee;date_convention\r\n'
    """
    contract = next(one for one in LOCAL_CONTRACTS if one.name == kind)
    return csv_text([column.name for column in columns_of(contract)], (), french=True)


def write_template(kind: str, path: Path) -> None:
    """Write an empty file of a kind where there is none.

    Raises
    ------
    ExportError
        When a file is already there, or the place cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(template_of(kind))
    except FileExistsError as error:
        raise ExportError(
            f"« {path} » existe déjà et n'est pas touché ; donnez un autre nom."
        ) from error
    except OSError as error:
        raise ExportError(f"Impossible d'écrire « {path} » ({error.strerror}).") from error
