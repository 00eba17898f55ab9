"""Values of the command line: what is read, and what is refused."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import pytest

from webapp.argument_values import codes, number, output_path, port, whole, workers


def test_values_are_read() -> None:
    assert (port("0"), workers("64"), whole("-3")) == (0, 64, -3)
    assert (number("12,5"), number("3"), codes(" 29019 ,,2A004")) == (12.5, 3.0, ("29019", "2A004"))
    assert output_path("carte.html") == Path("carte.html")


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (port, "65536"),
        (port, "-1"),
        (workers, "0"),
        (workers, "65"),
        (whole, "1.5"),
        (whole, "٣"),
        (whole, ""),
        (whole, "9" * 12),
        (number, ""),
        (number, "nan"),
        (number, "1,2,3"),
        (number, "-1"),
        (output_path, "absent/"),
    ],
)
def test_what_cannot_be_read_is_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        read(text)
