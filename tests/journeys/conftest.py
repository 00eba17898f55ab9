"""The demonstration, built and served once, and a browser that listens to everything."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    Response,
    sync_playwright,
)

from bench.free_port import free_port
from tests.shared_folders import made_once
from webapp.assets import ROOT

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    # The processor plays the GPU for WebGL; what else is drawn, it draws faster as itself.
    "--disable-gpu-rasterization",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
# Hands the map of MapLibre to the tests, through the event that the page offers to anybody.
LISTEN = "addEventListener('carto:carte', ({detail}) => { window.carte = detail; })"
TWO_FRAMES = "() => new Promise((f) => requestAnimationFrame(() => requestAnimationFrame(f)))"
READY = "() => window.carte?.loaded() && window.carte.areTilesLoaded()"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives the browser; `-m "not browser"` leaves it out."""
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def demo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the demonstration; gives its data folder."""
    return made_once(tmp_path_factory, "demo-of-the-command", build_demo)


def build_demo(data_dir: Path) -> None:
    """Build the demonstration in a data folder."""
    command = [sys.executable, "-m", "webapp.cli", "--data-dir", str(data_dir), "build", "--demo"]
    built = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr


@pytest.fixture(scope="session")
def service(demo_dir: Path) -> Iterator[str]:
    """Serve the demonstration; gives the address, without a slash at its end."""
    with served(demo_dir) as address:
        yield address


@contextmanager
def served(data_dir: Path) -> Iterator[str]:
    """Serve a data folder in another process; gives the address, without a slash at its end."""
    port = free_port()
    command = [sys.executable, "-m", "webapp.cli", "--data-dir", str(data_dir)]
    words = [*command, "serve", "--port", str(port)]
    serving = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/health", serving)
        yield address
    finally:
        serving.terminate()
        serving.wait(10)


def words_of_page(message: ConsoleMessage) -> list[str]:
    """Give what a page wrote in the console, and not how slow its graphics driver finds itself."""
    if "GL Driver Message (OpenGL, Performance" in message.text:
        return []
    return [f"{message.type}: {message.text}"]


def wait_for(address: str, serving: subprocess.Popen[bytes]) -> None:
    """Wait until a service answers, at most half a minute."""
    for _ in range(150):
        assert serving.poll() is None, "carto serve stopped"
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 (loopback)
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"{address} does not answer")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start the driver once."""
    with sync_playwright() as started:
        yield started


@contextmanager
def chromium(playwright: Playwright, *more: str) -> Iterator[Browser]:
    """Open a Chromium, or skip when the machine has none."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    path = Path(found or playwright.chromium.executable_path)
    if not path.is_file():
        pytest.skip("no Chromium: install the package chromium")
    browser = playwright.chromium.launch(
        executable_path=path, args=[*FLAGS, *more], chromium_sandbox=False
    )
    try:
        yield browser
    finally:
        browser.close()


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Open a Chromium with WebGL drawn by the processor."""
    with chromium(playwright) as opened:
        yield opened


@contextmanager
def watched(
    browser: Browser, service: str, others: tuple[str, ...] = (), **options: object
) -> Iterator[Page]:
    """Open a page that must stay silent: no message, no error, no other host, nothing stored.

    Every page of the service must also come under a policy that runs only what it serves.
    `others` are hosts that a journey needs besides the service.
    """
    context: BrowserContext = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale="fr-FR",
        reduced_motion="reduce",
        **options,  # type: ignore[arg-type]
    )
    page = context.new_page()
    said: list[str] = []
    context.on("console", lambda message: said.extend(words_of_page(message)))
    context.on("weberror", lambda error: said.append(f"error: {error.error}"))
    hosts: set[str] = set()
    context.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    documents: list[Response] = []
    context.on("response", lambda answer: documents.append(answer) if is_page(answer) else None)
    page.add_init_script(LISTEN)
    try:
        yield page
        assert said == []
        assert hosts <= {service.removeprefix("http://"), *others}
        assert context.storage_state(indexed_db=True) == {"cookies": [], "origins": []}
        assert page.evaluate("() => Object.keys(sessionStorage)") == []
        assert context.service_workers == []
        served_here = [answer for answer in documents if answer.url.startswith(service)]
        assert [answer.url for answer in served_here if not is_strict(answer)] == []
    finally:
        context.close()


def is_page(answer: Response) -> bool:
    """Whether an answer is a page."""
    return answer.headers.get("content-type", "").startswith("text/html")


def is_strict(answer: Response) -> bool:
    """Whether the policy of a page forbids what it does not name, and every inline script."""
    policy = answer.headers.get("content-security-policy", "")
    return "default-src 'none'" in policy and "unsafe" not in policy


@pytest.fixture
def page(browser: Browser, service: str) -> Iterator[Page]:
    """Open a watched page."""
    with watched(browser, service) as opened:
        yield opened


@pytest.fixture
def viewer(page: Page, service: str) -> Page:
    """Open the map of Finistère once the interactive map has taken over."""
    page.goto(f"{service}/departement/29")
    wait_for_map(page)
    return page


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until an element has the focus, as a reader without a pointer does.

    One looks after two frames: a part of the page replaced under the focus has given it back.
    """
    for _ in range(80):
        page.keyboard.press("Tab")
        page.evaluate(TWO_FRAMES)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"no way to {target} by the keyboard")


def wait_for_map(page: Page) -> None:
    """Wait until the interactive map shows all it has to show."""
    page.wait_for_selector(".carte.est-interactive", timeout=30_000)
    page.wait_for_function(READY, timeout=30_000)
