"""How fast whole articles are read, from text to claims, on one core.

    python benchmarks/reading.py [--rounds 5] [--articles 100]

Articles of 400 words, dense with events: some twenty claims and sixty mentions in each, as in articles of a theatre. A
quiet article has fewer and takes less. Undated ones have their date solved for first.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence

from articles import articles
from measure import Candidate, rounds, table

from hudna.knowledge import Knowledge, load_knowledge
from hudna.model import Document, Published
from hudna.reading import read_document

DATED = Published(first="2020-10-12", last="2020-10-12", basis="given")


def _document(text: str, published: Published) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=digest, text=text, text_sha256=digest, bytes_sha256=digest, published=published)


def _read(knowledge: Knowledge, published: Published) -> Callable[[Sequence[str]], None]:
    def run(texts: Sequence[str]) -> None:
        for text in texts:
            read_document(_document(text, published), knowledge)

    return run


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=100, help="of 400 words, in each round")
    asked = parser.parse_args()
    knowledge = load_knowledge(["karabakh"])
    batches = [articles(knowledge, asked.articles, seed=number) for number in range(asked.rounds + 1)]
    quiet = [articles(knowledge, asked.articles, seed=number, events=0.1) for number in range(asked.rounds + 1)]
    candidates = [
        Candidate("articles that are dated", _read(knowledge, DATED)),
        Candidate("articles to be dated", _read(knowledge, Published())),
    ]
    found = rounds(candidates, batches)
    found |= rounds([Candidate("quiet articles", _read(knowledge, DATED))], quiet)
    print(f"{asked.rounds} rounds of {asked.articles} articles, Python {sys.version.split()[0]}, one core\n")
    print(table(found, per="articles/s"))
    print()
    print(table(found))
    _density(knowledge, batches[0], quiet[0])


def _density(knowledge: Knowledge, dense: Sequence[str], quiet: Sequence[str]) -> None:
    for name, texts in (("dense", dense), ("quiet", quiet)):
        read = [read_document(_document(text, DATED), knowledge) for text in texts]
        words = sum(len(text.split()) for text in texts) / len(texts)
        mentions = sum(len(one.mentions) for one in read) / len(read)
        claims = sum(len(one.claims) for one in read) / len(read)
        print(f"\n{name} articles: {words:.0f} words, {mentions:.0f} mentions, {claims:.0f} claims each", end="")
    print()


if __name__ == "__main__":
    main()
