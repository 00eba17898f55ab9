"""Tests of the arguments of `carto mirror`."""

from __future__ import annotations

import pytest

from webapp.arguments import command_parser


def test_addresses_are_kept_without_the_slash_at_their_end() -> None:
    words = ["mirror", "www", "--address", "https://a.fr/", "--service", "https://b.fr"]
    options = command_parser().parse_args(words)
    assert (options.address, options.service) == ("https://a.fr", "https://b.fr")
    assert options.without_embeds is False


@pytest.mark.parametrize("address", ["a.fr", "https://a.fr/b", "ftp://a.fr", ""])
def test_what_is_no_address_is_a_misuse(address: str) -> None:
    with pytest.raises(SystemExit):
        command_parser().parse_args(["mirror", "www", "--address", address])
