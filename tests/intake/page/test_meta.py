import pytest
from resiliparse.parse.html import HTMLTree

from hudna.intake.page.meta import read_metadata


def _read(page: str):
    metadata, _, _, issues = read_metadata(HTMLTree.parse(page), "a.html")
    assert not issues
    return metadata


@pytest.mark.parametrize(
    ("page", "first"),
    [
        ('<meta property="article:published_time" content="2020-11-10">', "2020-11-10"),
        ('<META NAME="DC.Date.Issued" CONTENT="2020-11-10">', "2020-11-10"),
        ('<meta itemprop="datePublished" content="2020-11-10">', "2020-11-10"),
        ('<meta name="epoch-publish-date" content="1604966400000">', "2020-11-10T00:00:00+00:00"),
        ('<meta property="article:published_time" content="1604966400">', "2020-11-10T00:00:00+00:00"),
        ('<article><time datetime="2020-11-10">x</time></article>', "2020-11-10"),
        ('<span itemprop="datePublished" content="2020-11-10"></span>', "2020-11-10"),
        ('<time pubdate datetime="2020-11-10">x</time>', "2020-11-10"),
        ('<meta name="date" content="2020-11-11"><meta name="pubdate" content="2020-11-10">', "2020-11-10"),
        ('<meta name="date" content="2020-11-10"><meta name="date" content="2020-11-11">', "2020-11-10"),
    ],
)
def test_dates_that_a_page_gives(page, first):
    published = _read(page).published
    assert (published.first, published.basis) == (first, "metadata")


@pytest.mark.parametrize(
    "page",
    [
        '<time datetime="2020-11-10">somewhere</time>',
        '<main><aside><time datetime="2020-11-10">x</time></aside></main>',
        '<article><nav><time datetime="2020-11-10">x</time></nav></article>',
        '<article>a<article><time datetime="2020-11-10">a teaser</time></article></article>',
        '<meta name="generated" content="2020-11-10">',
        '<meta property="article:modified_time" content="2020-11-10">',
    ],
)
def test_dates_that_are_not_the_articles(page):
    assert _read(page).published is None


def test_the_surest_date_wins_and_the_others_are_told():
    published = _read(
        '<script type="application/ld+json">{"@type": "Article", "datePublished": "2020-11-10"}</script>'
        '<meta property="article:published_time" content="2020-11-11">'
    ).published
    assert published.first == "2020-11-10"
    assert published.why == ("JSON-LD datePublished says 2020-11-10", "meta article:published_time says 2020-11-11")


def test_a_date_that_cannot_be_read_is_said_and_the_next_is_taken():
    page = (
        '<meta property="article:published_time" content="10/11/2020"><article><time datetime="2020-11-10"></article>'
    )
    metadata, _, _, issues = read_metadata(HTMLTree.parse(page), "a.html")
    assert metadata.published.first == "2020-11-10"
    assert "10/11/2020" in issues[0].reason


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title> عنوان\n آخر </title>", "عنوان آخر"),
        ("<title>عنوان | وكالة</title><meta property=og:site_name content=وكالة>", "عنوان"),
        ("<title>عنوان - آخر</title><meta property=og:site_name content=وكالة>", "عنوان - آخر"),
        ("<title>أخبار وكالة</title><meta property=og:site_name content=وكالة>", "أخبار وكالة"),
        ('<title>x</title><meta property="og:title" content="عنوان &quot;آخر&quot;">', 'عنوان "آخر"'),
        ("<title>عنوان - وكالة - أخبار</title><h1>وكالة</h1><h1> عنوان\n</h1>", "عنوان"),
        ('<meta property="og:title" content="عنوان | وكالة"><h1>عنوان</h1>', "عنوان"),
        ("<title>عنوان - آخر</title><h1>عنو</h1>", "عنوان - آخر"),
        ("<title>عنوان آخر</title><h1>عنوان</h1>", "عنوان آخر"),
        ("<title>عنوان</title><h1></h1><h1>عنوان - آخر</h1>", "عنوان"),
        ("<p>x", None),
        ("<title></title>", None),
    ],
)
def test_titles(page, title):
    assert _read(page).title == title


@pytest.mark.parametrize(
    ("page", "url"),
    [
        ('<link rel=canonical href="https://example.org/1">', "https://example.org/1"),
        ('<meta property="og:url" content="https://example.org/1">', "https://example.org/1"),
        (
            '<link rel=canonical href="/1"><meta property="og:url" content="https://example.org/x">',
            "https://example.org/1",
        ),
        ('<link rel=canonical href="/1">', None),
        ('<link rel=canonical href="javascript:x">', None),
        ('<link rel=canonical href="http://[bad">', None),
        ('<link rel=canonical href="http://[bad"><meta name="og:url" content="http://a.org/x">', "http://a.org/x"),
        ('<link rel=canonical href="x:y"><meta name="og:url" content="http://a.org/x">', "http://a.org/x"),
        ("<p>x", None),
    ],
)
def test_addresses(page, url):
    assert _read(page).url == url


def test_the_source_is_the_host_where_the_page_names_none():
    assert _read('<link rel=canonical href="https://www.example.org/1">').source == "example.org"
    assert _read('<meta name="application-name" content="وكالة">').source == "وكالة"


def test_of_several_articles_the_pages_own():
    page = (
        '<link rel=canonical href="https://example.org/2"><script type="application/ld+json">'
        '[{"@type": "Article", "url": "https://example.org/1", "headline": "1"},'
        ' {"@type": "Article", "url": "https://example.org/2", "headline": "2"}]</script>'
    )
    assert _read(page).title == "2"
    assert _read(page.replace("canonical", "x")).title == "1"
