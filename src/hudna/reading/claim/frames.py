"""From predicates to drafts: the best pattern for each predicate, with its roles."""

from collections.abc import Sequence
from operator import attrgetter

from hudna.knowledge.languages.ar.clitics import peel
from hudna.reading.attribute import Spoken, clause_at, scope_at
from hudna.reading.attribute.clauses import QUOTES
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.here import NEAR, Need
from hudna.reading.claim.needs import satisfied, truce_over
from hudna.reading.claim.recalled import describes_somebody
from hudna.reading.claim.roles import attach
from hudna.reading.claim.told import tells
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.predicates import PatternRef, PredicateFound

_AGREEMENT = frozenset({"agreement", "handover"})
"""Words that tell of land changing hands as agreed: the agreement, or «عمليات التسليم» under it."""
_STATEMENTS = "accusation demand denial support condemnation rejection threat admission"
_SPEECH_ACTS = frozenset((*(f"statement.{mode}" for mode in _STATEMENTS.split()), "politics.resignation_call"))
_UNLESS_FAR = 3
_ARTICLE = 3
_FIGHT_WORDS = frozenset(("معارك", "المعارك", "حرب", "الحرب", "هجوم", "عمليه", "السيطره", "بالقوه"))


def draft_frames(seen: Recognised, spoken: Spoken) -> list[Draft]:
    """Drafts of every kind but casualties, for one sentence."""
    drafts: list[Draft] = []
    for predicate in between(seen.predicates, spoken.sentence.first, spoken.sentence.last):
        draft = _best(seen, spoken, predicate)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _best(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> Draft | None:
    """The draft of the pattern that fits best: by priority, then by how near the thing that it needs stands."""
    if not predicate.patterns:
        return None
    over = predicate.pos != "verb" and truce_over(seen, predicate.first)
    options = [] if over or _inside_actor(seen, predicate) else _options(seen, spoken, predicate)
    if not options:
        return None
    _, _, ref, need = min(options, key=lambda option: (option[0], abs(option[3].first - predicate.first), option[1]))
    draft = _draft(seen, spoken, predicate, ref, need)
    return draft if _tells_a_change(seen, draft, predicate, need) else None


def _options(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> list[tuple[int, int, PatternRef, Need]]:
    clause = clause_at(spoken.clauses, predicate.first)
    beside = _beside(seen, spoken, predicate) if any(map(_UNLESS, predicate.patterns)) else []
    options: list[tuple[int, int, PatternRef, Need]] = []
    for order, ref in enumerate(predicate.patterns):
        if ref.kind.startswith("casualties.") or not _fits(seen, spoken, predicate, ref, beside):
            continue
        need = satisfied(seen, spoken, clause, predicate, ref.pattern)
        if need is None or not _in_truce_context(seen, spoken, ref, predicate):
            continue
        signed_truce = ref.kind == "diplomacy.agreement" and _for_a_truce(seen, need)
        known = describes_somebody(seen, spoken, predicate, ref.kind, need.first)
        if not signed_truce and not known and tells(seen, spoken, predicate, ref.kind):
            options.append((-ref.pattern.priority, order, ref, need))
    return options


_UNLESS = attrgetter("unless")


def _tells_a_change(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> bool:
    """Whether what was found is told as happening, and is not a state, a house or a way of naming somebody."""
    before = seen.text.words[predicate.first - 1] if predicate.first else ""
    match draft.kind:
        case "territory.control_change":
            occupier = predicate.lexeme == "احتلال" and "ال" in predicate.proclitic  # «الاحتلال»: who occupies
            return not occupier and not _only_a_state(draft) and not _held_area(seen, predicate)
        case "hostilities.offensive":  # «أحرزت المفاوضات تقدماً»
            return need.name != "advance" or _by_forces(seen, predicate)
        case "humanitarian.shelter":
            return before.removeprefix("ل") not in _SHELTERS  # «مراكز إيواء»: a kind of house
        case "ceasefire.collapsed":
            return not seen.text.words[need.first].startswith("ب")  # «انتهت بهدنة»: it ended with one
        case "ceasefire.holding":
            return _is_kept(seen, draft, predicate, need)
        case "ceasefire.agreed":
            verb = draft.clause.verb  # «ينص إعلان وقف إطلاق النار على …»: the document is known
            says = verb is not None and verb.lexeme in _CONTAINS and verb.last == predicate.first
            return predicate.pos == "verb" or not says
        case "ceasefire.proposed":
            return predicate.pos == "verb" or bool(draft.agents) or _put_forward(draft)
        case _:
            return _tells_of_matters(seen, draft, predicate, need)


def _is_kept(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> bool:
    """Not «للدفع نحو الالتزام بالهدنة»; not «شهد اليوم الأول من الهدنة الإفراج …», which tells of the day."""
    day = not _DAY_OF.isdisjoint(seen.text.words[predicate.last : need.first])
    going_on = draft.clause.verb is not None and draft.clause.verb.lexeme in _GOES_ON
    return not (day and predicate.lexeme == _SEES) and ("ال" not in predicate.proclitic or going_on)


def _tells_of_matters(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> bool:
    """The same of aid, talks, mediation and extensions."""
    words = seen.text.words
    match draft.kind:
        case "ceasefire.extended":  # «نجدد التزامنا بالهدنة»: it is the pledge that is renewed
            between_them = between(seen.predicates, predicate.last, need.first)
            pledged = any(word.lstrip("وال").startswith(_PLEDGES) for word in words[predicate.last : need.first])
            return not pledged and not any(noun.pos == "noun" for noun in between_them)
        case "hostilities.halted":  # «علّق برنامج الأغذية عملياته»
            return not _of_helpers(seen, draft)
        case "humanitarian.aid" | "humanitarian.displacement" | "humanitarian.evacuation":
            return predicate.pos == "verb" or not _kept_from(seen, draft, predicate)
        case "diplomacy.talks":  # «الجولة الثانية من المعارك»
            return _FIGHT_WORDS.isdisjoint(words[need.last : need.last + _ARTICLE]) or "جول" not in words[need.first]
        case "diplomacy.mediation":  # «تم تمديدها بوساطة دولية» tells of the extension
            return bool(draft.agents) or "ب" not in predicate.proclitic
        case _:
            return _tells_on_the_ground(seen, draft, predicate, need)


def _tells_on_the_ground(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> bool:
    """The same of forces, roads and fighting."""
    words = seen.text.words
    match draft.kind:
        case "implementation.deployment":  # «مواقع تمركز القوات»
            before = words[predicate.first - 1] if predicate.first else ""
            return predicate.pos == "verb" or before.lstrip("ولب") not in _WHERE_OF
        case "hostilities.clash":  # «آخر فصيل يقاتل في المدينة»
            form = predicate.form
            habit = predicate.lexeme == _FIGHTS and form is not None and form.tense == "i"
            return not (habit and len(draft.agents) < _BOTH)
        case "implementation.access":  # «المطار المغلق»
            return predicate.pos != "participle" or "ال" not in predicate.proclitic
        case "implementation.withdrawal" if need.name == "redeployment":  # «لجنة إعادة الانتشار»
            body = words[max(draft.clause.first, predicate.first - _BODY_FAR) : predicate.first]
            return not any("لجن" in word for word in body)
        case _:
            return True


_BODY_FAR = 10
_WHERE_OF = frozenset(("مواقع", "نقاط", "اماكن", "مناطق", "موقع", "نقطه"))
_FIGHTS, _BOTH = "قاتل", 2
_SEES, _DAY_OF = "شهد", frozenset(("اليوم", "الايام", "ايام", "الساعات", "يوم", "الاسبوع", "فتره"))
_PLEDGES = ("تزام", "تأكيد", "تاكيد", "دعو", "رفض", "تمسك", "موقف", "تعهد", "حرص")
"""Beginnings of what else is renewed, without «و», «ا» and «ل» at their head."""


def _of_helpers(seen: Recognised, draft: Draft) -> bool:
    """Whether only organisations stop their operations, which are none of war."""
    known = [seen.knowledge.actors.get(code) for code in draft.agents]
    return bool(known) and all(actor is not None and actor.sort == "organisation" for actor in known)


def _by_forces(seen: Recognised, predicate: PredicateFound) -> bool:
    """«أحرز الجيش تقدماً»: forces stand right behind the verb."""
    told = between(seen.objects, predicate.last, predicate.last + 1)
    actors = between(seen.actors, predicate.last, predicate.last + 1)
    return any(found.name == "forces" for found in told) or any(a.sort in {"force", "group"} for a in actors)


def _put_forward(draft: Draft) -> bool:
    """«قدم الوسطاء مقترحاً لوقف إطلاق النار»: a proposal that somebody hands in."""
    return draft.clause.verb is not None and draft.clause.verb.lexeme in _HANDS_IN


_HANDS_IN = frozenset(("قدم", "طرح", "عرض", "سلم"))


def _kept_from(seen: Recognised, draft: Draft, predicate: PredicateFound) -> bool:
    """«منعت دخول المساعدات», «عرقلة وصول القوافل»: what was kept from coming did not come."""
    before = between(seen.predicates, max(draft.clause.first, predicate.first - _KEPT_FAR), predicate.first)
    return any(one.lexeme.removeprefix("ال") in _KEEPS for one in before)


_KEEPS = frozenset(
    ("منع", "عرقل", "عرقله", "اعاق", "اعاقه", "حظر", "عطل", "تعطيل", "اوقف", "وقف", "ايقاف", "علق", "تعليق")
)
_KEPT_FAR = 8


def _held_area(seen: Recognised, predicate: PredicateFound) -> bool:
    """«من مناطق سيطرته في حي كذا» is held already; «حملته لـ"تحرير" المدينة» has yet to take it."""
    before = [word for word in seen.text.words[max(0, predicate.first - 2) : predicate.first] if word not in QUOTES]
    return bool(before) and (before[-1].lstrip("ولب").removeprefix("ال") in _HELD or before[-1] == "ل")


_HELD = frozenset(("مناطق", "منطقه", "تحت", "نطاق", "مساحه", "خارج"))


def _in_truce_context(seen: Recognised, spoken: Spoken, ref: PatternRef, predicate: PredicateFound) -> bool:
    """«دخل حيز التنفيذ» is a truce's only where a truce or agreement is spoken of, here or just before."""
    if ref.pattern.needs != ("into_force",):
        return True
    start = max(0, spoken.sentence.index - 1)
    first = seen.text.sentences[start].first
    return any(found.name in {"truce", "agreement"} for found in between(seen.objects, first, predicate.last + NEAR))


def _for_a_truce(seen: Recognised, need: Need) -> bool:
    """«وقعت اتفاقاً لوقف إطلاق النار»: the tail decides what was signed."""
    return any(found.name == "truce" for found in between(seen.objects, need.last, need.last + 3))


_GOES_ON = frozenset(("واصل", "تواصل", "ابدي", "جدد", "كرر"))
"""«تواصل بلاده الالتزام التام بالهدنة»."""
_CONTAINS = frozenset(("نص", "تضمن", "شمل", "قضي", "الزم", "اتاح"))
_SHELTERS = frozenset(("مركز", "مراكز", "دار", "دور", "مخيم", "مخيمات"))


def _only_a_state(draft: Draft) -> bool:
    """«المناطق التي تسيطر عليها القوات», «تسعى للسيطرة»: control held or wished for is no change of it."""
    predicate = draft.predicate
    if predicate is None:
        return False
    if predicate.form is not None:
        return predicate.form.tense == "i" and (draft.clause.opener != "start" or draft.spoken.sentence.index > 0)
    return "ل" in predicate.proclitic.replace("ال", "")


def _inside_actor(seen: Recognised, predicate: PredicateFound) -> bool:
    """«مركز مراقبة وقف إطلاق النار» as a recipient, «قوات حفظ السلام»: words of a name tell nothing."""
    actor = covering(seen.actors, predicate.first)
    return actor is not None and actor.last - actor.first > 1


def _fits(seen: Recognised, spoken: Spoken, predicate: PredicateFound, ref: PatternRef, beside: Sequence[str]) -> bool:
    pattern = ref.pattern
    if predicate.pos == "noun" and not pattern.nouns and not pattern.participles:
        return False
    if ref.unless and not ref.unless.isdisjoint(beside):
        return False
    if pattern.agreement:
        return _agreement_fits(seen, spoken, predicate, pattern.agreement)
    return True


def _beside(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> list[str]:
    """The words behind a predicate, and what a relative clause describes: «الفيديو الذي نشره الجيش»."""
    clause = clause_at(spoken.clauses, predicate.first)
    named = spoken.named.get(clause.index)
    truces = [found for found in between(seen.objects, predicate.last, predicate.last + 1) if found.name == "truce"]
    passed = [found.last for found in (named, *truces) if found is not None and found.first == predicate.last]
    start = max(passed, default=predicate.last)  # «نشرت وزارة الدفاع الروسية بيانا», «دخول وقف إطلاق النار يومه العاشر»
    behind = seen.text.words[predicate.last : start + _UNLESS_FAR]
    if predicate.pos != "verb" or clause.opener != "relative" or not clause.first:
        return behind
    return [*behind, *(stem for _, stem in peel(seen.text.words[clause.first - 1]))]


def _agreement_fits(seen: Recognised, spoken: Spoken, predicate: PredicateFound, wanted: str) -> bool:
    """Land that changes hands under an agreement is handed over; land that is fought for is taken."""
    sentence, clause = spoken.sentence, clause_at(spoken.clauses, predicate.first)
    told = {found.name for found in between(seen.objects, sentence.first, sentence.last)}
    near = seen.text.words[max(sentence.first, predicate.first - _UNLESS_FAR - 1) : predicate.first]
    regained = predicate.lexeme == _CONTROL and any(word.startswith(_REGAINS) for word in near)
    control = predicate.lexeme.startswith(_REGAINS) or regained
    terms = control and any(
        word.removeprefix("و") in _TERMS for word in seen.text.words[sentence.first : predicate.first]
    )
    stretch = [word for word in seen.text.words[clause.first : clause.last] if not (terms and word == _CONTROL)]
    fought = any(word in _FIGHT_WORDS for word in stretch) or (control and not terms and _CONTROL in stretch)
    named = not _AGREEMENT.isdisjoint(told)
    under = not fought and "breaches" not in told and (named or _agreed_elsewhere(seen, spoken, predicate))
    return under if wanted == "needed" else not under


_REGAINS, _CONTROL, _ENTERS = ("استعاد", "تسليم", "نقل"), "السيطره", "دخل"
_TERMS = frozenset(("نص", "ينص", "تنص", "نصت", "بموجب", "بموجبه", "يقضي", "تقضي", "قضي", "بمقتضي"))
"""«ينص الاتفاق على استعادة باكو السيطرة على …»: under such words control is given back, not taken."""


def _agreed_elsewhere(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> bool:
    """«دخل الجيش محافظة آغدام.»: a lead whose next sentence says that it was agreed; or a text about a handover.

    It is asked last, for all sentences of the text are recognised for it.
    """
    if predicate.lexeme == _ENTERS and spoken.sentence.index == 0 and len(seen.text.sentences) > 1:
        following = seen.text.sentences[1]
        if any(one.name in _AGREEMENT for one in between(seen.objects, following.first, following.last)):
            return True
    return any(found.name == "handover" for found in seen.objects)


def _draft(seen: Recognised, spoken: Spoken, predicate: PredicateFound, ref: PatternRef, need: Need) -> Draft:
    clause = clause_at(spoken.clauses, predicate.first)
    draft = Draft(
        kind=ref.kind,
        rule=ref.pattern.name,
        first=min(predicate.first, need.first),
        last=max(predicate.last, need.last),
        anchor=predicate.first,
        spoken=spoken,
        clause=clause,
        predicate=predicate,
        speech_act=ref.kind in _SPEECH_ACTS and ref.pattern.at != "spoken",
        in_war=ref.pattern.in_war,
    )
    draft.why.append(f"«{' '.join(seen.text.words[predicate.first : predicate.last])}»: {ref.pattern.name}")
    if need.name:
        draft.why.append(f"with «{seen.text.raw_text(need.first, need.last)}» ({need.name})")
    draft.by = _by(spoken, draft) or _said_by_verb(spoken, draft, need)
    following = seen.text.words[predicate.last : predicate.last + 1]
    draft.named_noun = bool(following) and following[0].startswith("ال") and len(following[0]) > _ARTICLE
    attach(seen, draft, ref.pattern, need)
    if ref.pattern.at == "spoken":
        draft.agents = list(draft.by[:1])
    return draft


def _said_by_verb(spoken: Spoken, draft: Draft, need: Need) -> tuple[str, ...]:
    """«أكدت الوزارة وقف إطلاق النار»: the predicate is the saying verb itself, and the truce is what it says."""
    scope = scope_at(spoken, need.first)
    own = scope is not None and scope.verb == draft.anchor and not draft.speech_act
    return scope.by if scope is not None and own else ()


def _by(spoken: Spoken, draft: Draft) -> tuple[str, ...]:
    scope = scope_at(spoken, draft.anchor)
    return scope.by if scope is not None else ()
