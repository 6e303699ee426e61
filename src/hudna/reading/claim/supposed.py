"""Violence that is meant, feared, wished or asked for: said, and not done."""

from hudna.knowledge.languages.ar.words import lexemes, words
from hudna.reading.attribute import clause_at
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.here import reach
from hudna.reading.claim.needs import CARRIERS
from hudna.reading.claim.recalled import ACTS, intended, unjoined
from hudna.reading.claim.roles import BEGINS
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import PredicateFound

VIOLENT = ("hostilities.", "casualties.")
_SHORT = 5


def supposed(seen: Recognised, draft: Draft) -> tuple[str, str] | None:
    """«لتنفيذ هجوم» is an aim; «أي هجوم» speaks of none that was; «هجوم سينفذ» is to come."""
    if not draft.kind.startswith((*VIOLENT, *_OF_TRUCES, "politics.protest")) or draft.predicate is None:
        return None
    bearer = _bearer(seen, draft)
    if bearer is not None and _subjunctive(seen, draft, bearer):
        return "possible", "after «أن» a verb tells what is wished, feared or meant"
    return None if draft.predicate.pos == "verb" else _noun(seen, draft, draft.predicate)


_OF_TRUCES = ("ceasefire.violated", "ceasefire.holding")
"""«أي خروقات للهدنة», «يأمل أن تلتزم القوات بالهدنة»."""


def _noun(seen: Recognised, draft: Draft, predicate: PredicateFound) -> tuple[str, str] | None:
    """The same of an event noun."""
    mood = _asked_or_denied(seen, draft)
    if mood:
        return mood, "what a verb of asking, threatening or denying is about"
    carried = between(seen.predicates, max(draft.clause.first, draft.anchor - 1), draft.anchor)
    if any(intended(noun) for noun in (predicate, *carried)) and not _endured(seen, draft):
        return "planned", "«ل» tells an aim"
    verb = draft.clause.verb
    to_come = verb is not None and verb.first < draft.anchor and verb.form is not None and verb.form.tense == "f"
    if to_come and draft.when is None:
        return "planned", "what the verb before it speaks of is to come"
    if draft.kind.startswith("casualties."):
        return None
    if predicate.lexeme in ACTS and _aimed_at(seen, draft):
        return "planned", "it is aimed at"
    if not _ANY.isdisjoint(seen.text.words[max(draft.clause.first, draft.anchor - 2) : draft.anchor]):
        return "possible", "«أي» speaks of none in particular"
    verbs = between(seen.predicates, draft.anchor + 1, reach(seen, draft.last, draft.spoken.sentence.last, _SHORT))
    coming = any(verb.form is not None and verb.form.tense == "f" and not verb.proclitic for verb in verbs[:1])
    return ("planned", "the verb after it is in the future") if coming else None


def _asked_or_denied(seen: Recognised, draft: Draft) -> str:
    """«هدد التنظيم بشن هجمات», «نفى الناطق وقوع هجوم»: what the verb of its clause makes of it, whoever speaks."""
    verb = draft.clause.verb
    if verb is None or not 0 < draft.anchor - verb.first <= _SAID_FAR or not draft.kind.startswith(VIOLENT):
        return ""
    if not _OCCASIONS.isdisjoint(unjoined(seen, verb.last, draft.anchor)):
        return ""  # «هددت الحركة بالرد بعد مقتل ثلاثة»
    moods = (mood for mood, verbs in _MOODS.items() if verb.lexeme in verbs)
    return next(moods, "")


_SAID_FAR = 7
_OCCASIONS = words("grammar", "recall", "occasions") | words("grammar", "clauses", "time_subordinate")
_MOODS = {mood: lexemes("reporting", "moods", mood) for mood in ("negated", "demanded", "possible")}


def _bearer(seen: Recognised, draft: Draft) -> PredicateFound | None:
    """The verb whose tense counts: the predicate itself, or the light verb that carries its noun."""
    if draft.predicate is None or draft.predicate.pos == "verb":
        return draft.predicate
    verb = draft.clause.verb
    if verb is None or verb.first >= draft.anchor:
        return None
    known = seen.vocabulary
    light = verb.lexeme in _CARRIES or verb.lexeme in known.light or verb.lexeme in known.happens
    light = light or verb.lexeme in known.undergo or verb.lexeme in known.causes  # «استبعد أن تؤدي التظاهرات إلى …»
    return verb if light else None


_CARRIES = CARRIERS | BEGINS


def _subjunctive(seen: Recognised, draft: Draft, verb: PredicateFound) -> bool:
    """«يريدون أن يقصفوا», «خشينا أن يأتوا فيقتلوا»; «بعد أن» and «تمكن من أن» tell what was."""
    if verb.form is None or verb.form.tense != "i" or verb.first == 0:
        return False
    words_, first = seen.text.words, draft.spoken.sentence.first
    if words_[verb.first - 1] in _THAT:
        return _HAS_BEEN.isdisjoint(unjoined(seen, max(first, verb.first - 4), verb.first - 1))
    clause = clause_at(draft.spoken.clauses, verb.first)
    before = draft.spoken.clauses[clause.index - 1].verb if clause.opener == "coordinate" and clause.index else None
    return before is not None and bool(verb.proclitic) and _subjunctive(seen, draft, before)


_THAT = frozenset(("ان", "بان", "كي", "لكي", "وان"))
_HAS_BEEN = frozenset(("قبل", "بعد", "منذ", "تمكن", "تمكنت", "تمكنوا", "استطاع", "استطاعت", "استطاعوا"))


def _aimed_at(seen: Recognised, draft: Draft) -> bool:
    """«كانت تستهدف تفجير مقر …، واغتيال …»."""
    before = between(seen.predicates, draft.clause.first, draft.anchor)
    aims = [verb for verb in before if verb.pos == "verb" and verb.lexeme == "استهدف"]
    following = between(seen.predicates, aims[-1].last, aims[-1].last + 1) if aims else []
    return any(noun.pos == "noun" and noun.lexeme in ACTS for noun in following)


def _endured(seen: Recognised, draft: Draft) -> bool:
    """«تعرض لقصف», «أدى لمقتل»: here «ل» belongs to the verb."""
    before = between(seen.predicates, max(draft.spoken.sentence.first, draft.anchor - _LONG), draft.anchor)
    takes = seen.vocabulary.undergo | seen.vocabulary.causes
    verb = draft.clause.verb  # «تعرضت أكثر من 17 بلدة وقرية في منطقة كذا لقصف»: whatever stands between
    if verb is not None and verb.lexeme in seen.vocabulary.undergo and verb.first < draft.anchor:
        return True
    words_ = seen.text.words[max(draft.clause.first, draft.anchor - _LONG) : draft.anchor]
    if any(word.lstrip("وب").startswith("تعرض") for word in words_):
        return True
    words_ = words_[-2:]
    return any(verb.lexeme in takes for verb in before) or any(word.lstrip("وف").startswith(_MEETS) for word in words_)


_LONG = 9
_MEETS = ("تعرض", "نتيجه", "عرضه", "ردا", "ضحيه", "هدفا", "مسؤوليت", "تبني", "المسؤوليه")
_ANY = frozenset(("اي", "ايه"))
