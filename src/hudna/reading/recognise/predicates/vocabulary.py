"""All words of all kinds and of reporting, compiled together so that a text is looked through once."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from hudna.knowledge.languages.ar.clitics import peel, unsuffix
from hudna.knowledge.languages.ar.morphology import VerbForm, VerbTable, split_pair
from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.words import lexemes, phrases, table, words
from hudna.model import Kind, KindPattern
from hudna.reading.engine import Lexicon
from hudna.reading.engine.lexicon import REMEMBERED
from hudna.reading.engine.record import Record

_NOT_VERBS = words("grammar", "small", "not_verbs")
_SHORT = 3
_LONGEST = 40
"""Letters of the longest word that may be a verb or noun with all that is written onto it, amply."""
_VERB_CLITICS = ("", "و", "ف", "ل", "ول", "فل")


class PatternRef(Record, frozen=True):
    """A pattern with the kind that it belongs to."""

    kind: str
    pattern: KindPattern
    unless: frozenset[str] = frozenset()
    """Folded words of the pattern's `unless`, with and without the article."""


def pattern_ref(kind: str, pattern: KindPattern) -> PatternRef:
    """A pattern with what is looked up of it again and again."""
    unless = [fold(word) for word in pattern.unless]
    return PatternRef(
        kind,
        pattern,
        unless=frozenset((*unless, *(ARTICLE + word for word in unless))),
    )


class Noun(Record, frozen=True):
    """One way to read a word as a noun of the tables."""

    stem: str
    proclitic: str
    pronoun: str
    participle: bool


TELLS, SPEAKS = 1, 2
"""Bits of a hint: a word that may tell of a kind; a verb that may be one of saying, or one of `_ALSO`."""
_ALSO = frozenset(("جاء", "رد", "علق"))
"""«جاء في بيان», «لم ترد يريفان»: beside verbs of saying."""


class Senses(Record, frozen=True):
    """Everything that one word may be."""

    verbs: tuple[tuple[str, VerbForm], ...] = ()
    """(conjunction, form)."""
    nouns: tuple[Noun, ...] = ()
    objects: tuple[tuple[str, str, str], ...] = ()
    """(class, proclitic, pronoun) of single-word object nouns."""
    tells: bool = False
    """It may tell something, alone or as the first word of a phrase."""
    names: bool = False
    """It may name an object, alone or as the first word of a phrase."""
    opens_phrase: bool = False
    """It is the first word of a phrase that tells something."""
    opens_object: bool = False
    """It is the first word of a phrase that names an object."""
    hint: int = 0
    """Whether a sentence with it is worth looking into: TELLS, SPEAKS, both or neither."""


class Known(dict[str, Senses | None]):
    """What every word that was ever met may be; None for most of them, so that a text is looked through quickly."""

    def __init__(self, take_apart: Callable[[str], Senses | None]) -> None:
        """Begin with no word known."""
        super().__init__()
        self._take_apart = take_apart

    def __missing__(self, word: str) -> Senses | None:
        """Take a new word apart."""
        if len(word) > _LONGEST:
            return None  # and is not remembered: a text may hold words of any length
        if len(self) >= REMEMBERED:
            self.clear()
        senses = self[word] = self._take_apart(word)
        return senses


class Vocabulary:
    """Compiled tables. One per set of kinds; it remembers every word that it has taken apart."""

    def __init__(self, kinds: Iterable[Kind], language: str = "ar") -> None:
        """Compile the patterns of one language."""
        self.verbs: dict[str, list[PatternRef]] = defaultdict(list)
        self.passives: dict[str, list[PatternRef]] = defaultdict(list)
        self.nouns: dict[str, list[PatternRef]] = defaultdict(list)
        self.participles: dict[str, list[PatternRef]] = defaultdict(list)
        pairs: list[str] = []
        fixed: list[tuple[str, PatternRef]] = []
        for kind in kinds:
            for pattern in kind.patterns.get(language, ()):
                self._add(pattern_ref(kind.id, pattern), pairs, fixed)
        for group in ("say", "act", "continue", "passive", "relay_verbs"):
            pairs.extend(phrases("reporting", "verbs", group))
        for section, group in (
            ("small", "causes"),
            ("small", "light"),
            ("small", "undergo"),
            ("small", "happens"),
            ("small", "hits"),
            ("verbs", "common"),
        ):
            pairs.extend(phrases("grammar", section, group))
        self.table = VerbTable(pairs)
        self.phrases: Lexicon[PatternRef] = Lexicon(fixed)
        self.objects, self._object_words = _object_tables()
        self._bare_nouns = self.nouns.keys() | self.participles.keys() | self._object_words.keys()
        self._of_verbs: dict[tuple[str, str], tuple[tuple[PatternRef, ...], bool]] = {}
        self.known = Known(self._take_apart)
        self.reporting = {group: lexemes("reporting", "verbs", group) for group in ("say", "act", "continue")}
        self.relays = lexemes("reporting", "verbs", "relay_verbs")
        self.causes = lexemes("grammar", "small", "causes")
        self.light = lexemes("grammar", "small", "light")
        self.happens = lexemes("grammar", "small", "happens")
        self.auxiliary = lexemes("grammar", "small", "auxiliary")
        self.undergo = lexemes("grammar", "small", "undergo")

    def _add(self, ref: PatternRef, pairs: list[str], fixed: list[tuple[str, PatternRef]]) -> None:
        pattern = ref.pattern
        for group, index in ((pattern.verbs, self.verbs), (pattern.passives, self.passives)):
            for pair in group:
                pairs.append(pair)
                index[split_pair(pair)[0]].append(ref)
        for word in pattern.nouns:
            if " " in word:
                fixed.append((word, ref))
            else:
                self.nouns[fold(word)].append(ref)
        for word in pattern.participles:
            self.participles[fold(word)].append(ref)

    def _take_apart(self, word: str) -> Senses | None:
        verbs: list[tuple[str, VerbForm]] = []
        nouns: list[Noun] = []
        objects: list[tuple[str, str, str]] = []
        never = word in _NOT_VERBS or (word.lstrip("وف") in _NOT_VERBS and word not in self.table)  # «واصل» is no «أصل»
        splits = peel(word)
        for proclitic, stem in splits:
            if proclitic in _VERB_CLITICS and not never:
                for form in self.table.read(stem):
                    verbs.append((proclitic, form))  # noqa: PERF401 - mostly none
            for bare, pronoun in _noun_stems(stem):
                if bare not in self._bare_nouns:
                    continue  # nearly all
                if bare in self.nouns or bare in self.participles:
                    nouns.append(Noun(bare, proclitic, pronoun, bare not in self.nouns))
                objects.extend((name, proclitic, pronoun) for name in self._object_words.get(bare, ()))
        letter = len(word) == 1  # a lone letter is no word, whatever tables say of its stem
        stems = [stem for _, stem in splits] or [word]
        opens_phrase = not self.phrases.first_words().isdisjoint(stems)
        opens_object = not self.objects.first_words().isdisjoint(stems)
        tells = opens_phrase or (bool(verbs or nouns) and not letter)
        names = opens_object or (bool(objects) and not letter)
        if not (tells or names):
            return None
        return Senses(
            tuple(sorted(verbs, key=self._tells_nothing)),
            tuple(dict.fromkeys(nouns)),
            tuple(dict.fromkeys(objects)),
            tells=tells,
            names=names,
            opens_phrase=opens_phrase,
            opens_object=opens_object,
            hint=self._hint(verbs, told=opens_phrase or bool(nouns)),
        )

    def patterns_of(self, lexeme: str, twin: str) -> tuple[tuple[PatternRef, ...], bool]:
        """The patterns of a verb and of the one that is written alike (or ""), and whether it is only ever passive."""
        known = self._of_verbs.get((lexeme, twin))
        if known is None:
            active = [*self.verbs.get(lexeme, ()), *self.verbs.get(twin, ())]
            passive = self.passives.get(lexeme, [])
            refs = (*active, *(ref for ref in passive if ref not in active))
            known = self._of_verbs[lexeme, twin] = refs, bool(passive) and not active
        return known

    def _hint(self, verbs: list[tuple[str, VerbForm]], *, told: bool) -> int:
        lexemes = {form.lexeme for _, form in verbs}
        tells = told or any(map(self._of_a_kind, lexemes))
        speaks = not lexemes.isdisjoint(self.reporting["say"] | self.reporting["act"] | _ALSO)
        return TELLS * tells | SPEAKS * speaks

    def _of_a_kind(self, lexeme: str) -> bool:
        return lexeme in self.verbs or lexeme in self.passives

    def _tells_nothing(self, verb: tuple[str, VerbForm]) -> bool:
        """Of verbs written alike those that a kind knows stand first («ندعو»: call on, before claim)."""
        return not self._of_a_kind(verb[1].lexeme)


def _noun_stems(stem: str) -> tuple[tuple[str, str], ...]:
    """Stems a noun may have, with its pronoun; the «ا» of an indefinite accusative («قصفا») is no part of the stem."""
    stems = unsuffix(stem)
    return (*stems, (stem[:-1], "")) if stem.endswith("ا") and len(stem) > _SHORT else stems


def _object_tables() -> tuple[Lexicon[str], dict[str, tuple[str, ...]]]:
    fixed: list[tuple[str, str]] = []
    single: dict[str, list[str]] = defaultdict(list)
    for name, listed in table("objects")["lists"].items():
        for phrase in listed:
            if " " in phrase:
                fixed.append((phrase, name))
            else:
                single[fold(phrase)].append(name)
    truce = table("objects")["truce"]
    fixed.extend((word, "truce") for word in truce["words"])
    for head in truce["heads"]:
        for thing in truce["objects"]:
            fixed.append((f"{head} {thing}", "truce"))
            fixed.extend((f"{head} {adjective} {thing}", "truce") for adjective in truce["adjectives"])
    return Lexicon(fixed), {word: tuple(dict.fromkeys(names)) for word, names in single.items()}


_BY_ID: dict[int, tuple[dict[str, Kind], Vocabulary]] = {}


def vocabulary_of(kinds: dict[str, Kind]) -> Vocabulary:
    """The compiled vocabulary of a set of kinds, made once per set."""
    known = _BY_ID.get(id(kinds))
    if known is None or known[0] is not kinds:
        known = _BY_ID[id(kinds)] = (kinds, Vocabulary(kinds.values()))
    return known[1]
