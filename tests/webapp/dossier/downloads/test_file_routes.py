"""Addresses of the files of a dossier."""

from __future__ import annotations

import io
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient

from tests.webapp.dossier.sample_dossier import SIREN
from webapp.dossier.downloads.files import DOCX_TYPE


@pytest.mark.parametrize(
    ("suffix", "mimetype", "name"),
    [("docx", DOCX_TYPE, "dossier"), ("zip", "application/zip", "annexes")],
)
def test_a_file_is_saved_under_a_name_that_says_what_it_is(
    client: FlaskClient, suffix: str, mimetype: str, name: str
) -> None:
    answer = client.get(f"/dossier/epci/{SIREN}.{suffix}")
    assert (answer.status_code, answer.mimetype) == (200, mimetype)
    said = answer.headers["Content-Disposition"]
    assert said == f"attachment; filename*=UTF-8''{name}-epci-{SIREN}.{suffix}"
    with ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
    assert client.get(f"/dossier/epci/{SIREN}.{suffix}").data == answer.data


@pytest.mark.parametrize("suffix", ["docx", "zip"])
@pytest.mark.parametrize(
    ("path", "status"),
    [("epci/999999999", 404), (f"epci/{SIREN}", 400)],
)
def test_a_file_of_nothing_is_refused(
    client: FlaskClient, path: str, status: int, suffix: str
) -> None:
    query = "?fibre_min=loin" if status == 400 else ""
    assert client.get(f"/dossier/{path}.{suffix}{query}").status_code == status


def test_another_rule_makes_another_file(client: FlaskClient) -> None:
    usual = client.get(f"/dossier/epci/{SIREN}.zip")
    other = client.get(f"/dossier/epci/{SIREN}.zip?fibre_min=80")
    assert other.status_code == 200
    assert other.data != usual.data


def test_a_group_with_a_name_is_saved_under_it(client: FlaskClient) -> None:
    answer = client.get("/dossier/groupe/29001-29019_Cœur.zip")
    assert answer.status_code == 200
    said = answer.headers["Content-Disposition"]
    assert said.encode("latin-1")
    assert "filename*=UTF-8''annexes-groupe-29001-29019_C%C5%93ur.zip" in said
