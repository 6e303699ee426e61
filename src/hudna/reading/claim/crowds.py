"""Whether a crowd of demonstrators does what is told, and whether that tells of a protest anew.

«تجمع متظاهرون» tells of one; «وهتف المتظاهرون», of a crowd known already, only when it says where, when or how many; in
«فرّقت الشرطة المتظاهرين» they do nothing.
"""

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute import Clause
from hudna.reading.claim.here import PEOPLE
from hudna.reading.claim.recalled import dated, unjoined
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import ObjectFound, PredicateFound

_GATHERS = frozenset(("تجمع", "احتشد", "خرج", "جاب", "تجمهر", "نزل", "انطلق", "قطع", "اغلق"))
"""Verbs that are a protest by themselves when demonstrators do them; all others only go on about one."""
_GOES = frozenset(("توجه", "سار"))
_BEFORE = frozenset(("امام", "قباله", "خارج", "قرب", "وسط", "داخل"))
_AGAINST = frozenset(
    ("مع", "بين", "ضد", "علي", "امام", "مواجهه", "لمواجهه", "تفريق", "لتفريق", "قمع", "لقمع", "بحق", "فض", "لفض")
)
_FAR = 9
_NEAR = 4
_QUOTES = frozenset("«“\"'")
_CROWD = words("grammar", "recall", "crowd")


def crowd_acts(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """Whether a verb of the pattern for demonstrators tells of a protest. Other words are not judged here."""
    last = min(clause.last, predicate.last + _FAR)
    crowd = _crowd(seen, predicate.last, last) or _crowd(seen, clause.first, predicate.first)
    tokens = seen.text.words
    if crowd is None:
        return _somebody(seen, clause, predicate, last)
    if _describes_a_place(seen, predicate) or _done_to(seen, predicate, crowd):
        return False
    if not _WARDENS.isdisjoint(tokens[predicate.last : crowd.first]):
        return False  # «حاصرت الشرطة مئات المتظاهرين»
    if not _AGAINST.isdisjoint(unjoined(seen, max(clause.first, crowd.first - 2), crowd.first)):
        return False
    known = tokens[crowd.first].lstrip("و").startswith("ال")
    if predicate.lexeme in _GATHERS or not known:
        return True
    numbers = between(seen.numbers, max(clause.first, crowd.first - 3), crowd.first)
    quoted = next((token for token in range(predicate.last, last) if tokens[token] in _QUOTES), last)
    where = any(tokens[place.first - 1] == "في" for place in between(seen.places, crowd.last, quoted))
    before = not _BEFORE.isdisjoint(tokens[predicate.last : quoted])
    before = before or (predicate.lexeme in _GOES and "الي" in tokens[predicate.last : quoted])
    return bool(numbers) or where or before or dated(seen, clause)


def crowds_storm(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«اقتحم المتظاهرون مبنى»: a crowd that storms a building is no raid of forces."""
    crowd = _crowd(seen, predicate.last, min(clause.last, predicate.last + _NEAR + 1))
    if crowd is not None and predicate.lexeme == _SLIPS_IN:
        return True  # «تسلل رجال بين المتظاهرين»
    return crowd is not None and _AGAINST.isdisjoint(unjoined(seen, predicate.last, crowd.first))


_SLIPS_IN = "تسلل"


def _somebody(seen: Recognised, clause: Clause, predicate: PredicateFound, last: int) -> bool:
    """Whether a crowd that nobody calls demonstrators does it. «قُطع السير بإطارات مشتعلة» needs none."""
    around = [*range(max(clause.first, predicate.first - _NEAR), predicate.first), *range(predicate.last, last)]
    cut = predicate.lexeme in _CUTS and any(word in _TYRES for word in seen.text.words[predicate.last : last])
    return cut or any(_many(seen, token) for token in around[: 2 * _NEAR])


_CUTS = frozenset(("قطع", "اغلق"))
_TYRES = frozenset(("بالاطارات", "باطارات"))


def _describes_a_place(seen: Recognised, predicate: PredicateFound) -> bool:
    """«منطقة يتجمع فيها المتظاهرون»: what a place is for."""
    habit = predicate.form is not None and predicate.form.tense == "i"
    return habit and seen.text.words[predicate.last : predicate.last + 1] in _IN_IT


_IN_IT = (["فيها"], ["فيه"], ["بها"])


def _done_to(seen: Recognised, predicate: PredicateFound, crowd: ObjectFound) -> bool:
    """«قامت الشرطة بدفع متظاهرين»: what somebody sets about is done to them."""
    between_them = seen.text.words[predicate.last : crowd.first]
    return predicate.lexeme in _SETS_ABOUT and bool(between_them) and between_them[-1].startswith("ب")


_SETS_ABOUT = frozenset(("قام",))
_WARDENS = frozenset(("الشرطه", "الامن", "الامنيه", "القوات", "قوات", "الجيش", "السلطات", "الدرك", "الجنود", "رجال"))


def _many(seen: Recognised, token: int) -> bool:
    """Whether a word is a crowd: a number of people, or «أهالي», «أنصار»."""
    word = seen.text.words[token].lstrip("و")
    counted = any(n.counted is None or n.counted in PEOPLE for n in between(seen.numbers, token, token + 1))
    return counted or word in _CROWD


def _crowd(seen: Recognised, first: int, last: int) -> ObjectFound | None:
    found = (found for found in between(seen.objects, first, last) if found.name == "demonstrators")
    return next(found, None)


_TAKES_PART = frozenset(("خرج", "شارك", "انضم", "انخرط", "دخل", "سار", "نزل", "تحول", "بدا"))
"""«خرج السكان في مظاهرة», «تحول الغضب إلى تظاهرات»: verbs that lead people into a demonstration."""
_MEETS = frozenset(("جاب", "فرق", "قمع", "نظم", "قاد", "شكل", "نفذ", "اقام", "تجدد"))
"""«فرقت الشرطة مظاهرة», «جابت مسيرة الشوارع»: what has a demonstration for its subject or object shows that it was."""
_INTO = frozenset(("في", "الي"))
_GREATEST = frozenset(("اكبر", "اوسع", "اضخم"))
_JOINING = frozenset(("للمشاركه", "المشاركه"))
_JOINS = frozenset(("شارك", "انضم"))
_AGAIN = frozenset(("عاد", "واصل", "تابع", "استانف", "قام"))
_CALLS, _STRIKE = "اعلن", "اضراب"
_LED_FAR = 14
_HUMAN_CHAIN = "سلسله بشريه"


def crowd_told(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """Whether an indefinite noun of a demonstration is what people went out in, or what a verb shows to have been."""
    if predicate.lexeme == _HUMAN_CHAIN and not predicate.proclitic.strip("وف"):
        return True
    verb = clause.verb
    if verb is None or abs(predicate.first - verb.first) > _LED_FAR:
        return False
    if verb.lexeme == _CALLS and predicate.lexeme.startswith(_STRIKE):
        return verb.first < predicate.first  # «أعلن السجناء إضراباً عن الطعام»
    if verb.lexeme in _TAKES_PART and verb.first < predicate.first:
        quoted = seen.text.words[predicate.first - 1] in _QUOTES
        before = seen.text.words[predicate.first - 1 - quoted]
        if before in _GREATEST:  # «في أكبر تظاهرة منذ أعوام»
            before = seen.text.words[predicate.first - 2]
        return before in _INTO or (before in _JOINING and "ب" in predicate.proclitic)
    bare = not predicate.proclitic.strip("وف") and seen.text.words[predicate.first - 1] not in _INTO
    return verb.lexeme in _MEETS and bare


def crowd_goes_on(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«عاد اللبنانيون إلى التظاهر», «قام نحو ألف شخص بالتظاهر»: what people take up again or set about."""
    verb = clause.verb
    if predicate.lexeme.removeprefix("ال") not in _DEEDS or verb is None or verb.lexeme not in _AGAIN:
        return False
    taken_up = "ب" in predicate.proclitic or seen.text.words[predicate.first - 1] == "الي" or bool(predicate.pronoun)
    return taken_up and 0 < predicate.first - verb.first <= _LED_FAR


_DEEDS = frozenset(("تظاهر", "اعتصام", "احتجاج"))


def crowd_counted(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«شارك في المظاهرة خمسة آلاف شخص»: of a known demonstration it is told how many came."""
    verb = clause.verb
    if verb is None or verb.lexeme not in _JOINS or not verb.first < predicate.first <= verb.first + _NEAR:
        return False
    people = between(seen.numbers, verb.last, clause.last)
    return any((n.counted is None or n.counted in PEOPLE) and n.lo is not None for n in people)


def diplomatic(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«احتجت الحكومة على تصريحات السفير»: a state protests with notes, and no crowd stands by."""
    if predicate.lexeme != _PROTESTS:
        return False
    last = min(clause.last, predicate.last + _NEAR)
    state = any(_is_state(actor.code or "") for actor in between(seen.actors, predicate.last, last))
    office = not _OFFICES.isdisjoint(seen.text.words[predicate.last : predicate.last + 1])
    return (state or office) and not any(_many(seen, token) for token in range(predicate.last, last))


_PROTESTS = "احتج"
_OFFICES = frozenset(("الحكومه", "حكومه", "الوزاره", "وزاره", "الخارجيه", "السفاره", "سفاره", "الرئاسه", "السلطات"))


def marches(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«خرج سكان الحي في مظاهرة»: they demonstrate, and nobody is displaced."""
    after = between(seen.predicates, predicate.last, clause.last)
    return any(ref.kind == "politics.protest" and not ref.pattern.needs for one in after for ref in one.patterns)


def _is_state(code: str) -> bool:
    """A country, or its government, presidency or ministry."""
    country, _, role = code.partition(".")
    return len(country) == _ISO and role in {"", "GOV", "MFA", "PRES", "PM", "MOD"}


_ISO = 3
