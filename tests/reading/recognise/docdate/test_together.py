"""Documents that date each other, in any order."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.model import Published
from hudna.reading.recognise.docdate import anchors_from, solve_together

GIVEN = Published(first="2023-05-19", last="2023-05-19", basis="given")
DATED = (
    "مقتل 57 مدنيا بقصف السوق القديمة في بلدة الجسر\n\n"
    "قتل 57 مدنيا أمس في قصف استهدف السوق القديمة في بلدة الجسر، بحسب مسعفين وصلوا إلى المكان."
)
SAME_DAY = (
    "حداد في بلدة الجسر\n\nقال مسعفون إن 57 مدنيا قتلوا أمس في قصف السوق القديمة في بلدة الجسر، وإن بينهم 23 طفلا.\n\n"
    "وأعلنت البلدية الحداد."
)
CHAINED = "تشييع ضحايا السوق القديمة\n\nشيع الأهالي 23 طفلا قتلوا الخميس في قصف السوق القديمة في بلدة الجسر."
OTHER_DAY = (
    "قصف السوق القديمة في بلدة الجسر\n\nقتل 12 مدنيا أمس في قصف استهدف السوق القديمة في بلدة الجسر، بحسب مسعفين."
)
ALONE = "اللجنة تجتمع\n\nاجتمعت اللجنة أمس في العاصمة لبحث فتح الطريق أمام الشاحنات."


def test_a_dated_document_becomes_an_event(read):
    item = read(DATED, "a", GIVEN)
    (event,) = anchors_from(item.document, item.text, item.times)
    assert (event.id, event.first, event.last) == ("document:a", "2023-05-18", "2023-05-18")
    assert event.figures == (57,)
    assert len(event.words) >= 4


def test_an_undated_or_widely_dated_document_becomes_none(read):
    item = read(DATED, "a")
    assert anchors_from(item.document, item.text, item.times) == ()
    wide = Published(first="2023-05-01", last="2023-05-19", basis="inferred")
    assert anchors_from(item.document, item.text, item.times, published=wide) == ()


def test_a_dated_document_dates_an_earlier_undated_one(read):
    before = solve_together([read(SAME_DAY, "b")])
    assert before["b"].basis == "unknown"
    after = solve_together([read(SAME_DAY, "b"), read(DATED, "a", GIVEN)])
    assert (after["b"].first, after["b"].last, after["b"].basis) == ("2023-05-19", "2023-05-19", "inferred")
    assert after["a"] == GIVEN


def test_like_news_of_another_day_is_not_dated_by_it(read):
    found = solve_together([read(OTHER_DAY, "c"), read(DATED, "a", GIVEN), read(ALONE, "d")])
    assert found["c"].basis == "unknown"
    assert found["d"].basis == "unknown"


def test_a_document_does_not_date_itself(read):
    assert solve_together([read(SAME_DAY, "b"), read(SAME_DAY, "e")])["b"].basis == "unknown"


@given(st.permutations(["a", "b", "c", "d", "e"]))
def test_the_order_in_which_documents_come_does_not_matter(read, chronicle, order):
    texts = {"a": DATED, "b": SAME_DAY, "c": OTHER_DAY, "d": ALONE, "e": CHAINED}
    items = [read(texts[name], name, GIVEN if name == "a" else None) for name in order]
    ordered = [read(texts[name], name, GIVEN if name == "a" else None) for name in sorted(texts)]
    assert solve_together(items, chronicle) == solve_together(ordered, chronicle)
