from pathlib import Path

import pytest

PROSE = "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع الواقعة شمال النهر. "


def article(n: int, times: int = 6, more: str = "") -> str:
    body = "".join(f"<p>{PROSE}وهذه هي الفقرة رقم {n * 100 + m} من الخبر.</p>" for m in range(times))
    head = f'<h2><a href="/news/{n}">خبر رقم {n}</a></h2><time datetime="2020-11-1{n}">x</time>'
    return f"<article {more}>{head}{body}</article>"


def page(*articles: str, head: str = "", body: str = "") -> str:
    return (
        '<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://news.example.org/news/1">'
        f'<meta property="og:site_name" content="وكالة المثال">{head}</head>'
        f"<body {body}><main>{''.join(articles)}</main></body></html>"
    )


@pytest.fixture
def read(tmp_path, open_all):
    def reading(html: str):
        (tmp_path / "a.html").write_text(html, encoding="utf-8")
        return open_all(tmp_path / "a.html")

    return reading


def test_every_whole_article_is_a_document(read):
    everything = read(page(article(1), article(2), article(3)))
    assert everything.ids == ["a.html", "a.html:2", "a.html:3"]
    assert [document.title for document in everything.documents] == [f"خبر رقم {n}" for n in (1, 2, 3)]
    assert [document.url for document in everything.documents] == [
        f"https://news.example.org/news/{n}" for n in (1, 2, 3)
    ]
    assert [document.published.first for document in everything.documents] == [f"2020-11-1{n}" for n in (1, 2, 3)]
    assert {document.source for document in everything.documents} == {"وكالة المثال"}
    assert all(f"رقم {n}05" in text for n, text in enumerate(everything.texts, start=1))
    assert "رقم 200" not in everything.texts[0]


def test_teasers_and_comments_are_none(read):
    for others in (
        [article(2, times=1), article(3, times=1)],
        [article(2, more='class="comment-body"')],
        [f"<aside>{article(2)}</aside>"],
    ):
        everything = read(page(article(1), *others))
        assert everything.ids == ["a.html"]
        assert everything.document.published.first == "2020-11-11"
        assert "رقم 200" not in everything.texts[0]


def test_json_ld_tells_which_is_which(read):
    head = (
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"خبر رقم 1",'
        '"datePublished":"2020-11-20T10:00:00Z"},'
        '{"@type":"NewsArticle","headline":"خبر رقم 2",'
        '"datePublished":"2020-11-21T10:00:00Z","url":"https://news.example.org/two"}]'
        "</script>"
    )
    first, second = read(page(article(1), article(2), head=head)).documents
    assert (first.published.first[:10], second.published.first[:10]) == ("2020-11-20", "2020-11-21")
    assert second.url == "https://news.example.org/two"


def test_variants_of_a_page_say_so(read):
    assert read(page(article(1)).replace("<html>", "<html amp>")).document.extra["variant"] == "amp"
    assert read(page(article(1)).replace("<html>", "<html ⚡>")).document.extra["variant"] == "amp"
    assert read(page(article(1), body='class="node print"')).document.extra["variant"] == "print"
    assert "variant" not in read(page(article(1))).document.extra


def test_the_sample_is_one_article(open_all):
    assert len(open_all(Path(__file__).parents[1] / "formats" / "sample.html").documents) == 1
