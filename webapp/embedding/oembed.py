"""oEmbed: the embed code of a page, for sites that are only given its address.

https://oembed.com. The consumers that matter discover the link in the head of a page (WordPress
and its kind), keep the frame of the answer and nothing else, and add parameters of their own to
the address: unlike those of the API, unknown parameters are therefore left alone.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from flask import Blueprint, Response, request

from carto.codes import FRANCE_CODE
from webapp.embedding.embed_code import DEFAULT_HEIGHT, DEFAULT_WIDTH, EmbedCode
from webapp.embedding.embed_codes import embed_code
from webapp.embedding.oembed_discovery import LONGEST_URL, PATH, embeddable
from webapp.embedding.public_address import public_address
from webapp.errors import (
    FormerCommuneError,
    NotOfferedError,
    ParameterError,
    UnknownResourceError,
)
from webapp.house.theme import site
from webapp.json_answers import json_answer
from webapp.printing.print_pages import THUMBNAIL_DOTS
from webapp.snapshots.current_snapshot import current

blueprint = Blueprint("oembed", __name__)

_PIXELS = re.compile("[1-9][0-9]{0,4}")
_CACHE_AGE_S = 86_400


@blueprint.get(PATH)
def oembed() -> Response:
    """Describe the map of a page of this service: 404 for any other page, 501 for XML."""
    if request.args.get("format", "json") != "json":
        raise NotOfferedError("Ce service décrit ses cartes en JSON seulement : format=json.")
    width = min(_pixels("maxwidth", DEFAULT_WIDTH), DEFAULT_WIDTH)
    height = min(_pixels("maxheight", DEFAULT_HEIGHT), DEFAULT_HEIGHT)
    code = _code_of(_asked_page())
    return json_answer(
        {
            "type": "rich",
            "version": "1.0",
            "title": code.title,
            "provider_name": site().nom,
            "provider_url": f"{public_address()}/",
            "cache_age": _CACHE_AGE_S,
            "html": code.iframe(str(width), height),
            "width": width,
            "height": height,
            "thumbnail_url": code.thumbnail,
            "thumbnail_width": round(297 / 25.4 * THUMBNAIL_DOTS),
            "thumbnail_height": round(210 / 25.4 * THUMBNAIL_DOTS),
        }
    )


def _pixels(name: str, default: int) -> int:
    """Read a number of pixels.

    Raises
    ------
    ParameterError
        When it is not one.
    """
    text = request.args.get(name)
    if text is None:
        return default
    if _PIXELS.fullmatch(text) is None:
        raise ParameterError(name, f"« {name} » n'est pas compris : attendu un nombre de pixels.")
    return int(text)


def _asked_page() -> SplitResult:
    """Read the address to describe.

    Raises
    ------
    ParameterError
        When there is none.
    UnknownResourceError
        When it is not on this service.
    """
    url = request.args.get("url", "")
    if not url or len(url) > LONGEST_URL:
        raise ParameterError("url", "« url » manque : l'adresse d'une page de ce service.")
    here = urlsplit(public_address())
    try:
        asked = urlsplit(url)
        is_here = asked.scheme in ("http", "https") and asked.netloc.lower() == here.netloc
    except ValueError:
        is_here = False
    if not is_here:
        raise UnknownResourceError("Cette adresse n'est pas celle d'une page de ce service.")
    return asked


def _code_of(page: SplitResult) -> EmbedCode:
    """Write the embed code of a page, in the state of its address.

    Raises
    ------
    UnknownResourceError
        When it is not the page of a published territory.
    """
    asked = embeddable(unquote(page.path))
    if asked is None:
        raise UnknownResourceError("Cette page n'a pas de carte à intégrer.")
    query = dict(parse_qsl(page.query)[:40])
    try:
        return embed_code(current(), asked.type, asked.code or FRANCE_CODE, query)
    except FormerCommuneError as gone:
        raise UnknownResourceError(str(gone)) from gone
