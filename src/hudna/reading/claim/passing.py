"""Violence that a sentence mentions in passing: to say who or what is meant, as the occasion of other news, or late.

«توترت العلاقات إثر مقتل 11 جندياً»، «الفندق الذي استهدفه هجوم»: what is told there was news elsewhere. It is kept, less
sure, where it says how many, when, or where and by or to whom; a bare mention adds nothing and is no claim.
"""

from collections.abc import Sequence

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.mutual import UNDERTAKES
from hudna.reading.claim.recalled import dated, unjoined
from hudna.reading.claim.supposed import VIOLENT
from hudna.reading.recognise.bundle import Recognised, between, covering

_RELATIVE = words("grammar", "clauses", "relative")
_OCCASIONS = words("grammar", "recall", "occasions")
_THAT = words("grammar", "clauses", "that")
_STOPS = COMMAS | frozenset('.«“"(')
_RESULT = "الامر"
"""«الأمر الذي أدى إلى مقتل» is what came of it, and news."""
_FROM = 33
"""Tokens of a sentence after which violence and protest are mostly context. On the public Arabic event standard
annotators agree with one in two of those told before it and with one in ten of those told after it."""
_LESS_SURE = 0.4
_NEAR = 5
_OFTEN_CONTEXT = (*VIOLENT, "politics.protest")


def set_surety(seen: Recognised, draft: Draft) -> None:
    """Lower the confidence of what is told in passing, and say why."""
    if not draft.kind.startswith(_OFTEN_CONTEXT):
        return
    why = _mentioned(seen, draft)
    if why:
        draft.confidence = min(draft.confidence, _LESS_SURE)
        draft.passing = True
    elif draft.anchor - draft.spoken.sentence.first >= _FROM:
        draft.confidence = min(draft.confidence, _LESS_SURE)
        why = "told late in a long sentence, where most is context: less sure"
    if why:
        draft.why.append(why)


def _mentioned(seen: Recognised, draft: Draft) -> str:
    """Why a draft is a mention in passing, or nothing: the nearest word before it that makes it one."""
    first = draft.clause.first if draft.clause.opener in _OWN_CLAUSES else draft.spoken.sentence.first
    for token in range(draft.anchor - 1, first - 1, -1):
        word = seen.text.words[token]
        if word in _STOPS or not _THAT.isdisjoint(unjoined(seen, token, token + 1)):
            return ""
        if not _RELATIVE.isdisjoint(unjoined(seen, token, token + 1)):
            before = seen.text.words[token - 1] if token else ""
            return "" if before == _RESULT else "a clause says who or what is meant by it: less sure"
        if _occasion(seen, token) and not _main_verb(draft) and not _violence_before(seen, draft, token):
            return "the occasion of other news: less sure"
    return ""


_OWN_CLAUSES = frozenset(("subordinate", "result", "resume", "that", "quote"))
"""«الحادث الذي وقع عندما انفجرت قنبلة»: these tell for themselves, wherever they hang."""


def _main_verb(draft: Draft) -> bool:
    """«ومنذ الهجوم الأخير فجرت الجماعة …»: after the occasion comes the news."""
    verb = draft.predicate is not None and draft.predicate.pos == "verb"
    return verb and draft.clause.opener not in {"asyndetic", "relative"}


def _occasion(seen: Recognised, token: int) -> bool:
    """Whether «بعد», «إثر», «على خلفية» opens what something else came of; not in «بعد ظهر أمس»."""
    if _OCCASIONS.isdisjoint(unjoined(seen, token, token + 1)):
        return False
    if token + 1 < len(seen.text.words) and seen.text.words[token + 1] in UNDERTAKES:
        return False  # «بعد قيام القوات بقصف …» tells who did it
    time = covering(seen.times, token)
    return time is None or seen.text.words[time.last : time.last + 1] in _FROM_IT


_FROM_IT = (["من"], ["علي"])
"""«بعد يومين من مقتل جنديين»: counted from the occasion."""


def _violence_before(seen: Recognised, draft: Draft, token: int) -> bool:
    """«قتل ثلاثة إثر انفجار»: what it is the occasion of is violence itself."""
    found = between(seen.predicates, draft.spoken.sentence.first, token)
    return any(ref.kind.startswith(VIOLENT) for one in found for ref in one.patterns)


def worth_keeping(seen: Recognised, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without bare mentions in passing. A total with its parts stays whole."""
    return [d for d in drafts if not d.passing or d.modality != "actual" or _says_something(seen, d)]


def _says_something(seen: Recognised, draft: Draft) -> bool:
    counted = draft.number is not None and (draft.number.lo is not None or draft.parent is not None)
    placed = bool(draft.places) and bool(draft.agents or draft.targets)
    timed = bool(between(seen.times, draft.first, min(draft.spoken.sentence.last, draft.last + _NEAR)))
    return counted or placed or timed or draft.when is not None or dated(seen, draft.clause)
