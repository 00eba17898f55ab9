"""A class before and after, in words."""

from __future__ import annotations

from carto.french import NARROW
from webapp.views.class_lines import class_line


def test_a_class_tells_its_communes_and_their_change():
    line = class_line("2", (1250, 1200), ("12 %", "11 %"))
    assert (line.before, line.after, line.change) == (f"1{NARROW}250", f"1{NARROW}200", "−50")
    assert (line.people_before, line.people_after) == ("12 %", "11 %")


def test_nothing_changed_is_said_so():
    assert class_line("0", (3, 3), ("", "")).change == "="
