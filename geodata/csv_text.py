"""CSV files made of text in memory (RFC 4180), that a spreadsheet opens without running a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from geodata.spreadsheet_cells import csv_cell

# Tells a spreadsheet that a file is in UTF-8.
_BOM = "\ufeff"


def csv_text(
    header: Iterable[str], lines: Iterable[Iterable[object]], *, french: bool = False
) -> str:
    r"""Write a header and its lines, in the order given; a missing value is an empty cell.

    Parameters
    ----------
    header
        Names of the columns.
    lines
        One value per column, each.
    french
        For a spreadsheet set to French: a byte order mark, semicolons and decimal commas; else for
        programs.

    Examples
    --------
    >>> csv_text(("nom", "part"), [("=Brest", 0.5), ("Sein", None)])
    "nom,part\r\n'=Brest,0.5\r\nSein,\r\n"
    >>> csv_text(("nom", "part"), [("Brest", 0.5)], french=True)
    '\ufeffnom;part\r\nBrest;0,5\r\n'
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if french else ",", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([csv_cell(value, french=french) for value in line] for line in lines)
    return (_BOM if french else "") + text.getvalue()
