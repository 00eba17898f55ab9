"""Documents joined for the cache are found as they were."""

from __future__ import annotations

import pytest

from geodata.joined_documents import join_documents, part_documents


@pytest.mark.parametrize(
    "documents",
    [{}, {"a": b"{}"}, {"b": b'{"nom":"\xc3\xa9"}', "a": b"[1,2]", "departement-29": b"0"}],
)
def test_what_was_joined_is_parted(documents: dict[str, bytes]) -> None:
    assert part_documents(join_documents(documents)) == documents
    assert list(part_documents(join_documents(documents))) == list(documents)
