"""Write SVG text: elements with escaped attributes, and nothing that a strict CSP refuses.

No `style` attribute, no `<style>`, no script, no reference outside the document but links.
"""

from __future__ import annotations

from html import escape


def element(name: str, content: str = "", /, **attributes: str | float | None) -> str:
    """Write an element.

    Parameters
    ----------
    name
        Name of the element.
    content
        Markup inside, already escaped (see `text`).
    **attributes
        Underscores in names become hyphens, a trailing one is dropped (`class_`); values are
        escaped; None leaves the attribute out.

    Examples
    --------
    >>> element("path", d="M0 0", stroke_width=0.5, class_="a", fill=None)
    '<path d="M0 0" stroke-width="0.5" class="a"/>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def text(words: str) -> str:
    """Escape words for the inside of an element.

    >>> text("L'Île & <b>")
    "L'Île &amp; &lt;b&gt;"
    """
    return escape(words, quote=False)


def _value(value: str | float) -> str:
    """Write an attribute's value, escaped."""
    return escape(value) if isinstance(value, str) else f"{value:g}"
