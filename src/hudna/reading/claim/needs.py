"""What a pattern needs around its predicate: an object of a class, an actor, sides, a count; and where it may stand."""

from functools import lru_cache

from hudna.knowledge.languages.ar.words import words
from hudna.model import KindPattern
from hudna.reading.attribute import Clause, Spoken
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.attribute.tolls import harms
from hudna.reading.claim.here import NEAR, Finds, Here, Need, objects, reach, some_of
from hudna.reading.claim.needs_people import CROWD, captives, count, crowd, driven_out, harboured, partner
from hudna.reading.claim.needs_speakers import carried, named, spoken, stance, subject
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.predicates import PredicateFound, Vocabulary

CLOSE = 3
_WIDE = 24
_PREPOSITIONS = words("grammar", "small", "prepositions")
_ON_IT = frozenset(("عليه", "عليها", "عليهما"))
_STATIC = frozenset(("في", "قرب", "عند", "من", "داخل", "خارج", "حول", "شمال", "جنوب", "شرق", "غرب", "بمحيط"))
SIDES = ("بين", "مع", "ضد")


def described_end(seen: Recognised, spoken: Spoken, clause: Clause) -> int:
    """The end of a clause with those after it that only say that its thing happened or was done."""
    plain = _describing(seen.vocabulary)
    for following in spoken.clauses[clause.index + 1 :]:
        if (
            following.opener not in {"asyndetic", "relative"}
            or following.verb is None
            or following.verb.lexeme not in plain
        ):
            break
        clause = following
    return clause.last


@lru_cache(maxsize=8)
def _describing(vocabulary: Vocabulary) -> frozenset[str]:
    return vocabulary.happens | vocabulary.light | CARRIERS


CARRIERS = frozenset(
    ("شن", "جدد", "عاود", "نصب", "نفذ", "وجه", "خاض", "اطلق", "ارتكب", "واصل", "كثف", "صعد", "قاد", "قام", "رد", "بادر")
)
"""Verbs that carry an event noun to its doer («شنّ هجوماً»)."""


def _own_end(spoken: Spoken, clause: Clause) -> int:
    """The end of a clause with the description that hangs on its last noun («اتفاق يقضي بوقف …»)."""
    following = spoken.clauses[clause.index + 1 : clause.index + 2]
    return following[0].last if following and following[0].opener == "asyndetic" else clause.last


def truce_over(seen: Recognised, token: int) -> bool:
    """Whether a token is inside a phrase for a truce («وقف إطلاق النار»)."""
    for found in between(seen.objects, max(0, token - 4), token + 1):
        if found.name == "truce" and token < found.last:
            return True
    return False


def satisfied(
    seen: Recognised, spoken: Spoken, clause: Clause, predicate: PredicateFound, pattern: KindPattern
) -> Need | None:
    """The nearest thing that the pattern needs, or None. A pattern without needs is satisfied by its predicate."""
    if not pattern.needs:
        return Need(predicate.first, predicate.last, "")
    finder = _FINDERS[pattern.at]
    return next(finder(Here(seen, spoken, clause, predicate, pattern)), None)


def _uncounted(here: Here) -> Finds:
    """«نزوح عشرات الآلاف»: a number right after the word whose people need no name."""
    for number in between(here.seen.numbers, here.predicate.last, here.predicate.last + _SOON):
        if number.counted is None and (number.lo or 0) >= CROWD:
            yield Need(number.first, number.last, "people")


_SOON = 2


_RECALLS = frozenset(("قبل", "بعد", "منذ"))
_CONTESTS = words("grammar", "recall", "contests")


def _recalled(seen: Recognised, found: Need) -> bool:
    """«بدأت قبل حرب»: a war that only dates something is not what began; «المعركة القانونية» is none."""
    if found.name not in {"fighting", "operation"}:
        return False
    after = seen.text.words[found.last : found.last + 1]
    return seen.text.words[found.first - 1] in _RECALLS or after in _LATEST or not _CONTESTS.isdisjoint(after)


def _dates_only(here: Here, need: Need) -> bool:
    """«عندما نشبت الحرب»: a war that is known only tells when something else was."""
    words_ = here.seen.text.words
    when = words_[here.clause.first].removeprefix("و") in _WHENS
    return when and need.name in {"fighting", "operation"} and words_[need.first].startswith("ال")


_WHENS = frozenset(("عندما", "حين", "حينما"))
_LATEST = (["الاخير"], ["الاخيره"])
"""«القتال الأخير»: it is known, and its beginning no news."""


def _near(here: Here) -> Finds:
    """After the predicate in its clause; or what a relative clause describes; or a topic before the verb."""
    if here.pattern.needs == ("people",):
        yield from _uncounted(here)
    if "truce" in here.pattern.needs and here.predicate.pos == "verb":
        yield from _on_the_truce(here)
    if "actor" in here.pattern.needs:
        yield from _actors(here.seen, here.predicate.last, reach(here.seen, here.predicate.last, here.clause.last))
    for need in {"armed", "a_people"}.intersection(here.pattern.needs):
        yield from driven_out(here, need)
    last = _own_end(here.spoken, here.clause) if here.pattern.needs == ("truce",) else here.clause.last
    after = objects(here.seen, here.predicate.last, reach(here.seen, here.predicate.last, last), here.pattern.needs)
    if here.predicate.pronoun and here.predicate.lexeme in _OF_KNOWN:
        yield from _told_of_before(here)
    yield from (need for need in after if not _recalled(here.seen, need) and not _dates_only(here, need))
    yield from _behind_aside(here)
    if here.clause.opener in {"relative", "asyndetic"}:
        described = _before(here.seen, here.spoken, here.clause.first - NEAR, here.clause.first, here.pattern.needs)
        yield from (need for need in described if not nearer_blow(here.seen, need.last, here.clause.first))
    if here.predicate.pos == "verb" and here.clause.opener not in {"coordinate", "asyndetic"}:
        yield from _before(here.seen, here.spoken, here.clause.body, here.predicate.first, here.pattern.needs)


def _on_the_truce(here: Here) -> Finds:
    """«واتفق X وY، خلال محادثات كذا، على وقف إطلاق النار»; «الهدنة التي اقترحتها …، ووافق عليها الطرفان»."""
    words_ = here.seen.text.words
    if here.predicate.lexeme not in _AGREES:
        return
    for token in range(here.predicate.last, min(here.clause.last, here.predicate.last + _WIDE)):
        if words_[token] == "علي":
            yield from objects(here.seen, token + 1, token + 2, here.pattern.needs)
        elif words_[token] in _ON_IT and token == here.predicate.last:
            before = objects(here.seen, here.spoken.sentence.first, here.predicate.first, here.pattern.needs)
            yield from (Need(token, token + 1, need.name) for need in list(before)[-1:])


_AGREES = frozenset(("اتفق", "وافق"))


_BREACHES = frozenset(("خرق", "انتهاك", "نقض"))


_OF_KNOWN = {**dict.fromkeys(_BREACHES, "truce"), "اسقاط": "aircraft"}


def _told_of_before(here: Here) -> Finds:
    """«اتفاق على هدنة، لكن الطرفين تبادلا الاتهامات بخرقها», «اقتربت مروحية فجرى إسقاطها»: what the pronoun is."""
    first, name = here.spoken.sentence.first, _OF_KNOWN[here.predicate.lexeme]
    known = name in here.pattern.needs
    if known and next(iter(objects(here.seen, first, here.predicate.first, (name,))), None) is not None:
        yield Need(here.predicate.first, here.predicate.last, name)


def nearer_blow(seen: Recognised, first: int, last: int) -> bool:
    """«حرب عقب هجوم شنته …»: a blow that stands nearer is what a clause describes."""
    return any(
        found.pos == "noun" and any(ref.kind.startswith("hostilities.") for ref in found.patterns)
        for found in between(seen.predicates, first, last)
    )


def _behind_aside(here: Here) -> Finds:
    """«سلمت التشكيلات، بحسب قوات حفظ السلام، ست مدرعات»: the clause goes on behind who says so."""
    stretch = resumed(here.seen, here.spoken, here.clause) if here.predicate.pos == "verb" else None
    if stretch is not None:
        yield from objects(here.seen, stretch[0], reach(here.seen, *stretch), here.pattern.needs)


def resumed(seen: Recognised, spoken: Spoken, clause: Clause) -> tuple[int, int] | None:
    """Tokens in which a clause goes on behind what interrupts it: «توصلت باكو وسلطات الإقليم، الذي …، إلى هدنة».

    What interrupts is who says so, or a relative clause; a comma closes it. Behind a relative clause only a time or a
    preposition goes on with the main verb.
    """
    following = spoken.clauses[clause.index + 1 : clause.index + 2]
    if not following or following[0].opener not in {"according", "relative"}:
        return None
    aside, words_ = following[0], seen.text.words
    said = aside.opener == "according"
    if said and words_[aside.first - 1] not in COMMAS:
        return None
    for token in range(aside.body, aside.last - 1):
        if words_[token] not in COMMAS:
            continue
        goes_on = covering(seen.times, token + 1) is not None or words_[token + 1] in _GOES_ON
        if goes_on or said:
            return None if _joined(seen, token + 1) else (token + 1, _stretch_end(seen, token + 1, aside.last))
    return None


def _joined(seen: Recognised, token: int) -> bool:
    """Whether a word carries «و» and begins something else; «وقف» only begins with the letter."""
    own = [found.proclitic for found in between(seen.objects, token, token + 1)]
    own += [found.proclitic for found in between(seen.predicates, token, token + 1)]
    return seen.text.words[token].startswith("و") and all(written.startswith("و") for written in own)


_GOES_ON = frozenset(("في", "الي", "علي", "مع"))


def _stretch_end(seen: Recognised, first: int, last: int) -> int:
    """The comma that ends a stretch, past a time alone between two commas."""
    for token in range(first, last):
        if seen.text.words[token] in COMMAS and covering(seen.times, token - 1) is None:
            return token
    return last


def _before(seen: Recognised, spoken: Spoken, first: int, last: int, names: tuple[str, ...]) -> Finds:
    for need in reversed(list(objects(seen, max(spoken.sentence.first, first), last, names))):
        if _recalled(seen, need):
            continue
        if need.name != "shells" or not seen.text.words[need.first].startswith("لل"):
            yield need  # «الأنظمة المضادة للصواريخ تستهدف …»: the rockets do nothing


def _actors(seen: Recognised, first: int, last: int) -> Finds:
    for actor in between(seen.actors, first, last):
        if actor.code or actor.codes:
            yield Need(actor.first, actor.last, "actor")


def _next(here: Here) -> Finds:
    """The first thing after the predicate, once its subject, time and small words are passed over."""
    for need in _near(here):
        if _bare_object(here, need):
            yield need
            continue
        if _stands_next(here, need.first):
            yield need


def _bare_object(here: Here, need: Need) -> bool:
    """«أعلن رئيس الحكومة وقفاً لإطلاق النار»: nothing but a subject stands between a verb and its bare object."""
    word = here.seen.text.words[need.first]
    bare = here.predicate.pos == "verb" and need.first > here.predicate.last and not word.startswith(("ب", "ل"))
    told = between(here.seen.predicates, here.predicate.last, need.first)
    return bare and all(one.lexeme == _LEADS for one in told)  # «أعلن التحالف الذي تقوده السعودية هدنة»


_LEADS = "قاد"


def _passed(here: Here, token: int) -> int:
    """The token after a name, a time or a small word; the same token where something else stands."""
    named = covering(here.seen.actors, token) or covering(here.seen.times, token)
    if named is not None:
        return named.last
    word = here.seen.text.words[token]
    small = word in COMMAS or word in _PREPOSITIONS or word in _SMALL or token == here.predicate.last
    return token + 1 if small else token


_SMALL = frozenset(
    ("عزمه", "عزمها", "نيته", "نيتها", "وقت", "لاحق", "عن", "رسميا", "بدء", "سريان", "الذي", "تم", "اتفاق")
)


def _genitive(here: Here) -> Finds:
    """Right after the predicate: an object noun, or an actor who is a force."""
    for need in objects(here.seen, here.predicate.last, here.predicate.last + CLOSE, here.pattern.needs):
        if need.first <= here.predicate.last + 1:
            yield need
    if "forces" in here.pattern.needs:
        for actor in between(here.seen.actors, here.predicate.last, here.predicate.last + CLOSE):
            if actor.sort in {"force", "group"} and actor.first <= here.predicate.last + 1:
                yield Need(actor.first, actor.last, "forces")
        named = here.spoken.named.get(here.clause.index)
        if here.predicate.pos == "verb" and named is not None and named.sort == "force":
            yield Need(named.first, named.last, "forces")


def _around_it(here: Here) -> Finds:
    if here.predicate.pos != "participle" or here.predicate.proclitic:  # «دائرة حرب» is a circle, «حرب دائرة» is fought
        yield from _near(here)
    yield from _before(
        here.seen,
        here.spoken,
        here.clause.first
        if here.predicate.pos == "participle"
        else max(here.clause.first, here.predicate.first - NEAR),
        here.predicate.first,
        here.pattern.needs,
    )


def _area(here: Here) -> Finds:
    """An area as what is taken or given: bare or after «على», not as where it happened."""
    last = reach(here.seen, here.predicate.last, here.clause.last)
    finds = [
        *objects(here.seen, here.predicate.last, last, here.pattern.needs),
        *(Need(p.first, p.last, "area") for p in between(here.seen.places, here.predicate.last, last) if not p.within),
    ]
    if here.clause.opener in {"relative", "asyndetic"} and here.predicate.pos == "verb":
        finds.extend(_before(here.seen, here.spoken, here.clause.first - NEAR, here.clause.first, here.pattern.needs))
    given = "الي" if "إلى" in here.pattern.on else ""  # «سلمت إلى باكو ستة جنود»: to whom, not what
    for need in sorted(finds, key=lambda need: abs(need.first - here.predicate.first)):
        static = here.seen.text.words[need.first - 1] in {*_STATIC, given} and not some_of(here.seen, need.first)
        if not static and not _in_place(here.seen, need.first):
            yield need
    yield from _quantified(here.seen, here.predicate, last, here.pattern)
    for token in range(here.predicate.last, min(here.clause.last, here.predicate.last + CLOSE)):
        if here.seen.text.words[token] in _ON_IT:
            yield Need(token, token + 1, "area")


def _in_place(seen: Recognised, token: int) -> bool:
    return any(
        p.first <= token < p.last and "ب" in p.proclitic.replace("ال", "")
        for p in between(seen.places, token - 4, token + 1)
    )


def _quantified(seen: Recognised, predicate: PredicateFound, last: int, pattern: KindPattern) -> Finds:
    """«4 من هذه المحافظات»: «من» after a number is not where it happened."""
    for number in between(seen.numbers, predicate.last, last):
        yield from objects(seen, number.last, min(last, number.last + CLOSE + 1), pattern.needs)


def _into(here: Here) -> Finds:
    """Where somebody goes: after «إلى» or «لـ», or bare behind the verb or behind its subject («دخل الجيش البلدة»)."""
    last = reach(here.seen, here.predicate.last, here.clause.last)
    for place in between(here.seen.places, here.predicate.last, last):
        led = "ل" in place.proclitic.replace("ال", "")
        if not place.within and (led or _goal(here, place.first)):
            yield Need(place.first, place.last, "area")
    yield from (n for n in objects(here.seen, here.predicate.last, last, here.pattern.needs) if _goal(here, n.first))


def _entered(here: Here) -> Finds:
    """The same of forces only: an aid convoy or a delegation takes no town."""
    yield from (need for need in _into(here) if _forces(here, need.first))


def _goal(here: Here, token: int) -> bool:
    before = here.seen.text.words[token - 1]
    if before == "الي" or token == here.predicate.last:
        return True
    bare = here.predicate.pos == "verb" and before not in _PREPOSITIONS and before not in _STATIC
    return bare and _stands_next(here, token) and _forces(here, token)


def _forces(here: Here, last: int) -> bool:
    """Whether forces stand between the predicate and a token: who else goes somewhere takes nothing over."""
    named = between(here.seen.actors, here.predicate.last, last)
    told = objects(here.seen, here.predicate.last, last, ("forces",))
    return any(actor.sort in {"force", "group"} for actor in named) or next(iter(told), None) is not None


def _sent(here: Here) -> Finds:
    """«عزز الجيش سيطرته» sends nobody: the forces that are sent are not those who send them."""
    named = here.spoken.named.get(here.clause.index)
    for need in _near(here):
        subject = named is not None and named.first <= need.first < named.last
        unknown = need.first == here.predicate.last and here.seen.text.words[need.first].startswith("ال")
        if here.predicate.pos != "verb" or not (subject or unknown):
            yield need


def _stands_next(here: Here, first: int) -> bool:
    """Nothing but a subject, times and small words stands between the predicate and the token."""
    token = here.predicate.last
    while token < first and (after := _passed(here, token)) > token:
        token = after
    return token >= first


def _anywhere(here: Here) -> Finds:
    if "victims" in here.pattern.needs and casualty_near(here.seen, here.clause):
        yield Need(here.predicate.first, here.predicate.last, "victims")
    yield from objects(here.seen, here.clause.first, here.clause.last, here.pattern.needs)


def casualty_near(seen: Recognised, clause: Clause, last: int | None = None) -> bool:
    """Whether a clause, or what of it stands before a token, tells that people came to harm."""
    return any(
        harms(found) and not _ruled(seen, found)
        for found in between(seen.predicates, clause.first, clause.last if last is None else last)
    )


def _ruled(seen: Recognised, found: PredicateFound) -> bool:
    """«قضت المحكمة», «قضت في الحادث»: only «قضى على» tells what somebody did to people."""
    return found.lexeme == "قضي" and seen.text.words[found.last : found.last + 1] != ["علي"]


def _wide(here: Here) -> Finds:
    last = min(here.spoken.sentence.last, here.predicate.last + _WIDE)
    yield from objects(here.seen, here.predicate.last, last, here.pattern.needs)


def _sides(here: Here) -> Finds:
    """«اشتباكات بين X وY»: the noun names its own sides. A definite one recalls another telling, unless it is dated."""
    last = reach(here.seen, here.predicate.last, here.spoken.sentence.last)
    definite = "ال" in here.predicate.proclitic or here.predicate.lexeme.startswith("ال")
    if definite and not any(time.start for time in between(here.seen.times, here.predicate.last, last)):
        return
    governed_noun = (
        here.predicate.proclitic.strip("وف") or here.seen.text.words[here.predicate.first - 1] in _PREPOSITIONS
    )
    spoken_of = here.pattern.priority < 0 and here.seen.text.words[here.predicate.first - 1] == _OF
    if not definite and governed_noun and not spoken_of and not casualty_near(here.seen, here.clause):
        return  # «قتل جندي في اشتباك مع …» tells of both
    if not definite and here.seen.text.words[here.predicate.first - 1] in HARMED_IN:
        yield Need(here.predicate.first, here.predicate.last, "")  # «قتل جندي في اشتباك على الحدود»
    for actor in between(here.seen.actors, here.predicate.last, last):
        before = here.seen.text.words[actor.first - 1]
        if before in SIDES and not _other_noun(here.seen, here.predicate, actor.first):
            yield Need(actor.first, actor.last, "sides")


_OF = "عن"
"""«أعلن عن اجتماع مع نظيره»."""
HARMED_IN = frozenset(("في", "نتيجه", "جراء", "اثر", "خلال"))


def _other_noun(seen: Recognised, predicate: PredicateFound, token: int) -> bool:
    """Whether a nearer noun («الحدود بين البلدين») owns the sides."""
    for found in between(seen.objects, predicate.last, token):
        if found.name in {"roads", "area", "agreement", "accord", "truce"}:
            return True
    return any(found.pos == "noun" for found in between(seen.predicates, predicate.last, token))


def _means(here: Here) -> Finds:
    """«هجوم بصاروخين», «هجمات أرمينية بطائرات مسيرة»: with what it was done."""
    last = reach(here.seen, here.predicate.last, here.clause.last)
    for found in between(here.seen.objects, here.predicate.last, last):
        counted = covering(here.seen.numbers, found.first - 1)  # «هجوماً بـ 32 مسيّرة»
        so_many = counted is not None and here.seen.text.words[counted.first - 1] == "ب"
        if found.name in here.pattern.needs and ("ب" in found.proclitic or so_many):
            yield Need(found.first, found.last, found.name)


def _topic(here: Here) -> Finds:
    """«إن صاروخا أصاب منزلا»: what stands before its verb."""
    first = here.clause.first - NEAR if here.clause.opener in {"relative", "asyndetic"} else here.clause.body
    if here.predicate.pos == "verb" and here.clause.opener != "coordinate":
        if here.predicate.lexeme == _SHOOTS_DOWN and not _drops(here):
            return  # «المروحية أسقطت قرب القرية»: it was shot down
        for need in _before(here.seen, here.spoken, first, here.predicate.first, here.pattern.needs):
            if (
                covering(here.seen.actors, need.first) is None or here.predicate.lexeme in _DROPS
            ):  # «مدفعية الاحتلال استهدفت» names who did it
                yield need


def _cleared(here: Here) -> Finds:
    """«إخلاء المدينة من المقاتلين»: whom a place is cleared of."""
    last = reach(here.seen, here.predicate.last, here.clause.last)
    for need in objects(here.seen, here.predicate.last, last, here.pattern.needs):
        if here.seen.text.words[need.first - 1] == "من":
            yield need


def _drops(here: Here) -> bool:
    """Whether anything that aircraft drop stands right behind the verb."""
    behind = between(here.seen.objects, here.predicate.last, here.predicate.last + CLOSE)
    return any(found.name in _DROPPED for found in behind)


_SHOOTS_DOWN = "اسقط"
_DROPPED = frozenset(("bombs", "shells", "devices", "munitions", "arms", "weapons"))
_DROPS = frozenset(("اسقط", "القي"))
"""«طائرات مسيرة إسرائيلية أسقطت قنابل»: aircraft of somebody do it themselves."""

_FINDERS = {
    "near": _near,
    "after": _near,
    "next": _next,
    "genitive": _genitive,
    "around": _around_it,
    "area": _area,
    "into": _into,
    "entered": _entered,
    "clause": _anywhere,
    "wide": _wide,
    "subject": subject,
    "spoken": spoken,
    "named": named,
    "sides": _sides,
    "count": count,
    "stance": stance,
    "means": _means,
    "topic": _topic,
    "crowd": crowd,
    "cleared": _cleared,
    "captives": captives,
    "partner": partner,
    "harboured": harboured,
    "sent": _sent,
    "carried": carried,
}
