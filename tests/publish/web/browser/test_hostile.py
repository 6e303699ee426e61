"""Articles are hostile input: markup, script and foreign addresses in every field, in a real browser."""

import json

import pytest

from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.pipeline import walk

EVIL = '"><script>window.caught = 1</script><img src=x onerror="window.caught = 1"><base href="https://evil.example/">'
TEXT = f"{EVIL}\nقالت وزارة الدفاع الأرمينية إن 12 جنديا قتلوا في قصف مدفعي قرب غوريس صباح الأربعاء.\n{EVIL}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    lines = [
        {"id": f"evil-{number}", "source": EVIL, "title": EVIL, "published": "2022-09-15", "text": TEXT, "url": url}
        for number, url in enumerate(("javascript:window.caught=1", "https://evil.example/x", "data:text/html,x"))
    ]
    lines.append({"id": "../../evil", "source": "x", "published": "2022-09-15", "text": TEXT + "."})
    turned = TEXT.replace("12", "\u202e12") + ".."
    lines.append(
        {"id": "a\nline", "source": "y" * 3000, "title": "ع" * 9000, "published": "2022-09-15", "text": turned}
    )
    (folder / "evil.jsonl").write_text(
        "\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8"
    )
    path = folder / "ledger.sqlite"
    run = Run(at="2022-09-15T19:30:00Z", theatre="karabakh", as_of="2022-09-15")
    with Ledger.open(path, create=True) as book, book.run(run):
        walk(book, [str(folder / "evil.jsonl")], load_knowledge(["karabakh"]), as_of="2022-09-15")
        event = next(iter(book.desk.events().items)).id
    return path, event


@pytest.fixture(scope="module")
def address(hostile, serve):
    with serve(hostile[0]) as found:
        yield found


@pytest.mark.parametrize(
    "path",
    [
        "today",
        "timeline",
        "events",
        "events/{event}",
        "contradictions",
        "casualties",
        "documents",
        "documents/evil-0",
        "sources",
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_of_it_runs_or_loads(watch, address, hostile, language, path):
    seen = watch(address)
    page = seen.go(f"/{language}/{path.format(event=hostile[1])}")
    page.wait_for_timeout(50)
    assert page.evaluate("window.caught") is None
    assert page.evaluate("document.querySelectorAll('base, main img, main script').length") == 0
    assert not page.evaluate("[...document.links].filter(one => !/^https?:/.test(one.href)).length")
    assert not seen.complaints
    assert not seen.outside


def test_the_text_is_shown_to_the_letter(watch, address):
    page = watch(address).go("/en/documents/evil-0")
    assert page.locator("article.text").inner_text().strip().startswith(EVIL)
    assert page.locator(".evidence").inner_text().count("javascript:window.caught=1") == 1


def test_a_policy_would_hold_what_escaping_let_through(watch, address):
    page = watch(address).go("/en/documents/evil-0")
    page.evaluate("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", EVIL)
    page.wait_for_timeout(100)
    assert page.evaluate("window.caught") is None


def test_an_id_like_a_path_leads_to_its_document_only(watch, address):
    page = watch(address).go("/en/documents")
    link = page.locator("a", has_text="../../evil").first.get_attribute("href")
    page.goto(address + link)
    assert page.locator("h1").inner_text() == "../../evil"


def test_an_id_with_a_line_end_has_a_page_and_a_long_title_stays_inside_it(watch, address):
    seen = watch(address)
    page = seen.go("/en/documents/a%0Aline")
    assert "\u202e" not in page.locator("article.text").inner_text()
    assert "\ufffd12" in page.locator("article.text").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.goto(f"{address}/api/v1/documents/a%0Aline").status == 200
