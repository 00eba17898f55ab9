"""One member of an archive is read; a hostile or damaged archive is refused in one line."""

from __future__ import annotations

import io
import re
import stat
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.errors import SourceError
from geodata.reading import archives
from geodata.reading.archives import archive_problem, find_member, is_archive, member_names
from geodata.reading.archives import read_member as read
from tests.geodata.raw_files import raw_file

CSV = re.compile(r".*\.csv")
ROWS = b"COM;PMUN\n29001;1065\n"


def zipped(members: dict[str, bytes]) -> bytes:
    """Zip some members."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return held.getvalue()


def test_the_one_member_is_read_whatever_its_folder(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, zipped({"notice.txt": b"x", "dossier/": b"", "dossier/a.csv": ROWS}))
    assert is_archive(raw.path)
    assert archive_problem(raw.path) is None
    assert member_names(raw) == ("dossier/a.csv", "notice.txt")
    assert find_member(raw, CSV) == "dossier/a.csv"
    assert read(raw, CSV) == ROWS


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"a.txt": b"x"}, r"aucun fichier attendu.*a\.txt"),
        ({"a.csv": b"x", "b.csv": b"y"}, r"plusieurs fichiers.*a\.csv, b\.csv"),
        ({}, "archive zip vide"),
        ({"../a.csv": ROWS}, "suspect.*../a.csv"),
        ({"/etc/a.csv": ROWS}, "suspect"),
        ({"..\\a.csv": ROWS}, "suspect"),
        ({"C:\\a.csv": ROWS}, "suspect"),
        ({"../\n\u202e.csv": ROWS}, r"suspect.*\?\?"),
    ],
)
def test_what_is_refused(tmp_path: Path, members: dict[str, bytes], said: str) -> None:
    with pytest.raises(SourceError, match=said) as caught:
        read(raw_file(tmp_path, zipped(members), name="archive.zip"), CSV)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("archive.zip")


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = ZipInfo("a.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr(link, b"/etc/passwd")
    with pytest.raises(SourceError, match="suspect"):
        read(raw_file(tmp_path, held.getvalue()), CSV)


def test_a_password_is_said(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.csv": ROWS}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    with pytest.raises(SourceError, match="mot de passe"):
        read(raw_file(tmp_path, bytes(data)), CSV)


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    bomb = raw_file(tmp_path, zipped({"a.csv": b"0" * 2**27}))
    assert bomb.bytes < 2**18
    with pytest.raises(SourceError, match="démesurée"):
        read(bomb, CSV)


def test_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = raw_file(tmp_path, zipped({"a.csv": ROWS, "b.txt": b""}))
    monkeypatch.setattr(archives, "LARGEST_MEMBER", len(ROWS) - 1)
    with pytest.raises(SourceError, match="Gio"):
        read(raw, CSV)
    monkeypatch.setattr(archives, "LARGEST_TOTAL", len(ROWS) - 1)
    assert archive_problem(raw.path) == "archive zip démesurée une fois décompressée"
    monkeypatch.setattr(archives, "MOST_MEMBERS", 1)
    assert archive_problem(raw.path) == "archive zip de plus de 1 fichiers"


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_truncated_archive(tmp_path: Path, kept: float) -> None:
    data = zipped({"a.csv": ROWS * 100})
    with pytest.raises(SourceError, match="tronquée ou abîmée"):
        read(raw_file(tmp_path, data[: int(len(data) * kept)]), CSV)


def test_a_member_that_does_not_match_its_checksum(tmp_path: Path) -> None:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("a.csv", ROWS)
    with pytest.raises(SourceError, match=r"a\.csv.*abîmé"):
        read(raw_file(tmp_path, held.getvalue().replace(b"1065", b"1066")), CSV)


def test_a_7z_archive_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"7z.*décompressez-la"):
        member_names(raw_file(tmp_path, b"7z\xbc\xaf\x27\x1c rest"))


def test_a_missing_file(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, b"x")
    raw.path.unlink()
    with pytest.raises(SourceError, match="illisible"):
        member_names(raw)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_is_an_expected_error(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(zipped({"a.csv": ROWS * 5, "dossier/b.txt": b"b" * 50}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    held = ROWS * 5
    with suppress(SourceError):
        held = read(raw_file(tmp_path, bytes(whole)), CSV)
    assert held == ROWS * 5
