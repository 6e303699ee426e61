"""Deciding in the dashboard: kept, weighed, shown, undone; by two readers; in the log."""

import re

import pytest
from lxml import html

from hudna.ledger import Ledger
from hudna.model import Judgement
from hudna.publish.web.pages.review import reading_of


@pytest.fixture
def event(copied):
    with Ledger.open(copied) as book:
        return next(event for event in book.events() if len(event.claims) > 2 and not event.background)


def decide(reader, event, *, page=None, **fields):
    """Send a form as a browser does, from the page that holds it."""
    there = page or f"/en/review/{event.id}"
    pages = (reader.get(f"/en/review/{event.id}").text, reader.get("/en/review?show=decisions").text)
    csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', "".join(pages)).group(1)
    sent = {"csrf": csrf, "who": "N. Haddad", "reason": "seen on site", **fields}
    return reader.post(there, data=sent, headers={"origin": "http://localhost"})


def shown(reader, answer):
    assert answer.status_code == 303, answer.text
    return reader.get(answer.headers["location"]).text


def test_a_decision_is_kept_weighed_and_shown(reader, event, copied):
    told = shown(reader, decide(reader, event, verb="verify", value="refuted", about=event.id))
    assert "N. Haddad" in told
    assert "seen on site" in told
    with Ledger.open(copied) as book:
        assert book.event(event.id).verdicts.happened == "refuted"
        made = next(book.judgements(event.id))
        assert (made.who, made.value) == ("N. Haddad", "refuted")
        assert book.verify().sound
    assert event.id in reader.get("/en/review?show=decisions").text
    assert "decision" in reader.get("/en/review?show=log").text
    page = reader.get(f"/ar/events/{event.id}").text
    assert "مدحوض بأدلة" in page
    assert '<span class="chip">refuted' not in page


def test_undoing_is_a_decision_that_leaves_the_first_one_standing_there(reader, event, copied):
    decide(reader, event, verb="verify", value="refuted", about=event.id)
    with Ledger.open(copied) as book:
        made = next(book.judgements(event.id)).id
    undone = decide(
        reader, event, page="/en/review", verb="undo", about=made, reason="the photograph was of another day"
    )
    assert undone.headers["location"].startswith("/en/review?done=J")
    with Ledger.open(copied) as book:
        assert [one.verb for one in book.judgements()] == ["verify", "undo"]
        assert book.event(event.id).verdicts.happened == event.verdicts.happened
    assert "no longer holds" in reader.get(f"/en/review/{event.id}").text


def test_two_readers_agree_or_differ(reader, event):
    decide(reader, event, verb="accept", about=event.id)
    assert event.id in reader.get("/en/review?show=second").text
    decide(reader, event, verb="reject", about=event.id, who="O. Saleh")
    assert event.id in reader.get("/en/review?show=differ").text
    decide(reader, event, verb="accept", about=event.id, who="O. Saleh", reason="read again")
    told = reader.get(f"/en/review/{event.id}").text
    assert "readers agree" in told
    assert event.id not in reader.get("/en/review?show=differ").text


def test_claims_are_split_off_and_events_merged(reader, event, copied):
    shown(reader, decide(reader, event, verb="split", about=[event.claims[0]]))
    with Ledger.open(copied) as book:
        (apart,) = book.events_of_claim(event.claims[0])
        assert apart.claims == (event.claims[0],)
        (rest,) = book.events_of_claim(event.claims[1])
        assert rest.id != apart.id


def test_two_events_are_merged_with_all_their_claims(reader, event, copied):
    with Ledger.open(copied) as book:
        other = next(one for one in book.events() if len(one.claims) > 1 and one.id != event.id)
    shown(reader, decide(reader, event, verb="merge", about=[event.id, other.id]))
    with Ledger.open(copied) as book:
        (joined,) = book.events_of_claim(event.claims[0])
        assert {*event.claims, *other.claims} <= set(joined.claims)
        made = next(iter(book.judgements())).id
    decide(reader, event, page="/en/review", verb="undo", about=made)
    with Ledger.open(copied) as book:
        assert book.event(event.id).claims == event.claims
        assert book.event(other.id).claims == other.claims


def test_a_rejected_event_is_gone_until_that_is_undone(reader, event, copied):
    shown(reader, decide(reader, event, verb="reject", about=event.id, reason="a film, not news"))
    with Ledger.open(copied) as book:
        assert not [one for claim in event.claims for one in book.events_of_claim(claim)]
        made = next(iter(book.judgements())).id
    assert reader.get(f"/en/events/{event.id}").status_code == 404
    decide(reader, event, page="/en/review", verb="undo", about=made, reason="news after all")
    with Ledger.open(copied) as book:
        assert book.event(event.id).claims == event.claims


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"verb": "accept", "who": " "}, "needs its who"),
        ({"verb": "accept", "who": "\u200b\x00\u202e"}, "needs its who"),
        ({"verb": "accept", "supersedes": "J0"}, "no judgement J0"),
        ({"verb": "accept", "reason": ""}, "needs its reason"),
        ({"verb": "accept", "about": ""}, "No claim is marked"),
        ({"verb": "accept", "about": "nothing-there"}, "nothing in the ledger has"),
        ({"verb": "verify", "value": "surely"}, "cannot be verified"),
        ({"verb": "rule", "value": "guilty"}, "cannot be ruled"),
        ({"verb": "rule"}, "rule what"),
        ({"verb": "correct"}, "about one claim"),
        ({"verb": "merge"}, "Merge with which event"),
        ({"verb": "undo"}, "only a decision can be undone"),
        ({"verb": "praise"}, "is no decision"),
        ({"verb": "accept", "reason": "x" * 5000}, "too long"),
    ],
)
def test_what_makes_no_decision_is_refused_and_leaves_no_trace(reader, event, copied, fields, reason):
    answer = decide(reader, event, **{"about": event.id, **fields})
    assert answer.status_code == 400
    assert reason in html.fromstring(answer.text).text_content()
    with Ledger.open(copied) as book:
        assert list(book.judgements()) == []


def test_a_refused_form_says_why_in_the_readers_language_and_leads_back_to_it(reader, event):
    there = f"/ar/review/{event.id}"
    answer = decide(reader, event, page=there, verb="merge", about=[event.id, "nothing-there"])
    assert answer.status_code == 400
    assert "لا شيء في السجل بهذا المعرّف" in answer.text
    assert f'<a href="{there}">' in answer.text
    assert "hudna claims" not in decide(reader, event, page=there, verb="accept", about="nothing-there").text


def test_a_decision_names_what_it_took_out_and_the_log_says_whose_it_is(reader, event):
    decide(reader, event, verb="reject", about=event.claims[0], who="O. Saleh")
    told = reader.get("/en/review?show=decisions").text
    assert re.search(rf'<a href="/en/documents/[^"]*claim={event.claims[0]}#{event.claims[0]}">', told)
    assert "«" in told
    log = reader.get("/ar/review?show=log").text
    assert "O. Saleh" in log
    assert "events.weighed" not in log


def test_a_form_from_elsewhere_is_refused(reader, event):
    sent = {"verb": "accept", "about": event.id, "who": "x", "reason": "y", "csrf": "0" * 64}
    assert reader.post(f"/en/review/{event.id}", data=sent, headers={"origin": "http://localhost"}).status_code == 403
    answer = reader.post(f"/en/review/{event.id}", data=sent, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_what_was_decided_no_longer_waits(reader, event):
    assert event.id in reader.get(f"/en/review?first={event.when[0][:10]}&last={event.when[0][:10]}").text
    decide(reader, event, verb="accept", about=event.id)
    assert event.id not in reader.get(f"/en/review?first={event.when[0][:10]}&last={event.when[0][:10]}").text


def test_a_reason_is_escaped(reader, event):
    told = shown(reader, decide(reader, event, verb="accept", about=event.id, reason="<script>alert(1)</script>"))
    assert "<script>alert" not in told
    assert "&lt;script&gt;alert" in told


def judged(number, who, verb="accept", value=None, about=("e",)):
    return Judgement(f"j{number}", verb, about, who, f"2024-01-0{number}T00:00:00Z", "why", value)


def test_a_reader_is_counted_once_and_his_last_word_counts():
    assert reading_of([]) is None
    assert reading_of([judged(1, "A")]).state == "one"
    assert reading_of([judged(1, "A"), judged(2, " a ")]).state == "one"
    assert reading_of([judged(1, "A"), judged(2, "B")]).state == "agreed"
    assert reading_of([judged(1, "A"), judged(2, "B", "reject")]).state == "differ"
    assert reading_of([judged(1, "A"), judged(2, "B", "reject"), judged(3, "A", "reject")]).state == "agreed"
    assert reading_of([judged(1, "A"), judged(2, "B", "undo", about=("j1",))]) is None


def test_readers_differ_only_where_they_answer_one_question_differently():
    signed = judged(2, "B", "verify", "refuted")
    assert reading_of([judged(1, "A"), signed]).state == "agreed"
    assert reading_of([judged(1, "A", "verify", "who:admitted"), signed]).state == "agreed"
    assert reading_of([judged(1, "A", "verify", "verified"), signed]).state == "differ"
    assert reading_of([judged(1, "A", "reject"), signed]).state == "differ"
    assert reading_of([signed, judged(3, "B"), judged(4, "A", "verify", "verified")]).state == "differ"
    assert (
        reading_of([signed, judged(3, "B", "verify", "verified"), judged(4, "A", "verify", "verified")]).state
        == "agreed"
    )
    assert reading_of([judged(1, "A", "rule", "exception"), judged(2, "B", "rule", "no_body")]).state == "differ"
