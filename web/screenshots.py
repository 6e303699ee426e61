"""Pictures of every page of the dashboard in both languages, of the sample, into docs/screenshots/: `make screenshots`.

The sample is read anew into a ledger of its own, served as `hudna serve` does, and looked at with Debian's Chromium.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from hudna.ledger import Ledger
from hudna.publish.report.wording import LANGUAGES
from hudna.publish.web.pages import PAGES

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "docs" / "screenshots"
AS_OF = "2023-09-27"
WIDTH, HEIGHT = 1200, 690
STATES = {
    "today": "?days=30",
    "timeline": "?first=2020-11-01&last=2023-09-27",
    "search": "?q=هدنة&in=texts",
    "map": "?first=2020-09-01&last=2023-09-27",
    "casualties": "?history=1",
}
"""What a page is asked for where its first sight shows little."""
MAP_MS = 6000
"""A map is drawn without a graphics card here, and takes its time."""
ARGUMENTS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
)


def main() -> None:
    """Make all pictures; those of pages that are gone are deleted."""
    program = shutil.which("chromium")
    if program is None:
        sys.exit("hudna: chromium is missing. On Debian: apt-get install chromium")
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _served(_sample(Path(folder))) as (address, parts):
        made = set()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
            for language in LANGUAGES:
                page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
                made |= {_picture(page, address, language, name, path) for name, path in _paths(parts)}
            made.add(_picture(_dark(browser), address, "ar", "today", "/today?days=30", more="-dark"))
            browser.close()
    for path in set(OUT.glob("*.png")) - made:
        path.unlink()
    print(f"{len(made)} pictures in {OUT.relative_to(ROOT)}")


def _dark(browser: object) -> Page:
    return browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark")  # type: ignore[attr-defined]


def _sample(folder: Path) -> Path:
    ledger = folder / "ledger.sqlite"
    sample = str(ROOT / "examples" / "karabakh")
    words = ["run", "--theatre", "karabakh", "--ledger", str(ledger), "--as-of", AS_OF, sample]
    subprocess.run([sys.executable, "-m", "hudna", *words], check=True, capture_output=True)  # noqa: S603 - our own
    return ledger


@contextlib.contextmanager
def _served(ledger: Path) -> Iterator[tuple[str, dict[str, str]]]:
    with Ledger.open(ledger) as book:
        event = book.desk.disputes(sort="exclusive").items[1].event
        parts = {"event": event.id, "document": event.documents[0], "agreement": "NK20", "claim": event.claims[0]}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "hudna", "serve", "--ledger", str(ledger), "--port", str(port)]
    with subprocess.Popen(command, env=dict(os.environ), stderr=subprocess.DEVNULL) as process:  # noqa: S603 - our own
        try:
            _wait_for(f"http://127.0.0.1:{port}/static/mark.svg")
            yield f"http://127.0.0.1:{port}", parts
        finally:
            process.terminate()


def _wait_for(address: str) -> None:
    for _ in range(200):
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1):  # noqa: S310 - our own
            return
        time.sleep(0.1)
    sys.exit("hudna: the dashboard does not answer")


def _paths(parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(name, address below the language) of every page."""
    of = {"events": "event", "documents": "document", "agreement": "agreement"}
    for page in PAGES:
        if not page.looked_at:
            continue
        path, _, open_part = page.path.partition("{")
        part = "claim" if page.name == "review_claim" else of.get(page.name.partition("_")[0], "event")
        known = parts[part] if open_part else ""
        yield page.name, path + known + STATES.get(page.name, "")


def _picture(page: Page, address: str, language: str, name: str, path: str, *, more: str = "") -> Path:
    page.goto(f"{address}/{language}{path}", wait_until="networkidle")
    page.evaluate("document.fonts.ready.then(() => true)")
    page.wait_for_timeout(MAP_MS if page.locator(".maplibregl-map, canvas").count() else 300)
    if name == "map":
        page.wait_for_selector("#map[data-shown]")
    to = OUT / f"{name.replace('_one', '-one')}{more}.{language}.png"
    page.screenshot(path=to)
    return to


if __name__ == "__main__":
    main()
