"""A file that is not what it says is refused in words; text is never decoded by guess."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.contents import decode, decode_table, is_workbook, read_bytes
from tests.geodata.raw_files import raw_file


def test_gzip_is_opened(tmp_path: Path) -> None:
    rows = b"a;b\n" * 10**5
    assert (
        read_bytes(raw_file(tmp_path, gzip.compress(rows, mtime=0) + gzip.compress(rows, mtime=0)))
        == rows * 2
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "fichier vide"),
        (b"\xef\xbb\xbf\r\n \n", "fichier vide"),
        (gzip.compress(b"x" * 5000, mtime=0)[:20], "tronqué"),
        (b"\x1f\x8b\x08 this is no gzip", "abîmée"),
    ],
)
def test_unreadable_bytes(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read_bytes(raw_file(tmp_path, data))


def test_a_gzip_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geodata.reading.contents.LARGEST_BYTES", 10_000)
    with pytest.raises(SourceError, match="Gio"):
        read_bytes(raw_file(tmp_path, gzip.compress(b"0" * 10**7, mtime=0)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"  <!DOCTYPE html><html>", "page web"),
        (b'{"error": "quota"}', "réponse JSON"),
        (b"PK\x03\x04 data.csv", "archive zip"),
        (b"PK\x03\x04 xl/workbook.xml", "classeur Excel"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "archive 7z.*décompressez-la"),
        (b"\xd0\xcf\x11\xe0\xa1", "xls.*CSV"),
        (b"%PDF-1.7", "PDF"),
        (b"\0\1\2" * 99, "binaire"),
    ],
)
def test_what_is_no_table(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        decode_table(raw_file(tmp_path, data), data)


def test_the_first_bad_byte_is_named(tmp_path: Path) -> None:
    data = "COM;Commune\n29001;Argol\n29006;Bénodet\n".encode("cp1252")
    with pytest.raises(SourceError) as caught:
        decode(raw_file(tmp_path, data, name="population.csv"), data)
    said = str(caught.value)
    for words in ("population.csv, ligne 3", "0xE9", "caractère 8", 'encoding = "cp1252"', "UTF-8"):
        assert words in said


def test_the_stated_encoding_is_used(tmp_path: Path) -> None:
    data = "Bénodet".encode("cp1252")
    assert decode(raw_file(tmp_path, data, encoding="cp1252"), data) == "Bénodet"
    utf_8 = "à bord".encode() + b"\xc3\x81"
    with pytest.raises(SourceError, match=r"0x81 impossible en cp1252.*encoding = .utf-8."):
        decode(raw_file(tmp_path, utf_8, encoding="cp1252"), utf_8)


def test_utf_16_is_recognised(tmp_path: Path) -> None:
    data = "COM;PMUN".encode("utf-16")
    with pytest.raises(SourceError, match="utf-16"):
        decode(raw_file(tmp_path, data), data)


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14", b"\xa4\x9f\xe9;", b"a;b\0\nc;d"])
def test_a_damaged_workbook_is_called_one(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SourceError, match="classeur Excel illisible"):
        decode(raw_file(tmp_path, data, name="Activité.XLSX"), data)


def test_a_text_named_as_a_workbook_is_still_read(tmp_path: Path) -> None:
    data = b"code;nom\n29019;Brest\n"
    assert decode(raw_file(tmp_path, data, name="a.xlsx"), data).startswith("code;nom")


def test_a_workbook_is_known_by_its_bytes() -> None:
    assert is_workbook(b"PK\x03\x04...xl/workbook.xml")
    assert not is_workbook(b"PK\x03\x04...data.csv")
