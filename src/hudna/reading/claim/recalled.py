"""Words that only name somebody or something by what happened, and so tell no happening of their own.

«الرهائن الذين خطفتهم الحركة» says who the hostages are, «المتهم بقتل ثلاثة أشخاص» of what somebody stands accused,
«إعدام قاتل بعد إدانته» what a court did. The happening itself is told elsewhere, or is none of a war.
"""

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases, words
from hudna.reading.attribute import Clause, Spoken, clause_at
from hudna.reading.claim.draft import Draft
from hudna.reading.engine import Lexicon
from hudna.reading.engine.lexicon import REMEMBERED
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import TimeFound
from hudna.reading.recognise.predicates import PredicateFound

_CHARGES = words("grammar", "recall", "charges")
_COURT = words("grammar", "recall", "court")
_POLICE = words("grammar", "recall", "police")
_ACCIDENTS = Lexicon(
    ((phrase, "accident") for phrase in phrases("grammar", "recall", "accidents")),
    proclitics=frozenset(("", "و", "ف", "ب", "ل", "ال", "وال", "بال", "لل")),
)
_WHO = "من"
_ACCUSE, _CONVICTS = "اتهم", "ادان"
_CHARGE_FAR = 4
"""«المتهم في قضية مقتل …», «متورط في تنفيذ هجوم»: words between a charge and what it is for."""
_DAYS = frozenset(("minute", "hour", "part_of_day", "day", "week"))
_DESCRIBES = frozenset(
    (
        "hostilities.capture",
        "hostilities.small_arms",
        "hostilities.shelling",
        "hostilities.sabotage",
        "hostilities.attack",
        "hostilities.clash",
        "hostilities.air",
        "hostilities.offensive",
        "politics.protest",
        "statement.support",
    )
)
_EXECUTES = frozenset(("اعدم", "اعدام"))
_ARRESTS = frozenset(("اعتقل", "احتجز", "اعتقال"))


def describes_somebody(seen: Recognised, spoken: Spoken, predicate: PredicateFound, kind: str, need_first: int) -> bool:
    """«الرهائن الذين خطفتهم …», «من يطلقون الصواريخ»: a clause that says who is meant, unless it says which day.

    `need_first` is the token of the thing that the verb needs: where that is what the clause describes («الحرب التي
    اندلعت»), the clause tells of it.
    """
    if predicate.pos != "verb" or kind not in _DESCRIBES:
        return False
    clause = clause_at(spoken.clauses, predicate.first)
    who = clause.first if clause.opener == "relative" else predicate.first - 1
    if who > 0 and seen.text.words[who - 1] in _IT_IS:
        return False  # «أذربيجان هي التي اعتدت» says who did it
    event_itself = need_first < clause.first and kind != "politics.protest"
    return says_who(seen, clause, predicate) and not event_itself and not dated(seen, clause)


def says_who(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """Whether a verb stands in a relative clause: after «الذي», or after «من» for «who»."""
    before = seen.text.words[predicate.first - 1] if predicate.first > 0 else ""
    return clause.opener == "relative" or before == _WHO


_IT_IS = frozenset(("هو", "هي", "هم", "هما"))


def dated(seen: Recognised, clause: Clause) -> bool:
    """Whether a clause says on which day it was: then it tells something."""
    return any(time.grain in _DAYS for time in between(seen.times, clause.first, clause.last))


ACTS = words("grammar", "recall", "acts")


def intended(predicate: PredicateFound) -> bool:
    """«لتنفيذ هجوم», «لتفجير محطة»: «ل» before the noun of an act tells what somebody means to do."""
    return predicate.pos == "noun" and "ل" in predicate.proclitic.replace("ال", "") and predicate.lexeme in ACTS


def charged(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«المتهم بقتل …», «تورطه في خطف …», «قضية اغتيال …»: the noun is the matter of a charge or a case."""
    if predicate.pos == "verb":
        return False
    verb = clause.verb
    if verb is not None and verb.lexeme == _CONVICTS and _any(seen, _COURT, clause.first, predicate.first):
        return True  # «أدانت محكمة أربعة رجال بتفجير قطار»
    hangs = verb is not None and (clause.opener in {"relative", "asyndetic"} or verb.first > clause.first)
    describes = hangs and verb is not None and bool(verb.pronoun)
    if describes and verb is not None and verb.lexeme == _ACCUSE and verb.first < predicate.first:
        return not dated(seen, clause)  # «آخرون تتهمهم الحركة بارتكاب تفجيرات»
    joined = _joined_to(seen, clause, predicate)
    if joined is not None and charged(seen, clause, joined):
        return True  # «المتهم بقتل جنود وخطف مدنيين»
    far = _JOINED_FAR if predicate.proclitic.startswith("و") else _CHARGE_FAR
    first = max(clause.first, predicate.first - far)
    return not _CHARGES.isdisjoint(unjoined(seen, first, predicate.first))


def _joined_to(seen: Recognised, clause: Clause, predicate: PredicateFound) -> PredicateFound | None:
    """The noun that a noun with «و» goes on from; none where a verb stands between."""
    if not predicate.proclitic.startswith("و"):
        return None
    near = between(seen.predicates, max(clause.first, predicate.first - _JOINED_FAR), predicate.first)
    return near[-1] if near and near[-1].pos != "verb" else None


_JOINED_FAR = 8


def told_of_war(seen: Recognised, draft: Draft) -> bool:
    """Whether a casualty is none of a charge, of a court's sentence or of an earthquake."""
    predicate = draft.predicate
    if predicate is None or draft.parent is not None:
        return (
            draft.parent is None or not draft.parent.kind.startswith("casualties.") or told_of_war(seen, draft.parent)
        )
    sentence = draft.spoken.sentence
    if draft.kind == "casualties.killed" and predicate.lexeme in _EXECUTES:
        return not _any(seen, _COURT, sentence.first, sentence.last)
    if predicate.lexeme == _CAPTURES and seen.text.words[predicate.last : predicate.last + 1] in _KIN:
        return False
    accident = next(iter(_ACCIDENTS.find(seen.text.words, sentence.first, sentence.last)), None)
    if accident is not None and not _violent(seen, draft):
        return False
    private = _of_kin(seen, draft, predicate) and not _violent(seen, draft)
    return not private and not charged(seen, draft.clause, predicate) and not _general(seen, draft, predicate)


def _of_kin(seen: Recognised, draft: Draft, predicate: PredicateFound) -> bool:
    """«قال إنه قتل ابنه»: one of somebody's own people, and no word of war, is a private matter."""
    one = draft.number is not None and draft.number.sort == "singular" and draft.number.first == predicate.last
    word = seen.text.words[predicate.last] if one else ""
    return (
        predicate.pos == "noun"
        and predicate.lexeme == "قتل"
        and word.endswith(("ه", "ها"))
        and word[: -2 if word.endswith("ها") else -1] in _ONES_OWN
    )


_ONES_OWN = frozenset(
    ("ابن", "ابنت", "زوجت", "زوج", "شقيق", "شقيقت", "اخا", "اخت", "والد", "والدت", "ابا", "طفل", "جار")
)


_LOSS = "فقدان"
_CAPTURES = "اسر"
_KIN = tuple([fold(word)] for word in phrases("grammar", "recall", "kin_of"))
"""«أسر الضحايا»: their families, whom nobody took."""
_ACTS_OF = frozenset(("عمليات", "اعمال", "جرائم", "حوادث"))
"""«عمليات خطف وقتل لمدنيين» are a practice too."""


def _violent(seen: Recognised, draft: Draft) -> bool:
    """Whether the sentence speaks of violence at all: a wave of heat kills too."""
    sentence = draft.spoken.sentence
    found = between(seen.predicates, sentence.first, sentence.last)
    return any(ref.kind.startswith("hostilities.") and not ref.pattern.needs for one in found for ref in one.patterns)


def _general(seen: Recognised, draft: Draft, predicate: PredicateFound) -> bool:
    """«تبرير قتل المدنيين»: a whole class of people and no number is a practice, unless it is said who did it."""
    number, verb = draft.number, draft.clause.verb
    if number is None or number.sort != "plural" or predicate.pos != "noun":
        return False
    if predicate.lexeme == _LOSS:
        return True  # «فقدان الأسر لمعيليها»: only people counted are missing
    if draft.by:
        return False
    carried = verb is not None and verb.first < predicate.first and verb.lexeme in seen.vocabulary.light
    whole = seen.text.words[number.first].startswith("ال") or seen.text.words[number.first].endswith(("هم", "ها"))
    many = not _ACTS_OF.isdisjoint(seen.text.words[max(draft.clause.first, predicate.first - 2) : predicate.first])
    return (whole and not carried) or many


def nobodys(seen: Recognised, clause: Clause, verb: PredicateFound) -> bool:
    """«تعرض زوجها للاعتداء»: with the article, and no word of whom a pack knows, where or when, it tells of no war."""
    if verb.lexeme not in seen.vocabulary.undergo:
        return False
    known = bool(between(seen.actors, clause.first, clause.last)) or bool(
        between(seen.places, clause.first, clause.last)
    )
    return not known and not dated(seen, clause)


def whole_class(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«يخطف الأطفال», «يستهدفون المدنيين»: the imperfect and a whole class of people, without place, day or number."""
    negated = seen.text.words[predicate.first - 1] in _NOT if predicate.first else False
    habitual = predicate.form is not None and predicate.form.tense == "i" and not negated
    after = seen.text.words[predicate.last : predicate.last + 1]
    people = any(found.name == "people" for found in between(seen.objects, predicate.last, predicate.last + 1))
    whole = bool(after) and after[0].startswith("ال") and (people or after[0].endswith(("ين", "ال")))
    placed = bool(between(seen.places, clause.first, clause.last)) or dated(seen, clause)
    return habitual and whole and not placed and not between(seen.numbers, clause.first, clause.last)


_NOT = words("grammar", "modality", "negation")


def practised(seen: Recognised, clause: Clause, verb: PredicateFound) -> bool:
    """«يقومون بتفجير أنفسهم»: what some do again and again, without place, day or number."""
    form = verb.form
    habit = form is not None and form.tense == "i" and form.number == "p" and verb.lexeme in seen.vocabulary.light
    told = between(seen.numbers, clause.first, clause.last) or dated(seen, clause)
    return habit and not told and not between(seen.places, clause.first, clause.last)


def practice(seen: Recognised, draft: Draft) -> bool:
    """«غالباً ما تقوم القوات بقتل …», «كل منطقة تتعرض لهجوم», «هم يطلقون الصواريخ»: what is done again and again.

    A number, a day or a place makes it a telling all the same.
    """
    if not draft.kind.startswith(("hostilities.", "casualties.")) or draft.predicate is None:
        return False
    clause = draft.clause
    counted = draft.number is not None and draft.number.lo is not None
    placed = any(place.code for place in between(seen.places, clause.first, clause.last))
    times = between(seen.times, clause.first, clause.last)
    if not counted and not dated(seen, clause) and _now_and_then(seen, draft):
        return True
    if counted or placed or draft.parent is not None or any(not _nowadays(seen, time) for time in times):
        return False
    return _often(seen, draft) or _habit(seen, draft) or _defined(seen, draft)


def _now_and_then(seen: Recognised, draft: Draft) -> bool:
    """«تشهد العاصمة تفجيرات بين الحين والآخر»: how things are there, wherever that is."""
    said = " ".join(seen.text.words[draft.anchor : min(draft.spoken.sentence.last, draft.anchor + _NOW_FAR)])
    return any(phrase in said for phrase in _NOW_AND_THEN)


_NOW_AND_THEN = tuple(fold(phrase) for phrase in phrases("grammar", "recall", "now_and_then"))
_NOW_FAR = 16


def _defined(seen: Recognised, draft: Draft) -> bool:
    """«المقصود من الهجمات هو قتل أعداد كبيرة»: what something is or is for."""
    noun = draft.predicate is not None and draft.predicate.pos == "noun" and not draft.predicate.proclitic
    return noun and seen.text.words[draft.anchor - 1] in _IS and draft.anchor > draft.spoken.sentence.first


_IS = frozenset(("هو", "هي"))


def _often(seen: Recognised, draft: Draft) -> bool:
    """«عادة», «تمتهن الخطف» before it in its clause; «كثيرا ما» also before the clause."""
    start = max(draft.spoken.sentence.first, draft.anchor - _OFTEN_FAR)
    if not _OFTEN.isdisjoint(unjoined(seen, max(draft.clause.first, start), draft.anchor)):
        return True
    words_ = seen.text.words
    return any(words_[token] in _OFTEN and words_[token + 1] == "ما" for token in range(start, draft.anchor - 1))


def _nowadays(seen: Recognised, time: TimeFound) -> bool:
    """«هم اليوم يطلقون …»: a bare «today» beside what is done again and again is these days."""
    return seen.text.words[time.first : time.last] in _THESE_DAYS


_THESE_DAYS = (["اليوم"], ["الان"], ["حاليا"])


def _habit(seen: Recognised, draft: Draft) -> bool:
    """A plural imperfect of somebody whom nobody names; or whatever «comes under attack» in a describing clause."""
    own = draft.predicate is not None and draft.predicate.pos == "verb"
    verb = draft.predicate if own else draft.clause.verb
    if verb is None or verb.form is None or verb.form.tense != "i" or verb.first > draft.anchor:
        return False
    if seen.text.words[verb.first - 1] in _AFTER_NEGATION or draft.by:
        return False
    if seen.text.words[verb.last : verb.last + 1] in _FROM_THERE:
        return True  # «مناطق تشن منها هجمات»: what a place is used for
    suffers = verb.lexeme in seen.vocabulary.undergo and not draft.targets and not draft.agents
    many = verb.form.number == "p" and draft.kind.startswith("hostilities.") and not draft.agents
    return suffers or many


_FROM_THERE = (["منها"], ["منه"])
_OFTEN = words("grammar", "recall", "often")
_OFTEN_FAR = 6
_AFTER_NEGATION = words("grammar", "modality", "negation") | frozenset(("قد", "وقد", "ان", "زال", "يزال", "زالوا"))


def by_police(seen: Recognised, draft: Draft) -> bool:
    """«اعتقلت الشرطة ثلاثة», «احتجزوا للاشتباه في …»: an arrest takes nobody prisoner of war."""
    predicate = draft.predicate
    if draft.kind != "hostilities.capture" or predicate is None or predicate.lexeme not in _ARRESTS:
        return False
    if any(found.name == "demonstrators" for found in between(seen.objects, draft.first, draft.last)):
        return True
    sentence = draft.spoken.sentence
    suspected = _any(seen, _COURT | _CHARGES, sentence.first, sentence.last)
    if suspected or _police_say(seen, draft):
        return True
    return predicate.lexeme != "احتجز" and _any(seen, _POLICE, draft.clause.first, draft.last)


def _police_say(seen: Recognised, draft: Draft) -> bool:
    """«ذكرت الشرطة أنها اعتقلت …»."""
    clause = draft.clause
    if clause.opener != "that" or clause.index == 0 or not seen.text.words[clause.first].endswith("ها"):
        return False
    before = draft.spoken.clauses[clause.index - 1]
    return _any(seen, _POLICE, before.first, before.last)


def _any(seen: Recognised, listed: frozenset[str], first: int, last: int) -> bool:
    return not listed.isdisjoint(unjoined(seen, first, last))


def unjoined(seen: Recognised, first: int, last: int) -> set[str]:
    """The words of a range, also without a «و» or «ف» written onto them."""
    plain = seen.text.words[first:last]
    found = set(plain)
    found.update(map(_APART.__getitem__, plain))
    return found


_JOINS = frozenset("وف")


class _Apart(dict[str, str]):
    """Every word that was ever met → what is left of it without a «و» or «ف»."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        apart = self[word] = word[1:] if word[:1] in _JOINS else word
        return apart


_APART = _Apart()
