"""How surely a thing is told: its modality. Whether it is history stands in `history`, aims and fears in `supposed`."""

from hudna.knowledge.languages.ar.morphology import VerbForm
from hudna.knowledge.languages.ar.words import phrases, words
from hudna.reading.attribute import scope_at
from hudna.reading.attribute.clauses import QUOTES
from hudna.reading.attribute.tolls import harms
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.joined import counted
from hudna.reading.claim.needs import CARRIERS
from hudna.reading.claim.nobody import NOBODY
from hudna.reading.claim.roles import BEGINS
from hudna.reading.claim.supposed import VIOLENT, supposed
from hudna.reading.engine import Lexicon
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import PredicateFound

_NEGATION = words("grammar", "modality", "negation")
_NEGATION_NOUNS = words("grammar", "modality", "negation_nouns")
_ORDER = (
    "planned",
    "conditional",
    "obligation",
    "possible",
    "demanded",
    "thwarted",
    "attempted",
    "asked",
    "sought",
    "meant",
    "refused",
    "promise",
)


def _cues() -> Lexicon[str]:
    return Lexicon(
        ((phrase, name) for name in _ORDER for phrase in phrases("grammar", "modality", name)),
        proclitics=frozenset(("", "و", "ف", "ال", "ب", "وال", "ل")),
    )


CUES = _cues()


def set_modality(seen: Recognised, draft: Draft) -> None:
    """One of hudna.model.claim.MODALITIES, from the verb, the words before it, and the saying verb."""
    draft.modality, why = _modality(seen, draft)
    if why:
        draft.why.append(f"modality {draft.modality}: {why}")


def set_to_come(seen: Recognised, draft: Draft) -> None:
    """«ينسحب الجيش غداً», «تسليم آغدام يوم الجمعة المقبل»: what has a day after the text's is planned, not done.

    An agreement was made before it was told: the day to come is when what was agreed begins.
    """
    if draft.modality != "actual" or draft.when is None or seen.published is None:
        return
    if draft.when[0][:10] <= seen.published[1][:10]:
        return
    if draft.kind in _AGREED:
        draft.why.append(f"when: {draft.when[0][:10]} is when it begins, not when it was agreed")
        draft.when = None
    elif draft.kind.startswith(_TO_COME) and not _done(draft):
        draft.modality = "planned"
        draft.why.append(f"modality planned: {draft.when[0][:10]} is still to come")


_TO_COME = (
    "politics.protest",
    "implementation.",
    "diplomacy.talks",
    "ceasefire.in_force",
    "humanitarian.",
    "posture.",
    "hostilities.halted",
)
_AGREED = frozenset(("ceasefire.agreed", "ceasefire.extended", "diplomacy.agreement"))


def _done(draft: Draft) -> bool:
    """Whether the predicate is a verb in the perfect; «تسلم» is written like an imperfect."""
    form = draft.predicate.form if draft.predicate is not None else None
    alike = draft.predicate is not None and draft.predicate.lexeme.startswith("ت")
    return form is not None and form.tense == "p" and not alike


def _modality(seen: Recognised, draft: Draft) -> tuple[str, str]:
    if _negated(seen, draft):
        return "negated", "a word of negation stands before it"
    if draft.kind == "diplomacy.talks" and draft.predicate is not None and draft.predicate.lexeme in _PUT_OFF:
        return "negated", "talks that are put off are not held"
    said = None if draft.speech_act else _as_said(seen, draft)
    return said or _as_verb(seen, draft)


def _as_said(seen: Recognised, draft: Draft) -> tuple[str, str] | None:
    """What the saying verb and the cues before it make of the content."""
    scope = scope_at(draft.spoken, draft.anchor)
    mood = scope.mood if scope is not None and scope.verb != draft.anchor else ""
    if mood == "negated":
        return "negated", "the speaker denies it"
    cue = _cue(seen, draft) or supposed(seen, draft)
    if cue is not None:
        return cue
    tells_itself = draft.clause.opener == "relative" and draft.clause.verb is draft.predicate  # «التي تغلق باكو طريقها»
    if mood in {"demanded", "possible"} and not tells_itself:
        return mood, "content of a demand, warning or threat"
    promised = draft.kind.startswith("implementation.") and _promised(seen, draft)
    return ("obligation", "what a side agreed to do") if promised else None


def _as_verb(seen: Recognised, draft: Draft) -> tuple[str, str]:
    opens = [word.removeprefix("و") for word in seen.text.words[draft.clause.first : draft.clause.first + 2]]
    if opens == ["علي", "ان"] and draft.kind.startswith(_STIPULATED):
        return "obligation", "«على أن» stipulates it"
    if _or_else(seen, draft):
        return "possible", "«أم»: one of two things"
    if _perhaps(seen, draft):
        return "possible", "«قد» before an imperfect is «may»"
    verb = _tense_bearer(seen, draft)
    if verb is not None and verb.tense == "i" and _goes_on_to_come(draft):
        return "planned", "it goes on behind a verb in the future"
    if verb is not None and verb.tense == "f":
        term = draft.kind.startswith("implementation.") and _of_agreement(seen, draft)
        return ("obligation", "a term of the agreement, in the future") if term else ("planned", "future verb")
    if verb is not None and verb.tense == "i" and draft.kind == "ceasefire.in_force" and draft.by:
        return "planned", "an announced beginning"
    if _called_for(draft):
        return "demanded", "the verb before it calls for it"
    return _as_announced(seen, draft)


def _as_announced(seen: Recognised, draft: Draft) -> tuple[str, str]:
    if _announced(draft):
        return "planned", "talks that are announced, without a time when they were held"
    if _resolved(seen, draft):
        return "planned", "it is resolved on, or a strike that is called"
    return "actual", ""


def _goes_on_to_come(draft: Draft) -> bool:
    """«سيبدأ الجيش بتسليم المرافق وينسحب من الحي»."""
    clause = draft.clause
    before = draft.spoken.clauses[clause.index - 1].verb if clause.opener == "coordinate" and clause.index else None
    joined = draft.predicate is not None and draft.predicate.proclitic.startswith("و")
    return joined and before is not None and before.form is not None and before.form.tense == "f"


_PUT_OFF = frozenset(("تاجل", "تاجيل", "ارجا", "ارجاء"))


def _called_for(draft: Draft) -> bool:
    """«مظاهرات تطالب بفتح الطريق»: what a crowd calls for has not been done."""
    verb, noun = draft.clause.verb, draft.predicate
    behind = verb is not None and noun is not None and noun.pos == "noun" and verb.first < noun.first
    return behind and verb is not None and verb.lexeme in _CALLS and not draft.speech_act


_CALLS = frozenset(("طالب", "ناشد", "حث"))


def _perhaps(seen: Recognised, draft: Draft) -> bool:
    own = draft.predicate is not None and draft.predicate.pos == "verb"
    verb = draft.predicate if own else draft.clause.verb
    if (
        verb is None
        or verb.form is None
        or verb.form.tense != "i"
        or not 0 < verb.first <= max(draft.anchor, draft.last)
    ):
        return False
    return seen.text.words[verb.first - 1] in _MAY


def _or_else(seen: Recognised, draft: Draft) -> bool:
    """«لا يعرفون إن كان حياً أم فجر نفسه»: one of two things, and nobody knows which."""
    before = seen.text.words[draft.anchor - 1] if draft.anchor else ""
    return before == _OR and draft.kind.startswith(VIOLENT)


_OR = "ام"


_STIPULATED = ("implementation.", "humanitarian.")
_MAY = frozenset(("قد", "وقد", "فقد"))


def _tense_bearer(seen: Recognised, draft: Draft) -> VerbForm | None:
    """The verb whose tense counts: the predicate's own, or the light verb that carries its noun («ستقوم بالإفراج»)."""
    if draft.predicate is None or draft.predicate.pos == "verb":
        return draft.predicate.form if draft.predicate is not None else None
    verb = draft.clause.verb
    if verb is None or verb.first >= draft.anchor:
        return None
    return verb.form if verb.lexeme in _CARRIES or verb.lexeme in seen.vocabulary.light else None


_CARRIES = CARRIERS | BEGINS | {"كان"}
"""Also «المواجهة ستكون محتدمة»."""
_STILL = frozenset(("زال",))
_BEGUN = frozenset(("انطلاق", "بدء", "استئناف", "انعقاد"))


def _announced(draft: Draft) -> bool:
    verb = draft.clause.verb
    begun = draft.predicate is None or draft.predicate.lexeme in _BEGUN
    noun = (
        draft.kind == "diplomacy.talks" and draft.predicate is not None and draft.predicate.pos == "noun" and not begun
    )
    return noun and verb is not None and verb.lexeme == "اعلن" and verb.first < draft.anchor and draft.when is None


def _resolved(seen: Recognised, draft: Draft) -> bool:
    """«قررت النقابة تنفيذ إضراب», «أعلنت النقابة إضراباً عاماً»; a hunger strike is begun by announcing it."""
    noun, verb = draft.predicate, draft.clause.verb
    if noun is None or noun.pos == "verb" or verb is None or not 0 < draft.anchor - verb.first <= _RESOLVED_FAR:
        return False
    if draft.kind.startswith(_RESOLVED) and verb.lexeme == _RESOLVES:
        return True
    return (
        noun.lexeme.startswith(_STRIKE)
        and verb.lexeme == "اعلن"
        and _FASTS not in seen.text.words[noun.last : noun.last + 4]
    )


_RESOLVES, _STRIKE, _FASTS = "قرر", "اضراب", "الطعام"
_RESOLVED = (*VIOLENT, "politics.protest")
_RESOLVED_FAR = 20


def _negated(seen: Recognised, draft: Draft) -> bool:
    if not _ONLY.isdisjoint(seen.text.words[draft.anchor : draft.clause.last]):
        return False  # «لم يُسمح بدخول سوى 40 شاحنة»: so many did
    if draft.predicate is not None and draft.predicate.lexeme in _STILL:
        return False  # «لا يزال», «ما زال»
    if draft.predicate is not None and draft.predicate.pos == "verb":
        return _negation_before(seen, draft, draft.anchor)
    verb = draft.clause.verb
    if _without(seen, draft):
        return True
    if verb is None or verb.first >= draft.anchor or verb.lexeme in _STILL or _brings_about(seen, draft, verb):
        return False
    return _negation_before(seen, draft, verb.first)


def _brings_about(seen: Recognised, draft: Draft, verb: PredicateFound) -> bool:
    """«لم تسفر الغارة عن إصابات»: the raid was; what it is denied is what comes of it."""
    causes = verb.lexeme in seen.vocabulary.causes or (verb.lexeme == _BEFALLS and _harms_behind(seen, draft))
    return (
        causes
        and draft.kind.startswith("hostilities.")
        and _OUTCOME.isdisjoint(seen.text.words[verb.last : draft.anchor])
    )


_ONLY = frozenset(("سوي", "الا"))
_OUTCOME = frozenset(("عن", "الي", "في"))
_BEFALLS = "وقع"
"""«لم يوقع القصف ضحايا» is written like «لم يقع قصف»."""


def _harms_behind(seen: Recognised, draft: Draft) -> bool:
    return any(map(harms, between(seen.predicates, draft.anchor + 1, draft.clause.last)))


def _negation_before(seen: Recognised, draft: Draft, token: int) -> bool:
    """Whether «لم», «لن», «لا» stands right before a verb, or one word before it."""
    for word in seen.text.words[max(draft.spoken.sentence.first, token - 2) : token]:
        if word.lstrip("وف") in _NEGATION:
            return True
    return False


def not_announced(seen: Recognised, draft: Draft) -> bool:
    """«لم تعلن أي جهة عن سقوط ضحايا»: that nobody announced it says neither that it was nor that it was not."""
    verb = draft.clause.verb
    if verb is None or not verb.first < draft.anchor or draft.speech_act or draft.modality != "negated":
        return False
    if draft.rule.endswith(NOBODY):
        return False  # «لم تُسجل إصابات»: nobody came to harm
    said = verb.lexeme in seen.vocabulary.reporting["say"]
    return said and _negation_before(seen, draft, verb.first)


def _without(seen: Recognised, draft: Draft) -> bool:
    """«عدم حدوث هجوم», «دون التسبب في سقوط ضحايا»: past the words for happening, a noun of negation."""
    token = draft.anchor - 1
    while token > draft.clause.first and seen.text.words[token] in _HAPPENING:
        token -= 1
    if token < draft.clause.first:
        return False
    ceased = seen.text.words[token] == "عن" and draft.kind.startswith("hostilities.")
    near = [word for word in seen.text.words[max(0, token - 5) : token] if word not in QUOTES][-3:]
    if ceased and any(word.lstrip("وف").startswith(_CEASES) for word in near):
        return True  # «توقف الحركة عن إطلاق الصواريخ»
    return seen.text.words[token].lstrip("وفب") in _NEGATION_NOUNS


_CEASES = (
    "توقف",
    "تتوقف",
    "يتوقف",
    "التوقف",
    "الكف",
    "يكف",
    "تكف",
    "امتن",
    "الامتناع",
    "يمتنع",
    "تمتنع",
    "تخل",
    "يتخل",
)


_HAPPENING = words("grammar", "modality", "happening")


def _cue(seen: Recognised, draft: Draft) -> tuple[str, str] | None:
    """A cue before the draft in its clause, or in the words that open the clause («من المقرر أن تنطلق»)."""
    matches = CUES.find(seen.text.words, _cue_start(draft), draft.last)
    found: list[tuple[int, str]] = []
    for match in matches:
        for name in reversed(match.payloads):
            if name != "conditional" or not _condition_of_health(seen, match.first):
                found.append((match.first, name))  # noqa: PERF401 - mostly none
    for match in CUES.find(seen.text.words, draft.last, min(draft.spoken.sentence.last, draft.last + 8)):
        if match.payloads[0] == "conditional" and _condition_of_health(seen, match.first):
            continue
        if match.payloads[0] == "conditional":
            return "conditional", f"condition «{seen.text.raw_text(match.first, match.last)}»"
        if match.payloads[0] == "planned" and match.first <= draft.last + 1 and not _happened(draft):
            found.append((match.first, "planned"))
    for token, name in reversed(found):
        mood = _weighed(draft, token, name)
        if mood:
            return mood, f"«{seen.text.words[token]}» colours it"
    return None


def _happened(draft: Draft) -> bool:
    """«وصلت 50 شاحنة تمهيداً لدخولها»: behind a verb in the perfect stands what is planned next."""
    form = draft.predicate.form if draft.predicate is not None else None
    return form is not None and form.tense == "p" and draft.kind.startswith("humanitarian.")


def _condition_of_health(seen: Recognised, token: int) -> bool:
    """«العشرات في حالة حرجة»: how they are, not a condition."""
    return seen.text.words[token : token + 2] == ["في", "حاله"] and seen.text.words[token + 2].startswith(_HEALTH)


_HEALTH = ("حرج", "خطر", "خطير", "مستقر", "صعب", "جيد", "متوسط", "سيئ", "موت", "صدم")


def _cue_start(draft: Draft) -> int:
    """Where cues for a draft may begin: its clause, or the short clause that opens a «that» clause."""
    clause = draft.clause
    if clause.index == 0 or clause.opener not in {"that", "asyndetic"}:
        return clause.first
    previous = draft.spoken.clauses[clause.index - 1]
    close = clause.opener == "that" and clause.first - previous.first <= _SHORT
    return previous.first if close else max(previous.first, clause.first - 2)


def _weighed(draft: Draft, token: int, name: str) -> str:
    """The modality that a cue gives a draft; empty when the cue is not about it."""
    named = draft.spoken.named.get(draft.clause.index)
    if name == "thwarted" and named is not None and named.sort == "force" and draft.kind.startswith(_REPELLED):
        return ""  # «أفشل الجيش هجوماً»: what an army repels has happened
    if name == "refused" and draft.kind.startswith(VIOLENT):
        return "negated" if 0 < draft.anchor - token <= _TOUCHING else ""  # «بسبب رفضهم قتل متظاهرين»
    if name in _OF_VIOLENCE:
        reaching = _SHORT if draft.kind.startswith("hostilities.") else _TOUCHING
        near = draft.kind.startswith(VIOLENT) and 0 < draft.anchor - token <= reaching and not _counted_beside(draft)
        return _OF_VIOLENCE[name] if near else ""
    if name in _OF_DUTIES:
        noun = draft.predicate is not None and draft.predicate.pos == "noun" and draft.kind.startswith(_DUTIES)
        return _OF_DUTIES[name] if noun and 0 < draft.anchor - token <= _SHORT else ""
    other = name == "promise" or (name == "obligation" and not draft.kind.startswith(_TERMS))
    about = token <= draft.anchor or (name in {"planned", "conditional"} and not _seen_to_happen(draft))
    return name if about and not other else ""


def _seen_to_happen(draft: Draft) -> bool:
    """«شهدت البلاد إضراباً كان مقرراً منذ أشهر»: what was seen has happened, whatever had been planned."""
    verb = draft.clause.verb
    return verb is not None and verb.lexeme == _SAW and verb.form is not None and verb.form.tense == "p"


_SAW = "شهد"
_REPELLED = ("hostilities.",)


def _counted_beside(draft: Draft) -> bool:
    """«إحباط محاولة تسلل وقتل ثلاثة مسلحين»: what is joined with a figure of its own was done."""
    return counted(draft) and draft.predicate is not None and draft.predicate.proclitic.startswith("و")


_SHORT = 5
_TOUCHING = 2
"""«الخوف من قتل رهائن»: a cue and the people who may come to harm stand closer than a cue and a blow."""
_OF_DUTIES = {"sought": "possible", "refused": "negated", "meant": "planned"}
"""What is discussed or sought has not been done, what is refused is not, what is in a plan is to come."""
_DUTIES = ("ceasefire.extended", "ceasefire.agreed", "implementation.", "humanitarian.")
_OF_VIOLENCE = {"thwarted": "negated", "attempted": "possible", "asked": "demanded"}
"""What was thwarted did not happen; what was attempted or plotted may not have."""
_TERMS = ("implementation.", "humanitarian.", "ceasefire.holding")


def _promised(seen: Recognised, draft: Draft) -> bool:
    if draft.predicate is None or draft.predicate.pos == "verb":
        return False
    cues = [c for c in CUES.find(seen.text.words, draft.clause.first, draft.anchor) if "promise" in c.payloads]
    return bool(cues) and _MEANWHILE.isdisjoint(seen.text.words[cues[-1].last : draft.anchor])


_MEANWHILE = frozenset(("بالتزامن", "تزامنا", "بعد", "عقب", "اثر", "منذ", "غداه"))
"""«جاء الاتفاق بالتزامن مع انسحاب القوات»: what went on beside an agreement is no term of it."""


def _of_agreement(seen: Recognised, draft: Draft) -> bool:
    sentence = draft.spoken.sentence
    return any(found.name in {"agreement", "truce"} for found in between(seen.objects, sentence.first, sentence.last))
