"""Copies among Arabic articles: how many are found, how many are wrong, how fast, beside datasketch.

    python benchmarks/copies.py [--articles 4000] [--seed 1]

Articles are generated (benchmarks/articles.py).
To a third of them copies are added as outlets make them: cut, with paragraphs added, with another headline, in another
spelling, with words exchanged, and a paragraph taken into a longer article. Every candidate is given the same folded
words. datasketch (MinHashLSH, 128 permutations, threshold 0.5) knows whole texts only, so its row for passages is what
it happens to find.
"""

import argparse
import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import msgspec
from articles import articles

from hudna.intake.copies import Finder, MemoryShelf, words_of
from hudna.intake.copies.marks import shingles_of
from hudna.knowledge import load_knowledge
from hudna.model import Document

EVENTS = 0.15
"""Share of sentences made from a few patterns: strangers share set phrases, as they do in newspapers."""
_SPELLINGS = (("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"), ("ال", "الـ"), ("لا", "لاَ"))


class Case(msgspec.Struct, frozen=True):
    """A text, and the text that it was made from."""

    id: str
    text: str
    edit: str = ""
    """How it was made; empty for a text of its own."""
    of: str = ""


def _cut(lines: list[str], chance: random.Random) -> list[str]:
    return lines[: max(3, round(len(lines) * chance.uniform(0.75, 0.9)))]


def _cut_half(lines: list[str], chance: random.Random) -> list[str]:
    return lines[: max(3, round(len(lines) * chance.uniform(0.35, 0.6)))]


def _added(lines: list[str], chance: random.Random, strange: Sequence[str]) -> list[str]:
    place_at = chance.randrange(1, len(lines))
    return [*lines[:place_at], *chance.sample(strange, 2), *lines[place_at:]]


def _headline(lines: list[str], chance: random.Random, strange: Sequence[str]) -> list[str]:
    return [chance.choice(strange).split(".")[0], *lines[1:]]


def _spelling(lines: list[str], _: random.Random) -> list[str]:
    text = "\n".join(lines)
    for usual, other in _SPELLINGS:
        text = text.replace(usual, other)
    return text.split("\n")


def _exchanged(lines: list[str], chance: random.Random) -> list[str]:
    words = " ".join(lines).split(" ")
    return [" ".join("بديل" if chance.random() < 0.04 else word for word in words)]  # noqa: PLR2004 - 4 in 100


def cases(number: int, seed: int) -> list[Case]:
    """Texts of their own, and copies of a third of them, in random order."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    texts = articles(load_knowledge(["karabakh"]), number, seed=seed, events=EVENTS)
    elsewhere = articles(load_knowledge(["karabakh"]), 100, seed=seed + 1, events=EVENTS)
    strange = [line for text in elsewhere for line in text.split("\n") if len(line.split()) > 20]  # noqa: PLR2004
    hosts = iter(articles(load_knowledge(["karabakh"]), number // 3, seed=seed + 2, events=EVENTS))
    found = [Case(f"a{place}", text) for place, text in enumerate(texts)]
    for original in chance.sample(found, number // 3):
        found.extend(_copies(original, chance, strange, hosts))
    chance.shuffle(found)
    return found


def _copies(original: Case, chance: random.Random, strange: Sequence[str], hosts: Iterator[str]) -> Iterator[Case]:
    lines = original.text.split("\n")
    edits: dict[str, Callable[[], list[str]]] = {
        "same": lambda: list(lines),
        "cut by a fifth": lambda: _cut(lines, chance),
        "two paragraphs added": lambda: _added(lines, chance, strange),
        "other headline": lambda: _headline(lines, chance, strange),
        "other spelling": lambda: _spelling(lines, chance),
        "4 % of words exchanged": lambda: _exchanged(lines, chance),
        "cut by half (passages)": lambda: _cut_half(lines, chance),
        "a paragraph elsewhere (passages)": lambda: _inside(lines, chance, hosts),
    }
    edit = chance.choice(list(edits))
    yield Case(f"{original.id}.{edit}", "\n".join(edits[edit]()), edit, original.id)


def _inside(lines: list[str], chance: random.Random, hosts: Iterator[str]) -> list[str]:
    long = [line for line in lines if len(line.split()) >= 40] or [max(lines, key=len)]  # noqa: PLR2004
    host = next(hosts).split("\n")
    return [*host[:4], chance.choice(long), *host[4:]]


def ours(found: Sequence[Case]) -> set[tuple[str, str, str]]:
    """Pairs by what they are called."""
    shelf = MemoryShelf()
    finder = Finder(shelf)
    pairs: set[tuple[str, str, str]] = set()
    for case in found:
        document = Document(id=case.id, text=case.text, text_sha256="", bytes_sha256="")
        shelf.keep(document)
        pairs.update((one.doc, one.other, one.sort) for one in finder.place(document).copied if one.doc == case.id)
    return pairs


def datasketch(found: Sequence[Case]) -> set[tuple[str, str, str]]:
    """The named peer on the same shingles."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 - only where it is installed

    index = MinHashLSH(threshold=0.5, num_perm=128)
    pairs: set[tuple[str, str, str]] = set()
    for case in found:
        words = words_of(Document(id=case.id, text=case.text, text_sha256="", bytes_sha256=""))
        mark = MinHash(num_perm=128)
        mark.update_batch([value.to_bytes(8, "big") for value in set(shingles_of(words))])
        pairs.update((case.id, str(other), "near") for other in index.query(mark))
        index.insert(case.id, mark)
    return pairs


def report(name: str, found: Sequence[Case], run: Callable[[Sequence[Case]], set[tuple[str, str, str]]]) -> None:
    """Run one candidate, and print its table."""
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    pairs = run(found)
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    either = {frozenset((one, two)) for one, two, _ in pairs}
    true = {frozenset((case.id, case.of)): case.edit for case in found if case.of}
    kin = _kin(found)
    wrong = [pair for pair in either if len({kin[one] for one in pair}) > 1]
    print(f"{name}: {len(found) / seconds:,.0f} documents/s, peak memory grew by {grown:,.0f} MB")
    for edit in sorted(set(true.values())):
        of_it = [pair for pair, kind in true.items() if kind == edit]
        print(f"  {edit:34} {sum(pair in either for pair in of_it):5} of {len(of_it)}")
    print(f"  pairs of strangers: {len(wrong)} of {len(either)} found\n")


def _kin(found: Sequence[Case]) -> dict[str, str]:
    """Each text's first original; an article that took paragraphs in shares them with their owners."""
    return {case.id: case.of or case.id for case in found}


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("ours", "datasketch"))
    chosen = parser.parse_args()
    found = cases(chosen.articles, chosen.seed)
    assert all(one.id != two.id for one, two in pairwise(found))  # noqa: S101 - ids are the key to everything below
    candidates = {"ours": ours, "datasketch": datasketch}
    for name, run in candidates.items():
        if chosen.only in {None, name}:
            report(name, found, run)


if __name__ == "__main__":
    main()
