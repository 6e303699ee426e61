"""Soldiers who «fell», and one of a rank who is named: deaths and wounds told without a word for the dead."""

from hudna.reading.attribute import Clause, Spoken
from hudna.reading.attribute.subjects import PREPOSITIONS
from hudna.reading.claim.here import NEAR
from hudna.reading.claim.people import People
from hudna.reading.claim.whose import FORCE_SORTS, RANKS
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound, NumberFound
from hudna.reading.recognise.predicates import PredicateFound

FALLS = "سقط"
_FALLEN = frozenset(
    (
        *("قتيل", "قتيلا", "قتلي", "قتيلان", "قتيلين", "شهيد", "شهيدا", "شهداء", "شهيدان", "جريح", "جريحا", "جرحي"),
        *("ضحيه", "ضحايا", "اسري", "اسر", "ايدي", "ايديهم", "قبضه", "اسيرا", "مصابا", "مصابين", "بين", "رهينه"),
    )
)
THE_ONE = {
    **{f"ال{rank}": "soldier" for rank in ("جندي", "عسكري", "ضابط", *RANKS)},
    "الشرطي": "policeman",
    "الصحفي": "journalist",
    "الصحافي": "journalist",
    "الطفل": "child",
    "الطفله": "child",
}
_BY_NAME = {
    "الفتي": "child",
    "الفتاه": "child",
    "الشاب": "person",
    "الشابه": "woman",
    "السيده": "woman",
    "المواطن": "civilian",
    "المواطنه": "civilian",
    "المسن": "person",
}
"""Whom only a name behind the word makes one of: «استشهد الشاب كريم سالم»."""
_WOMEN = frozenset(("الطفله", "الفتاه", "الشابه", "السيده", "المواطنه"))
_VICTIM = 4
_FAR = 6


def fell(seen: Recognised, people: People, predicate: PredicateFound, after: list[str]) -> bool:
    """«اثنان من جنودها سقطا», «سقط ثلاثة جنود»: forces fall dead; «سقطوا بين قتيل وجريح» tells it by its nouns."""
    if any(word.lstrip("وب").removeprefix("ال") in _FALLEN for word in after[:_FAR]):
        return False
    form, last = predicate.form, predicate.last
    before = people.number_before(predicate) if form is not None and form.tense == "p" else None
    behind = people.people_after(last, last + 3, first_gap=0)
    number = before or next(iter(behind), None)
    end = max(number.last, number.noun_last) if number is not None else 0
    own = number is not None and any(actor.sort == "force" for actor in between(seen.actors, end - 1, end + 2))
    return number is not None and (number.counted in FORCE_SORTS or own)


def the_one(token: int, who: str) -> NumberFound:
    """One of a sort, told by the word at a token."""
    return NumberFound(token, token + 1, 1, 1, "exact", "singular", "one who is named", "", token, token + 1, who)


def one_who_is_named(seen: Recognised, people: People, predicate: PredicateFound, end: int) -> NumberFound | None:
    """«قتل الرقيب فلان», «استشهد الشاب كريم سالم»: one, who is named; «قتل الجندي طفلاً» did it himself."""
    first, form = predicate.last, predicate.form
    words = seen.text.words[first : min(first + 2, end)]
    who = THE_ONE.get(words[0], "") if words else ""
    if not who and len(words) > 1 and words[1].isalpha() and words[1] not in PREPOSITIONS:
        who = _BY_NAME.get(words[0], "")
    gender = "f" if words and words[0] in _WOMEN else "m"
    if not who or form is None or (form.tense, form.number, form.gender) != ("p", "s", gender):
        return None
    return None if _did_it(seen, people, first, min(end, first + NEAR)) else the_one(first, who)


def _did_it(seen: Recognised, people: People, first: int, last: int) -> bool:
    """Whether somebody else stands behind whoever stands behind the verb: «قتل الجندي المواطن كريم سالم»."""
    behind = range(first + 1, min(last, first + _VICTIM))
    if any(seen.text.words[at] in THE_ONE or seen.text.words[at] in _BY_NAME for at in behind):
        return True
    counted = any(people.counts_people(number) for number in between(seen.numbers, first + 1, last))
    return counted or any(people.bare(at, at + 1) for at in behind)


def lost_by(spoken: Spoken, clause: Clause, predicate: PredicateFound, number: NumberFound) -> ActorFound | None:
    """«قواتها فقدت 11 جندياً»: soldiers whom a force or a side has lost are dead, and its own."""
    named = spoken.named.get(clause.index)
    own = named is not None and named.sort in {"force", "country", "group", "government"}
    before = named is not None and (named.last <= predicate.first or predicate.last <= named.first < number.first)
    active = predicate.lexeme == _LOST and not predicate.passive_mark and before
    return named if own and active and number.counted in FORCE_SORTS else None


_LOST = "فقد"
