"""What only a model proposed is marked wherever the dashboard names it, in the words of its own page."""

import re

import msgspec
import pytest

from hudna.ledger import EventFilter, Ledger, Run

MARKS = {"en": "proposed by a model alone, counts for nothing", "ar": "اقترحه نموذج آلي وحده ولا يُعد"}
DAYS = "first=2020-09-01&last=2023-09-27"


@pytest.fixture
def alone(copied):
    """A disputed event, and the ledger in which nothing but a model tells it."""
    with Ledger.open(copied) as book, book.run(Run(at="2031-01-01T00:00:00Z", theatre="karabakh")):
        events = list(book.events())
        (chosen, *_) = [
            one
            for one in events
            if one.modality == "actual"
            and not one.background
            and any(gap.sort == "exclusive" for gap in one.contradictions)
        ]
        book.save_events(
            [msgspec.structs.replace(one, proposed=one.claims) if one.id == chosen.id else one for one in events]
        )
        return book.event(chosen.id)


@pytest.mark.parametrize("language", MARKS)
@pytest.mark.parametrize("list_", ["events", "review", "timeline"])
def test_it_bears_a_badge_in_every_list(reader, alone, copied, language, list_):
    """One line of the list bears the badge, and it is that of the event."""
    first, last = f"{alone.when[0][:7]}-01", f"{alone.when[0][:7]}-28"
    page = reader.get(f"/{language}/{list_}?first={first}&last={last}").text
    badge = f'<span class="chip">{MARKS[language]}</span>'
    lines = [line for line in page.split("<li data-row>") if badge in line]
    assert len(lines) == 1
    assert f'href="/{language}/{"review" if list_ == "review" else "events"}/{alone.id}"' in lines[0]
    with Ledger.open(copied) as book:
        assert len(book.desk.events(EventFilter(first=first, last=last)).items) > 1, "the others bear none"


@pytest.mark.parametrize("language", MARKS)
@pytest.mark.parametrize("there", ["events/{0}", "review/{0}", "contradictions?{1}", "today?day={2}"])
def test_it_is_marked_where_its_title_stands_alone(reader, alone, language, there):
    page = re.sub(
        r"</?bdi[^>]*>", "", reader.get(f"/{language}/{there.format(alone.id, DAYS, alone.when[0][:10])}").text
    )
    assert page.count(MARKS[language]) >= 1


def test_the_feed_marks_it(reader, alone):
    feed = reader.get("/api/v1/feed.atom?lang=en").text
    entry = next(one for one in feed.split("<entry>") if alone.id in one)
    assert MARKS["en"] in entry
    assert feed.count(MARKS["en"]) == 1
