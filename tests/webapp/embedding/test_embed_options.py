"""Tests of `webapp.embedding.embed_options`."""

from __future__ import annotations

import pytest

from webapp.embedding.embed_options import EmbedOptions, framed, read_embed_options
from webapp.views.state import MapState


@pytest.mark.parametrize(
    "options",
    [
        EmbedOptions(),
        EmbedOptions(has_title=False, has_table=True),
        EmbedOptions(view="9.2/48.25/-4.1"),
    ],
)
def test_options_go_round(options: EmbedOptions) -> None:
    assert read_embed_options(options.query()) == (options, ())


@pytest.mark.parametrize(
    "view",
    [
        "9",
        "9/48",
        "9/48/x",
        "99/48/-4",
        "3/48/-4",
        "9/86/0",
        "9/0/181",
        "9/48/-4/1",
        "<i>",
        "9/٤/1",
    ],
)
def test_a_view_off_the_map_is_said_and_left_out(view: str) -> None:
    options, notices = read_embed_options({"vue": view})
    assert options == EmbedOptions()
    assert len(notices) == 1


def test_a_switch_is_0_or_1() -> None:
    options, notices = read_embed_options({"titre": "non", "table": "oui" * 50})
    assert options == EmbedOptions()
    assert [len(notice) < 120 for notice in notices] == [True, True]


def test_links_that_stay_in_the_frame_keep_its_options() -> None:
    state = framed(MapState("fibre"), EmbedOptions(has_title=False))
    assert (
        state.keeping("3").url("/integrer/epci/1") == "/integrer/epci/1?ind=fibre&classe=3&titre=0"
    )
