import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.publish.report import texts
from hudna.publish.report.texts import marked


class FakeDesk:
    """Knows no more than `marked` asks for."""

    def __init__(self, material=None):
        self.material = material

    def mark(self, claim):
        return f"w{claim}"

    def number(self, claim):
        return claim

    def words(self, key, n):  # noqa: ARG002 - as the real one
        return f"[{n} left out]"


@pytest.fixture(autouse=True)
def _untitled(monkeypatch):
    monkeypatch.setattr(texts, "_title", lambda *_: "title")


def pieces(marked_text, claim):
    """All pieces of a claim's words, in order, as text."""
    found, depth = [], []
    for hit in re.finditer(r"<(/?)mark([^>]*)>|([^<]+)", marked_text):
        closing, attributes, words = hit.groups()
        if words is not None:
            if claim in depth:
                found.append(html.unescape(words))
        elif closing:
            depth.pop()
        else:
            depth.append(re.search(r'data-claim="([^"]+)"', attributes)[1])
    return "".join(found)


def plain(marked_text):
    return html.unescape(re.sub("<[^>]+>", "", marked_text))


@pytest.mark.parametrize(
    "spans",
    [
        [(0, 3, "a")],
        [(0, 9, "a"), (2, 5, "b")],
        [(0, 5, "a"), (3, 9, "b")],
        [(0, 5, "a"), (0, 5, "b")],
        [(0, 3, "a"), (3, 6, "b")],
        [(0, 8, "a"), (1, 6, "b"), (4, 9, "c")],
        [],
    ],
)
def test_nested_crossing_and_equal_spans(spans):
    _holds("0<2>&'678", spans)


@given(
    st.text(alphabet="ab<&>\"'\r\n قصف", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=6),
)
def test_any_spans_of_any_text(text, ends):
    spans = [
        (start, start + size, f"n{number}") for number, (start, size) in enumerate(ends) if start + size <= len(text)
    ]
    _holds(text, spans)


def _holds(text, spans):
    shown = str(marked(text, spans, FakeDesk()))
    assert plain(shown) == text
    assert shown.count("<mark") == shown.count("</mark>")
    for start, end, claim in spans:
        assert pieces(shown, claim) == text[start:end]
        assert shown.count(f'id="w{claim}"') == 1


def test_a_carriage_return_is_kept():
    assert "&#13;\n" in marked("a\r\nb", [], FakeDesk())


def test_a_very_long_text_is_shown_around_its_claims_only():
    text = "س" * texts.LONGEST + "قصف" + "ص" * texts.LONGEST
    shown = str(marked(text, [(texts.LONGEST, texts.LONGEST + 3, "a")], FakeDesk()))
    assert pieces(shown, "a") == "قصف"
    assert len(shown) < 3 * texts.AROUND
    assert shown.count("<em>[198,000 left out]</em>") == 2


def test_a_text_of_the_usual_length_is_whole():
    text = "س" * texts.LONGEST
    assert plain(str(marked(text, [], FakeDesk()))) == text
