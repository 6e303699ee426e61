"""A small war of our own with a chronicle of its own, and a way to date texts of it."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from hudna.model import ChronicleEntry, Document, Published
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.docdate import Undated, solve_date
from hudna.reading.recognise.times import find_times
from hudna.reading.split import split_text
from hudna.reading.split.furniture import find_furniture

VALLEY = ("وادي السدر", "السدر")


def entry(name: str, first: str, words: Sequence[Sequence[str]], last: str = "", figures: Sequence[int] = ()):
    return ChronicleEntry(
        id=name,
        first=first,
        last=last or first,
        kinds=(),
        places=(),
        actors=(),
        words=tuple(tuple(group) for group in words),
        figures=tuple(figures),
        title_ar=name,
    )


CHRONICLE = (
    entry("truce 2021", "2021-03-10", [VALLEY, ("هدنة", "وقف إطلاق النار"), ("وساطة", "الوسطاء")]),
    entry("offensive 2023", "2023-05-16", [VALLEY, ("هجوم", "عملية عسكرية"), ("الفصائل",)], figures=[41, 230]),
    entry("truce 2023", "2023-05-18", [VALLEY, ("هدنة", "وقف إطلاق النار"), ("الفصائل",), ("سلاح", "تسليم")]),
    entry("handover 2023", "2023-06-01", [("القلعة البيضاء",), ("تسليم", "انسحاب", "دخول")]),
    entry("exodus 2023", "2023-05-20", [VALLEY, ("نزوح", "نازح")], last="2023-06-10"),
)


def undated(raw: str, name: str = "text", published: Published | None = None) -> Undated:
    text = split_text(fold_text(raw))
    document = Document(
        id=name,
        text=raw,
        text_sha256="",
        bytes_sha256="",
        published=published or Published(),
        furniture=find_furniture(text),
    )
    return Undated(document=document, text=text, times=find_times(text))


@pytest.fixture(scope="session")
def chronicle() -> tuple[ChronicleEntry, ...]:
    return CHRONICLE


@pytest.fixture(scope="session")
def read() -> Callable[..., Undated]:
    return undated


@pytest.fixture(scope="session")
def make_entry():
    return entry


@pytest.fixture(scope="session")
def solve() -> Callable[..., Published]:
    def solved(raw, events=CHRONICLE, published=None, as_of: date | None = None) -> Published:
        item = undated(raw, published=published)
        return solve_date(
            item.text,
            item.times,
            document=item.document,
            furniture=item.document.furniture,
            chronicle=events,
            as_of=as_of,
        )

    return solved
