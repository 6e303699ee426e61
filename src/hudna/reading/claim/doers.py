"""Who did what is told: from accusations, from the sentence's other claims, from who announces it."""

from collections.abc import Sequence

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.attribute import Scope, actor_codes, scope_at, with_coordinated
from hudna.reading.claim.draft import Draft, add
from hudna.reading.claim.mutual import undertaking
from hudna.reading.claim.owners import CARRIED
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.parties import party_of

_ACCUSATION = "statement.accusation"


CAUSED = ("humanitarian.destruction",)
_MUTUAL = frozenset(("hostilities.clash", "hostilities.halted"))


def not_at_itself(draft: Draft) -> None:
    """«قالت القوة إن دبابة أطلقت النار على القوة»: who is struck did not strike, whoever spoke before."""
    one_way = draft.kind.startswith("hostilities.") and draft.kind not in _MUTUAL
    carried = any(CARRIED in why for why in draft.why)
    if one_way and carried and draft.agents and set(draft.agents) <= set(draft.targets):
        draft.agents = []
        draft.why.append("agents: not those at whom it was")


def came_of(seen: Recognised, draft: Draft, frames: Sequence[Draft]) -> Draft | None:
    """«قصف …، ما أدى إلى … فضلاً عن تدمير 20 منزلاً»: what was destroyed, by the blow told before."""
    verb = draft.clause.verb
    if verb is None or verb.lexeme not in seen.vocabulary.causes or verb.first > draft.anchor:
        return None
    blows = [d for d in frames if d.kind.startswith("hostilities.") and d.anchor < draft.anchor]
    return blows[-1] if blows else None


def accused(seen: Recognised, draft: Draft, drafts: Sequence[Draft]) -> None:
    """«اتهمت X Y بقصف»: what follows «بـ» is done by Y."""
    if draft.kind == _ACCUSATION or draft.speech_act or draft.predicate is None or draft.predicate.pos == "verb":
        return
    for other in drafts:
        near = other.kind == _ACCUSATION and draft.anchor - other.anchor > 0 and other.spoken is draft.spoken
        if not near or not other.targets or other.clause.index != draft.clause.index:
            continue
        if _after_with(seen, draft) or _blamed(seen, other, draft) or _goes_on_with(seen, other, draft, drafts):
            later = _accused_later(seen, other, draft)
            draft.agents = list(later) or [code.removesuffix(".GOV") for code in other.targets]
            draft.why.append("agents: who is accused of it")


def against_the_accuser(seen: Recognised, draft: Draft) -> None:
    """«اتهمت باكو القوات الأرمينية بتخريب قرب داشكسن»: a blow in the accuser's own country is at the accuser.

    Where the accused is of that country too («اتهمت وزارة الدفاع السورية قسد») the place tells nothing.
    """
    if not draft.kind.startswith("hostilities.") or draft.kind == "hostilities.clash" or draft.targets:
        return
    verb = draft.clause.verb
    if verb is None or verb.lexeme != "اتهم" or not draft.by or not draft.agents or not draft.places:
        return
    party = seen.knowledge.sides.of(draft.by[0])
    parties = {one for theatre in seen.knowledge.theatres for one in theatre.parties}
    home = (party or "").partition(".")[0]
    if party is None or party not in parties or any(code.partition(".")[0] == home for code in draft.agents):
        return
    if all(_in_country(seen, place, party) for place in draft.places):
        draft.targets = [party]
        draft.why.append("targets: the accuser, in whose country it was")


def _in_country(seen: Recognised, place: str, party: str) -> bool:
    lies_in = (place, *seen.knowledge.within(place))
    return any(
        seen.knowledge.places[code].government == f"{party}.GOV" for code in lies_in if code in seen.knowledge.places
    )


def asked_of(draft: Draft, drafts: Sequence[Draft]) -> None:
    """«حثت روسيا أذربيجان على فتح الطريق»: what is demanded, who is called on would do."""
    if draft.modality != "demanded" or draft.agents or not draft.kind.startswith(_ASKED):
        return
    for other in drafts:
        if other.kind == "statement.demand" and other.spoken is draft.spoken and other.anchor < draft.anchor:
            draft.agents = [code.removesuffix(".GOV") for code in other.targets]
            draft.why.append("agents: who is called on to do it")


_ASKED = ("implementation.", "humanitarian.")


def announced_deed(seen: Recognised, draft: Draft) -> None:
    """«أعلن حزب الله استهداف جنود …»: who announces a blow of such verbal nouns without a doer did it."""
    if draft.agents or not draft.by:
        return
    scope = scope_at(draft.spoken, draft.anchor)
    verb = draft.clause.verb
    direct = scope is not None and verb is not None and scope.verb == verb.first and verb.lexeme in _OWNS_UP
    if draft.kind == "posture.mobilisation" and direct:
        draft.agents = [party_of(seen.knowledge, draft.by[0])]  # «أعلنت أرمينيا التعبئة العامة»
    if draft.kind == _TAKEN and scope is not None and not draft.agents:
        _announced_taking(seen, draft, scope)
    if direct and verb is not None and verb.lexeme == _CLAIMS_IT and not draft.agents:
        draft.agents = [draft.by[0].removesuffix(".GOV")]
        draft.why.append("agents: who claims it")
    if not direct or draft.agents or not draft.kind.startswith("hostilities."):
        return
    predicate = draft.predicate
    deed = predicate is not None and predicate.lexeme in _DEEDS and not predicate.proclitic
    near = seen.text.words[max(draft.clause.first, draft.anchor - 3) : draft.anchor]
    deed = deed or any(word.removeprefix("ب") in _DEEDS for word in near)  # «أقر بتنفيذ 300 غارة»
    fires = predicate is not None and predicate.lexeme == "اطلاق" and draft.kind == "hostilities.small_arms"
    actor = seen.knowledge.actors.get(draft.by[0])
    speaker = draft.by[0]
    if ".MIL." in speaker:
        speaker = speaker[: speaker.index(".MIL") + 4]  # the army of a commander who is named
    fights = speaker.endswith((".MIL", ".MOD")) or (actor is not None and actor.sort in {"group", "force"})
    if deed and not fires and fights and scope is not None and draft.anchor - scope.first <= _AT_ONCE:
        own = speaker.endswith(".MOD")
        draft.agents = [f"{speaker.removesuffix('.MOD')}.MIL" if own else speaker]
        draft.why.append("agents: who announces it did it")


_TAKEN = "territory.control_change"


def _announced_taking(seen: Recognised, draft: Draft, scope: Scope) -> None:
    """«أعلنت أذربيجان السيطرة على سبع قرى»: a party of the war that announces it took them."""
    party = seen.knowledge.sides.of(draft.by[0])
    parties = {one for theatre in seen.knowledge.theatres for one in theatre.parties}
    noun = draft.predicate is not None and draft.predicate.pos == "noun"
    lost = draft.predicate is not None and draft.predicate.lexeme.startswith(_LOST)
    near = scope.verb >= 0 and draft.anchor - scope.first <= _AT_ONCE
    if noun and not lost and party is not None and party in parties and near:
        rules = draft.by[0].endswith((".GOV", ".PRES", ".PM")) or "." in party
        draft.agents = [party if rules else f"{party}.MIL"]
        draft.why.append("agents: who announces it took it")


_LOST = ("فقدان", "التنازل", "خسار")


def announced_order(seen: Recognised, draft: Draft) -> None:
    """«أعلن الجيش فتح ممر», «أعلنت إسرائيل إغلاق المعبر»: who holds power and announces it does it."""
    verb, noun = draft.clause.verb, draft.predicate
    if draft.agents or not draft.by or verb is None or noun is None or verb.lexeme != "اعلن":
        return
    scope = scope_at(draft.spoken, draft.anchor)
    if scope is None:
        return
    ordered = noun.pos == "noun" and noun.lexeme in _ORDERS and not noun.proclitic and scope.verb == verb.first
    speaker = draft.by[0]
    actor = seen.knowledge.actors.get(speaker)
    rules = speaker.split(".")[1:2] in (["MIL"], ["MOD"], ["GOV"], ["MOI"]) or (
        actor is not None and actor.sort in {"group", "force"}
    )
    if ordered and rules and draft.kind.startswith("implementation.access") and draft.anchor - scope.first <= _AT_ONCE:
        draft.agents = [speaker.removesuffix(".GOV").removesuffix(".MOD").removesuffix(".MOI")]
        draft.why.append("agents: who announces it does it")


_ORDERS = frozenset(map(fold, ("فتح", "إغلاق", "إعادة فتح", "تعليق", "استئناف")))


def announced_truce(seen: Recognised, draft: Draft) -> None:
    """«أعلنت القوات هدنة», «أعلن الجيش تمديد الهدنة»: who fights and announces it grants it; a mediator does not."""
    if draft.kind not in _GRANTS or draft.agents or not draft.by:
        return
    scope = scope_at(draft.spoken, draft.anchor)
    by_verb = draft.predicate is not None and draft.predicate.pos == "verb"
    verb = draft.clause.verb
    told = by_verb or (scope is not None and verb is not None and scope.verb == verb.first)
    if not told or (verb and verb.lexeme != "اعلن"):
        return
    actor = seen.knowledge.actors.get(draft.by[0])
    if draft.by[0].endswith((".MIL", ".MOD")) or (actor is not None and actor.sort in {"group", "force"}):
        draft.agents = [draft.by[0].removesuffix(".MOD")]
        draft.why.append("agents: who fights and announces it")


_GRANTS = frozenset(("ceasefire.agreed", "ceasefire.extended"))


_CLAIMS_IT = fold("تبنى")
_OWNS_UP = frozenset(map(fold, ("أعلن", "أقر", "اعترف", "تبنى")))


_DEEDS = frozenset(
    map(
        fold, ("إسقاط", "تدمير", "استهداف", "إطلاق", "شن", "تنفيذ", "ضرب", "مهاجمة", "قصف", "دك", "تفجير", "نسف", "قنص")
    )
)


_AT_ONCE = 4


def agreed_with(seen: Recognised, draft: Draft) -> None:
    """«أعلنت أرمينيا هدنة مع أذربيجان», «أعلنت باكو الاتفاق مع … على هدنة»: a party that announces it is one side."""
    if draft.kind not in _GRANTS or not draft.by or len(draft.agents) > 1:
        return
    parties = {party for theatre in seen.knowledge.theatres for party in theatre.parties}
    speaker = seen.knowledge.sides.of(draft.by[0])
    last = min(draft.clause.last, draft.last + _WITH_FAR)
    others = (a for a in between(seen.actors, draft.anchor, last) if seen.text.words[a.first - 1] == "مع")
    other = next(iter(others), None)
    if other is None or speaker is None or speaker not in parties:
        return
    codes = [code for one in with_coordinated(seen, other) for code in actor_codes(one)]
    if codes and speaker not in seen.knowledge.sides.of_all(codes):
        draft.agents = [speaker, *codes]
        draft.why.append("agents: who announces it, and with whom")


_WITH_FAR = 6


def agreed_between(seen: Recognised, draft: Draft) -> None:
    """«التوصل إلى اتفاق بين X وY لتمديد الهدنة»: who agreed stands before it."""
    noun = draft.predicate is not None and draft.predicate.pos == "noun"
    if draft.kind not in _GRANTS or draft.agents or not noun:
        return
    words = seen.text.words
    for actor in between(seen.actors, draft.clause.first, draft.anchor):
        between_them = words[actor.first - 1] == "بين" and words[actor.first - 2].removeprefix("ال") in _ACCORDS
        if between_them and not between(seen.predicates, actor.last, draft.anchor - 1):
            draft.agents = [code for one in with_coordinated(seen, actor) for code in actor_codes(one)]
            draft.why.append("agents: between whom it was agreed")
            return


def in_force_between(seen: Recognised, draft: Draft) -> None:
    """«الاتفاق بين الدولتين، الذي دخل حيز التنفيذ»: between whom it was made, told just before."""
    described = draft.kind == "ceasefire.in_force" and draft.clause.opener in {"relative", "asyndetic"}
    if not described or draft.agents:
        return
    for actor in reversed(
        between(seen.actors, max(draft.spoken.sentence.first, draft.clause.first - 8), draft.clause.first)
    ):
        if seen.text.words[actor.first - 1] == "بين":
            draft.agents = [code for one in with_coordinated(seen, actor) for code in actor_codes(one)]
            draft.why.append("agents: between whom it was agreed")
            return


_ACCORDS = frozenset(("اتفاق", "اتفاقا", "تفاهم", "توافق"))


def breaking(seen: Recognised, draft: Draft, frames: Sequence[Draft]) -> None:
    """«أطلقت النار … في خرق لوقف إطلاق النار», «في أحدث خرق»: who fired broke it."""
    if draft.kind != "ceasefire.violated" or draft.agents:
        return
    if "في" not in seen.text.words[max(draft.clause.first, draft.anchor - 2) : draft.anchor]:
        return
    before = [d for d in frames if d.kind.startswith("hostilities.") and d.anchor < draft.anchor and d.agents]
    named = draft.spoken.named.get(draft.clause.index)
    if before:
        draft.agents = list(before[-1].agents)
        draft.why.append("agents: who did what broke it")
    elif named is not None and named.sort in {"force", "group", "country"} and named.first < draft.anchor:
        draft.agents = list(actor_codes(named))  # «اجتازت وحدة من القوات الخط، في انتهاك للهدنة»
        draft.why.append("agents: whose act broke it")


def by_bare_means(seen: Recognised, draft: Draft, frames: Sequence[Draft]) -> None:
    """«شنّت الطائرات الإسرائيلية غارات … فيما قصفت المدفعية»: guns and boats of whoever struck just before."""
    verb = draft.predicate if draft.predicate is not None and draft.predicate.pos == "verb" else draft.clause.verb
    if draft.agents or not draft.kind.startswith("hostilities.") or verb is None:
        return
    if not _MEANS.isdisjoint(seen.text.words[verb.last : verb.last + 1]):
        before = [d for d in frames if d.anchor < draft.anchor and d.agents and d.kind.startswith("hostilities.")]
        draft.agents = list(before[-1].agents) if before else []


_MEANS = frozenset(
    map(
        fold,
        (
            "مسيرة",
            "مسيرات",
            "دبابة",
            "دبابات",
            "طائرة",
            "المدفعية",
            "الطائرات",
            "الزوارق",
            "الدبابات",
            "الآليات",
            "المقاتلات",
            "المسيرات",
            "البوارج",
        ),
    )
)


def _blamed(seen: Recognised, accusation: Draft, draft: Draft) -> bool:
    """«حمّل X Y مسؤولية انهيار الهدنة»."""
    return any(word.removeprefix("ال") == _BLAME for word in seen.text.words[accusation.anchor : draft.anchor])


def _goes_on_with(seen: Recognised, accusation: Draft, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """«اتهمت X Y بخرق الهدنة، وشنّ ضربات …»: a second verbal noun joined by «و»."""
    first = [d for d in drafts if accusation.anchor < d.anchor < draft.anchor and _after_with(seen, d)]
    joined = any(word.startswith("و") for word in seen.text.words[max(0, draft.anchor - 1) : draft.anchor + 1])
    return bool(first) and joined and draft.predicate is not None and draft.predicate.pos == "noun"


def _accused_later(seen: Recognised, accusation: Draft, draft: Draft) -> tuple[str, ...]:
    """«اتهم X Y بقصف …، وZ بخرق الهدنة»: the second accused, joined by «و» before the second «بـ»."""
    for actor in reversed(between(seen.actors, accusation.last, draft.anchor)):
        if actor.proclitic.startswith("و") and draft.anchor - actor.last <= _TO_WHAT and actor.code:
            return actor_codes(actor)
    return ()


_BLAME = fold("مسؤولية")


_TO_WHAT = 3


def came_from(seen: Recognised, draft: Draft) -> None:
    """«صد هجمات من قوات كذا»: whom a blow comes from, right behind it or its adjective."""
    predicate = draft.predicate
    if predicate is None or predicate.pos == "verb" or draft.agents or draft.kind not in _FROM_SOMEBODY:
        return
    for token in range(predicate.last, min(draft.clause.last, predicate.last + 2)):
        if seen.text.words[token] == "من":
            actors = between(seen.actors, token + 1, token + 2)
            draft.agents = [code for actor in actors if actor.sort != "person" for code in actor_codes(actor)]
            draft.why.append("agents: whom it came from")
            return


def exchanged_between(seen: Recognised, draft: Draft) -> None:
    """«أتمت اللجنة تبادل الأسرى بين X وY»: the two sides, and not who saw to it."""
    mutual = draft.predicate is not None and draft.predicate.lexeme.startswith("تبادل")
    if draft.kind != "implementation.exchange" or not mutual:
        return
    for actor in between(seen.actors, draft.anchor + 1, draft.clause.last):
        if "بين" in seen.text.words[actor.first - 2 : actor.first]:
            sides = [code for one in with_coordinated(seen, actor) for code in actor_codes(one)]
            draft.agents = sides if len(sides) > 1 else draft.agents
            return


def committed(seen: Recognised, draft: Draft) -> None:
    """«سجل الجيش ارتكاب الجماعة 85 خرقاً»: who committed what is counted."""
    counted = draft.kind == "ceasefire.violated" and draft.predicate is not None and draft.predicate.pos == "verb"
    if not counted or draft.agents:
        return
    for noun in between(seen.predicates, draft.anchor + 1, draft.clause.last):
        actors = between(seen.actors, noun.last, noun.last + 1) if noun.lexeme == _COMMITTING else []
        draft.agents = [code for actor in actors for code in actor_codes(actor)] or draft.agents


_COMMITTING = fold("ارتكاب")
_FROM_SOMEBODY = frozenset(("hostilities.attack", "hostilities.shelling", "hostilities.air", "hostilities.small_arms"))


_GOES_ON = "استمر"
"""«تستمر إسرائيل بخرق الاتفاق»."""


def undertook(seen: Recognised, draft: Draft) -> None:
    """«بعد قيام مسلحي كذا بخرق الهدنة وقصف مواقع»: whose doing it is."""
    if draft.predicate is None or draft.predicate.pos == "verb" or draft.agents:
        return
    verb, named = draft.clause.verb, draft.spoken.named.get(draft.clause.index)
    goes_on = verb is not None and verb.lexeme == _GOES_ON and "ب" in draft.predicate.proclitic
    actor = named if goes_on else undertaking(seen, draft.clause, draft.anchor)
    if actor is not None and not draft.kind.startswith(("statement.", "casualties.")):
        draft.agents = list(actor_codes(actor))
        draft.why.append("agents: whose doing it is («قيام … بـ»)")


def reached_by(seen: Recognised, draft: Draft) -> None:
    """«توصلت X وY خلال مشاورات استضافتها Z إلى اتفاق على هدنة»: who reached it, where a description stands between."""
    if draft.kind != "ceasefire.agreed" or draft.agents or draft.predicate is None or draft.predicate.pos == "verb":
        return
    described = draft.clause.opener in {"asyndetic", "relative"} and draft.clause.index > 0
    first = draft.clause.index - described
    for clause in draft.spoken.clauses[first : draft.clause.index + 1]:
        named = draft.spoken.named.get(clause.index)
        reaches = clause.verb is not None and clause.verb.lexeme in _REACHES and clause.verb.first < draft.anchor
        if reaches and named is not None:
            draft.agents = [code for actor in with_coordinated(seen, named) for code in actor_codes(actor)]
            draft.why.append("agents: who reached the agreement")
            return


_REACHES = frozenset(("توصل", "اتفق"))


def befell(seen: Recognised, draft: Draft) -> None:
    """«تعرّضت مواقع X لقصف»: the verb's subject is whom it befell."""
    verb = draft.clause.verb
    noun = draft.predicate is not None and draft.predicate.pos != "verb"
    if not noun or verb is None or verb.first > draft.anchor:
        return
    if verb.lexeme not in _WITHSTANDS and verb.lexeme not in seen.vocabulary.undergo:
        return
    between_them = between(seen.actors, verb.last, draft.anchor)
    named = draft.spoken.named.get(draft.clause.index) or next(iter(between_them), None)
    if named is not None:
        codes = actor_codes(named)
        draft.targets = list(codes)
        draft.agents = [code for code in draft.agents if code not in codes]
        draft.stretch(verb.first, draft.last)


_WITHSTANDS = frozenset(map(fold, ("صد", "أحبط", "أفشل")))
"""«صد الجيش هجوماً شنّته …»: who withstood a blow is whom it was aimed at."""


def fell_in(drafts: Sequence[Draft]) -> None:
    """«قتل جندي أرميني في اشتباك مع القوات الأذربيجانية»: the other side is his."""
    for blow in drafts:
        mutual = blow.predicate is not None and blow.predicate.lexeme.startswith("تبادل")
        if not (blow.kind == "hostilities.clash" or (mutual and blow.kind == "hostilities.small_arms")):
            continue
        fallen = [d for d in drafts if d.kind.startswith("casualties.") and d.targets and d.anchor < blow.anchor]
        if fallen and len(blow.agents) == 1 and fallen[-1].clause.index == blow.clause.index:
            add(blow.agents, [code for code in fallen[-1].targets if code not in blow.agents])
            blow.targets = []


def fought_with(seen: Recognised, draft: Draft) -> None:
    """«سيطرت القوات على قرية بعد اشتباكات مع الفصائل»: the subject is the other side, where only one is named."""
    named = draft.spoken.named.get(draft.clause.index)
    noun = draft.predicate is not None and draft.predicate.pos == "noun"
    if draft.kind != "hostilities.clash" or not noun or len(draft.agents) != 1 or named is None:
        return
    with_whom = any(
        seen.text.words[actor.first - 1] == "مع" for actor in between(seen.actors, draft.anchor, draft.clause.last)
    )
    codes = [code for code in actor_codes(named) if code not in draft.agents]
    if with_whom and named.last <= draft.anchor and named.sort in {"force", "group"}:
        draft.agents = [*codes, *draft.agents]


def broke_out(drafts: Sequence[Draft]) -> None:
    """«هاجمت الجماعة مواقع للقوات، ما أسفر عن اندلاع مواجهات»: who struck and who was struck fight each other."""
    for clash in drafts:
        if clash.kind != "hostilities.clash" or clash.agents or clash.clause.opener != "result":
            continue
        before = [d for d in drafts if d.kind.startswith("hostilities.") and d.anchor < clash.clause.first]
        if before and before[-1].agents and before[-1].targets and clash.clause.index - before[-1].clause.index == 1:
            clash.agents = [*before[-1].agents, *before[-1].targets]
            clash.why.append("agents: who struck and who was struck before")


def struck(seen: Recognised, drafts: Sequence[Draft]) -> None:
    """What people were killed or wounded in was aimed at them: «مقتل جنود في قصف»."""
    for harm in drafts:
        if not harm.kind.startswith("casualties.") or harm.parent is not None:
            continue
        for blow in drafts:
            both = blow.predicate is not None and blow.predicate.lexeme.startswith("تبادل")
            follows = (
                blow.kind.startswith("hostilities.")
                and blow.kind != "hostilities.clash"
                and blow.anchor > harm.anchor
                and not both
            )
            near = follows and blow.anchor - harm.last <= _CLOSE_BLOW
            if near and not blow.targets:
                blow.targets = list(harm.targets)
            if near and not blow.agents and blow.predicate is not None and _wherein(seen, blow):
                blow.agents = list(harm.agents)  # «أعلن الجيش قتل مسلحَين بغارة», «قتلت القوات 25 شخصاً في هجوم»


_CLOSE_BLOW = 12


def _wherein(seen: Recognised, blow: Draft) -> bool:
    noun = blow.predicate
    if noun is None or noun.pos == "verb":
        return False
    return "ب" in noun.proclitic or seen.text.words[blow.anchor - 1] == "في"


def _after_with(seen: Recognised, draft: Draft) -> bool:
    """Whether the draft's noun, or the verbal noun right before it, carries «بـ»."""
    words = seen.text.words[max(draft.clause.first, draft.anchor - 2) : draft.anchor + 1]
    return any(word.startswith("ب") and len(word) > 1 for word in words)
