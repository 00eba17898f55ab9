"""Every reader reads what settings accept, and says who publishes it."""

from __future__ import annotations

import pytest

from geodata.readers import READERS, reader_for, title_of
from geodata.source_settings import READER_IDS
from tests.geodata.demo_tables import raw_demo


def test_settings_accept_the_readers_in_their_order() -> None:
    assert tuple(READERS) == READER_IDS


@pytest.mark.parametrize("reader", READERS)
def test_a_layout_is_described(reader: str) -> None:
    assert READERS[reader]
    for layout in READERS[reader]:
        assert layout.description.id == reader
        assert layout.description.licence
        is_local = layout.description.producer == "Territoire"
        assert is_local or layout.description.homepage.startswith("https://")


def test_each_file_of_the_demonstration_is_recognised() -> None:
    for raw in raw_demo():
        layouts = READERS[raw.source]
        assert reader_for(raw) in layouts
        assert reader_for(raw).recognises(raw)
        assert title_of(raw.source) == reader_for(raw).description.title
