"""Debian's Chromium over a real `hudna serve`, with a log of everything that a page asks for or complains about."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import hudna.publish.web as room

ROOT = Path(__file__).parents[4]
VENDOR = Path(room.__file__).parent / "static" / "vendor"
AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20.0


@pytest.fixture(scope="session")
def chromium():
    """The browser. What it needs is built by `make assets` and installed by `make browser`."""
    program = shutil.which("chromium")
    assert program, "chromium is missing: make browser"
    assert (VENDOR / "htmx.min.js").exists(), "fonts and map are missing: make assets"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@contextlib.contextmanager
def served(ledger, *words):
    """A real `hudna serve` of a ledger; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "hudna", "serve", "--ledger", str(ledger), "--port", str(port), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, process)
            yield address
        finally:
            process.terminate()


def _wait_for(address, process):
    until = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/static/mark.svg", timeout=1):  # noqa: S310
            return
        assert process.poll() is None, "hudna serve ended"
        assert time.monotonic() < until, "hudna serve does not answer"
        time.sleep(0.1)


@pytest.fixture(scope="session")
def dashboard(sample):
    """The address of the sample's dashboard."""
    with served(sample) as address:
        yield address


@pytest.fixture(scope="session")
def serving():
    """`served`, for tests that need a dashboard of their own."""
    return served


class Watched:
    """A page of a browser whose complaints and requests are noted."""

    def __init__(self, page, address):
        self.page, self.address = page, address
        self.complaints, self.requests = [], []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._failed)

    def _failed(self, request):
        # Whoever goes on to the next page before this one's icon has come takes the request back: no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def _said(self, message):
        # A browser without a graphics card draws the map slowly, and says so.
        if "GL Driver Message" not in message.text:
            self.complaints.append(f"{message.type}: {message.text}")

    def go(self, path):
        answer = self.page.goto(self.address + path, wait_until="load")
        assert answer.ok, f"{path}: {answer.status}"
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    @property
    def outside(self):
        return [url for url in self.requests if not url.startswith((self.address, "data:", f"blob:{self.address}"))]


@pytest.fixture
def watch(chromium):
    """Opens watched pages: of this address, in a window of this size."""
    opened = []

    def make(address, width=1280, height=900, **more):
        context = chromium.new_context(viewport={"width": width, "height": height}, **more)
        opened.append(context)
        return Watched(context.new_page(), address)

    yield make
    for context in opened:
        context.close()


@pytest.fixture(scope="session")
def axe():
    """axe-core, as a text that a page can be told to run."""
    assert AXE.exists(), "axe-core is missing: make assets"
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def serve():
    """Serves another ledger, for as long as a `with` block lasts."""
    return served
