"""What a visitor waits for: the frame that first shows every commune, then the interactive map."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.wire import CountingRelay

COMMUNES = 277
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No GPU is emulated for drawing pages, only for WebGL: so does a browser on a machine without one.
FLAGS = (
    *("--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
)
TIMEOUT_MS = 60_000

# Both maps are held to one yardstick: the end of the frame that follows, hence when it is shown.
_LISTEN = """(() => {
  const releve = (window.releve = {});
  const apres = (nom) => requestAnimationFrame(() =>
    requestAnimationFrame(() => { releve[nom] = performance.now(); }));
  const guetter = () => {
    if (document.querySelectorAll('%s').length >= %d) apres('lisible');
    else requestAnimationFrame(guetter);
  };
  guetter();
  addEventListener('carto:carte', () => apres('interactive'));
})()"""
_READ = """() => {
  const [peinte] = performance.getEntriesByName('first-contentful-paint');
  return { ...window.releve, peinte: peinte?.startTime };
}"""
_IS_DONE = f"(dernier) => window.releve[dernier] && ({_READ})().peinte"


@dataclass(frozen=True)
class Page:
    """A page to visit.

    Attributes
    ----------
    path
        Its path on its server.
    shapes
        CSS selector of the communes drawn.
    is_relayed
        Whether another map takes over the first one; else the first is the interactive one.
    """

    path: str
    shapes: str
    is_relayed: bool


@dataclass(frozen=True)
class Visit:
    """What a visit with an empty cache took, in milliseconds since navigation, and in bytes."""

    painted_ms: float
    readable_ms: float
    interactive_ms: float
    bytes: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the machine's Chromium, or Playwright's own."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    with sync_playwright() as playwright:
        path = Path(found or playwright.chromium.executable_path)
        browser = playwright.chromium.launch(
            executable_path=path, args=list(FLAGS), chromium_sandbox=False
        )
        yield browser
        browser.close()


def visit(browser: Browser, page: Page, relay: CountingRelay) -> Visit:
    """Open a page in a new context, wait for its interactive map, and count."""
    before = relay.received
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    context.add_init_script(_LISTEN % (page.shapes, COMMUNES))
    opened = context.new_page()
    opened.goto(f"http://127.0.0.1:{relay.port}{page.path}")
    last = "interactive" if page.is_relayed else "lisible"
    opened.wait_for_function(_IS_DONE, arg=last, timeout=TIMEOUT_MS)
    opened.wait_for_load_state("networkidle")
    times = opened.evaluate(_READ)
    context.close()
    readable = max(times["lisible"], times["peinte"])
    interactive = times.get("interactive", readable)
    return Visit(times["peinte"], readable, interactive, relay.received - before)


def readable_bytes(browser: Browser, page: Page, relay: CountingRelay) -> int:
    """Count the bytes of a page read without JavaScript: all that its drawn map needs."""
    before = relay.received
    context = browser.new_context(java_script_enabled=False)
    context.new_page().goto(f"http://127.0.0.1:{relay.port}{page.path}", wait_until="networkidle")
    context.close()
    return relay.received - before
