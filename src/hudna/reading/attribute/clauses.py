"""Sentences cut into clauses: the stretches in which a verb finds its subject and a claim its arguments.

A clause begins at a word that opens one («أن», «الذي», «حيث», «فيما»), at a verb with «و» or «ف», at a speech
participle («مشيراً»), at an attribution («بحسب»), and at a bare verb that describes the noun before it («هجوم شنته …»).
"""

from itertools import compress, count

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.words import phrases, words
from hudna.reading.engine import Lexicon, Marks
from hudna.reading.engine.record import Record
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.found import ActorFound, TimeFound
from hudna.reading.recognise.predicates import PredicateFound
from hudna.reading.split import Sentence

COMMAS = frozenset("،,؛;:-–—")
_OPEN_QUOTES = frozenset('«“"„')
CLOSING_QUOTES = frozenset('»”"')
QUOTES = frozenset("«»“”\"'()")
"""Marks around words, brackets among them."""
_CLOSE_QUOTES = frozenset("»”")


class Clause(Record, frozen=True):
    """A stretch of a sentence with at most one finite verb of its own."""

    index: int
    first: int
    last: int
    """Token indices, end exclusive."""
    opener: str
    """start, that, relative, asyndetic, subordinate, resume, coordinate, participle, according, quote."""
    body: int
    """First token after the opening word."""
    verb: PredicateFound | None
    """The finite verb, when one is known."""


def _openers() -> Lexicon[str]:
    listed = (
        *((phrase, "that") for phrase in phrases("grammar", "clauses", "that")),
        *((phrase, "relative") for phrase in phrases("grammar", "clauses", "relative")),
        *((phrase, "resume") for phrase in phrases("grammar", "clauses", "resume")),
        *((phrase, "result") for phrase in phrases("grammar", "clauses", "result")),
        *((phrase, "subordinate") for phrase in phrases("grammar", "clauses", "subordinate")),
        *((phrase, "according") for phrase in phrases("reporting", "words", "according")),
        *((phrase, "participle") for phrase in phrases("reporting", "words", "participles")),
    )
    return Lexicon(listed, proclitics=frozenset(("", "و", "ف")))


OPENERS = _openers()
_OPENING = Marks(((1, OPENERS),))
_NEEDS_VERB = frozenset(("قبل", "بعد", "حين", "حتي", "وسط", "كما"))
_RESUME = words("grammar", "clauses", "resume")
_RELATIVE = words("grammar", "clauses", "relative")
_MIDST = "وسط"
_LED_BY = frozenset(("في", "الي", "من", "عبر"))
_DOCUMENTS = words("reporting", "words", "documents") | frozenset(
    ("بيانا", "تقريرا", "رساله", "تغريده", "تدوينه", "خطابا")
)


def split_clauses(seen: Recognised, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order, covering all its tokens."""
    told = between(seen.predicates, sentence.first, sentence.last)
    verbs = [found for found in told if found.pos == "verb" and not _led_by(seen, found)]
    starts = _starts(seen, sentence, verbs)
    clauses: list[Clause] = []
    for index, (first, opener, body) in enumerate(starts):
        last = starts[index + 1][0] if index + 1 < len(starts) else sentence.last
        verb = _main_verb(seen, [found for found in verbs if first <= found.first < last])
        clauses.append(Clause(index, first, last, opener, body, verb))
    return clauses


def _led_by(seen: Recognised, verb: PredicateFound) -> bool:
    """«التحالف الذي تقوده السعودية»: it says who the coalition is, and is no clause of its own."""
    leads = verb.lexeme == _LEADS and verb.form is not None and verb.form.tense == "i" and bool(verb.pronoun)
    named = leads and bool(between(seen.actors, verb.last, verb.last + 1))
    return named and seen.text.words[verb.first - 1] in _RELATIVE


_LEADS = "قاد"


def _main_verb(seen: Recognised, verbs: list[PredicateFound]) -> PredicateFound | None:
    """The first verb, but in «كانت أرمينيا أعلنت» the verb after the auxiliary."""
    plain = [verb for verb in verbs if verb.lexeme not in seen.vocabulary.auxiliary]
    return next(iter(plain or verbs), None)


def _starts(seen: Recognised, sentence: Sentence, verbs: list[PredicateFound]) -> list[tuple[int, str, int]]:
    """(token, opener, body) of the clauses: a walk over the words that may open one, past names as a whole."""
    starts = [(sentence.first, "start", sentence.first)]
    verb_at = {found.first: found for found in verbs}
    words, actor_at = seen.text.words, seen.actors.covering
    goes_on = sentence.first
    for token in _may_open(words, sentence, verb_at):
        actor = actor_at(token)
        if token < goes_on or (actor is not None and _walked_past(words, actor, goes_on, token)):
            continue
        opened = _opened_at(seen, sentence, token, verb_at, starts[-1])
        if opened is not None and token > starts[-1][0]:
            starts.append((token, *opened))
        elif opened is not None and opened[0] != "coordinate":
            starts[-1] = (token, *opened)
        after = opened[1] if opened is not None else 0  # past «قبل أن», whose «أن» opens nothing more
        past_name = actor.last if actor is not None and words[token] not in COMMAS else 0
        goes_on = max(token + 1, after, past_name)
    return starts


def _may_open(words: list[str], sentence: Sentence, verb_at: dict[int, PredicateFound]) -> list[int]:
    marks = map(_OPENING.__getitem__, words[sentence.first : sentence.last])
    opening = list(compress(count(sentence.first), marks))
    return sorted({*opening, *verb_at, *_quoted(words, sentence, verb_at)}) if verb_at else opening


def _quoted(words: list[str], sentence: Sentence, verb_at: dict[int, PredicateFound]) -> list[int]:
    """Where what somebody said begins: «وتابع "قوات الجيش نفذت هجوماً …"». A short quotation is a name."""
    last = sentence.last - 1
    begins = [verb.last + 1 for verb in verb_at.values() if verb.last < last and words[verb.last] in _OPEN_QUOTES]
    return [first for first in begins if CLOSING_QUOTES.isdisjoint(words[first : first + _NAME])]


_NAME = 6
_SPEECH = ("say", "continue")


def _walked_past(words: list[str], actor: ActorFound, goes_on: int, token: int) -> bool:
    """Whether a walk from `goes_on` meets the actor before the token inside it, and goes on behind the whole name."""
    return any(words[before] not in COMMAS for before in range(max(actor.first, goes_on), token))


def _opened_at(
    seen: Recognised, sentence: Sentence, token: int, verb_at: dict[int, PredicateFound], before: tuple[int, str, int]
) -> tuple[str, int] | None:
    words = seen.text.words
    match = OPENERS.at(words, token, sentence.last) if _OPENING[words[token]] else None
    if match is not None and not _inside_name(seen, token):
        opener = match.payloads[0]
        if _as_said(seen, sentence, token, verb_at.get(match.last)):
            return "according", match.last
        if seen.text.words[token].lstrip("وف") in _NEEDS_VERB and match.last == token + 1:
            return (opener, match.last) if match.last in verb_at else None
        middle = opener == "resume" and token > sentence.first and not _after_stop(seen, token)
        middle = middle or (opener == "resume" and _aside(seen, before[0], token, match.last, verb_at))
        middle = middle or (seen.text.words[token] == _MIDST and _in_the_middle_of(seen, match.last))
        led = next(iter(between(seen.predicates, match.last, match.last + 1)), None) if opener == "relative" else None
        middle = middle or (led is not None and led.pos == "verb" and _led_by(seen, led))
        if tuple(words[token : match.last]) in _ON_THAT and _says_before(seen, before[0], token, verb_at):
            opener = "that"
        return None if middle else (opener, match.last)
    verb = verb_at.get(token)
    if verb is None:
        speech = verb_at.get(token - 2) if words[token - 1] in _OPEN_QUOTES else None
        speaks = speech is not None and any(speech.lexeme in seen.vocabulary.reporting[kind] for kind in _SPEECH)
        return ("that", token) if speaks and token > sentence.first + 1 else None
    if verb.proclitic in {"و", "ف"} or (token > sentence.first and seen.text.words[token - 1] in _AND):
        return "coordinate", token
    start, starts_relative = before[0], before[1] == "relative"
    waits = not verb.pronoun and not any(start <= other < token for other in verb_at)
    if not waits and starts_relative and verb.lexeme in seen.vocabulary.causes and not verb.proclitic:
        return "result", token  # «الهجوم الذي شنّته القوات أسفر عن …»: the main verb, behind what describes its subject
    related = token > sentence.first and seen.text.words[token - 1].lstrip("وف") in _RELATIVE
    if token == sentence.first or verb.proclitic or waits or related:
        return None  # the first verb of a clause is its own
    return _bare_verb(seen, sentence, verb)


_AND = frozenset(("ثم", "و", "وكذلك", "وايضا", "ولم", "ولن", "فلم"))


def _as_said(seen: Recognised, sentence: Sentence, token: int, verb: PredicateFound | None) -> bool:
    """«قتل جنديان، كما أعلنت السلطات.»: behind «كما» a verb of saying that says nothing itself tells who said it."""
    words = seen.text.words
    if words[token] != _AS or verb is None or verb.lexeme not in seen.vocabulary.reporting["say"]:
        return False
    short = words[token - 1] in COMMAS and sentence.last - verb.last <= _SPEAKER_LONG
    said = between(seen.predicates, verb.last, sentence.last)
    return short and not said and _SAYS_WHAT.isdisjoint(words[verb.last : sentence.last])


_AS, _SPEAKER_LONG = "كما", 12
_SAYS_WHAT = words("grammar", "clauses", "that") | frozenset(("عن", ":", '"', "«", "“", "الي"))


def _in_the_middle_of(seen: Recognised, token: int) -> bool:
    """«وسط مدينة مأرب», «في وسط البلد» tell where; «وسط مخاوف» opens a clause."""
    if token > 1 and seen.text.words[token - 2] in _LED_BY:
        return True
    return bool(between(seen.places, token, token + 1)) or any(
        found.name in {"area", "people"} for found in between(seen.objects, token, token + 1)
    )


def _after_stop(seen: Recognised, token: int) -> bool:
    """Whether the voice may change here: after a comma, or with «و»; «أفرجوا في المقابل عن …» goes on."""
    return (
        seen.text.words[token - 1] in COMMAS
        or seen.text.words[token - 1] in _CLOSE_QUOTES
        or seen.text.words[token].startswith("و")
        or seen.text.words[token] in _RESUME
    )


_ON_THAT = (("علي", "ان"), ("الي", "ان"))


def _says_before(seen: Recognised, start: int, last: int, verb_at: dict[int, PredicateFound]) -> bool:
    """«شددت الوزارة على أن …»: whether a verb of saying stands in the clause so far, and no other."""
    verbs = [verb for token, verb in verb_at.items() if start <= token < last]
    return len(verbs) == 1 and verbs[0].lexeme in seen.vocabulary.reporting["say"]


def _aside(seen: Recognised, start: int, first: int, last: int, verb_at: dict[int, PredicateFound]) -> bool:
    """«ذكرت باكو، من جانبها، أن …»: between commas behind a verb of saying and its subject, it opens nothing."""
    words = seen.text.words
    closed = next((token for token, word in enumerate(words[last : last + _ASIDE], last) if word in COMMAS), 0)
    if words[first - 1] not in COMMAS or not closed or any(first <= token < closed for token in verb_at):
        return False
    verbs = [verb for token, verb in verb_at.items() if start <= token < first]
    reporting = seen.vocabulary.reporting
    return len(verbs) == 1 and (verbs[0].lexeme in reporting["say"] or verbs[0].lexeme in reporting["act"])


_ASIDE = 3
"""Words behind «في وقت» in «، في وقت سابق الأحد،»."""


def _inside_name(seen: Recognised, token: int) -> bool:
    actor = covering(seen.actors, token)
    return actor is not None and actor.first < token


def _bare_verb(seen: Recognised, sentence: Sentence, verb: PredicateFound) -> tuple[str, int] | None:
    """A verb without «و» inside a sentence: it follows a comma, or describes the noun before it."""
    token = verb.first
    before = seen.text.words[token - 1]
    if _after_fronted_time(seen, token):
        return "coordinate", token
    noun = _described(seen, sentence, token)
    if before in COMMAS:
        came = verb.lexeme in seen.vocabulary.causes  # «… من الاشتباكات بين X وY، أسفرت عن قتلى»
        return ("asyndetic" if noun or came else "coordinate"), token
    if before in _OPEN_QUOTES:
        return "quote", token
    if before in _DOCUMENTS and not verb.pronoun and verb.lexeme in seen.vocabulary.reporting["say"]:
        return "asyndetic", token  # «أصدرت الوزارة بياناً أوضحت فيه أن …»
    return ("asyndetic", token) if noun else None


def _described(seen: Recognised, sentence: Sentence, token: int) -> bool:
    """Whether an indefinite event noun or agreement stands close enough before a bare verb to be described by it."""
    start = max(sentence.first, token - _NEAR)
    predicates, nouns = between(seen.predicates, start, token), between(seen.objects, start, token)
    noun = next((found for found in reversed(nouns) if found.name not in {"people", "forces"}), None)
    if predicates and (noun is None or predicates[-1].first >= noun.first):
        return predicates[-1].pos != "verb" and "ال" not in predicates[-1].proclitic
    return noun is not None and "ال" not in noun.proclitic


def _after_fronted_time(seen: Recognised, token: int) -> bool:
    """«…، وفي اليوم التالي اتفق الجانبان»: «و» joins a time, and the verb behind it begins another clause."""
    return fronted_time(seen, token) is not None


def fronted_time(seen: Recognised, token: int) -> TimeFound | None:
    """The time that stands right before a token and is joined by «و» to what went before: «، ومساء الأحد قصفت»."""
    time = seen.times.covering(token - 1) if token else None
    if time is None or time.last != token or time.start is None:
        return None
    opens = time.first if seen.text.words[time.first].startswith("و") else time.first - 1
    joined = seen.text.words[opens].startswith("و") and seen.text.words[opens] != "وقت"
    return time if joined and seen.text.words[opens - 1] in COMMAS else None


_NEAR = 6
"""Words between a noun and the verb that describes it: «عملية عسكرية خاطفة شنّتها» has two; measured on the seeds."""


def clause_at(clauses: list[Clause], token: int) -> Clause:
    """The clause that holds a token."""
    for clause in reversed(clauses):  # few, and short steps: quicker than halving
        if clause.first <= token:
            return clause
    return clauses[0]


def without_proclitics(word: str) -> frozenset[str]:
    """All stems that a folded word may have."""
    return frozenset(stem for _, stem in peel(word))
