"""Settings of the service."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SettingsError
from webapp.settings import settings_from_environment


def test_the_data_folder_is_named_by_the_environment(tmp_path: Path):
    assert settings_from_environment({"CARTO_DATA_DIR": str(tmp_path)}).data_dir == tmp_path


def test_by_default_it_is_below_the_current_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    for environment in ({}, {"CARTO_DATA_DIR": ""}):
        assert settings_from_environment(environment).data_dir == tmp_path / "carto-data"


def test_the_site_is_named_by_the_environment(tmp_path: Path):
    path = tmp_path / "site.toml"
    path.write_text('nom = "Sicoval"', encoding="utf-8")
    assert settings_from_environment({"CARTO_SITE": str(path)}).site.nom == "Sicoval"
    assert settings_from_environment({"CARTO_SITE": ""}).site.nom == "Carto"
    with pytest.raises(SettingsError, match="introuvable"):
        settings_from_environment({"CARTO_SITE": str(tmp_path / "absent.toml")})
