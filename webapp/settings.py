"""Settings of the service: where the data and the assembled assets are, whose site it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from webapp.house.site_settings import SITE_VARIABLE, SiteSettings, site_settings

DATA_DIR_VARIABLE = "CARTO_DATA_DIR"
DEFAULT_DATA_DIR = Path("carto-data")
DEFAULT_STATIC_DIR = Path(__file__).resolve().parent / "static"


@dataclass(frozen=True)
class WebSettings:
    """What `create_app` needs to know; nothing else is read from the environment.

    Attributes
    ----------
    data_dir
        Folder that `carto build` filled: snapshots and the `latest` file.
    static_dir
        Folder that `python -m webapp.assets` filled.
    site
        Theme and identity of the site, from site.toml.
    """

    data_dir: Path
    static_dir: Path = DEFAULT_STATIC_DIR
    site: SiteSettings = field(default_factory=SiteSettings)


def settings_from_environment(environment: Mapping[str, str]) -> WebSettings:
    """Read the settings from environment variables.

    Parameters
    ----------
    environment
        Usually `os.environ`; `CARTO_DATA_DIR` names the data folder (default `./carto-data`),
        `CARTO_SITE` the file site.toml (default: none).

    Returns
    -------
    WebSettings
        With an absolute data folder, so that a later change of directory does not move it.

    Raises
    ------
    geodata.errors.SettingsError
        When site.toml cannot be used.
    """
    chosen = environment.get(DATA_DIR_VARIABLE)
    return WebSettings(
        data_dir=(Path(chosen) if chosen else DEFAULT_DATA_DIR).resolve(),
        site=site_settings(environment.get(SITE_VARIABLE)),
    )
