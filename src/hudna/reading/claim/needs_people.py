"""Finders of people: counted, on their way, handed over, spoken with."""

from hudna.reading.claim.here import NEAR, PEOPLE, Finds, Here, Need, objects, reach
from hudna.reading.recognise.bundle import between

_CROWDS = frozenset(("person", "civilian", "family", "refugee", "displaced", "child", "woman"))
CROWD = 10
"""People fewer than this who arrive somewhere are visitors rather than displaced."""


_TAKES_IN = frozenset(("استقبل", "استقبال"))
_FLED = frozenset(("refugee", "displaced"))
_THOUSAND = 1000


def crowd(here: Here) -> Finds:
    """«وصول 84 ألف شخص من الإقليم إلى أرمينيا»: many people, and where from or where to."""
    form = here.predicate.form
    before = here.predicate.first - NEAR if form is not None and form.number == "p" else here.predicate.last
    first = max(before, here.clause.first)  # «ثلاثة آلاف شخص غادروا الإقليم»
    for number in between(here.seen.numbers, first, min(here.clause.last, here.predicate.last + NEAR)):
        many = number.counted in {"family", "refugee", "displaced"} or (number.lo or 0) >= CROWD
        end = max(number.last, number.noun_last, here.predicate.last if number.first < here.predicate.first else 0)
        taken_in = here.predicate.lexeme in _TAKES_IN and (number.counted in _FLED or (number.lo or 0) >= _THOUSAND)
        if number.counted in _CROWDS and many and (taken_in or _on_the_way(here, end)):
            yield Need(number.first, end, "crowd")


def harboured(here: Here) -> Finds:
    """«ما زال لدى قوات حفظ السلام 826 مدنياً»: people counted who are still with peacekeepers."""
    sentence = here.spoken.sentence
    if next(iter(objects(here.seen, sentence.first, sentence.last, ("peacekeepers",))), None) is None:
        return
    for number in between(here.seen.numbers, here.predicate.last, here.clause.last):
        if number.counted in _CROWDS:
            yield Need(number.first, max(number.last, number.noun_last), "harboured")


def _on_the_way(here: Here, token: int) -> bool:
    last = reach(here.seen, token, here.clause.last)
    starts = [place.first for place in between(here.seen.places, token, last)]
    starts += [need.first for need in objects(here.seen, token, last, ("area",))]
    if any(here.seen.text.words[start - 1] in {"من", "الي", "نحو", "باتجاه"} for start in starts):
        return True
    token = max(token, here.predicate.last)
    while token < last and (time := here.seen.times.covering(token)) is not None:
        token = time.last
    return here.predicate.lexeme in _CROSSES and token in starts  # «دخل 2906 أشخاص أرمينيا», «غادروا أمس الإقليم»


_CROSSES = frozenset(("دخل", "غادر", "عبر"))


def captives(here: Here) -> Finds:
    """«سلمت باكو إلى يريفان ستة جنود»: soldiers counted who are given to somebody."""
    last = reach(here.seen, here.predicate.last, here.clause.last)
    for number in between(here.seen.numbers, here.predicate.last, last):
        end = max(number.last, number.noun_last)
        if number.counted in _CAPTIVES and not here.seen.text.words[min(end, last - 1)].startswith(_THEMSELVES):
            yield Need(number.first, end, "captives")


_CAPTIVES = frozenset(("soldier", "fighter", "prisoner", "hostage", "policeman"))
_THEMSELVES = ("انفس", "نفس", "اسلحته", "سلاحه")
"""«سلم 30 مقاتلاً أنفسهم» is a surrender."""


def partner(here: Here) -> Finds:
    """«بحث الوزير الأزمة مع نظيره»: a verb of talking whose clause names who talks, and with whom."""
    named = here.spoken.named.get(here.clause.index)
    if here.predicate.pos != "verb" or named is None or "ل" in here.predicate.proclitic:
        return
    if len(named.codes) > 1 and here.predicate.lexeme != _SPEAKS:
        yield Need(named.first, named.last, "partner")  # «بحث الجانبان سير تنفيذ الاتفاق»
    for actor in between(here.seen.actors, max(named.last, here.predicate.last), here.clause.last):
        before = here.seen.text.words[actor.first - 1]
        to = before == "الي" and here.predicate.lexeme == _SPEAKS and actor.sort == "person"
        if (before == "مع" or to) and (actor.code or actor.codes):
            yield Need(actor.first, actor.last, "partner")


_SPEAKS = "تحدث"
"""«تحدث إلى باشينيان»; «تحدث إلى الصحافيين» is no contact."""


def count(here: Here) -> Finds:
    """People counted right after the predicate."""
    for number in between(here.seen.numbers, here.predicate.last, min(here.clause.last, here.predicate.last + NEAR)):
        if number.counted in PEOPLE:
            yield Need(number.first, max(number.last, number.noun_last), "count")


def driven_out(here: Here, need: str) -> Finds:
    """«طرد القوات» takes an area, «طرد الأرمن» drives people from their homes."""
    last = reach(here.seen, here.predicate.last, here.clause.last)
    for actor in between(here.seen.actors, here.predicate.last, last):
        nation = actor.sort == "people" and "." not in (actor.code or "")  # «الحوثيين» fight
        if nation == (need == "a_people") and (actor.code or actor.codes):
            yield Need(actor.first, actor.last, need)
