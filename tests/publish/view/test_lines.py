"""Every character stands in exactly one piece, whatever the spans."""

import re

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from hudna.model import Claim, Document, Furniture, Mention
from hudna.publish.view import Viewed, lines_of

texts = st.text(st.sampled_from("ابت 1\n\r\x85\u2028<"), max_size=60)


def document(text, furniture=()):
    return Document(id="d", text=text, text_sha256="", bytes_sha256="", furniture=tuple(furniture))


def spans(data, text):
    edges = data.draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
    return [(min(pair), max(pair)) for pair in edges if min(pair) < len(text)]


@given(texts, st.data())
def test_pieces_of_a_line_are_the_line(text, data):
    mentions = tuple(Mention("place", first, last, "", {}, "r") for first, last in spans(data, text))
    furniture = [Furniture(first, last, "menu", "") for first, last in spans(data, text)]
    claims = tuple(Claim(str(n), "d", first, last, "", "k") for n, (first, last) in enumerate(spans(data, text)))
    found = list(lines_of(Viewed(document=document(text, furniture), mentions=mentions, claims=claims)))
    shown = ["".join(piece.text for piece in line.pieces) for line in found]
    assert shown == [line for line in re.split("\r\n|[\n\r\x85\u2028]", text) if line.strip()]


def test_lines_are_numbered_as_an_editor_counts():
    assert [line.number for line in lines_of(Viewed(document=document("ا\n\nب\r\nج\rد")))] == [1, 3, 4, 5]


def test_the_innermost_mention_comes_first(viewed):
    pieces = [piece for line in lines_of(viewed) for piece in line.pieces if piece.text == "يريفان"]
    assert [[one.type for one in piece.mentions] for piece in pieces] == [["place", "actor"]]


def test_crossing_mentions_share_the_piece_between_them(viewed):
    last = list(lines_of(viewed))[-1]
    covered = {piece.text: {one.type for one in piece.mentions} for piece in last.pieces if piece.mentions}
    assert covered == {"أقل من ": {"number"}, "24": {"number", "duration"}, " ساعة": {"duration"}}


def test_claims_are_numbered_through_the_document(viewed):
    numbered = {number: claim.id for line in lines_of(viewed) for number, claim in line.claims}
    assert numbered == {1: "c1", 2: "c2"}
    opening = {number: piece.text for line in lines_of(viewed) for piece in line.pieces for number in piece.opens}
    assert opening[1].startswith("مقتل")
    assert opening[2].startswith("واستمر")


def test_furniture_is_marked_and_the_article_is_not(viewed):
    first, *others = lines_of(viewed)
    assert all(piece.furniture for piece in first.pieces)
    assert not any(piece.furniture for line in others for piece in line.pieces)


def test_an_empty_document_has_no_lines(viewed):
    empty = msgspec.structs.replace(viewed, document=document(""), mentions=(), claims=())
    assert list(lines_of(empty)) == []
