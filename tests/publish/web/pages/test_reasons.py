"""In the Arabic dashboard the machine gives its reasons in Arabic, in the English one in English."""

import pytest

from hudna.ledger import Ledger


@pytest.fixture(scope="module")
def pages(sample):
    with Ledger.open(sample) as book:
        events = [f"events/{one.id}" for one in book.events() if one.why]
        documents = [f"documents/{one.id}" for one in book.documents() if one.published.why]
        agreements = sorted({f"agreement/{one.agreement}" for one in book.findings(book.as_of_dates()[-1])})
    return [*events, *documents, *agreements, "breaches", "casualties"]


def test_no_reason_of_an_arabic_page_is_english(desk, pages):
    assert len(pages) > 30
    for there in pages:
        assert 'lang="en" dir="ltr"' not in desk.get(f"/ar/{there}").text, there


def test_reasons_are_told_where_they_stand(desk, pages):
    arabic, english = ("".join(desk.get(f"/{language}/{there}").text for there in pages) for language in ("ar", "en"))
    for one, other in (
        ("رُويا في نص واحد", "told in one text"),
        ("لم يُقرأ شيء عنه", "nothing read speaks of it"),
        ("الرقم الوحيد", "the only figure says"),
        ("داخل الأماكن التي يسميها البند", "within the places that the clause names"),
        ("في الحقل", "the field `published` says"),
    ):
        assert one in arabic
        assert other not in arabic
        assert other in english


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("events?after=zzz", "رابط الصفحة تالف"),
        ("documents?after=WzFd", "رابط الصفحة من قائمة أخرى"),
        ("search?q=%D9%82%D8%B5%D9%81&after=%3Cb%3E", "رابط الصفحة تالف"),
    ],
)
def test_a_refusal_is_said_in_the_language_of_the_page(desk, page, said):
    told = desk.get(f"/ar/{page}")
    assert told.status_code == 400
    assert said in told.text
    assert "ابدؤوا بالصفحة الأولى" in told.text
    assert "page link" not in told.text
    assert "page link" in desk.get(f"/en/{page}").text
