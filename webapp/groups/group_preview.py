"""What a group being composed looks like: its communes in one colour, with the names of some."""

from __future__ import annotations

from carto.drawing import palettes
from carto.drawing.svg import element, text
from carto.group_code import GroupCode
from webapp.groups.group_draft import Draft
from webapp.snapshots.loaded_snapshot import GROUP, LoadedSnapshot

NAME_SIZE = 26


def preview(snapshot: LoadedSnapshot, draft: Draft) -> str:
    """Draw the communes of a group; nothing before it can be shown.

    Parameters
    ----------
    snapshot
        Where the communes are published.
    draft
        The group.
    """
    if not draft.can_be_shown:
        return ""
    shapes = snapshot.shapes(GROUP, str(GroupCode(draft.communes)))
    units = "".join(element("path", d=path) for path in shapes.units.values())
    names = "".join(element("text", text(nom), x=x, y=y) for nom, (x, y) in shapes.names.items())
    return element(
        "svg",
        element("g", units, fill=palettes.BUPU[0], stroke=palettes.OUTLINE, stroke_width=1.5)
        + element("path", d=shapes.outline, fill="none", stroke=palettes.BORDER, stroke_width=2)
        + element("path", d=shapes.borders, fill="none", stroke=palettes.BORDER, stroke_width=2.5)
        + element(
            "g",
            names,
            class_="noms",
            font_size=NAME_SIZE,
            text_anchor="middle",
            fill=palettes.INK,
            stroke=palettes.HALO,
            stroke_width=5,
            stroke_linejoin="round",
            paint_order="stroke",
        ),
        xmlns="http://www.w3.org/2000/svg",
        class_="carte-svg",
        viewBox=f"0 0 {shapes.width} {shapes.height}",
        font_family="system-ui, sans-serif",
        role="img",
        aria_label="Les communes du groupe",
    )
