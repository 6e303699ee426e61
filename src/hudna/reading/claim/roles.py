"""Roles of a predicate's arguments: subject, object, genitive, and what stands after prepositions."""

from collections.abc import Sequence
from functools import lru_cache

from hudna.knowledge.languages.ar.morphology import split_pair
from hudna.knowledge.languages.ar.spelling import fold
from hudna.model import KindPattern
from hudna.reading.attribute import Clause, actor_codes, clause_at, governed, with_coordinated
from hudna.reading.attribute.clauses import QUOTES
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.here import NEAR, Need, reach
from hudna.reading.claim.implied import alone, apart, blow_of, first_person, likewise
from hudna.reading.claim.needs import CARRIERS, described_end, nearer_blow
from hudna.reading.claim.owners import (
    CARRIED,
    OWNED,
    adjective,
    all_codes,
    demonyms,
    give,
    owned,
    owned_after,
    owner_after,
)
from hudna.reading.claim.receivers import GIVES, called_on, given, lost, shot_down
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound
from hudna.reading.recognise.parties import party_of
from hudna.reading.recognise.predicates import PredicateFound

_BY_HAND_OF = (("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب"), ("باوامر", "من"))
_BY_HAND = frozenset(first for first, _ in _BY_HAND_OF)
_TOUCHING = 2


def actor_after(seen: Recognised, token: int, last: int, *, gap: int = 1) -> ActorFound | None:
    """The actor that begins at a token, or after at most `gap` small words or signs."""
    for actor in between(seen.actors, token, min(last, token + gap + 1)):
        return actor
    return None


def attach(seen: Recognised, draft: Draft, pattern: KindPattern, need: Need) -> None:
    """Fill agents and targets of a draft from the words around its predicate."""
    predicate = draft.predicate
    if predicate is None:
        return
    if predicate.pos == "verb":
        _verb_roles(seen, draft, pattern, predicate, need)
    else:
        _noun_roles(seen, draft, pattern, predicate, need)
    if draft.kind == "hostilities.halted" and not draft.agents:
        _whose_operation(draft, predicate)
    _prepositions(seen, draft, pattern, predicate, need)
    _agent_phrases(seen, draft, predicate)
    if pattern.light and need.name:
        _carried_noun(seen, draft, pattern, need)
    if draft.kind.startswith("hostilities.") and predicate.pos != "verb" and need.name in OWNED and not draft.targets:
        whose = owner_after(seen, need.last, draft.clause.last)
        if draft.kind == "hostilities.attack" and need.first >= predicate.last:
            owned(seen, draft, "targets", need.first, draft.clause.last)  # «إسقاط مقاتلة أرمينية»
        elif whose is not None and need.first >= predicate.last:
            give(draft, "targets", all_codes([whose]), "whose it is")
            draft.agents = [code for code in draft.agents if code not in draft.targets]
    given(seen, draft, predicate, need)
    if pattern.at == "topic":
        sides = demonyms(seen.knowledge).find(seen.text.words, need.last, predicate.first)
        give(draft, "agents", tuple(side.payloads[0] for side in sides)[:1], "adjective of nationality on the means")


def _passive(pattern: KindPattern, predicate: PredicateFound) -> bool:
    lexeme = predicate.lexeme
    only_passive = lexeme not in _lexemes(pattern.verbs) and lexeme in _lexemes(pattern.passives)
    return predicate.passive_mark or only_passive


@lru_cache(maxsize=4096)
def _lexemes(pairs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(split_pair(pair)[0] for pair in pairs)


def _verb_roles(seen: Recognised, draft: Draft, pattern: KindPattern, predicate: PredicateFound, need: Need) -> None:
    clause = draft.clause
    mine = clause.verb is not None and clause.verb.first == predicate.first
    passive = _passive(pattern, predicate)
    named = draft.spoken.named.get(clause.index) if mine else None
    passive = passive or shot_down(seen, draft, predicate, need)
    subject_role = "" if passive else pattern.subject
    if passive and named is not None and not apart(seen, named, predicate):
        give(draft, pattern.object or "targets", actor_codes(named), "what the passive verb befalls")
    elif subject_role == "agents" and draft.by and first_person(predicate):
        give(draft, subject_role, (_himself(seen, draft.by[0]),), "«we» is who speaks")
    elif named is not None:
        joined = with_coordinated(seen, named)
        role = "" if _witnesses(predicate) else subject_role
        give(draft, role, _as_doers(seen, joined), "subject of the verb")
        draft.stretch(named.first if named.last <= predicate.first else draft.first, max(draft.last, joined[-1].last))
    elif (
        mine
        and subject_role
        and not _happens(seen, draft, predicate)
        and (clause.opener in _SUBJECT_GOES_ON or likewise(seen, clause, predicate) or alone(seen, clause, predicate))
    ):
        before = draft.spoken.named.get(clause.index - 1) if alone(seen, clause, predicate) else None
        told = actor_codes(before) if before is not None else draft.spoken.subjects.get(clause.index, ())
        carried = _agreeing(predicate, told)
        give(draft, subject_role, _acting(draft, carried), CARRIED)
    elif (
        mine
        and clause.opener in {"relative", "asyndetic"}
        and subject_role
        and not predicate.pronoun
        and not _witnesses(predicate)
    ):
        _antecedent(seen, draft, subject_role)
    if subject_role == "agents" and not draft.agents and draft.kind.startswith("hostilities."):
        blow_of(seen, draft, predicate)
    if pattern.object and not passive:
        end = _by_means(seen, draft, predicate)
        _object(seen, draft, pattern.object, max(predicate.last, end), None if end else named)


_SUBJECT_GOES_ON = frozenset(("coordinate", "that", "participle", "subordinate", "start"))


def _by_means(seen: Recognised, draft: Draft, predicate: PredicateFound) -> int:
    """«استهدفت غارة إسرائيلية مدرسة»: the subject is the blow or its means; its adjective names who did it.

    Returns the token behind it, or 0 where the subject is somebody.
    """
    if lost(draft, predicate) or not draft.kind.startswith(("hostilities.", "casualties.", "humanitarian.")):
        return 0
    means = [
        o
        for o in between(seen.objects, predicate.last, predicate.last + 1)
        if o.name in {"aircraft", "shells", "devices", "arms"}
    ]
    blows = [p for p in between(seen.predicates, predicate.last, predicate.last + 1) if p.pos == "noun"]
    if not (means or blows):
        return 0
    last = max([*(found.last for found in means), *(found.last for found in blows)])
    stop = _next_thing(seen, last, min(last + 3, draft.clause.last))
    sides = tuple(m.payloads[0] for m in demonyms(seen.knowledge).find(seen.text.words, last, stop))
    give(draft, "agents", sides[:1], "adjective of nationality on the means")
    return last


def _next_thing(seen: Recognised, first: int, last: int) -> int:
    """Where a noun's adjectives end at the latest: at the next thing, or at somebody with a word written on."""
    things = [
        found.first for found in between(seen.objects, first, last) if found.name in {"area", "objects", "forces"}
    ]
    others = [actor.first for actor in between(seen.actors, first, last) if actor.proclitic.strip("ال")]
    return min([*things, *others, last])


def _witnesses(predicate: PredicateFound) -> bool:
    """«شهدت المدينة معارك»: the subject only saw it."""
    return predicate.lexeme == "شهد"


def _as_doers(seen: Recognised, actors: list[ActorFound]) -> tuple[str, ...]:
    """«مسيّرة إسرائيلية» is Israel's, as a thing with its nationality; «الطيران الإسرائيلي» is its air force."""
    codes: list[str] = []
    for actor in actors:
        thing = any(found.name == "aircraft" for found in between(seen.objects, actor.first, actor.first + 1))
        owned_by = seen.text.words[actor.first + 1 : actor.last]  # «طائرات الجيش» are the army's
        bare = thing and not seen.text.words[actor.first].lstrip("و").startswith("ال")
        bare = bare and not any(word.startswith("ال") for word in owned_by)
        codes.extend(code.removesuffix(".MIL") if bare else code for code in actor_codes(actor))
    return tuple(dict.fromkeys(codes))


def _happens(seen: Recognised, draft: Draft, predicate: PredicateFound) -> bool:
    """A verb whose subject is the happening itself has no doer left out («تدور بين البلدين اشتباكات»)."""
    event = draft.kind.startswith(_HAPPENINGS) and not (
        draft.kind.startswith("implementation.") and predicate.lexeme != "بدا"
    )
    return event and predicate.lexeme in seen.vocabulary.happens


_HAPPENINGS = (
    "hostilities.",
    "politics.protest",
    "posture.exercise",
    "diplomacy.talks",
    "implementation.monitoring",
    "humanitarian.aid",
)


def _agreeing(predicate: PredicateFound, carried: tuple[str, ...]) -> tuple[str, ...]:
    """A feminine verb does not go on about a person who is named as a man: «باشينيان … تجري مناورات»."""
    form = predicate.form
    person = bool(carried) and carried[0].count(".") > 1
    return () if person and form is not None and form.gender == "f" and form.number == "s" else carried


def _acting(draft: Draft, codes: tuple[str, ...]) -> tuple[str, ...]:
    if draft.speech_act or draft.kind.startswith("statement."):
        return codes
    return tuple(code.removesuffix(".GOV") if code.count(".") == 1 else code for code in codes)


def _antecedent(seen: Recognised, draft: Draft, role: str) -> None:
    before = [
        a
        for a in between(seen.actors, max(0, draft.clause.first - 8), draft.clause.first)
        if a.last <= draft.clause.first
    ]
    if before and draft.clause.first - before[-1].last <= _TOUCHING:
        give(draft, role, actor_codes(before[-1]), "who the relative clause describes")


def _object(seen: Recognised, draft: Draft, role: str, first: int, subject: ActorFound | None) -> None:
    start = max(first, subject.last if subject is not None else first)
    end = min(draft.clause.last, start + NEAR)
    for actor in between(seen.actors, start, end):
        if not governed(seen, actor) and not _inside(subject, actor) and not actor.proclitic.startswith("و"):
            joined = with_coordinated(seen, actor)
            give(draft, role, all_codes(joined), "object of the verb")
            draft.stretch(actor.first, joined[-1].last)
            return
    owned(seen, draft, role, start, end)
    called_on(seen, draft, start, end)
    side = adjective(seen, start, min(end, start + 3)) if draft.speech_act and not draft.targets else ""
    if side and side not in {code.split(".")[0] for code in draft.agents}:
        give(draft, role, (side,), "whose it is")


def _inside(outer: ActorFound | None, inner: ActorFound) -> bool:
    return outer is not None and outer.first <= inner.first < outer.last


def _noun_roles(seen: Recognised, draft: Draft, pattern: KindPattern, predicate: PredicateFound, need: Need) -> None:
    if _light_subject(seen, draft, pattern) or _begun_by(seen, draft, pattern, predicate) or not pattern.genitive:
        return
    if predicate.pronoun in {"ها", "ه", "هم", "نا", "هما"} and draft.by:
        meant = draft.by if predicate.pronoun == "هما" else draft.by[:1]  # «أعلنت باكو ويريفان موافقتهما»
        parties = tuple(_himself(seen, code) for code in meant if code not in seen.knowledge.sources)
        give(draft, pattern.genitive, parties, "the pronoun is the speaker's")
        return
    named = draft.spoken.named.get(draft.clause.index)
    if predicate.pronoun in {"ها", "ه", "هم"} and named is not None and named.last <= predicate.first:
        give(draft, pattern.genitive, all_codes([named]), "the pronoun is the subject's")  # «جدد الجيش التزامه»
        return
    after = max(predicate.last, need.last) if need.first <= predicate.last + 1 else predicate.last
    for start in (predicate.last, after):
        actor = actor_after(seen, start, draft.clause.last, gap=1)
        if (
            actor is not None
            and _touches(seen, start, actor)
            and not _prefixed(actor, giving=draft.kind in GIVES)
            and not _after_preposition(seen, actor)
        ):
            joined = with_coordinated(seen, actor)
            struck = draft.kind.startswith("hostilities.") and _positions(seen, actor)
            role = "targets" if struck else pattern.genitive
            give(draft, role, all_codes(joined), "right after the verbal noun")
            draft.stretch(actor.first, joined[-1].last)
            return
    behind = 0 if draft.kind.startswith("ceasefire.") else 3  # «خروقات للهدنة الأممية»: the truce is the UN's
    side = adjective(seen, predicate.last, min(draft.clause.last, max(after, predicate.last) + behind))
    if side and draft.kind == "implementation.exchange":
        draft.side = side  # «رهينتين إسرائيليتين»: whose people they are, not who lets them go
    elif side:
        give(draft, pattern.genitive, (side,), "adjective of nationality")
        if draft.kind == "diplomacy.mediation":  # «وساطة سعودية أميركية»
            sides = demonyms(seen.knowledge).find(seen.text.words, predicate.last, min(draft.clause.last, after + 3))
            give(draft, pattern.genitive, tuple(match.payloads[0] for match in sides[1:]), "adjective of nationality")


def _himself(seen: Recognised, speaker: str) -> str:
    """Who speaks, as one who acts: an army stays itself («أعلن الجيش موافقته»), an office is its country."""
    return speaker if speaker.endswith(".MIL") else party_of(seen.knowledge, speaker)


def _positions(seen: Recognised, actor: ActorFound) -> bool:
    """«قصف مواقع للجيش»: positions are shelled, they do not shell."""
    own = any(found.name == "positions" for found in between(seen.objects, actor.first, actor.first + 1))
    before = between(seen.objects, actor.first - 1, actor.first) if "ل" in actor.proclitic.replace("ال", "") else []
    return own or any(found.name in {"struck", "positions"} for found in before)


def _whose_operation(draft: Draft, predicate: PredicateFound) -> None:
    """«العملية التي بدأتها باكو … ستتوقف»: whoever began it."""
    verb = draft.clause.verb
    named = draft.spoken.named.get(draft.clause.index)
    began = draft.clause.opener == "relative" and verb is not None and verb.first < predicate.first
    if began and named is not None:
        give(draft, "agents", all_codes([named]), "who began what stops")


def _begun_by(seen: Recognised, draft: Draft, pattern: KindPattern, predicate: PredicateFound) -> bool:
    """«بدأت القوات بالدخول»، «وافقت أرمينيا على تسليم …»: the verb's subject does what the noun tells."""
    verb = draft.clause.verb
    governs = verb is not None and verb.lexeme in BEGINS and predicate.first >= verb.last
    if (
        not governs
        or seen.text.words[predicate.first - 1] in _WHEN
        or not pattern.subject
        or not draft.kind.startswith(("implementation.", "territory.", "humanitarian.", "posture."))
    ):
        return False
    named = _granted_to(seen, draft, verb) or draft.spoken.named.get(draft.clause.index)
    codes = (
        all_codes(with_coordinated(seen, named))
        if named is not None
        else _acting(draft, draft.spoken.subjects.get(draft.clause.index, ()))
    )
    give(draft, pattern.subject, codes, "subject of the verb that begins or accepts it")
    return bool(codes)


def _granted_to(seen: Recognised, draft: Draft, verb: PredicateFound | None) -> ActorFound | None:
    """«وافقت باكو على منح يريفان مهلة لسحب قواتها»: who is given time does it."""
    first = verb.last if verb is not None else draft.anchor
    given = (one for one in between(seen.actors, first, draft.anchor) if seen.text.words[one.first - 1] in _GRANTS)
    return next(given, None)


_GRANTS = frozenset(("منح", "امهال", "اعطاء"))
_WHEN = frozenset(("بعد", "قبل", "عقب", "اثر", "منذ", "خلال"))
"""«بدأت بالدخول بعد انسحاب …»: what stands after these is not what was begun."""
BEGINS = frozenset(
    (
        "بدا",
        "واصل",
        "باشر",
        "استانف",
        "قام",
        "وافق",
        "تعهد",
        "التزم",
        "قرر",
        "انهي",
        "استكمل",
        "ابرم",
        "اكمل",
        "انجز",
        "اقدم",
        "عمد",
        "شرع",
        "تمكن",
        "نجح",
        "استطاع",
    )
)


def _touches(seen: Recognised, start: int, actor: ActorFound) -> bool:
    """«قصف استهدف صنعاء» is not Sanaa's shelling, nor «فتح ممر لخروج الأهالي» theirs: nothing told stands between."""
    told = between(seen.predicates, start, actor.first)
    return not any(found.pos == "verb" or "ل" in found.proclitic.replace("ال", "") for found in told)


def _light_subject(seen: Recognised, draft: Draft, pattern: KindPattern) -> bool:
    """«شنّت القوات قصفاً»، «هجوم شنّته القوات»: the carrying verb's subject is the doer."""
    carried = draft.kind.startswith("hostilities.") or draft.kind in {"ceasefire.violated", "humanitarian.blockade"}
    if not carried or pattern.subject != "agents":
        return False
    near = draft.spoken.clauses[draft.clause.index : draft.clause.index + 2]
    if _laid_at(seen, draft, near):
        return True
    for clause in near:
        mine = clause.index == draft.clause.index or clause.opener in {"asyndetic", "relative"}
        if clause.index != draft.clause.index and nearer_blow(seen, draft.last, clause.first):
            continue
        named = draft.spoken.named.get(clause.index)
        goes_on = clause.verb is not None and clause.verb.lexeme == _GOES_ON and named is not None
        carries = clause.verb is not None and (clause.verb.lexeme in CARRIERS or clause.verb.lexeme == _IMPOSES)
        if clause.verb is None or not mine or not (goes_on or carries):
            continue
        codes = _as_doers(seen, with_coordinated(seen, named)) if named is not None else ()
        give(
            draft, "agents", codes or _acting(draft, draft.spoken.subjects.get(clause.index, ())), "who carried it out"
        )
        return bool(draft.agents)
    return False


_IMPOSES = "فرض"
_GOES_ON = "تواصل"
"""«الحركة تواصل هجماتها» is written like «تواصل الهجوم»: with somebody for its subject the verb is «واصل»."""


def _laid_at(seen: Recognised, draft: Draft, near: Sequence[Clause]) -> bool:
    """«قصف … نُسب إلى قوات X»: to whom it is put down."""
    verbs = [clause.verb for clause in near if clause.verb is not None and clause.verb.lexeme in _PUT_DOWN]
    verbs += [p for p in between(seen.predicates, draft.anchor + 1, draft.clause.last) if p.lexeme in _PUT_DOWN]
    for verb in verbs:
        if seen.text.words[verb.last : verb.last + 1] == ["الي"]:
            actor = actor_after(seen, verb.last + 1, draft.spoken.sentence.last)
            give(draft, "agents", actor_codes(actor) if actor is not None else (), "to whom it is put down")
    return bool(draft.agents)


_PUT_DOWN = frozenset(("نسب", "عزي", "عزا"))


def _prefixed(actor: ActorFound, *, giving: bool) -> bool:
    """Whether «بـ» or, of what is given, «لـ» is written onto an actor: «تسليم 100 جثة للجنود الأرمن»."""
    return any(letter in actor.proclitic.replace("ال", "") for letter in ("بل" if giving else "ب"))


def _after_preposition(seen: Recognised, actor: ActorFound) -> bool:
    return seen.text.words[actor.first - 1] in {"علي", "في", "ضد", "الي", "مع", "بين", "عن", "من"}


_folded = lru_cache(maxsize=1024)(fold)


def _prepositions(seen: Recognised, draft: Draft, pattern: KindPattern, predicate: PredicateFound, need: Need) -> None:
    last = min(
        _role_end(seen, draft, need), reach(seen, max(predicate.last, need.last), draft.spoken.sentence.last, NEAR + 4)
    )
    on = {_folded(word): role for word, role in pattern.on.items()}
    taken: set[str] = set()
    for actor in between(seen.actors, predicate.last, last):
        word = _preposition_of(seen, actor)
        if word == "مع" and "متحالف" in seen.text.words[actor.first - 2]:
            continue  # «الحوثيون المتحالفون مع إيران»
        role = on.get(word) if word not in taken else None
        if role == "targets" and draft.targets and _another_blow(seen, predicate, actor):
            continue  # «قصف أهدافاً لجماعة كذا رداً على إطلاق النار على قواته»
        from_whom = word == "من" and role == "agents"
        if from_whom and not _PARTS.isdisjoint(seen.text.words[max(0, actor.first - 4) : actor.first]):
            continue  # «قصف أهداف في أنحاء متفرقة من لبنان»
        if role and not (from_whom and (_others(draft.agents, actor) or _told_between(seen, predicate, actor))):
            taken.add(word)
            joined = with_coordinated(seen, actor)
            give(draft, role, all_codes(joined), f"after «{word}»")
            draft.stretch(actor.first, joined[-1].last)
    for preposition, role in on.items():
        if role == "targets" and not draft.targets:
            owned_after(seen, draft, preposition, predicate.last, last)


_PARTS = frozenset(("انحاء", "مناطق", "اجزاء", "اماكن"))


def _another_blow(seen: Recognised, predicate: PredicateFound, actor: ActorFound) -> bool:
    told = between(seen.predicates, predicate.last, actor.first)
    return any(ref.kind.startswith("hostilities.") for found in told for ref in found.patterns)


def _others(codes: list[str], actor: ActorFound) -> bool:
    """«أطلق الحوثيون صاروخاً من اليمن»: whether somebody else is known to have done it."""
    own = {code.split(".")[0] for code in actor_codes(actor)}
    return bool(codes) and not own.issuperset(code.split(".")[0] for code in codes)


def _told_between(seen: Recognised, predicate: PredicateFound, actor: ActorFound) -> bool:
    """«هجوم قتل فيه ثلاثة من الجيش»: «من» behind something else that is told, or counted, names no doer."""
    if predicate.pos == "verb":
        return False
    told = any(found.patterns for found in between(seen.predicates, predicate.last, actor.first))
    return told or bool(between(seen.numbers, predicate.last, actor.first))


def _role_end(seen: Recognised, draft: Draft, need: Need) -> int:
    """Roles stand in the clause of the needed thing, and in a clause that only says that it happened («دارت مع …»)."""
    return described_end(seen, draft.spoken, clause_at(draft.spoken.clauses, max(need.first, draft.anchor)))


def _preposition_of(seen: Recognised, actor: ActorFound) -> str:
    bare = actor.proclitic.replace("ال", "")
    for letter in ("ب", "ل"):
        if letter in bare:
            return letter
    before = actor.first - 1
    while before >= 0 and seen.text.words[before] in QUOTES:
        before -= 1
    if before > 0 and any(found.name in OWNED for found in between(seen.objects, before, before + 1)):
        before -= 1  # «على مواقع جيشها»
    word = seen.text.words[before] if before >= 0 else ""
    return word.removeprefix("و")


def _agent_phrases(seen: Recognised, draft: Draft, predicate: PredicateFound) -> None:
    """«على يد X»، «من قبل X»: who did it."""
    words = seen.text.words
    for token in range(predicate.last, min(draft.clause.last, predicate.last + NEAR) - 1):
        if words[token] in _BY_HAND and (words[token], words[token + 1]) in _BY_HAND_OF:
            actor = actor_after(seen, token + 2, draft.clause.last)
            if actor is not None:
                give(draft, "agents", all_codes(with_coordinated(seen, actor)), "after «على يد / من قبل»")


def _carried_noun(seen: Recognised, draft: Draft, pattern: KindPattern, need: Need) -> None:
    """The noun that a light verb carries may name the doer: «غارات إسرائيلية»."""
    if draft.agents or not pattern.subject:
        return
    last = min(draft.spoken.sentence.last, need.last + 4)
    sides = tuple(match.payloads[0] for match in demonyms(seen.knowledge).find(seen.text.words, need.last, last))
    give(draft, "agents", sides, "adjective of nationality on the noun")
