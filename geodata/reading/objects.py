"""Records of a JSON file that is one array of objects, as the records of a table.

Only the wanted members of an object are ever looked at: what a file says beside them (the names of
counsellors, for one) reaches neither a value nor the trace of a refused row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from carto.forbidden_characters import FORBIDDEN
from geodata.errors import SourceError
from geodata.reading.contents import decode, read_bytes
from geodata.reading.header import WantedColumn
from geodata.reading.json_scanner import JsonScanner
from geodata.reading.records import BrokenRecord, Record
from geodata.source import RawFile

SEPARATOR = "|"


def is_json(data: bytes) -> bool:
    """Whether bytes begin as a JSON array does, blanks and byte order mark aside.

    >>> is_json(b" [{}]"), is_json(b"id;nom")
    (True, False)
    """
    return data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[")


def read_objects(raw: RawFile, wanted: Sequence[WantedColumn]) -> Iterator[Record | BrokenRecord]:
    """Read the objects of a JSON array.

    Parameters
    ----------
    raw
        The file, gzipped or not.
    wanted
        Members to take, under their accepted names; all others are ignored.

    Yields
    ------
    Record or BrokenRecord
        One for each element, in the order of the file. Numbers are as written, true and false are
        `true` and `false`, null and NaN are "", the texts of a list are joined by `|`. Broken when
        it is no object (`ENTITE_ILLISIBLE`), when a wanted member is an object
        (`PROPRIETE_ILLISIBLE`) or holds a control character (`CARACTERE_INTERDIT`).

    Raises
    ------
    SourceError
        For JSON that cannot be read (line and character), or when no object at all has one of the
        required members.
    """
    scanner = JsonScanner(raw, decode(raw, read_bytes(raw)))
    elements = [(line, value) for line, _, value in scanner.elements()]
    names = {str(name): None for _, value in elements if isinstance(value, dict) for name in value}
    found = {column.name: _member(column, list(names)) for column in wanted}
    _require(raw, wanted, found, list(names))
    for line, value in elements:
        yield _record(line, value, found)


def _member(column: WantedColumn, names: Sequence[str]) -> str | None:
    """Name in the file of a wanted member, None when it is absent."""
    position = column.find(names)
    return None if position is None else names[position]


def _require(
    raw: RawFile,
    wanted: Sequence[WantedColumn],
    found: Mapping[str, str | None],
    names: Sequence[str],
) -> None:
    """Refuse a file without one of its required members."""
    for column in wanted:
        if column.is_required and found[column.name] is None:
            raise SourceError(
                raw.name,
                f"champ absent (noms acceptés : {', '.join(column.accepted)} ; "
                f"champs trouvés : {', '.join(names)[:300] or 'aucun'})",
                "reprenez le fichier de l'éditeur",
                line=1,
                column=column.accepted[0],
            )


def _record(line: int, value: object, found: Mapping[str, str | None]) -> Record | BrokenRecord:
    """Make a record of one element, or say why it is broken."""
    if not isinstance(value, dict):
        written = json.dumps(value, ensure_ascii=False)
        return BrokenRecord(line, written, "ENTITE_ILLISIBLE", "élément qui n'est pas un objet")
    members = {name: value.get(member) for name, member in found.items() if member is not None}
    trace = json.dumps(
        {found[name]: member for name, member in members.items()}, ensure_ascii=False
    )
    values: dict[str, str] = {}
    for name in found:
        text = _text(members.get(name))
        if text is None:
            said = f"champ {name} qui n'est ni un texte, ni un nombre, ni une liste de textes"
            return BrokenRecord(line, trace, "PROPRIETE_ILLISIBLE", said)
        if FORBIDDEN.search(text):
            said = f"caractère de contrôle dans le champ {name}"
            return BrokenRecord(line, trace, "CARACTERE_INTERDIT", said)
        values[name] = text
    return Record(line, trace, values)


def _text(value: object) -> str | None:
    """Write a member as a cell; None when it is no cell."""
    if value is None or value != value:  # noqa: PLR0124 - NaN alone differs from itself
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (str, int, float)):
        return str(value).strip()
    if isinstance(value, list):
        texts = [_text(item) for item in value if not isinstance(item, list)]
        if len(texts) == len(value) and None not in texts:
            return SEPARATOR.join(filter(None, texts))
    return None
