"""Mailboxes: those of services are kept, those of persons never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.mails import is_institutional, read_mails


def read(text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return read_mails(text, lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    "mail",
    [
        "contact@ville.fr",
        "mairie@argol.fr",
        "franceservices.guise@ville.fr",
        "fs-brest@brest.fr",
        "laquincaillerie@laquincaillerie.tl",
        "mediatheque29@ville.bzh",
        "valserhone@france-services.gouv.fr",
    ],
)
def test_mails_of_institutions(mail: str) -> None:
    assert read(mail) == (mail, [])


@pytest.mark.parametrize(
    "mail",
    [
        "jeanne.dupont@ville.fr",
        "j.dupont@ville.fr",
        "dupont@ville.fr",
        "villeneuve@mairie-argol.fr",
        "assouline@mairie-argol.fr",
        "mairie.argol@gmail.com",
        "contact@orange.fr",
    ],
)
def test_mails_of_persons(mail: str) -> None:
    assert read(mail) == (None, ["COURRIEL_PERSONNEL"])
    assert not is_institutional(mail)


def test_several_mails() -> None:
    text = "Contact [at] ville.fr; accueil@ville.fr|contact@ville.fr, pas un courriel"
    mails, said = read(text)
    assert mails == "contact@ville.fr|accueil@ville.fr"
    assert said == ["COURRIEL_REPARE", *["COURRIEL_ILLISIBLE"] * 3]


@pytest.mark.parametrize("text", ["", " ", "null"])
def test_nothing_is_missing_without_a_remark(text: str) -> None:
    assert read(text) == (None, [])


@given(st.text(alphabet="ab.@(at) |;-1", max_size=40))
def test_any_text_is_mailboxes_or_missing(text: str) -> None:
    mails, _ = read(text)
    assert mails is None or all("@" in mail for mail in mails.split("|"))
