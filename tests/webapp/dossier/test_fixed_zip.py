"""Archives that do not depend on the clock."""

from __future__ import annotations

import io
from zipfile import ZipFile

from webapp.dossier.fixed_zip import fixed_zip, refixed


def test_the_same_contents_are_the_same_bytes() -> None:
    made = fixed_zip({"b.txt": b"deux", "a.txt": b"un"})
    assert made == fixed_zip({"b.txt": b"deux", "a.txt": b"un"})
    with ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["b.txt", "a.txt"]
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_archive_made_at_some_time_forgets_it() -> None:
    archives = []
    for year in (2020, 2026):
        written = io.BytesIO()
        with ZipFile(written, "w") as archive:
            member = archive.open("a.txt", "w")
            member.write(b"un")
            member.close()
            archive.getinfo("a.txt").date_time = (year, 1, 1, 0, 0, 0)
        archives.append(written.getvalue())
    assert archives[0] != archives[1]
    assert refixed(archives[0]) == refixed(archives[1]) == fixed_zip({"a.txt": b"un"})
