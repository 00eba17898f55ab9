"""The pages about the site say where data come from and what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from webapp import create_app
from webapp.operation.run_settings import Operation
from webapp.settings import WebSettings


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/sources", "Lieux de médiation"),
        ("/accessibilite", "non audit"),
        ("/mentions-legales", "Licence"),
        ("/donnees-personnelles", "cookie"),
    ],
)
def test_a_page_about_the_site_says_its_subject(
    client: FlaskClient, address: str, words: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert words in answer.get_data(as_text=True)


def test_personal_data_says_what_this_installation_writes(
    client: FlaskClient, snapshot_dir: Path, static_dir: Path
) -> None:
    operation = Operation(access_log="texte", logs_networks=True, rate_limit=30)
    app = create_app(WebSettings(snapshot_dir, static_dir, operation=operation))
    quiet = client.get("/donnees-personnelles")
    written = app.test_client().get("/donnees-personnelles")
    assert "ne tient pas de journal" in quiet.text
    assert "le réseau d'où vient la demande" in written.text.replace("’", "'")
    assert "empreinte" in written.text
    assert quiet.headers["ETag"] != written.headers["ETag"]
