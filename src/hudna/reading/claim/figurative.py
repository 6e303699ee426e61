"""Words of war that tell of no war: blows of words, of sport, of nature; aims that are no targets."""

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute import Clause
from hudna.reading.claim.here import reach
from hudna.reading.claim.needs import casualty_near
from hudna.reading.claim.recalled import unjoined
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import PredicateFound

_SPORTS = words("grammar", "recall", "sports")
_NATURE = words("grammar", "recall", "nature")
_SPEECH = words("grammar", "recall", "speech")
_AIMS = words("grammar", "recall", "aims") | words("grammar", "recall", "acts")
_SPORTS_ENOUGH = 2
"""A team may be attacked; two words of sport in a sentence are a match."""
_AIM_FAR = 4
_STRUCK = ("hostilities.attack", "hostilities.air", "hostilities.offensive")
_PLAYED = ("hostilities.clash", "hostilities.shelling", "hostilities.small_arms")
_OF_NATURE = frozenset(("ضرب", "اجتاح"))
_AIMS_AT = "استهدف"
_STRIKES_WORK = "اضرب"
_FROM = "عن"


def figurative(seen: Recognised, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    """Whether a word of an attack or a protest is meant otherwise here."""
    if kind.startswith("hostilities.") and _staged(seen, clause, predicate, kind):
        return True
    if kind in _PLAYED and _of_sport(seen, clause):
        return True
    if kind in _STRUCK and predicate.lexeme in _OF_NATURE:
        return not _NATURE.isdisjoint(unjoined(seen, max(0, predicate.first - _AIM_FAR), clause.last))
    if kind == "hostilities.attack":
        return (
            _of_critics(seen, clause, predicate)
            or _of_sport(seen, clause)
            or _of_words(seen, clause, predicate)
            or _aim(seen, clause, predicate)
        )
    return kind == "politics.protest" and _blow(seen, predicate)


def _staged(seen: Recognised, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    """«فيلم يختطف فيه البطل طائرة» plays it; «أطلقت صاروخاً في تجربة» tries it."""
    if not _FICTION.isdisjoint(unjoined(seen, max(0, predicate.first - _TOLD_FAR), predicate.first)):
        return True
    played = unjoined(seen, max(0, predicate.first - _PLAYED_FAR), min(clause.last, predicate.last + _TWO))
    if not _EXERCISES.isdisjoint(played):
        return True  # «شملت المناورات قصف أهداف وهمية»
    if _carried(seen, clause, predicate, kind):
        return True
    if _tear_gas(seen, predicate, kind) or _marched(seen, clause, predicate, kind):
        return True
    if kind != "hostilities.shelling":
        return False
    tried = unjoined(seen, clause.first, min(clause.last, predicate.last + _TOLD_FAR))
    return not _TESTS.isdisjoint(tried)


def _tear_gas(seen: Recognised, predicate: PredicateFound, kind: str) -> bool:
    """«ألقت الشرطة قنابل مسيلة للدموع»: gas and noise, no bomb."""
    thrown = kind in _THROWN and predicate.lexeme in _THROWS
    return thrown and not _GAS.isdisjoint(seen.text.words[predicate.last : predicate.last + _GAS_FAR])


_THROWN = ("hostilities.explosion", "hostilities.shelling")
_THROWS = frozenset(("القي", "القاء", "رمي", "اطلق", "اطلاق", "استخدم", "استخدام"))
_GAS = words("grammar", "recall", "gas")
_GAS_FAR = 6


def _marched(seen: Recognised, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    """«هاجم الجنود المسيرة», of demonstrators; «مسيرة التنمية في وقت يتقدم العالم»: a march or a course, no drone."""
    if kind == "hostilities.offensive":
        before = unjoined(seen, max(clause.first, predicate.first - _MARCH_FAR), predicate.first)
        return predicate.lexeme in _ADVANCES and not _MARCHES.isdisjoint(before)
    crowd = kind == "hostilities.air" and not _MARCHES.isdisjoint(seen.text.words[clause.first : clause.last])
    near = between(seen.objects, clause.first, clause.last + _TOLD_FAR) if crowd else ()
    return any(found.name == "demonstrators" for found in near)


_MARCHES = frozenset(("مسيره", "المسيره", "مسيرات", "المسيرات"))
_ADVANCES = frozenset(("تقدم", "زحف"))
_MARCH_FAR = 8


def _carried(seen: Recognised, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    """«تستخدم طائرات الشركة في نقل المعدات», «تستخدم في صنع صواريخ»: aircraft that carry, rockets that are made."""
    if predicate.lexeme not in _USES or kind not in _USED:
        return False
    return not _WORK.isdisjoint(unjoined(seen, predicate.last, min(clause.last, predicate.last + _USED_FAR)))


_USES = frozenset(("استخدم", "استعمل", "استخدام", "استعمال"))
_USED = ("hostilities.air", "hostilities.shelling")
_WORK = words("grammar", "recall", "work")
_USED_FAR = 9
_FICTION = words("grammar", "recall", "fiction")
_EXERCISES = words("grammar", "recall", "exercises")
_TESTS = words("grammar", "recall", "tests")
_TOLD_FAR = 40
_PLAYED_FAR = 12


def _of_sport(seen: Recognised, clause: Clause) -> bool:
    return len(_SPORTS.intersection(unjoined(seen, clause.first, clause.last))) >= _SPORTS_ENOUGH


def _of_critics(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«هاجم الوزير قرار الحكومة»: who holds an office or writes strikes with words, unless people come to harm."""
    verb = predicate if predicate.pos == "verb" else clause.verb
    if verb is None or verb.lexeme not in _SAYS_BY_BLOWS or casualty_near(seen, clause):
        return False
    if seen.text.words[clause.last : clause.last + 1] in _SAYING or _for_what_he_did(seen, clause, verb):
        return True  # «وهاجمت الوزيرة الحركة قائلة …»
    if _on_who_spoke(seen, clause):
        return True
    if _fights(seen, verb.last):
        return False
    if not _CRITICS.isdisjoint(unjoined(seen, verb.last, verb.last + _TWO)):
        return True
    told = verb.form is not None and verb.form.tense == "i"
    return told and not _CRITICS.isdisjoint(unjoined(seen, max(clause.first, verb.first - _SUBJECT_FAR), verb.first))


def _fights(seen: Recognised, token: int) -> bool:
    """«شن حزب الله هجوماً»: an armed group whose name begins with a word for critics."""
    return any(actor.sort in {"group", "force"} for actor in between(seen.actors, token, token + 1))


def _for_what_he_did(seen: Recognised, clause: Clause, verb: PredicateFound) -> bool:
    """«هاجم السلطات على معاملتها للسجناء», «شنّ هجوماً عليه على خلفية دعوته إلى …»: for what was said or done."""
    words_ = seen.text.words
    for token in range(verb.last, clause.last - 1):
        after = words_[token + 1 + (words_[token + 1] == _BACKDROP) : token + 2 + (words_[token + 1] == _BACKDROP)]
        if words_[token] == _ON and any(word.removeprefix("ال").startswith(_CONDUCT) for word in after):
            return True
    return False


def _on_who_spoke(seen: Recognised, clause: Clause) -> bool:
    """«واصلت الحركة هجومها على اللجنة التي طالبت …»: whoever is struck for a word is struck with words."""
    relative = _RELATIVE.isdisjoint(seen.text.words[clause.last : clause.last + 1])
    said = seen.vocabulary.reporting["say"] | seen.vocabulary.reporting["act"]
    behind = between(seen.predicates, clause.last, clause.last + _TWO)
    return not relative and any(verb.pos == "verb" and verb.lexeme in said for verb in behind)


_RELATIVE = words("grammar", "clauses", "relative")
_ON, _BACKDROP = "علي", "خلفيه"
_CONDUCT = ("معامل", "تعامل", "موقف", "مواقف", "دعوت", "تصريح", "قرار", "سياس", "انتقاد", "مناد", "رفض", "صمت", "طريق")
_TWO = 2
_SAYING = (["قائلا"], ["قائله"], ["قائلين"], ["معتبرا"], ["معتبره"], ["واصفا"], ["واصفه"])
_SUBJECT_FAR = 12
"""«النائب ورئيس اللقاء الديمقراطي يشن هجوماً»: names and titles between a subject and its verb."""
_CRITICS = words("grammar", "recall", "critics")
_SAYS_BY_BLOWS = frozenset(("هاجم", "شن", "واصل", "جدد", "صعد"))


def _of_words(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«شن هجوماً لاذعاً على الحكومة في خطابه»: after the word for the attack, in its clause."""
    return not _SPEECH.isdisjoint(unjoined(seen, predicate.last, reach(seen, predicate.last, clause.last)))


def _aim(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«تستهدف زعزعة الاستقرار»: what is aimed at is no target."""
    if predicate.lexeme != _AIMS_AT:
        return False
    return not _AIMS.isdisjoint(seen.text.words[predicate.last : min(clause.last, predicate.last + _AIM_FAR)])


def _blow(seen: Recognised, predicate: PredicateFound) -> bool:
    """«يضربون الناس» is written like «يضربون عن العمل», which alone is a strike."""
    imperfect = predicate.form is not None and predicate.form.tense != "p"
    after = seen.text.words[predicate.last : predicate.last + 1]
    return predicate.lexeme == _STRIKES_WORK and imperfect and after != [_FROM]
