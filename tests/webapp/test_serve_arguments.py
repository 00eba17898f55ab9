"""The arguments of `carto serve`: what is not given is left to the environment."""

from __future__ import annotations

from pathlib import Path

from webapp.french_parser import FrenchParser
from webapp.serve_arguments import SERVE_DETAILS, add_serve_arguments


def test_what_is_not_given_is_left_to_the_environment():
    parser = FrenchParser()
    add_serve_arguments(parser)
    nothing = parser.parse_args([])
    assert set(vars(nothing).values()) == {None}
    given = parser.parse_args(
        ["--host", "::", "--port", "80", "--workers", "4", "--site", "s.toml"]
    )
    assert vars(given) == {"host": "::", "port": 80, "workers": 4, "site": Path("s.toml")}
    assert "docs/heberger.md" in SERVE_DETAILS
