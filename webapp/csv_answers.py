"""CSV files as answers: saved under a name that says what they hold."""

from __future__ import annotations

from flask import Response

from webapp.file_names import file_name


def csv_answer(text: str, name: str) -> Response:
    """Answer with a file to save.

    Parameters
    ----------
    text
        The whole file.
    name
        Its name, with its extension; see `file_name`.
    """
    answer = Response(text, mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(name)}"'
    return answer
