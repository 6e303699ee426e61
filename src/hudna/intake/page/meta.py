"""What a page says of itself: title, address, publisher, date.

In the order in which they are believed: JSON-LD, OpenGraph and its relatives in ``<meta>``, marked elements in the
article, plain ``<title>`` and links. The date's reasons name every place that gives one, so that a contradiction shows.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from resiliparse.parse.html import ElementNode, HTMLTree

from hudna.intake.dates import read_stamp
from hudna.intake.metadata import Metadata
from hudna.intake.page.ld import LinkedArticle, read_articles
from hudna.intake.problems import problem
from hudna.model import Issue, Published

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "rnews:datepublished",
    "shareaholic:article_published_time",
    "cxenseparse:recs:publishtime",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "publication_date",
    "pubdate",
    "epoch-publish-date",
    "date",
)
"""Names of ``<meta>`` that hold the day of publication, the most precise first."""
_TITLES = ("og:title", "twitter:title", "dc.title")
_SITES = ("og:site_name", "application-name", "dc.publisher")
_ADDRESSES = ("og:url", "twitter:url")
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified")
_TIMES = '[itemprop="datePublished"], time[pubdate], article time[datetime], main time[datetime]'
_ELSEWHERE = "aside, nav, footer"
"""Where a ``<time>`` is a teaser's."""
MOST_HEADINGS = 5
MOST_TIMES = 20
"""So many ``<time>`` are looked at: the article's own is among the first."""
_PRINT = frozenset({"print", "print-page", "print-version", "printable"})
_DASHES = ("|", "-", "–", "—", "::", "»", "/")


def read_metadata(tree: HTMLTree, where: str) -> tuple[Metadata, str | None, list[LinkedArticle], list[Issue]]:
    """Read a page's metadata.

    Args:
        tree: The parsed page.
        where: The file for people.

    Returns:
        The metadata (basis ``metadata``), the article's body where JSON-LD holds it, all that
        JSON-LD tells of articles, and what is wrong.
    """
    scripts = _all(tree, 'script[type="application/ld+json"]')
    articles, troubles = read_articles(node.text or "" for node in scripts)
    issues = [problem("page_metadata", where, why=why) for why in troubles]
    named = dict(_named(tree))
    links = (_link(tree, "canonical"), *(named.get(name) for name in _ADDRESSES))
    article = _of_this_page(articles, links)
    url = _address((*links, article.url))
    source = article.publisher or _first(named, _SITES) or host_of(url)
    published, unread = _published(tree, named, article, where)
    extra = _extra(named, article) | _variant(tree)
    title = _bare(article.title or _first(named, _TITLES) or _plain_title(tree, source), tree)
    return (
        Metadata(url=url, source=source, title=title, published=published, extra=extra),
        article.body,
        articles,
        issues + unread,
    )


def _all(tree: HTMLTree, selector: str) -> list[ElementNode]:
    """All elements; by `values`, because going through the list itself takes time with the square of its length."""
    return tree.document.query_selector_all(selector).values() if tree.document else []


def _named(tree: HTMLTree) -> Iterator[tuple[str, str]]:
    """Names and contents of ``<meta>``; of one name the first counts, so they come last to first."""
    for node in reversed(_all(tree, "meta[content]")):
        name = node.getattr("property") or node.getattr("name") or node.getattr("itemprop")
        content = (node.getattr("content") or "").strip()
        if name and content:
            yield name.strip().lower(), content


def _first(named: dict[str, str], names: Sequence[str]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _link(tree: HTMLTree, rel: str) -> str | None:
    node = tree.document.query_selector(f'link[rel="{rel}"][href]') if tree.document else None
    return node.getattr("href") if node else None


def _of_this_page(articles: list[LinkedArticle], links: Sequence[str | None]) -> LinkedArticle:
    """The article whose address is the page's; else the first, which is the page's own where there are teasers."""
    own = [article for article in articles if article.url is not None and article.url in links]
    return (own or articles or [LinkedArticle()])[0]


def _address(links: Sequence[str | None]) -> str | None:
    """The first address; where that is a relative one, it is completed from another that is full."""
    given = [link.strip() for link in links if link and link.strip()]
    full = next((link for link in given if host_of(link)), None)
    if full is None:
        return None
    joined = urljoin(full, given[0]) if _is_address(given[0]) else full
    return joined if host_of(joined) else full


def _is_address(link: str) -> bool:
    try:
        return urlsplit(link).scheme in {"", "http", "https"}
    except ValueError:
        return False  # what a page calls its address may be anything


def host_of(url: str | None) -> str | None:
    """The host of a full web address, without ``www``; None for anything else."""
    if url is None or not _is_address(url):
        return None
    return (urlsplit(url).hostname or "").removeprefix("www.") or None if urlsplit(url).scheme else None


def _plain_title(tree: HTMLTree, source: str | None) -> str | None:
    """``<title>`` without the publisher's name behind a dash."""
    title = " ".join((tree.title or "").split())
    if source and title.endswith(source):
        bare = title.removesuffix(source).rstrip()
        dash = next((dash for dash in _DASHES if bare.endswith(dash)), None)
        title = bare.removesuffix(dash).rstrip() if dash else title
    return title or None


def _bare(title: str | None, tree: HTMLTree) -> str | None:
    """The headline as it stands on the page, where the title is that and the publisher's name behind a dash."""
    if title is None:
        return None
    for node in _all(tree, "h1")[:MOST_HEADINGS]:
        heading = " ".join((node.text or "").split())
        rest = title.removeprefix(heading).strip() if heading else title
        if rest != title and rest.startswith(_DASHES):
            return heading
    return title


def _published(
    tree: HTMLTree, named: dict[str, str], article: LinkedArticle, where: str
) -> tuple[Published | None, list[Issue]]:
    """The first date that can be read, with every place that gives one."""
    said = list(_dates(tree, named, article))
    read = [(read_stamp(value), place, value) for place, value in said]
    issues = [problem("date_unread", where, value=value[:80]) for interval, _, value in read if interval is None]
    good = [(interval, f"{place} says {value}") for interval, place, value in read if interval is not None]
    if not good:
        return None, issues
    (first, last), _ = good[0]
    return Published(first=first, last=last, basis="metadata", why=tuple(why for _, why in good)), issues


def _dates(tree: HTMLTree, named: dict[str, str], article: LinkedArticle) -> Iterator[tuple[str, str]]:
    if article.published:
        yield "JSON-LD datePublished", article.published
    for name in _DATES:
        if name in named:
            yield f"meta {name}", named[name]
            break
    for node in _all(tree, _TIMES)[:MOST_TIMES]:
        value = (node.getattr("datetime") or node.getattr("content") or "").strip()
        if value and not _is_elsewhere(node):
            yield f"<{node.tag}>", value
            break


def _is_elsewhere(node: ElementNode) -> bool:
    """Whether a ``<time>`` stands in a menu, a side column, or a teaser inside another article."""
    article = node.closest("article")
    outer = article.parent_element.closest("article") if article and article.parent_element else None
    return outer is not None or node.closest(_ELSEWHERE) is not None


def _variant(tree: HTMLTree) -> dict[str, Any]:
    """Whether this is the page for telephones (AMP) or for printing; its address is that of the usual one."""
    root = tree.document.query_selector("html") if tree.document else None
    if root is not None and (root.hasattr("amp") or root.hasattr("⚡")):
        return {"variant": "amp"}
    words = f"{tree.body.class_name or ''} {tree.body.id or ''}".lower().split() if tree.body else []
    return {"variant": "print"} if _PRINT & set(words) else {}


def _extra(named: dict[str, str], article: LinkedArticle) -> dict[str, Any]:
    """What else is worth keeping: authors, and when the page was changed."""
    authors = list(article.authors) or [named[name] for name in ("author", "article:author") if name in named][:1]
    modified = article.modified or _first(named, _MODIFIED)
    return {key: value for key, value in (("author", authors), ("modified", modified)) if value}
