"""The parameters of the address that is asked for, as pages read them."""

from __future__ import annotations

from flask import request


def asked_query() -> dict[str, str]:
    """Return the parameters of this request; the last value of a repeated one counts."""
    return {name: values[-1] for name, values in request.args.lists()}
