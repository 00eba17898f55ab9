r"""Words that stay words, whatever reads them on their way to the screen.

An exported map passes through a template engine (twice for some parts), JSON, a JavaScript
template literal, then HTML. Every character that means something to one of them becomes an HTML
entity, which only the last reader, HTML, turns back into the character.
"""

from __future__ import annotations

from html import escape

_ENTITIES = str.maketrans({sign: f"&#{ord(sign)};" for sign in "{}`$\\"})


def inert(words: str) -> str:
    r"""Escape words for HTML text, inside any template, script or JSON text.

    >>> inert("{{ 7*191 }} & `${a}` <b> \\")
    '&#123;&#123; 7*191 &#125;&#125; &amp; &#96;&#36;&#123;a&#125;&#96; &lt;b&gt; &#92;'
    """
    return escape(words).translate(_ENTITIES)
