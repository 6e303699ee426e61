"""What could not be read is shown, with its reason and what to do, and leads to its document."""

import re

import pytest

from hudna.ledger import Ledger, Run
from hudna.model import Issue

RUN = Run(at="2031-01-01T00:00:00Z", theatre="karabakh")
BROKEN = Issue("intake", "error", "broken<b>.bin", "this is <script>no text</script>", "Convert it to UTF-8.")
ODD = Issue("reading", "warning", "wire-1", "two dates contradict each other", "Look at its date line.")


@pytest.fixture
def reader(copied, serve_ledger):
    with Ledger.open(copied) as book, book.run(RUN):
        book.save_issues([BROKEN, ODD, *(Issue("intake", "note", f"f{n}", f"note {n}", "") for n in range(60))])
    return serve_ledger(copied)


@pytest.mark.parametrize(("language", "severity"), [("en", "error"), ("ar", "خطأ")])
def test_every_issue_has_its_reason_and_its_hint(reader, language, severity):
    page = reader.get(f"/{language}/issues?severity=error").text
    row = re.search(r"<tr data-row>.*?</tr>", page).group(0)
    assert severity in row
    assert "this is &lt;script&gt;no text" in row
    assert "broken&lt;b&gt;.bin" in row
    assert "Convert it to UTF-8." in row
    assert page.count("data-row") == 1


def test_an_issue_of_a_document_leads_there_and_is_counted(reader):
    page = reader.get("/en/issues?severity=warning").text
    assert re.search(r'<a href="/en/documents/wire-1"><bdi dir="ltr">wire-1</bdi></a>', page)
    assert re.search(r"All <small><bdi>62</bdi></small>", page)
    assert "Not readable: <bdi>62</bdi>" in reader.get("/en/documents").text


def test_the_list_is_leafed_through_and_nothing_stands_twice(reader):
    first = reader.get("/en/issues").text
    assert "note 59" in first
    following = re.search(r'rel="next" href="([^"]+)"', first).group(1).replace("&amp;", "&")
    second = reader.get(following).text
    found = re.findall(r"note \d+|no text|contradict each", first + second)
    assert len(found) == len(set(found)) == 62


def test_where_everything_was_read_the_page_says_so(desk):
    assert "everything that came in was read" in desk.get("/en/issues").text
    assert "Not readable:" not in desk.get("/en/documents").text
    assert desk.get("/en/issues?severity=dreadful").status_code == 200
