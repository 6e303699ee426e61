r"""The relevance gate: on raw bytes, before anything is parsed, whether a page can be about the theatre at all.

**The rule.** A page passes when its bytes hold at least one name of the theatre and one word of a kind of claim.
Names of up to `SHORT` letters must stand as words of their own (with «و», «ب», «ال» and the like before them), stems of
kinds of `LEAST` letters must begin a word but for the usual prefixes («يرمون», not «أرمينيا»). All longer ones may
stand inside others, so that no ending has to be listed. Spellings with and without hamza, «ة» and «ه», «ى» and «ي»
count as one.

**Two lanes.** The quick one looks at the bytes as they are, which is right for UTF-8. Pages that write their letters
otherwise (another encoding, ``&#1604;``, ``\u0644``, letters of a Persian keyboard) are told by the way in which the
commonest pair of Arabic letters, «ال», would stand in their bytes; they are decoded and folded first. What neither lane
sees: names written with vowel marks or tatweel inside, and names in pictures.
"""

import enum
import html
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ahocorasick_rs import BytesAhoCorasick, Implementation

from hudna.intake.decode import decode
from hudna.knowledge import WORLD, Knowledge, own_names
from hudna.knowledge.languages.ar.morphology import split_pair
from hudna.knowledge.languages.ar.spelling import LETTERS, fold
from hudna.model import Kind

VERSION = "1"
"""Goes up when the same page with the same words would be judged otherwise."""
SHORT = 4
"""Letters up to which a name is found inside other words too often: «تيغ» in «استيغال»."""
LEAST = 3
"""Letters of the shortest kind's word that is looked for inside others: two letters stand in every sentence."""
_HEADS = {"ا": "اأإآ"}
_MIDDLES = {"ا": "اأآ"}
_TAILS = {"ه": "هة", "ي": "يى"}
_BEFORE = re.compile(f"(?:^|[^{LETTERS}])(?:[وف]?[بلك]?(?:ال)?|[وف]?لل|[وف]?س)$")
"""What may stand between the word's start and a short name."""
_STEM = re.compile(f"(?:^|[^{LETTERS}])[وف]?(?:[بلك]?ال|لل|[بلكس])?(?:[يتنم]|ان|است|[يتم]ست)?$")
"""The same before a short stem of a kind: also the letters with which verbs and their nouns begin."""
_LETTER = re.compile(f"[{LETTERS}]")
_WEAK = "اوي"
"""Letters in which verbs end and that change from form to form: «دعا»، «دعت»، «يدعو»."""
_FIRST = 8192
"""Bytes that are looked at first; then twice as many, and so on: what a page is about stands in its title."""
_LOOK = 16
"""Bytes before and after a short name that are looked at: no proclitics are longer."""
_ENTITY = re.compile(rb"&#(?:1[56]\d\d|x0?6[0-9a-f]{2});", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u0?6([0-9a-fA-F]{2})")
_OTHERWISE = (
    b"\xc7\xe1",  # «ال» in windows-1256; never valid UTF-8
    b"\xc7\xe4",  # in ISO 8859-6; the same
    b"\x27\x06\x44\x06",  # UTF-16, little end first
    b"\x06\x27\x06\x44",  # and big end first
    b"\xdb\x8c",  # the Persian «ی» in UTF-8
    b"\\u0627\\u0644",  # JSON inside a script
    *(b"&#" + digits for digits in (b"1", b"x6", b"X6", b"x06", b"X06")),
)
_MARKS = 6
"""So many of these stand only where letters are written otherwise; entities may be of any letter."""


def gate_of(knowledge: Knowledge) -> "Gate | None":
    """The gate for the loaded theatres; None when only the world is loaded, which is about everything."""
    world = {place.code for theatre in knowledge.theatres if theatre.id == WORLD for place in theatre.places}
    names = [name for one in knowledge.theatres if one.id != WORLD for name in own_names(one, world)]
    return Gate(names, _words_of(knowledge.kinds.values())) if names else None


def _words_of(kinds: Iterable[Kind]) -> Iterator[str]:
    """Stems of verbs without what changes at their ends, nouns and participles of every language of a kind."""
    for pattern in (pattern for kind in kinds for patterns in kind.patterns.values() for pattern in patterns):
        yield from (*pattern.nouns, *pattern.participles)
        for pair in (*pattern.verbs, *pattern.passives):
            perfect, imperfect = split_pair(pair)
            yield from (perfect.rstrip(_WEAK), imperfect[1:].rstrip(_WEAK))


class Gate:
    """The names of a theatre and the words of the kinds, compiled. Build it once; it holds some megabytes."""

    def __init__(self, names: Iterable[str], words: Iterable[str]) -> None:
        """Compile.

        Args:
            names: Of the theatre: parties, people, places, in any spelling.
            words: Of the kinds: stems that may stand inside longer words.
        """
        self._names = _Finder(names, short=SHORT, signs=_OTHERWISE)
        self._words = _Finder((word for word in words if len(fold(word)) >= LEAST), short=LEAST, stems=True)

    def passes(self, data: bytes) -> bool:
        """Whether these bytes, in whatever encoding, can be about the theatre."""
        found = self._names.look(data)
        if found is _Found.WORD:
            plain = self._words.look(data) is _Found.WORD
            return plain or (any(sign in data for sign in _OTHERWISE) and self._passes_slowly(data))
        return found is _Found.SIGN and self._passes_slowly(data)

    def passes_text(self, text: str) -> bool:
        """The same for a text that is decoded already."""
        folded = fold(text).encode()
        return self._names.look(folded) is _Found.WORD and self._words.look(folded) is _Found.WORD

    def _passes_slowly(self, data: bytes) -> bool:
        if not any(sign in data for sign in _OTHERWISE[:_MARKS]) and not _ENTITY.search(data):
            return False
        decoded = decode(data)
        if decoded is None:
            return False
        text = html.unescape(decoded.text) if "&#" in decoded.text else decoded.text
        return self.passes_text(_ESCAPE.sub(_unescaped, text))


def _unescaped(found: re.Match[str]) -> str:
    return chr(0x600 + int(found[1], 16))


class _Found(enum.Enum):
    """What stands in some bytes, the best of it."""

    NOTHING = enum.auto()
    SIGN = enum.auto()
    WORD = enum.auto()


class _Finder:
    """Words in the bytes of UTF-8, in all usual spellings; one pass also finds signs of letters written otherwise."""

    def __init__(self, words: Iterable[str], *, short: int, stems: bool = False, signs: Sequence[bytes] = ()) -> None:
        self._stems = stems
        folded = {fold(word).strip() for word in words} - {""}
        long = _least({word for word in folded if len(word) > short})
        self._patterns = sorted((form.encode(), word) for word in long for form in spellings(word))
        brief = sorted((form.encode(), word) for word in folded if len(word) <= short for form in spellings(word))
        self._sure, self._words = len(self._patterns), len(self._patterns) + len(brief)
        forms = [*(form for form, _ in (*self._patterns, *brief)), *signs]
        self._over = max(map(len, forms), default=1) - 1
        self._automaton = _compiled(forms)

    def look(self, data: bytes) -> _Found:
        found = _Found.NOTHING
        for number, start, end in self._met(data):
            if number < self._sure or (number < self._words and self._stands_alone(data, start, end)):
                return _Found.WORD
            if number >= self._words:
                found = _Found.SIGN
        return found

    def _met(self, data: bytes) -> Iterator[tuple[int, int, int]]:
        """What stands in the bytes, piece by piece; pieces lap over, so that nothing lies between two."""
        at, size = 0, _FIRST
        while at < len(data):
            for number, start, end in self._automaton(data[at : at + size + self._over]):
                yield number, at + start, at + end
            at, size = at + size, size * 2

    def _stands_alone(self, data: bytes, start: int, end: int) -> bool:
        """Whether a short word is a word and no part of another one; stems may have any ending."""
        before = data[max(0, start - _LOOK) : start].decode("utf-8", errors="ignore")
        if self._stems:
            return _STEM.search(before) is not None
        after = data[end : end + _LOOK].decode("utf-8", errors="ignore")
        return not _LETTER.match(after) and _BEFORE.search(before) is not None


def _compiled(forms: list[bytes]) -> Callable[[bytes], list[tuple[int, int, int]]]:
    if not forms:
        return lambda data: []  # noqa: ARG005 - nothing to look for is never found
    automaton = BytesAhoCorasick(forms, implementation=Implementation.DFA)
    return lambda data: automaton.find_matches_as_indexes(data, overlapping=True)


def _least(words: set[str]) -> list[str]:
    """Without those that hold another one: whoever finds the shorter need not look for the longer."""
    kept: list[str] = []
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(other in word for other in kept):
            kept.append(word)
    return kept


def spellings(word: str) -> Iterator[str]:
    """How a folded word or phrase may be written: hamza on the first alef or one of the others, «ة» and «ى» at ends."""
    for parts in itertools.product(*(tuple(_forms(part)) for part in word.split())):
        yield " ".join(parts)


def _forms(word: str) -> Iterator[str]:
    article = "ال" if word.startswith("ال") and len(word) > LEAST else ""
    head, body = word[len(article) : len(article) + 1], word[len(article) + 1 :]
    tail = body[-1:] if body[-1:] in _TAILS else ""
    middle = body[: len(body) - len(tail)]
    for first, inside, last in itertools.product(_HEADS.get(head, [head]), _inside(middle), _TAILS.get(tail, [tail])):
        yield f"{article}{first}{inside}{last}"


def _inside(letters: str) -> list[str]:
    """The letters, with at most one alef of them carrying its hamza."""
    found = [letters]
    for at, letter in enumerate(letters):
        found += [letters[:at] + other + letters[at + 1 :] for other in _MIDDLES.get(letter, "") if other != letter]
    return found
