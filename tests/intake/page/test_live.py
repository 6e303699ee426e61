import json
from pathlib import Path

import pytest

LEAD = "تابعوا معنا في هذه الصفحة تطورات اليوم الثاني من وقف إطلاق النار في منطقة السهل أولا بأول."


def _entry(hour: int, words: str, **more):
    told = {"@type": "BlogPosting", "headline": f"عاجل {hour}", "articleBody": words}
    return told | {"datePublished": f"2020-11-11T{hour:02}:30:00Z"} | more


def _page(*entries, body: str = "", lead: str = LEAD) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "تغطية مباشرة",
        "url": "https://news.example/live/1",
        "datePublished": "2020-11-10T06:00:00Z",
        "publisher": {"name": "وكالة السهل"},
        "liveBlogUpdate": list(entries),
    }
    script = f'<script type="application/ld+json">{json.dumps(told, ensure_ascii=False)}</script>'
    shown = "".join(f"<section><h3>{one['headline']}</h3><p>{one['articleBody']}</p></section>" for one in entries)
    return (
        f'<!doctype html><html><head><meta charset="utf-8">{script}</head>'
        f"<body><main><h1>تغطية مباشرة</h1><p>{lead}</p>{shown}{body}</main></body></html>"
    )


FIRST = "أعلنت وزارة الدفاع مقتل ثلاثة جنود قبل ساعة في قصف على مواقعها شمال القرية."
SECOND = "قالت قوات حفظ السلام إنها أجلت خمسين مدنيا من المنطقة إلى المدينة مساء اليوم."


@pytest.fixture
def read(tmp_path, open_all):
    def run(html: str, name: str = "live.html"):
        Path(tmp_path / name).write_text(html, encoding="utf-8")
        return open_all(tmp_path / name)

    return run


def test_each_entry_is_a_document_with_its_own_time(read):
    everything = read(_page(_entry(17, FIRST), _entry(9, SECOND)))
    page, first, second = everything.documents
    assert page.text.endswith(LEAD)
    assert page.published.first == "2020-11-10T06:00:00+00:00"
    assert first.text == f"عاجل 17\n{FIRST}"
    assert second.text == f"عاجل 9\n{SECOND}"
    assert first.published.first == "2020-11-11T17:30:00+00:00"
    assert second.published.first == "2020-11-11T09:30:00+00:00"
    assert {one.source for one in everything.documents} == {"وكالة السهل"}


def test_a_page_without_words_of_its_own_is_only_its_entries(read):
    everything = read(_page(_entry(17, FIRST), _entry(9, SECOND), lead=""))
    assert [text.splitlines()[-1] for text in everything.texts] == [FIRST, SECOND]


def test_words_that_the_page_shows_and_its_entries_lack_are_kept(read):
    more = "وأضافت الوزارة أن القصف استمر ساعة كاملة وأن قواتها لم ترد عليه التزاما منها بوقف إطلاق النار."
    everything = read(_page(_entry(17, FIRST), _entry(9, SECOND), body=f"<p>{more}</p>"))
    assert more in everything.texts[0]


def test_an_entry_is_known_again_by_its_address(tmp_path, open_all):
    old = _entry(9, SECOND, url="https://news.example/live/1#9")
    new = _entry(17, FIRST, url="https://news.example/live/1#17")
    third = _entry(19, FIRST.replace("ثلاثة", "خمسة"), url="https://news.example/live/1#19")
    (tmp_path / "1.html").write_text(_page(new, old), encoding="utf-8")
    (tmp_path / "2.html").write_text(_page(third, new, old), encoding="utf-8")
    everything = open_all(tmp_path)
    assert sorted(one for one in everything.ids if one.startswith("http")) == [
        "https://news.example/live/1#17",
        "https://news.example/live/1#19",
        "https://news.example/live/1#9",
    ]


def test_markup_in_an_entry_is_taken_off(read):
    everything = read(_page(_entry(17, f"<p>{FIRST}</p><p>{SECOND}</p>"), _entry(9, "وصل المراقبون.")))
    assert everything.texts[1] == f"عاجل 17\n{FIRST}\n{SECOND}"


@pytest.mark.parametrize("entries", [[], [_entry(9, SECOND)]])
def test_one_entry_makes_no_live_page(read, entries):
    assert read(_page(*entries)).ids == ["live.html"]
