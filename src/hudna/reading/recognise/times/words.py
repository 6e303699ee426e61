"""The time words compiled: one dictionary access tells whether a word of the text can have to do with time.

Every form is written out once with each proclitic that it may carry, because texts are long and the table is short.
"""

from functools import lru_cache

from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.times import TimeForm, TimeWord, load_times
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.engine.record import Record

_INDEFINITE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_DEFINITE = ("", "و", "ف", "ب", "ك", "وب", "فب")
_CONJUNCTIONS = ("", "و", "ف")
_SHORT = 3
_AFTER_PREPOSITIONS = frozenset(("few", "clock_fraction"))
"""Helpers that carry prepositions: «لبضعة أيام», «بنصف ساعة»."""
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Four digits in this range may be a year without a word beside them."""
DIGIT_PREFIXES = frozenset(("ال", "ل", "ب", "لل", "بال", "وال", "و", "ول", "وب", "ولل", "فال"))
"""What stands before digits as a word of its own: «الـ10», «و12»."""
_HIJRI_MARKS = frozenset(("ه", "هجري", "هجريه", "للهجره"))
_THOUSANDS = ("الف", "الفين")
MARKS = frozenset(("/", ":"))


class Payload(Record, frozen=True):
    """One meaning of a phrase."""

    word: TimeWord
    definite: bool


class Node:
    """A place in the tree of phrases."""

    __slots__ = ("children", "payloads")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.payloads: list[Payload] = []


class Vocabulary(Record, frozen=True):
    """All time words, ready for use."""

    heads: dict[str, tuple[tuple[str, Node], ...]]
    """First word of a phrase as written → (proclitic without the article, where the phrase goes on)."""
    anchors: dict[str, frozenset[str] | None]
    """Words that can begin or carry a time, and the words one of which must follow (None: any): a text without any of
    them holds no time."""
    interior: frozenset[str]
    """Words that stand inside phrases."""
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
    if word.sort in _AFTER_PREPOSITIONS:
        return _INDEFINITE
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


def _compile(forms: tuple[TimeForm, ...]) -> dict[str, tuple[tuple[str, Node], ...]]:
    roots: dict[tuple[str, str], Node] = {}
    for entry in forms:
        for words, definite in _spellings(entry):
            for written, proclitic in _written(words[0], entry.word):
                root = roots.setdefault((written, proclitic), Node())
                _grow(root, words[1:], Payload(word=entry.word, definite=definite))
    heads: dict[str, list[tuple[str, Node]]] = {}
    for (written, proclitic), root in roots.items():
        heads.setdefault(written, []).append((proclitic, root))
    return {written: tuple(found) for written, found in heads.items()}


def _anchors(
    heads: dict[str, tuple[tuple[str, Node], ...]], motion: frozenset[str]
) -> dict[str, frozenset[str] | None]:
    # a year all in words needs no other word of time: «في ألف وتسعمائة وثمانين»
    found: dict[str, frozenset[str] | None] = dict.fromkeys((*motion, *_THOUSANDS))
    for written, roots in heads.items():
        if any(_means_time(root) for _, root in roots):
            found[written] = None
            continue
        following = {word for _, root in roots for word, node in root.children.items() if _leads_to_time(node)}
        if following and written not in found:
            found[written] = frozenset(following)
    found.update(dict.fromkeys(str(year) for year in range(FIRST_YEAR, LAST_YEAR)))
    found.update(dict.fromkeys((str(year) for year in range(1300, 1500)), _HIJRI_MARKS))
    found.update(dict.fromkeys(MARKS, frozenset(f"{number:02}" for number in range(60)) | {str(n) for n in range(32)}))
    return found


def _inside(node: Node) -> set[str]:
    return {word for child in node.children.values() for word in _inside(child)} | set(node.children)


def _means_time(node: Node) -> bool:
    return any(not payload.word.helper for payload in node.payloads)


def _leads_to_time(node: Node) -> bool:
    return _means_time(node) or any(_leads_to_time(child) for child in node.children.values())


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The compiled tables, made at first use."""
    tables = load_times()
    heads = _compile(tables.forms)
    lists = {name: frozenset(fold(form) for form in forms) for name, forms in tables.lists.items()}
    return Vocabulary(
        heads=heads,
        interior=frozenset(word for roots in heads.values() for _, root in roots for word in _inside(root)),
        anchors=_anchors(heads, lists["motion_verbs"]),
        lists=lists,
        not_future=tuple(sorted(lists["not_future"])),
    )


@lru_cache(maxsize=1)
def telling_words() -> dict[str, frozenset[str]]:
    """The longest words of all phrases, as written, with the sorts of the phrases that hold each.

    Where none of them stands there is no phrase; small words such as «في» are hardly ever a phrase's longest.
    """
    found: dict[str, set[str]] = {}
    for written, roots in vocabulary().heads.items():
        for _, root in roots:
            _longest_words(written, root, found)
    return {word: frozenset(sorts) for word, sorts in found.items()}


def _longest_words(longest: str, node: Node, found: dict[str, set[str]]) -> None:
    if node.payloads:
        found.setdefault(longest, set()).update(payload.word.sort for payload in node.payloads)
    for following, child in node.children.items():
        _longest_words(max(longest, following, key=len), child, found)
