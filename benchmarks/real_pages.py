"""Real pages of news sites: title, date and text as a person read them off the page, beside what comes out.

    pip download --no-deps --no-binary :all: newspaper4k==0.9.6 mediacloud-metadata==2.1.0
    for file in *.tar.gz; do tar xzf $file; done
    python benchmarks/real_pages.py .                    # --more to see what is missing and what is furniture

The pages are test data of those two packages; here are only the judgements (`real_pages.jsonl`): headline, day of
publication, the first and the last words of the text, and lines inside it that are not the article's. They were written
down from the page's paragraphs before any extractor was run. Text is compared sentence by sentence, without spaces and
quotation marks. What stands between the headline and the text (byline, standfirst, captions) counts neither way.
"""

import argparse
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import trafilatura
from lxml import etree, html

from hudna.intake import open_sources
from hudna.intake.decode import decode
from hudna.intake.page import declared_charset
from hudna.knowledge import Knowledge, load_knowledge
from hudna.pipeline import read_safely

INLINE = frozenset(("a", "b", "br", "cite", "em", "font", "i", "mark", "q", "span", "strong", "sup", "time", "u"))
# fmt: off
BLOCKS = frozenset(
    (
        "article", "aside", "blockquote", "dd", "div", "dt", "figcaption", "footer", "h1", "h2", "h3", "h4", "header",
        "li", "p", "pre", "section", "td", "time", "ul",
    )
)
# fmt: on
SENTENCE = re.compile(r"(?<=[.!?。؟।»”])\s+|\n+|\s{3,}")
LEAST = 12
"""Letters of a sentence that is compared."""
LIST = 400
"""Characters up to which a block can be an aside of one line."""


class Judged(msgspec.Struct, frozen=True):
    """What a person read off a page."""

    outlet: str
    page: str
    unseen: bool
    """Nobody looked at what came out of it while mending."""
    titles: tuple[str, ...]
    day: str
    first: str
    last: str
    """Empty: everything to the end of the page."""
    aside: tuple[str, ...]


class Found(NamedTuple):
    """What an extractor says of a page."""

    title: str
    day: str
    text: str


class Marks(NamedTuple):
    """How good that is."""

    title: bool
    day: str
    first: bool
    last: bool
    missing: list[str]
    of: int
    furniture: list[str]
    lines: int


def main() -> None:
    """Judge all pages, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="Where the two packages were unpacked.")
    parser.add_argument("--more", action="store_true", help="Also what is missing and what is furniture.")
    asked = parser.parse_args()
    knowledge = load_knowledge([])
    lines = Path(__file__).with_name("real_pages.jsonl").read_bytes().splitlines()
    judged = [msgspec.json.decode(line, type=Judged) for line in lines]
    for unseen in (False, True):
        pages = [one for one in judged if one.unseen == unseen]
        print(f"\n{len(pages)} pages{', not looked at while mending' if unseen else ''}")
        for name, tool in (("hudna", lambda path: ours(path, knowledge)), ("trafilatura", theirs)):
            marks = [(one, marks_of(one, asked.folder / one.page, tool)) for one in pages]
            _print(name, marks, more=asked.more)


def ours(path: Path, knowledge: Knowledge) -> Found:
    """Intake, and where the page gives no date, the reading of dates."""
    document = next((one for item in open_sources([path]) for one in item.documents), None)
    if document is None:
        return Found("", "", "")
    if document.published.first is None:
        document = read_safely(document, knowledge).document
    return Found(document.title or "", (document.published.first or "")[:10], document.text)


def theirs(path: Path) -> Found:
    """Trafilatura as it comes."""
    found: Any = trafilatura.bare_extraction(path.read_bytes(), with_metadata=True, include_comments=False)
    return Found(found.title or "", found.date or "", found.text or "") if found else Found("", "", "")


def marks_of(one: Judged, path: Path, tool: Callable[[Path], Found]) -> Marks:
    """Compare what came out with what a person saw."""
    found = tool(path)
    body, beside = _body(one, _blocks(path))
    text, whole = _bare(found.text), "".join(map(_bare, body))
    neutral = [*map(_bare, beside), *map(_bare, one.titles)]
    sentences = [part for block in body for part in _sentences(block)]
    lines = [part for line in found.text.splitlines() for part in _sentences(line)]
    furniture = [part for part in lines if _bare(part) not in whole and not _among(_bare(part), neutral)]
    missing = [part for part in sentences if _bare(part) not in text]
    day = "unknown" if not found.day else "right" if found.day == one.day else "wrong"
    title = any(_bare(found.title) == _bare(good) for good in one.titles)
    first, last = _bare(one.first) in text, _bare(one.last) in text
    return Marks(title, day, first, last, missing, len(sentences), furniture, len(lines))


def _among(part: str, neutral: Sequence[str]) -> bool:
    return any(part in other or other in part for other in neutral if other)


def _bare(words: str) -> str:
    return re.sub(r"[\s\u200b\u200c\u00a0*»«\"“”]+", "", words)


def _sentences(words: str) -> Iterator[str]:
    yield from (part for part in SENTENCE.split(words) if len(_bare(part)) >= LEAST)


def _blocks(path: Path) -> list[str]:
    """The page's own pieces of text in their order, without any rule what an article is."""
    data = path.read_bytes()
    decoded = decode(data, declared=declared_charset(data))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    tree = html.fromstring((decoded.text if decoded else "").encode(), parser=parser)
    for one in tree.iter("br"):
        one.tail = "\n" + (one.tail or "")
    etree.strip_elements(tree, "script", "style", "noscript", "svg", with_tail=False)
    found = (" ".join(_own(node).split()) for node in tree.iter() if node.tag in BLOCKS)
    return [words for words in found if words]


def _own(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    """An element's own words and those of what stands in its lines."""
    words = [node.text or ""]
    for one in node:
        words.append("".join(one.itertext()) if one.tag in INLINE else "")
        words.append(one.tail or "")
    return "".join(words)


def _body(one: Judged, blocks: Sequence[str]) -> tuple[list[str], Sequence[str]]:
    """The blocks of the article, and those between its headline and it."""
    bare = [_bare(block) for block in blocks]
    start = next(n for n, block in enumerate(bare) if _bare(one.first) in block)
    end = next(n for n in range(start, len(bare)) if _bare(one.last) in bare[n]) if one.last else len(bare) - 1
    aside = [_bare(words) for words in one.aside]
    body = [
        blocks[n]
        for n in range(start, end + 1)
        if not (len(blocks[n]) < LIST and any(words in bare[n] for words in aside))
    ]
    heads = [_bare(title)[:25] for title in one.titles]
    head = max((n for n in range(start) if bare[n].startswith(tuple(heads))), default=start)
    return body, blocks[head:start]


def _print(name: str, marks: Sequence[tuple[Judged, Marks]], *, more: bool) -> None:
    days = [one.day for _, one in marks]
    missing, of = sum(len(one.missing) for _, one in marks), sum(one.of for _, one in marks)
    furniture, lines = sum(len(one.furniture) for _, one in marks), sum(one.lines for _, one in marks)
    print(
        f"{name:12} title {sum(one.title for _, one in marks)}; date right {days.count('right')}, unknown "
        f"{days.count('unknown')}, wrong {days.count('wrong')}; first words {sum(one.first for _, one in marks)}, last "
        f"{sum(one.last for _, one in marks)}; sentences missing {missing} of {of}; furniture {furniture} of {lines}"
    )
    for judged, one in marks if more else ():
        print(f"  {judged.outlet}: title {'right' if one.title else 'wrong'}, date {one.day}")
        for sort, parts in (("missing", one.missing), ("furniture", one.furniture)):
            for part in parts:
                print(f"    {sort}: {part[:100]}")


if __name__ == "__main__":
    main()
