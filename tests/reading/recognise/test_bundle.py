"""Look-ups by token give what looking through the whole list gives."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.recognise.bundle import Finds, between, covering
from hudna.reading.recognise.predicates import ObjectFound

TOKENS = st.integers(-3, 40)


def found(first: int, last: int) -> ObjectFound:
    return ObjectFound(first, last, "x", "", "")


@st.composite
def apart(draw: st.DrawFn) -> list[ObjectFound]:
    """Finds in text order that do not overlap."""
    edges = sorted(draw(st.sets(st.integers(0, 36), max_size=16)))
    return [found(first, last) for first, last in zip(edges[::2], edges[1::2], strict=False)]


@given(apart(), TOKENS, TOKENS)
def test_between(finds: list[ObjectFound], first: int, last: int) -> None:
    assert between(Finds(finds), first, last) == [find for find in finds if first <= find.first < last]


@given(apart(), TOKENS)
def test_covering(finds: list[ObjectFound], token: int) -> None:
    assert covering(Finds(finds), token) == next((find for find in finds if find.first <= token < find.last), None)


def test_several_finds_of_one_word_are_all_between() -> None:
    twice = [found(2, 3), found(2, 3), found(5, 7)]
    assert between(Finds(twice), 2, 3) == twice[:2]
    assert len(Finds(twice)) == len(list(Finds(twice)))
