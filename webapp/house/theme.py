"""The colour and the logo of the collectivité, as a style sheet and an image of this host.

Two tones are made of the one colour that site.toml gives: the colour itself (links, buttons) and
a darker one (titles, footer). The settings refuse a colour that cannot be read on white. Pages
also have a greyer background: a colour that is only just dark enough is darkened for it.
"""

from __future__ import annotations

from typing import cast

from flask import Blueprint, Flask, Response, current_app, request

from carto.drawing.contrast import dark_enough, darker
from webapp.caching import IMMUTABLE
from webapp.errors import UnknownResourceError
from webapp.house.site_settings import SiteSettings

blueprint = Blueprint("theme", __name__)

_EXTENSION = "carto_site"
_DARKER = 0.35
# --creux of carto.css: the darkest background that links are written on.
DARKEST_BACKGROUND = "#eeece5"


def attach_site(app: Flask, settings: SiteSettings) -> None:
    """Give `app` the settings of its site, and its templates `house`."""
    app.extensions[_EXTENSION] = settings
    app.jinja_env.globals["house"] = settings
    app.jinja_env.globals["theme_path"] = theme_path(settings)


def site() -> SiteSettings:
    """Return the settings of the site of this request."""
    return cast(SiteSettings, current_app.extensions[_EXTENSION])


def theme_path(settings: SiteSettings) -> str | None:
    """Address of the style sheet of the colour; None when the site keeps the one of the software.

    >>> theme_path(SiteSettings(couleur="#7a1f5c"))
    '/theme.css?v=7a1f5c'
    """
    return None if settings.couleur is None else f"/theme.css?v={settings.couleur[1:]}"


def theme_sheet(colour: str) -> str:
    """Write the variables of the style that follow the colour of the site.

    >>> theme_sheet("#7a1f5c")
    ':root{--petrole:#7a1f5c;--nuit:#4f143c}'
    """
    text = dark_enough(colour, DARKEST_BACKGROUND)
    return f":root{{--petrole:{text};--nuit:{darker(text, _DARKER)}}}"


@blueprint.get("/theme.css")
def theme() -> Response:
    """Serve the colour of the site; empty when it keeps the one of the software."""
    colour = site().couleur
    sheet = "" if colour is None else theme_sheet(colour)
    return _answer(sheet, "text/css", theme_path(site()))


@blueprint.get("/logo.<any(svg, png):suffix>")
def logo(suffix: str) -> Response:
    """Serve the logo of the site."""
    image = site().logo
    if image is None or image.suffix != f".{suffix}":
        raise UnknownResourceError("Ce site n'a pas ce logo.")
    return _answer(image.content, image.media_type, image.path)


def _answer(content: str | bytes, media_type: str, lasting: str | None) -> Response:
    """Answer with a content that never changes at one address, and is revalidated elsewhere."""
    response = Response(content, mimetype=media_type)
    is_lasting = request.full_path == lasting
    response.headers["Cache-Control"] = IMMUTABLE if is_lasting else "no-cache"
    response.add_etag()
    return response
