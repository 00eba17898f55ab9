"""The pages about the site: sources, accessibility, legal notices, personal data."""

from __future__ import annotations

from flask import Blueprint, render_template

from webapp.caching import also_depends_on
from webapp.links import snapshot_file
from webapp.method import sources
from webapp.method.missing_sources import missing_sources
from webapp.operation.attached import operation
from webapp.snapshots.current_snapshot import current
from webapp.software import software_version

blueprint = Blueprint("about", __name__)


@blueprint.get("/sources")
def sources_page() -> str:
    """List the sources, what each brought, what is missing and what the checks found."""
    snapshot = current()
    facts = snapshot.facts
    return render_template(
        "pages/sources.html",
        sources=sources.source_cards(facts),
        missing=missing_sources(facts, snapshot.sites.values()),
        checks=sources.check_cards(facts),
        files=[(label, snapshot_file(snapshot.id, name)) for name, label in sources.FILES.items()],
    )


@blueprint.get("/accessibilite")
def accessibility() -> str:
    """State how accessible the site is: not audited."""
    return render_template("pages/accessibilite.html", version=software_version())


@blueprint.get("/mentions-legales")
def legal() -> str:
    """Say who publishes and hosts, under which licences."""
    return render_template("pages/mentions-legales.html", version=software_version())


@blueprint.get("/donnees-personnelles")
def privacy() -> str:
    """Say that nothing about visitors is kept, and what the log of this installation holds."""
    said = operation()
    also_depends_on(said.access_log, str(said.logs_networks), str(said.rate_limit))
    return render_template("pages/donnees-personnelles.html", operation=said)
