import json

import pytest

from hudna.intake.page.ld import LinkedArticle, read_articles


def _read(data: object) -> list[LinkedArticle]:
    articles, troubles = read_articles([json.dumps(data)])
    assert not troubles
    return articles


@pytest.mark.parametrize(
    "wrap",
    [
        lambda node: node,
        lambda node: [node],
        lambda node: {"@graph": [{"@type": "WebSite"}, node]},
        lambda node: {"@type": "WebPage", "mainEntity": node},
    ],
    ids=["alone", "list", "graph", "nested"],
)
def test_an_article_is_found_wherever_it_stands(wrap):
    node = {"@type": ["NewsArticle", "Thing"], "headline": "عنوان &amp; آخر", "datePublished": " 2020-11-10 "}
    assert _read(wrap(node)) == [LinkedArticle(title="عنوان & آخر", published="2020-11-10")]


def test_every_field():
    (article,) = _read(
        {
            "@type": "https://schema.org/ReportageNewsArticle",
            "name": "عنوان",
            "mainEntityOfPage": {"@id": "https://example.org/1"},
            "datePublished": "2020-11-10",
            "dateModified": "2020-11-11",
            "publisher": [{"name": "وكالة"}],
            "author": [{"name": "أ"}, "ب", {"id": 5}],
            "articleBody": "نص",
        }
    )
    assert article == LinkedArticle(
        title="عنوان",
        url="https://example.org/1",
        published="2020-11-10",
        modified="2020-11-11",
        publisher="وكالة",
        authors=("أ", "ب"),
        body="نص",
    )


@pytest.mark.parametrize(
    "data", [{"@type": "WebPage"}, {}, [], None, 5, {"@type": 5}, {"@type": [None]}, {"@type": {}}]
)
def test_what_is_no_article(data):
    assert _read(data) == []


def test_fields_of_the_wrong_sort_are_none():
    assert _read(
        {"@type": "Article", "headline": 5, "publisher": "x", "author": None, "url": [], "datePublished": {}}
    ) == [LinkedArticle(publisher="x")]


def test_a_bad_block_costs_only_itself():
    articles, troubles = read_articles(["{", '{"@type": "Article", "headline": "a\tb"}', "[" * 100_000, ""])
    assert articles == [LinkedArticle(title="a\tb")]
    assert len(troubles) == 3


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (
            '{"@type": "NewsArticle", "headline": "عنوان \\"آخر\\"", "datePublished": 2020-11-10T06:18-03:00}',
            [LinkedArticle(title='عنوان "آخر"', published="2020-11-10T06:18-03:00")],
        ),
        ('{"@type": ["Article"], "datePublished": "2020-11-10",}', [LinkedArticle(published="2020-11-10")]),
        ('{"@type": "Article"} {"@type": "Article", "headline": "x"}', []),
        ('{"@type": "Person", "headline": "x",}', []),
        ('{"@type": "Article",}', []),
    ],
    ids=["date without quotes", "comma too many", "two", "no article", "nothing said"],
)
def test_of_a_block_that_is_no_json_the_plain_fields_of_its_one_article_are_read(block, found):
    articles, troubles = read_articles([block])
    assert articles == found
    assert len(troubles) == 1
