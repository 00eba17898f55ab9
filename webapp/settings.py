"""Settings of the service: where the data and the assembled assets are, whose site it is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from geodata.errors import SettingsError
from webapp.house.site_settings import (
    SITE_VARIABLE,
    SiteSettings,
    is_site_address,
    site_settings,
)
from webapp.operation.run_settings import Operation, run_settings

DATA_DIR_VARIABLE = "CARTO_DATA_DIR"
PUBLIC_ADDRESS_VARIABLE = "CARTO_PUBLIC_ADDRESS"
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
    operation
        How requests are limited, logged and counted.
    """

    data_dir: Path
    static_dir: Path = DEFAULT_STATIC_DIR
    site: SiteSettings = field(default_factory=SiteSettings)
    operation: Operation = field(default_factory=Operation)


def settings_from_environment(environment: Mapping[str, str]) -> WebSettings:
    """Read the settings from environment variables.

    Parameters
    ----------
    environment
        Usually `os.environ`; see `webapp.operation.run_settings.VARIABLES`.

    Returns
    -------
    WebSettings
        With an absolute data folder, so that a later change of directory does not move it.

    Raises
    ------
    geodata.errors.SettingsError
        When site.toml or a variable cannot be used.
    """
    chosen = environment.get(DATA_DIR_VARIABLE)
    site = public_site(environment)
    return WebSettings(
        data_dir=(Path(chosen) if chosen else DEFAULT_DATA_DIR).resolve(),
        site=site,
        operation=run_settings(environment, public_host(site)).operation,
    )


def public_site(environment: Mapping[str, str], named_by: str = SITE_VARIABLE) -> SiteSettings:
    """Read site.toml, its public address replaced by the one of the environment if there is one.

    Parameters
    ----------
    environment
        Usually `os.environ`, or what the command line says before it.
    named_by
        Option or variable where the operator wrote the path of site.toml, for the error.

    Raises
    ------
    geodata.errors.SettingsError
        When one of them cannot be used.
    """
    site = site_settings(environment.get(SITE_VARIABLE), named_by)
    address = environment.get(PUBLIC_ADDRESS_VARIABLE)
    if not address:
        return site
    if not is_site_address(address):
        raise SettingsError(
            f"{PUBLIC_ADDRESS_VARIABLE} : « {address[:60]} » n'est pas l'adresse d'un site ; "
            "écrivez https://carte.exemple.fr."
        )
    digest = hashlib.sha256(f"{site.digest} {address}".encode()).hexdigest()[:12]
    return replace(site, adresse=address.rstrip("/"), digest=digest)


def public_host(site: SiteSettings) -> str | None:
    """Host of the public address of a site; None when it has none."""
    return None if site.adresse is None else urlsplit(site.adresse).hostname
