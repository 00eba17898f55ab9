"""Contacts: those of institutions are read in all their forms, those of persons never."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.values.contacts import is_institutional, read_mails, read_telephone, read_urls
from geodata.values.verdicts import Remark


def read(reader: Callable[[str, Remark], str | None], text: str) -> tuple[str | None, list[str]]:
    said: list[str] = []
    return reader(text, lambda code, _: said.append(code)), said


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("02 98 44 00 00", "+33298440000"),
        ("02.98.44.00.00", "+33298440000"),
        ("0298440000", "+33298440000"),
        ("+33 (0)2 98 44 00 00", "+33298440000"),
        ("0033 2 98 44 00 00", "+33298440000"),
        ("02 98 44 00 00 / 02 98 44 00 01", "+33298440000"),
        ("0298440000 0298440001", "+33298440000"),
        ("06 12 34 56 78 ou 02 98 44 00 00", "+33298440000"),
        ("Mairie : 02 98 44 00 00 (matin)", "+33298440000"),
        ("0596 71 10 00", "+596596711000"),
        ("02 62 98 06 06", "+262262980606"),
        ("0269 61 12 12", "+262269611212"),
        ("0 806 10 10 10", "+33806101010"),
    ],
)
def test_numbers_of_institutions(text: str, number: str) -> None:
    assert read(read_telephone, text) == (number, [])


def test_a_lost_zero_is_restored() -> None:
    assert read(read_telephone, "298440000") == ("+33298440000", ["TELEPHONE_REPARE"])


@pytest.mark.parametrize(
    "text", ["06 12 34 56 78", "+33761234567", "0692 12 34 56", "+262 639 01 23 45", "0690121212"]
)
def test_mobiles_are_personal(text: str) -> None:
    assert read(read_telephone, text) == (None, ["TELEPHONE_PERSONNEL"])


@pytest.mark.parametrize("text", ["3939", "voir site", "02 98", "12"])
def test_what_is_no_number(text: str) -> None:
    assert read(read_telephone, text) == (None, ["TELEPHONE_ILLISIBLE"])


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
    assert read(read_mails, mail) == (mail, [])


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
    assert read(read_mails, mail) == (None, ["COURRIEL_PERSONNEL"])
    assert not is_institutional(mail)


def test_several_mails() -> None:
    text = "Contact [at] ville.fr; accueil@ville.fr|contact@ville.fr, pas un courriel"
    mails, said = read(read_mails, text)
    assert mails == "contact@ville.fr|accueil@ville.fr"
    assert said == ["COURRIEL_REPARE", *["COURRIEL_ILLISIBLE"] * 3]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://www.ville.fr/epn?a=1", "https://www.ville.fr/epn?a=1"),
        ("https//:www.ville.fr", "https://www.ville.fr"),
        ("http:/ville.fr", "http://ville.fr"),
        ("https:ville.fr/x", "https://ville.fr/x"),
        ("www.ville.fr", "https://www.ville.fr"),
        ("bibliotheque.bordeaux.fr", "https://bibliotheque.bordeaux.fr"),
    ],
)
def test_web_addresses(text: str, url: str) -> None:
    assert read(read_urls, text) == (url, [] if text == url else ["URL_REPAREE"])


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://ville.fr",
        "@",
        "http://localhost/",
        "https://moi:secret@ville.fr",
        'https://ville.fr/"><script>',
        "https://[",
        "jeanne.dupont@ville.fr",
    ],
)
def test_what_is_no_web_address(text: str) -> None:
    assert read(read_urls, text) == (None, ["URL_REFUSEE"])


@pytest.mark.parametrize("reader", [read_telephone, read_mails, read_urls])
@pytest.mark.parametrize("text", ["", " ", "null"])
def test_nothing_is_missing_without_a_remark(
    reader: Callable[[str, Remark], str | None], text: str
) -> None:
    assert read(reader, text) == (None, [])


@given(st.text(max_size=40))
def test_any_text_is_a_contact_or_missing(text: str) -> None:
    number, _ = read(read_telephone, text)
    assert number is None or re.fullmatch(r"\+\d{8,12}", number)
    mails, _ = read(read_mails, text)
    assert mails is None or all("@" in mail for mail in mails.split("|"))
    urls, _ = read(read_urls, text)
    assert urls is None or all(url.startswith("http") for url in urls.split("|"))


@given(st.from_regex(r"0[67]([ .-]?[0-9]{2}){4}", fullmatch=True))
def test_no_mobile_number_is_ever_kept(text: str) -> None:
    assert read(read_telephone, text)[0] is None
