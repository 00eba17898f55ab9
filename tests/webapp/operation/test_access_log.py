"""The access log: one line a request, nothing of who asked, nothing that forges a line."""

from __future__ import annotations

import json

import pytest

from webapp.operation.access_log import Access, access_writer, json_line, text_line

ACCESS = Access("0a1b2c3d", "GET", "/commune/29019", 200, 5120, 12.345, "0123456789abcdef", None)


def of(path: str = "/", method: str = "GET") -> Access:
    """Make the access of a hostile request."""
    return Access("0a1b2c3d", method, path, 404, 0, 1.0, None, None)


def test_columns_say_when_which_what_and_from_what():
    assert text_line(ACCESS, 1_700_000_000.5) == (
        "2023-11-14T22:13:20.500Z 0a1b2c3d GET /commune/29019 200 5120 12.3 0123456789abcdef -"
    )


def test_json_says_the_same():
    assert json.loads(json_line(ACCESS, 0.0)) == {
        "time": "1970-01-01T00:00:00.000Z",
        "request_id": "0a1b2c3d",
        "method": "GET",
        "path": "/commune/29019",
        "status": 200,
        "bytes": 5120,
        "ms": 12.3,
        "snapshot": "0123456789abcdef",
    }


@pytest.mark.parametrize(
    "hostile", ["/a\r\nb", "/a b", "/\x00", "/\x1b[31m", "/\u2028", "/" * 9000]
)
def test_no_address_forges_a_line_or_a_column(hostile: str):
    line = text_line(of(hostile), 0.0)
    assert line.isprintable()
    assert len(line.split(" ")) == 9
    assert len(line) < 1200


def test_a_method_is_a_word_too():
    assert len(text_line(of(method="GET / 200\n"), 0.0).split(" ")) == 9


def test_accents_of_an_address_are_those_it_was_asked_with():
    assert "/%C3%A9" in text_line(of("/é".encode().decode("latin-1")), 0.0)


def test_lines_leave_at_once(capfd: pytest.CaptureFixture[str]):
    write = access_writer("texte")
    assert write is not None
    write(ACCESS)
    assert capfd.readouterr().out.count("\n") == 1
    assert access_writer("aucun") is None


def test_a_log_that_cannot_be_written_stops_nothing(monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("webapp.operation.access_log.os.write", full)
    write = access_writer("json")
    assert write is not None
    write(ACCESS)
