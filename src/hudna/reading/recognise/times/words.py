"""The time words compiled: one dictionary access tells whether a word of the text can have to do with time.

Every form is written out once with each proclitic that it may carry, because texts are long and the table is short.
"""

from functools import lru_cache

import msgspec

from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.times import TimeForm, TimeWord, load_times
from hudna.reading.engine.lexicon import phrase_words

_INDEFINITE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_DEFINITE = ("", "و", "ف", "ب", "ك", "وب", "فب")
_CONJUNCTIONS = ("", "و", "ف")
_SHORT = 3
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Four digits in this range may be a year without a word beside them."""
DIGIT_PREFIXES = frozenset(("ال", "ل", "ب", "لل", "بال", "وال", "و", "ول", "وب", "ولل", "فال"))
"""What stands before digits as a word of its own: «الـ10», «و12»."""
MARKS = frozenset(("/", ":"))


class Payload(msgspec.Struct, frozen=True):
    """One meaning of a phrase."""

    word: TimeWord
    definite: bool


class Node:
    """A place in the tree of phrases."""

    __slots__ = ("children", "payloads")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.payloads: list[Payload] = []


class Vocabulary(msgspec.Struct, frozen=True):
    """All time words, ready for use."""

    heads: dict[str, tuple[tuple[str, Node], ...]]
    """First word of a phrase as written → (proclitic without the article, where the phrase goes on)."""
    anchors: frozenset[str]
    """Words that can begin or carry a time: a text without any of them holds none."""
    lists: dict[str, frozenset[str]]
    """The folded word lists of times.toml."""
    not_future: tuple[str, ...]


def _spellings(entry: TimeForm) -> list[tuple[tuple[str, ...], bool]]:
    """The folded words of a form, without and with the article."""
    words = phrase_words(entry.form)
    # «بعد الظهر» is definite by its second word
    spelled = [] if entry.article == "yes" else [(words, any(word.startswith(ARTICLE) for word in words))]
    if entry.article != "no":
        spelled.append(((ARTICLE + words[0], *words[1:]), True))
    return spelled


def _cases(word: str) -> tuple[str, ...]:
    return (word, word.lower(), word.upper()) if word.isascii() else (word,)


def _proclitics(word: TimeWord, head: str) -> tuple[str, ...]:
    if head.isascii() or len(head) == 1:
        return ("",)
    if word.helper or len(head) < _SHORT:
        return _CONJUNCTIONS
    return _DEFINITE if head.startswith(ARTICLE) else _INDEFINITE


def _written(head: str, word: TimeWord) -> list[tuple[str, str]]:
    """(as written, proclitic) for every proclitic of a first word."""
    written = [(proclitic + case, proclitic) for case in _cases(head) for proclitic in _proclitics(word, head)]
    if head.startswith(ARTICLE) and not word.helper and len(head) > _SHORT:
        # «لل…» hides the article's alif
        written += [(start + "لل" + head[2:], start + "ل") for start in _CONJUNCTIONS]
    return written


def _grow(node: Node, words: tuple[str, ...], payload: Payload) -> Node:
    for word in words:
        node = node.children.setdefault(word, Node())
    if payload not in node.payloads:
        node.payloads.append(payload)
    return node


def _compile(forms: tuple[TimeForm, ...]) -> tuple[dict[str, tuple[tuple[str, Node], ...]], frozenset[str]]:
    roots: dict[tuple[str, str], Node] = {}
    anchors: set[str] = set()
    for entry in forms:
        for words, definite in _spellings(entry):
            for written, proclitic in _written(words[0], entry.word):
                root = roots.setdefault((written, proclitic), Node())
                _grow(root, words[1:], Payload(word=entry.word, definite=definite))
                if not entry.word.helper:
                    anchors.add(written)
    heads: dict[str, list[tuple[str, Node]]] = {}
    for (written, proclitic), root in roots.items():
        heads.setdefault(written, []).append((proclitic, root))
    return {written: tuple(found) for written, found in heads.items()}, frozenset(anchors)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The compiled tables, made at first use."""
    tables = load_times()
    heads, anchors = _compile(tables.forms)
    years = {str(year) for year in range(FIRST_YEAR, LAST_YEAR)}
    lists = {name: frozenset(fold(form) for form in forms) for name, forms in tables.lists.items()}
    return Vocabulary(
        heads=heads,
        anchors=anchors | years | MARKS | lists["motion_verbs"],
        lists=lists,
        not_future=tuple(sorted(lists["not_future"])),
    )
