"""How fast phrases are recognised: folding, splitting, furniture, numbers, times, places and actors, on one core.

    python benchmarks/recognise.py [--rounds 5] [--articles 100]

Beside it, on the same texts in the same run: `dateparser.search_dates`, which finds dates only (when it is installed:
`pip install dateparser`), and one regular expression, made as a trie, of the names and words that we look for, which
says where a word stands and not what it means.
"""

import argparse
import datetime as dt
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from articles import articles
from measure import Candidate, rounds, table

from hudna.knowledge import Knowledge, load_knowledge
from hudna.knowledge.languages.ar.spelling import LETTERS
from hudna.model import Published
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.numbers import find_numbers
from hudna.reading.recognise.parties import find_parties
from hudna.reading.recognise.times import find_times, resolve_times
from hudna.reading.split import Text, split_text
from hudna.reading.split.furniture import find_furniture

DAY = "2020-10-12"


def _all(knowledge: Knowledge) -> Callable[[Sequence[str]], None]:
    published = Published(first=DAY, last=DAY, basis="given")

    def run(texts: Sequence[str]) -> None:
        for raw in texts:
            text = split_text(fold_text(raw))
            find_furniture(text)
            resolve_times(text, find_times(text), published)
            find_numbers(text)
            find_parties(text, knowledge)

    return run


def _step(read: Callable[[Text], object]) -> Callable[[Sequence[str]], None]:
    """One step alone; the texts are taken apart for it as well, because it needs them."""

    def run(texts: Sequence[str]) -> None:
        for raw in texts:
            read(split_text(fold_text(raw)))

    return run


def _fold(texts: Sequence[str]) -> None:
    for raw in texts:
        fold_text(raw)


# --- the others -------------------------------------------------------------------------------------------------------


def _dateparser() -> Callable[[Sequence[str]], None] | None:
    try:
        from dateparser.search import search_dates  # noqa: PLC0415 - not everybody has it
    except ImportError:
        return None
    base = dt.datetime.fromisoformat(DAY)

    def run(texts: Sequence[str]) -> None:
        for raw in texts:
            search_dates(raw, languages=["ar"], settings={"RELATIVE_BASE": base})

    return run


def _trie(knowledge: Knowledge) -> Callable[[Sequence[str]], None]:
    """Every name and every word of a kind, with the usual proclitics, between letters that are none."""
    letters = f"[{LETTERS}]"
    scan = re.compile(f"(?<!{letters})(?:[وف]?[بلكس]?(?:ال)?)(?:{_pattern(_lexicon(knowledge))})(?!{letters})")

    def run(texts: Sequence[str]) -> None:
        for raw in texts:
            for _ in scan.finditer(fold_text(raw).text):
                pass

    return run


def _lexicon(knowledge: Knowledge) -> set[str]:
    actors = (name for one in knowledge.actors.values() for name in (one.name_ar, *one.aliases, *one.demonyms))
    places = (name for one in knowledge.places.values() for name in (one.name_ar, *one.aliases))
    patterns = [pattern for kind in knowledge.kinds.values() for pattern in kind.patterns.get("ar", ())]
    nouns = (noun for one in patterns for noun in (*one.nouns, *one.participles))
    verbs = (verb for one in patterns for pair in (*one.verbs, *one.passives) for verb in pair.split("/"))
    return {" ".join(phrase_words(word)) for word in (*actors, *places, *nouns, *verbs) if word}


def _pattern(words: Iterable[str]) -> str:
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _branch(child) for letter, child in sorted(node.items()) if letter]
    if not branches:
        return ""
    inner = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{inner})?" if "" in node else inner


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=100, help="of 400 words, in each round")
    asked = parser.parse_args()
    knowledge = load_knowledge(["karabakh"])
    batches = [articles(knowledge, asked.articles, seed=number) for number in range(asked.rounds + 1)]
    candidates = [
        Candidate("hudna, all of it", _all(knowledge)),
        Candidate("  fold", _fold),
        Candidate("  fold, split", _step(lambda text: text.words)),
        Candidate("  … furniture", _step(find_furniture)),
        Candidate("  … numbers", _step(find_numbers)),
        Candidate("  … times", _step(lambda text: resolve_times(text, find_times(text), Published()))),
        Candidate("  … places and actors", _step(lambda text: find_parties(text, knowledge))),
        Candidate("trie of the same words", _trie(knowledge)),
    ]
    other = _dateparser()
    if other is None:
        print("dateparser is not installed: left out", file=sys.stderr)
    else:
        candidates.append(Candidate("dateparser.search_dates", other, share=0.04))
    print(f"{asked.rounds} rounds of {asked.articles} articles, Python {sys.version.split()[0]}, one core\n")
    print(table(rounds(candidates, batches)))


if __name__ == "__main__":
    main()
