import pytest
from hypothesis import given
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

from hudna.intake.page.blocks import DEEPEST, PROSE, collect, find_place, is_deep, most

LONG = "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة."


def _collect(page: str) -> str:
    tree = HTMLTree.parse(page)
    return collect(tree, find_place(tree))


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<p>a</p><p>b</p>", "a\nb"),
        ("<p>a <b>b</b>\n  c&nbsp;d</p>", "a b c\u00a0d"),
        ("a<br>b<div>c</div>d", "a\nb\nc\nd"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<p>a<script>x</script><style>y</style></p>", "a"),
        ("<p>a</p><div hidden>x</div><div style='display: none'>y</div><p aria-hidden=true>z</p>", "a"),
        ("<p>a</p><div class='share-buttons'>x</div><div id=comments><p>y</p></div><p>b</p>", "a\nb"),
        ("<p>a</p><div class='shared-values'>x</div>", "a\nx"),
        ("<p>a</p><p><a href=1>only a link</a></p>", "a"),
        ("<p>a <a href=1>b</a> c d e</p>", "a b c d e"),
        ("<p>a</p><aside><p>x</p></aside><form>y</form><nav>z</nav>", "a"),
        ("<!-- x --><p>a</p>", "a"),
        ("<a href=1><p>x</p></a><p>a</p>", "a"),
    ],
)
def test_blocks_of_an_article(inside, lines):
    assert _collect(f"<p>outside</p><article>{inside}</article>") == lines


def test_without_a_marked_place_only_prose_counts():
    assert len(LONG) >= PROSE
    assert _collect(f"<div>menu</div><p>{LONG}</p><p>short</p><a href=1>{LONG}</a>") == LONG
    assert _collect(LONG) == LONG, "also what stands outside every block"


@pytest.mark.parametrize(
    ("page", "tag"),
    [
        ("<main><article>x</article></main>", "article"),
        ("<article><div itemprop='articleBody'>x</div></article>", "div"),
        ("<main>" + "<article>x</article>" * 5 + "</main>", "main"),
        ("<article>" + "x" * 100 + "</article>" + "<article>x</article>" * 5, "article"),
        ("<article>x</article>" * 5, None),
        ("<article>x</article>" * 100, None),
        ("<p>x", None),
    ],
)
def test_where_articles_stand(page, tag):
    place = find_place(HTMLTree.parse(page))
    assert (place and place.tag) == tag


def test_deep_pages_are_known():
    deep, flat = "<div>" * (DEEPEST + 10), "<p>x" * (DEEPEST + 10)
    assert is_deep(HTMLTree.parse(deep), deep)
    assert not is_deep(HTMLTree.parse(flat), flat)
    assert not is_deep(HTMLTree.parse(""), "")


_PIECES = (
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<li>",
    "<table><tr><td>",
    "</td></tr></table>",
    "ا ب",
    "\n",
    "&nbsp;",
    "<!-- x -->",
    "<script>y</script>",
    "<pre>\n\n",
    "</pre>",
    "<template>z</template>",
)


@given(st.lists(st.sampled_from(_PIECES), max_size=60))
def test_no_more_is_collected_than_was_told_beforehand(pieces):
    tree = HTMLTree.parse(f"<article>{''.join(pieces)}</article>")
    place = find_place(tree)
    assert len(collect(tree, place)) <= most(place)
