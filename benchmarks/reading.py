"""How fast whole articles are read, from text to claims, on one core.

    python benchmarks/reading.py [--rounds 5] [--articles 100]

Articles of 400 words of three kinds: dense, where more than half of the sentences tell of events, as in articles of a
theatre; news, where a third of them does; quiet, where a tenth does. Undated ones have their date solved for first.
Every round has articles of its own, with words that were never met.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Mapping, Sequence

from articles import articles
from measure import Candidate, rounds, table

from hudna.knowledge import Knowledge, load_knowledge
from hudna.model import Document, Published
from hudna.reading import ReadDocument, read_document
from hudna.reading.normalise import fold_text
from hudna.reading.split import split_text

_OTHERS = {"news articles": 0.33, "quiet articles": 0.1}
"""Share of sentences that tell of events."""
_SENTENCE = 5
DATED = Published(first="2020-10-12", last="2020-10-12", basis="given")


def document(text: str, published: Published) -> Document:
    """A text as a document."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=digest, text=text, text_sha256=digest, bytes_sha256=digest, published=published)


def _read(knowledge: Knowledge, published: Published) -> Callable[[Sequence[str]], None]:
    def run(texts: Sequence[str]) -> None:
        for text in texts:
            read_document(document(text, published), knowledge)

    return run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=100, help="of 400 words, in each round")
    asked = parser.parse_args()
    knowledge = load_knowledge(["karabakh"])
    batches = [articles(knowledge, asked.articles, seed=number) for number in range(asked.rounds + 1)]
    others = {
        name: [articles(knowledge, asked.articles, seed=number, events=share) for number in range(asked.rounds + 1)]
        for name, share in _OTHERS.items()
    }
    candidates = [
        Candidate("dense articles, dated", _read(knowledge, DATED)),
        Candidate("dense articles, to be dated", _read(knowledge, Published())),
    ]
    found = rounds(candidates, batches)
    for name, texts in others.items():
        found |= rounds([Candidate(f"{name}, dated", _read(knowledge, DATED))], texts)
    print(f"{asked.rounds} rounds of {asked.articles} articles, Python {sys.version.split()[0]}, one core\n")
    print(table(found, per="articles/s"))
    print()
    print(table(found))
    _density(knowledge, {"dense articles": batches[0], **{name: texts[0] for name, texts in others.items()}})


def _density(knowledge: Knowledge, kinds: Mapping[str, Sequence[str]]) -> None:
    for name, texts in kinds.items():
        read = [read_document(document(text, DATED), knowledge, mentions=True) for text in texts]
        words = sum(len(text.split()) for text in texts) / len(texts)
        mentions = sum(len(one.mentions) for one in read) / len(read)
        claims = sum(len(one.claims) for one in read) / len(read)
        telling = sum(map(_telling, read)) / sum(len(_sentences(one.document)) for one in read)
        print(
            f"\n{name}: {words:.0f} words, {mentions:.0f} mentions, {claims:.0f} claims each;"
            f" claims in {telling:.0%} of sentences",
            end="",
        )
    print()


def _sentences(document: Document) -> list[tuple[int, int]]:
    """Preserved spans of the sentences; labels of a word or two are none."""
    text = split_text(fold_text(document.text))
    whole = [one for one in text.sentences if one.last - one.first >= _SENTENCE]
    return [text.raw_span(one.first, one.last) for one in whole]


def _telling(read: ReadDocument) -> int:
    starts = [claim.start for claim in read.claims]
    return sum(any(first <= start < last for start in starts) for first, last in _sentences(read.document))


if __name__ == "__main__":
    main()
