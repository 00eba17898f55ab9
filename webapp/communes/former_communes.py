"""Addresses of communes that are no more: they lead to the one that took over, or list several."""

from __future__ import annotations

from flask import Flask, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import links
from webapp.errors import FormerCommuneError
from webapp.problems import is_for_a_program, problem_answer
from webapp.search.living_selection import LED_FROM
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import COMMUNE

GONE = 410


def register_former_communes(app: Flask) -> None:
    """Answer every address of `app` whose commune is no more."""
    app.register_error_handler(FormerCommuneError, _answer)


def _answer(error: FormerCommuneError) -> Response:
    """Redirect to the only heir, at the same address; with several, list them."""
    values = dict(request.view_args or {})
    named = [name for name, value in values.items() if value == error.code]
    if len(error.heirs) == 1 and named and request.endpoint:
        values |= dict.fromkeys(named, error.heirs[0])
        query = request.query_string.decode("utf-8", "replace")
        led_from = "" if is_for_a_program() else f"{LED_FROM}={error.code}"
        joined = "&".join(filter(None, (query, led_from)))
        address = url_for(request.endpoint, **values) + (f"?{joined}" if joined else "")
        answer = redirect(address, 301)
        answer.headers["Cache-Control"] = "no-cache"
        return answer
    if is_for_a_program():
        communes = [{"code_insee": heir, "href": links.commune(heir)} for heir in error.heirs]
        return problem_answer(GONE, str(error), {"communes": communes})
    page = render_template(
        "pages/commune-partagee.html",
        said=str(error),
        communes=[
            (current().communes[heir]["nom"], links.territory_page(COMMUNE, heir))
            for heir in error.heirs
        ],
    )
    answer = make_response(page, GONE)
    answer.headers["Cache-Control"] = "no-store"
    return answer
