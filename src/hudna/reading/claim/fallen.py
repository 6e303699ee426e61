"""Soldiers who «fell», and one of a rank who is named: deaths and wounds told without a word for the dead."""

from hudna.reading.attribute import Clause, Spoken
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


def one_of_rank(seen: Recognised, people: People, predicate: PredicateFound, end: int) -> NumberFound | None:
    """«قتل الرقيب فلان», «أصيب الجندي فلان»: one, who is named; «قتل الجندي طفلاً» did it himself."""
    first, form = predicate.last, predicate.form
    who = next((THE_ONE.get(word, "") for word in seen.text.words[first : first + 1]), "")
    if not who or form is None or (form.tense, form.number, form.gender) != ("p", "s", "m"):
        return None
    last = min(end, first + NEAR)
    counted = any(people.counts_people(number) for number in between(seen.numbers, first + 1, last))
    if counted or any(people.bare(at, at + 1) for at in range(first + 1, min(last, first + 4))):
        return None
    return NumberFound(first, first + 1, 1, 1, "exact", "singular", "one who is named", "", first, first + 1, who)


def lost_by(spoken: Spoken, clause: Clause, predicate: PredicateFound, number: NumberFound) -> ActorFound | None:
    """«قواتها فقدت 11 جندياً»: soldiers whom a force or a side has lost are dead, and its own."""
    named = spoken.named.get(clause.index)
    own = named is not None and named.sort in {"force", "country", "group", "government"}
    before = named is not None and (named.last <= predicate.first or predicate.last <= named.first < number.first)
    active = predicate.lexeme == _LOST and not predicate.passive_mark and before
    return named if own and active and number.counted in FORCE_SORTS else None


_LOST = "فقد"
