"""carto.toml is read strictly: every fault names its key and says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SettingsError
from geodata.fetching.limits import FetchLimits
from geodata.settings import BuildSettings, Scope, load_settings

COMPLETE = """
title = "Finistère (démonstration)"
demo = true
[territory]
scope = "29"
[need]
variant = "revenu"
[parameters]
alerts.fibre_pct = 90
[sources.population]
file = "population.csv"
millesime = "2023"
date = "2026-01-01"
cog = 2026
[sources.fibre]
url = "https://example.org/fibre.csv"
millesime = 2026
date = 2026-06-30
cog = 2026
encoding = "cp1252"
"""


def load(tmp_path: Path, text: str) -> BuildSettings:
    (tmp_path / "population.csv").write_text("COM;PMUN\n", encoding="utf-8")
    path = tmp_path / "carto.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_reads_every_setting(tmp_path: Path) -> None:
    settings = load(tmp_path, COMPLETE)
    assert settings.title == "Finistère (démonstration)"
    assert settings.is_demo
    assert settings.scope == Scope("departements", ("29",))
    assert settings.need_variant == "revenu"
    assert settings.parameter_overrides == {"alerts": {"fibre_pct": 90}}
    fibre, population = settings.sources
    assert (fibre.id, fibre.file, fibre.url) == ("fibre", None, "https://example.org/fibre.csv")
    assert (fibre.millesime, fibre.date, fibre.encoding) == ("2026", "2026-06-30", "cp1252")
    assert population.file == tmp_path / "population.csv"
    assert population.cog == 2026


@pytest.mark.parametrize(
    ("written", "scope"),
    [
        ('["29", "22", "29"]', Scope("departements", ("22", "29"))),
        ('"2A"', Scope("departements", ("2A",))),
        ('"epci:242900801"', Scope("epci", ("242900801",))),
        ('"FR"', Scope("france")),
    ],
)
def test_scope(tmp_path: Path, written: str, scope: Scope) -> None:
    text = COMPLETE.replace('scope = "29"', f"scope = {written}")
    assert load(tmp_path, text).scope == scope


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('scope = "29"', 'scope = "Finistère"', ("territory.scope", "epci:242900801")),
        ('scope = "29"', "scope = 29", ("territory.scope", '"29"')),
        ('scope = "29"', 'scope = ["29", "epci:242900801"]', ("territory.scope", '"29"')),
        ('scope = "29"', 'scpoe = "29"', ("territory.scpoe", "écrivez scope")),
        ("demo = true", 'demo = "oui"', ("demo", "true ou false")),
        ("demo = true", 'titre = "x"', ("titre", "écrivez title")),
        ('"revenu"', '"richesse"', ("need.variant", "revenu")),
        ('file = "population.csv"', 'file = "absent.csv"', ("sources.population.file", "absent")),
        (
            'file = "population.csv"',
            'file = "a"\nurl = "b"',
            ("sources.population.file", "soit url"),
        ),
        ("[parameters]", '[fetch]\nhosts = "a"\n[parameters]', ("fetch.hosts", "allow_hosts")),
        ("[parameters]", "[fetch]\nallow_hosts = 1\n[parameters]", ("fetch.allow_hosts", "liste")),
        ("[parameters]", '[fetch]\nallow_hosts = [" "]\n[parameters]', ("fetch.allow_hosts",)),
        ("[parameters]", "[fetch]\nseconds = 0\n[parameters]", ("fetch.seconds", "3600")),
        ('file = "population.csv"', 'file = ""', ("sources.population.file", "non vide")),
        ("https://example.org/", "file:///etc/", ("sources.fibre.url", "http://")),
        ("https://example.org/", "https://[", ("sources.fibre.url", "http://")),
        ("date = 2026-06-30", 'date = "30/06/2026"', ("sources.fibre.date", "2026-06-30")),
        ("date = 2026-06-30", 'date = "2026-02-30"', ("sources.fibre.date", "2026-06-30")),
        ("millesime = 2026", "", ("sources.fibre.millesime", "2026")),
        ("cog = 2026", "cog = true", ("sources.population.cog", "cog = 2026")),
        ("cp1252", "hex", ("sources.fibre.encoding", "cp1252")),
        ("sources.fibre", "sources.fibres", ("sources.fibres", "écrivez fibre")),
        ("sources.fibre", "sources.fibre_", ("sources.fibre_", "écrivez fibre")),
        ('encoding = "cp1252"', 'colonnes = "creuse"', ("sources.fibre.colonnes", "lieux_")),
        ("[parameters]", "[groups.x]\n[parameters]", ("groups", "écrivez groupes")),
        ("[territory]", "[territory", ("ligne 4", "TOML")),
        ("[sources.fibre]", "[parameters.x]\n[sources.fibre]\nurl = 1", ("ligne", "TOML")),
    ],
)
def test_every_fault_names_its_key(
    tmp_path: Path, old: str, new: str, said: tuple[str, ...]
) -> None:
    with pytest.raises(SettingsError) as caught:
        load(tmp_path, COMPLETE.replace(old, new, 1))
    message = str(caught.value)
    assert message.startswith("carto.toml")
    assert "\n" not in message
    for words in said:
        assert words in message


def test_fetching_is_bounded_by_default_and_by_the_operator(tmp_path: Path) -> None:
    assert load(tmp_path, COMPLETE).fetch == FetchLimits()
    limits = (
        '[fetch]\nallow_hosts = ["Intranet.exemple.fr", "127.0.0.1"]\nseconds = 300\n[parameters]'
    )
    fetch = load(tmp_path, COMPLETE.replace("[parameters]", limits)).fetch
    assert fetch.allow_hosts == ("127.0.0.1", "intranet.exemple.fr")
    assert fetch.seconds == 300


def test_a_source_with_an_official_address_needs_neither_file_nor_url(tmp_path: Path) -> None:
    settings = load(tmp_path, COMPLETE.replace('file = "population.csv"\n', ""))
    assert [(s.id, s.file, s.url) for s in settings.sources[1:]] == [("population", None, None)]


def test_without_source_or_file_or_utf8(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="aucune source"):
        load(tmp_path, '[territory]\nscope = "29"\n')
    with pytest.raises(SettingsError, match="--config"):
        load_settings(tmp_path / "nowhere.toml")
    (tmp_path / "carto.toml").write_bytes('title = "Finistère"'.encode("cp1252"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(tmp_path / "carto.toml")
