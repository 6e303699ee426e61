from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.intake.custody import hold_bytes
from hudna.intake.formats.base import Draft, Opened
from hudna.intake.formats.feed import read_feed
from hudna.intake.options import IntakeOptions

SAMPLE = Path(__file__).with_name("sample.xml")
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>وكالة</title>
<entry><id>tag:1</id><title type="html">خبر &lt;b&gt;أول&lt;/b&gt;</title>
<link rel="self" href="https://x.example/self"/><link href="https://x.example/1"/>
<published>2020-11-10T10:00:00Z</published><updated>{updated}</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{text}</p><p>ثم انصرفوا.</p></div></content>
</entry></feed>"""
LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<rss><channel><title>x</title><item><title>خبر &e; &f;</title><link>https://x.example/1</link></item>
<item><title>خبر آخر</title></item></channel></rss>"""


@pytest.fixture
def read(tmp_path, open_all):
    def reading(feed: str | bytes, name: str = "a.xml", **options):
        (tmp_path / name).write_bytes(feed if isinstance(feed, bytes) else feed.encode())
        return open_all(tmp_path / name, **options)

    return reading


def test_full_text_where_it_is_and_else_the_summary(open_all):
    first, second = open_all(SAMPLE).documents
    assert first.text.splitlines() == [
        "وصول المراقبين إلى القرية",
        "",
        "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم.",
        "وأضافت أن «الوضع هادئ» منذ الليل.",
    ]
    assert (first.id, first.extra["feed"], second.extra["feed"]) == ("example-1", "full", "summary")
    assert first.published.first == "2020-11-10T14:30:00+04:00"
    assert second.text.endswith("قال شهود إن الهدوء ساد خط التماس ليلا.")
    assert second.published.first == "2020-11-11T08:00:00+04:00"
    assert first.bytes_sha256 == second.bytes_sha256


def test_atom(read):
    document = read(ATOM.format(updated="2020-11-10T10:00:00Z", text="وصل المراقبون.")).document
    assert document.text == "خبر أول\n\nوصل المراقبون.\nثم انصرفوا."
    assert (document.id, document.url, document.source) == ("tag:1", "https://x.example/1", "وكالة")
    assert document.published.basis == "metadata"


def test_the_same_feed_saved_again_brings_only_what_changed(tmp_path, open_all):
    for hour, text in (("10", "وصل المراقبون."), ("11", "وصل المراقبون."), ("12", "وصل المراقبون مساء.")):
        feed = ATOM.format(updated=f"2020-11-10T{hour}:00:00Z", text=text)
        (tmp_path / f"{hour}.xml").write_text(feed, encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.ids == ["tag:1", "tag:1 2020-11-10T12:00:00+00:00"]
    assert [issue.severity for issue in everything.issues] == ["note"]


def test_a_billion_laughs_are_not_laughed(read):
    everything = read(LAUGHS)
    assert everything.said("feed_entities", everything.received[0].where)
    assert len(everything.documents) == 2
    assert sum(len(text) for text in everything.texts) < 200
    assert "root" not in "".join(everything.texts)


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-8-sig"])
def test_encodings(read, encoding):
    feed = SAMPLE.read_text(encoding="utf-8").replace('encoding="utf-8"', f'encoding="{encoding}"')
    everything = read(feed.encode(encoding))
    assert "المراقبين" in everything.texts[0]


def test_a_broken_feed_gives_what_is_whole(read):
    whole = SAMPLE.read_text(encoding="utf-8")
    everything = read(whole[: whole.index("<description>&lt;")].replace("القرية صباح", "القرية\x00\x08 & صباح"))
    assert len(everything.documents) == 2
    assert read("<rss><channel></channel></rss>").issue.reason == "no entry of a feed was found in it"
    assert read("<rss").issue.reason == "no entry of a feed was found in it"
    assert read("<urlset><url/></urlset>").issue.reason == "no entry of a feed was found in it"


def test_dates_that_are_none_are_said(read):
    everything = read("<rss><channel><item><title>خبر</title><pubDate>غدا</pubDate></item></channel></rss>")
    assert everything.document.published.first is None
    assert "`غدا` is not one that we read" in everything.issue.reason


def test_deep_nesting_and_many_entries_are_bounded(read):
    deep = "<rss><channel><item><title>خبر</title>" + "<x>" * 20_000 + "</x>" * 20_000 + "</item></channel></rss>"
    assert len(read(deep).documents) <= 1
    many = "<rss><channel>" + "<item><title>خبر</title></item>" * 10_050 + "</channel></rss>"
    assert "and the limit is 10000" in read(many).issues[-1].reason


@given(
    st.lists(
        st.sampled_from(
            ["<rss>", "<channel>", "<item>", "</item>", "<title>", "</title>", "خبر", "<![CDATA[", "]]>", "&amp;",
             "&x;", "<!DOCTYPE a [",
             "<!ENTITY x 'y'>", "]>", "<link/>", "\x00", "<?xml version='1.0'?>", "<a:b>", "&lt;p&gt;"]
        ),
        max_size=40,
    ).map("".join)
    | st.text(max_size=200)
)  # fmt: skip
def test_any_feed_gives_drafts_or_issues(feed):
    opened = Opened(
        held=hold_bytes(feed.encode(errors="replace"), "a.xml"), name="a.xml", where="a.xml", options=IntakeOptions()
    )
    for item in read_feed(opened):
        assert not isinstance(item, Draft) or item.text.strip()
