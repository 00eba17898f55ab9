"""The service: published snapshots as pages, embeds, API and downloads. It writes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator

from flask import Flask
from jinja2 import StrictUndefined

from carto.french import number, of_place
from carto.typography import typeset_numbers
from geodata.storage.data_dir import DataDir
from webapp import health, home_pages, map_images, robots, search_pages, territory_pages
from webapp.activity import activity_pages
from webapp.api import (
    api_page,
    closure,
    communes,
    diff,
    files,
    history,
    map_data,
    nearest,
    openapi,
    plan,
    root,
    scenario,
    sites,
    snapshot,
    snapshots_list,
    territories,
    territory_search,
    tour,
)
from webapp.api.entry import register_entry
from webapp.basemap import routes as basemap
from webapp.caching import Caching
from webapp.catalogue import catalogue_routes, data_pages, sitemap
from webapp.communes import commune_pages
from webapp.communes.former_communes import register_former_communes
from webapp.comparison import compare_pages
from webapp.dossier.downloads import file_routes
from webapp.dossier.page import dossier_pages
from webapp.downloads import place_files, table_files
from webapp.downloads.file_process import RowFiles, attach_row_files
from webapp.embedding import embeds, oembed, share_pages
from webapp.embedding.public_address import known_address
from webapp.evolutions import evolution_pages
from webapp.evolutions.stored_evolutions import (
    StoredEvolutions,
    attach_evolutions,
    stored_evolutions,
)
from webapp.front_end import static_files
from webapp.front_end.assets_manifest import load_manifest
from webapp.groups import group_pages
from webapp.headers import add_security_headers, security_headers
from webapp.house import about_pages, theme
from webapp.method import method_page
from webapp.ogc import landing_routes
from webapp.ogc.features import feature_routes
from webapp.ogc.features.collections import attach_feature_tables
from webapp.ogc.tiles import tile_routes as ogc_tiles
from webapp.operation.attached import attach_operation
from webapp.operation.error_log import name_failures
from webapp.operation.host_names import refuse_other_hosts
from webapp.operation.observation import observed
from webapp.operation.rate_limit import limit_rate
from webapp.operation.updates import attach_updates
from webapp.page_context import page_context
from webapp.places import place_pages
from webapp.printing import print_pages
from webapp.problems import register_problems
from webapp.quality import quality_pages
from webapp.quality.quality_report import attach_quality
from webapp.rule.asked_rule import RuledSnapshots, attach_rules
from webapp.scenarios import scenario_files, scenario_pages
from webapp.settings import WebSettings, settings_from_environment
from webapp.siting import plan_pages
from webapp.snapshots.current_snapshot import SnapshotStore, attach_store
from webapp.snapshots.releases import Releases, attach_releases
from webapp.software import code_digest
from webapp.tables import table_pages
from webapp.thresholds import threshold_pages
from webapp.tiles import style_routes, tile_routes
from webapp.tiles.tile_archives import TileArchives, attach_tiles
from webapp.tiles.tile_shortcut import PREFIX, TileShortcut
from webapp.written_addresses import register_written_addresses

BLUEPRINTS = (
    home_pages.blueprint,
    group_pages.blueprint,
    search_pages.blueprint,
    territory_pages.blueprint,
    table_pages.blueprint,
    table_files.blueprint,
    threshold_pages.blueprint,
    plan_pages.blueprint,
    scenario_pages.blueprint,
    scenario_files.blueprint,
    activity_pages.blueprint,
    map_images.blueprint,
    place_pages.blueprint,
    place_files.blueprint,
    print_pages.blueprint,
    dossier_pages.blueprint,
    file_routes.blueprint,
    commune_pages.blueprint,
    method_page.blueprint,
    about_pages.blueprint,
    data_pages.blueprint,
    catalogue_routes.blueprint,
    sitemap.blueprint,
    compare_pages.blueprint,
    evolution_pages.blueprint,
    quality_pages.blueprint,
    embeds.blueprint,
    share_pages.blueprint,
    oembed.blueprint,
    root.blueprint,
    openapi.blueprint,
    api_page.blueprint,
    communes.blueprint,
    territories.blueprint,
    sites.blueprint,
    snapshot.blueprint,
    snapshots_list.blueprint,
    history.blueprint,
    nearest.blueprint,
    territory_search.blueprint,
    diff.blueprint,
    plan.blueprint,
    closure.blueprint,
    tour.blueprint,
    scenario.blueprint,
    map_data.blueprint,
    basemap.blueprint,
    files.blueprint,
    tile_routes.blueprint,
    style_routes.blueprint,
    landing_routes.blueprint,
    feature_routes.blueprint,
    ogc_tiles.blueprint,
    static_files.blueprint,
    theme.blueprint,
    health.blueprint,
    robots.blueprint,
)


def create_app(settings: WebSettings | None = None) -> Flask:
    """Make the WSGI application.

    Parameters
    ----------
    settings
        Where data and assets are; read from the environment when None.

    Returns
    -------
    Flask
        Ready to serve. Without a published snapshot every page says which command to run, and
        the first publication is picked up without a restart.

    Raises
    ------
    MissingAssetsError
        When the assets of the pages were not assembled.
    geodata.errors.SettingsError
        When the site.toml that the environment names cannot be used.
    """
    settings = settings or settings_from_environment(os.environ)
    app = Flask("webapp", static_folder=None)
    app.url_map.merge_slashes = False
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters["nombre"] = number
    app.jinja_env.filters["espaces"] = typeset_numbers
    app.jinja_env.globals["of_place"] = of_place
    assets = load_manifest(settings.static_dir)
    archives = TileArchives()
    _attach_data(app, DataDir(settings.data_dir), archives)
    static_files.attach_assets(app, assets)
    basemap.attach_basemap(app, settings)
    theme.attach_site(app, settings.site)
    app.context_processor(page_context)
    attach_operation(app, settings.operation)
    name_failures(app)
    refuse_other_hosts(app, settings.operation.allowed_hosts)
    limit_rate(app, settings.operation)
    register_problems(app)
    register_former_communes(app)
    register_written_addresses(app)
    register_entry(app)
    app.after_request(add_security_headers)
    code = code_digest()
    app.jinja_env.globals["code_version"] = code
    Caching(code + assets.digest + settings.site.digest, _surroundings).register(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    headers = security_headers(app, PREFIX)
    tiled = TileShortcut(app.wsgi_app, archives, headers)
    app.wsgi_app = observed(tiled, settings.operation)  # type: ignore[method-assign,assignment]
    return app


def _attach_data(app: Flask, data_dir: DataDir, archives: TileArchives) -> None:
    """Give `app` what it answers from, and what it keeps of its answers."""
    attach_store(app, SnapshotStore(data_dir))
    attach_releases(app, Releases(data_dir))
    attach_updates(app, data_dir)
    attach_rules(app, RuledSnapshots())
    attach_feature_tables(app)
    attach_evolutions(app, StoredEvolutions(data_dir))
    attach_quality(app)
    attach_tiles(app, archives)
    print_pages.attach_renderings(app)
    attach_row_files(app, RowFiles())


def _surroundings(snapshot_id: str) -> Iterator[str]:
    """Say what answers made from a snapshot depend on besides it: where, and after which others."""
    yield known_address() or ""
    yield from stored_evolutions().names(snapshot_id)
