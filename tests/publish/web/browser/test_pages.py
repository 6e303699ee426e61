"""Every page in both languages, in a real browser: quiet, whole, alone, readable, on a phone too."""

import pytest

from hudna.ledger import Ledger
from hudna.publish.web.pages import PAGES

SHOWN = [page.name for page in PAGES if page.looked_at]
LANGUAGES = ("ar", "en")
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 250);
})"""
STEADY = 0.1
"""What the web calls good (cumulative layout shift): text settles by a hair when its face arrives."""


@pytest.fixture(scope="session")
def addresses(sample):
    with Ledger.open(sample) as book:
        disputed = next(iter(book.desk.disputes(sort="exclusive").items)).event.id
        claim = book.event(disputed).claims[0]
    there = {
        "events_one": f"/events/{disputed}",
        "review_one": f"/review/{disputed}",
        "review_claim": f"/review/claims/{claim}",
        "agreement_one": "/agreement/NK20",
        "documents_one": "/documents/wire-1",
    }
    there["today"] = "/today?days=30"
    there["search"] = "/search?q=هدنة"
    return {page.name: there.get(page.name, page.path) for page in PAGES}


TOO_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.checkVisibility() && !one.closest(".scroll, .nav, .hidden, .skip"))
  .filter(one => { const box = one.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1 })
  .map(one => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_a_page_is_quiet_alone_steady_and_fits(watch, dashboard, addresses, name, language):
    seen = watch(dashboard)
    page = seen.go(f"/{language}{addresses[name]}")
    assert page.evaluate("document.documentElement.dir") == {"ar": "rtl", "en": "ltr"}[language]
    assert page.locator("h1").first.is_visible()
    assert page.evaluate(SHIFTS) < STEADY
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size({"width": 390, "height": 800})
    assert not page.evaluate(TOO_WIDE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(media="print")
    assert not page.locator(".nav").is_visible()
    assert page.locator("h1").first.is_visible()
    assert not seen.complaints
    assert not seen.outside


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SHOWN)
def test_axe_finds_no_serious_fault_in_light_and_dark(watch, dashboard, addresses, axe, name, language):
    page = watch(dashboard).go(f"/{language}{addresses[name]}")
    page.evaluate(axe)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
        serious = [
            (scheme, one["id"], node["html"][:120], node["any"][0]["message"] if node["any"] else "")
            for one in found
            if one["impact"] in {"serious", "critical"}
            for node in one["nodes"]
        ]
        assert not serious
