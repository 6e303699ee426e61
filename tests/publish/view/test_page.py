"""The page: right to left, everything escaped, nothing from outside."""

import html
import re

import msgspec
from tests.publish.view.conftest import TEXT

from hudna.publish.view import write_page


def test_nothing_is_fetched_and_nothing_runs(viewed):
    page = write_page([viewed])
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|https?:|\son\w+=", page)
    assert not set(re.findall(r'href="([^"#]*)', page)) - {""}


def test_the_text_is_there_escaped_and_right_to_left(viewed):
    page = write_page([viewed])
    assert '<html lang="en" dir="rtl">' in page
    assert "<b>لاتشين" not in page
    shown = re.findall(r'<p lang="ar"><span class="no">\d+</span>(.*?)</p>', page, flags=re.DOTALL)
    plain = [html.unescape(re.sub(r"<b class=\"n\".*?</b>|<[^>]+>", "", line)) for line in shown]
    assert plain == [line for line in TEXT.split("\n") if line]


def test_every_find_says_what_it_means_and_why(viewed):
    page = html.unescape(write_page([viewed]))
    for words in (
        "actor: ARM.MOD\nrule: a rule; a reason",
        "place: yerevan (40.18, 44.51)",
        "number: about 100 soldier",
        "the page's own (share): a share bar",
    ):
        assert words in page


def test_all_types_stand_in_the_legend(viewed):
    page = write_page([msgspec.structs.replace(viewed, mentions=(), claims=())])
    for words in ("number", "time", "duration", "place", "actor", "speaker"):
        assert f'class="m t-{words}"' in page


def test_claims_stand_beside_their_line_and_point_to_it(viewed):
    page = write_page([viewed])
    for number in (1, 2):
        assert f'id="d1q{number}"><a href="#d1c{number}"' in page
        assert f'id="d1c{number}"' in page
    assert 'class="claim background" id="d1c2" title="it goes on"' in page


def test_anchors_of_several_documents_are_their_own(viewed):
    page = write_page([viewed, viewed])
    anchors = re.findall(r' id="([^"]+)"', page)
    assert len(anchors) == len(set(anchors))


def test_hostile_titles_and_unwritable_signs(viewed):
    bad = msgspec.structs.replace(viewed.document, id='"><script>x', title="<script>", text="\ud800\x00 نص")
    page = write_page([msgspec.structs.replace(viewed, document=bad, mentions=(), claims=())])
    assert "<script" not in page
    assert "\ufffd\ufffd نص" in page
    page.encode("utf-8")


def test_quoted_words_keep_their_direction_in_our_sentences(viewed):
    assert '<bdi dir="ltr"><bdi>«أمس»</bdi> lies behind</bdi>' in write_page([viewed])
