"""Files that are wrong as a whole: encodings, delimiters, headers, other formats."""

from __future__ import annotations

import io
import random
import zipfile

import xlsxwriter

from tests.bad_rows.kind import FileKind, Kind

UNDERSTOOD = ("understood",)
REFUSED = ("file",)


def with_mark(data: bytes, _: random.Random) -> bytes:
    return b"\xef\xbb\xbf" + data


def in_latin_1(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("latin-1", "replace")


def in_utf_16(data: bytes, _: random.Random) -> bytes:
    return data.decode().encode("utf-16")


def in_two_encodings(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\n", "é\n".encode("cp1252"), 2)


def with_carriage_returns(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"\n", b"\r")


def with_tabs(data: bytes, _: random.Random) -> bytes:
    return data.replace(b";", b"\t")


def under_titles(data: bytes, chance: random.Random) -> bytes:
    return b"Recensement;;\n" * chance.choice((2, 4)) + data


def reordered(data: bytes, _: random.Random) -> bytes:
    lines = [line.split(";") for line in data.decode().splitlines()]
    return "\n".join(";".join(cells[::-1]) for cells in lines).encode()


def without_a_column(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"PMUN", b"habitants", 1)


def with_a_column_twice(data: bytes, _: random.Random) -> bytes:
    return data.replace(b"PCAP", b"PMUN", 1)


def empty(_: bytes, chance: random.Random) -> bytes:
    return chance.choice((b"", b"\n\n", b"\xef\xbb\xbf", b"   "))


def header_alone(data: bytes, _: random.Random) -> bytes:
    return data.splitlines(keepends=True)[0]


def web_page(_: bytes, chance: random.Random) -> bytes:
    pages = (b"<!DOCTYPE html><html><body>504</body></html>", b"\n<html></html>", b"<?xml ?><a/>")
    return chance.choice(pages)


def json_error(_: bytes, chance: random.Random) -> bytes:
    return chance.choice((b'{"error": "quota"}', b'[{"message": "404"}]'))


def workbook(data: bytes, _: random.Random) -> bytes:
    """Save the table as a workbook whose name still says CSV."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        for number, line in enumerate(data.decode().splitlines()):
            sheet.write_row(number, 0, line.split(";"))
    return written.getvalue()


def archive(data: bytes, _: random.Random) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        file.writestr("../../x.csv", data)
    return written.getvalue()


def cut_in_its_last_line(data: bytes, _: random.Random) -> bytes:
    return data[: data.rindex(b";") - 12]


def broken_gzip(data: bytes, _: random.Random) -> bytes:
    return b"\x1f\x8b\x08\x00" + data[:200]


def noise(_: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(4000)


KINDS: tuple[Kind, ...] = (
    FileKind("mark of UTF-8", "population", UNDERSTOOD, with_mark),
    FileKind("latin-1", "population", REFUSED, in_latin_1),
    FileKind("UTF-16", "population", REFUSED, in_utf_16),
    FileKind("two encodings", "population", REFUSED, in_two_encodings),
    FileKind("carriage returns", "population", UNDERSTOOD, with_carriage_returns),
    FileKind("tabs", "population", UNDERSTOOD, with_tabs),
    FileKind("header on line 3 or 5", "population", UNDERSTOOD, under_titles),
    FileKind("columns reordered", "population", UNDERSTOOD, reordered),
    FileKind("column renamed", "population", REFUSED, without_a_column),
    FileKind("column twice", "population", REFUSED, with_a_column_twice),
    FileKind("empty file", "population", REFUSED, empty),
    FileKind("header alone", "population", REFUSED, header_alone),
    FileKind("web page", "population", REFUSED, web_page),
    FileKind("JSON error", "population", REFUSED, json_error),
    FileKind("workbook named .csv", "population", UNDERSTOOD, workbook),
    FileKind("archive named .csv", "population", REFUSED, archive),
    FileKind("last line cut", "population", ("refused:NB_CELLULES",), cut_in_its_last_line),
    FileKind("broken gzip", "population", REFUSED, broken_gzip),
    FileKind("noise", "population", REFUSED, noise),
)
