"""One blow told twice in a sentence is one claim: «غارة … استهدفت سيارة», «قصف … طال حي كذا».

The noun names the blow, the verb after it only says what it struck; the verb lends its object, place and span to the
noun and vanishes.
"""

from collections.abc import Sequence

from hudna.reading.claim.draft import Draft, add
from hudna.reading.claim.needs import CARRIERS
from hudna.reading.claim.told import HITS
from hudna.reading.recognise.bundle import Recognised, between

_FAR = 14
"""Words that may stand between a blow and the verb that says what it struck (means, place, time)."""


def merge_blows(seen: Recognised, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of a sentence without verbs that only say what a blow struck."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: draft.anchor):
        hits = _only_hits(seen, draft)
        blow = _blow_before(kept, draft) if hits else _fallen(kept, draft)
        if blow is not None:
            _lend(draft, blow)
        elif not (hits and _describes_a_blow(seen, draft)):
            kept.append(draft)
    return _without_bare_agreement(_without_purposes(_without_carriers(kept)))


def _without_purposes(drafts: Sequence[Draft]) -> list[Draft]:
    """«التقى الرئيسان لإجراء محادثات في بروكسل»: what they met for is the same meeting."""
    kept: list[Draft] = []
    for draft in drafts:
        noun = draft.predicate if draft.kind == "diplomacy.talks" else None
        meant = noun is not None and noun.pos != "verb" and "ل" in noun.proclitic.replace("ال", "")
        met = [d for d in kept if d.kind == draft.kind and 0 < draft.anchor - d.anchor <= _FAR] if meant else []
        if not met:
            kept.append(draft)
            continue
        add(met[-1].agents, [code for code in draft.agents if code not in met[-1].agents])
        met[-1].stretch(draft.first, draft.last)
    return kept


def _without_carriers(drafts: Sequence[Draft]) -> list[Draft]:
    """«شنّت طائرات X غارة»: the verb only carries the blow; whoever it names did that."""
    kept: list[Draft] = []
    for draft in drafts:
        verb = draft.predicate
        carries = verb is not None and verb.pos == "verb" and verb.lexeme in CARRIERS
        blows = [other for other in drafts if _carried(draft, other)] if carries else []
        if not blows:
            kept.append(draft)
            continue
        if not blows[0].agents:
            add(blows[0].agents, draft.agents)
        blows[0].stretch(draft.first, draft.last)
    return kept


def _carried(draft: Draft, other: Draft) -> bool:
    noun = other.predicate is not None and other.predicate.pos != "verb" and other.kind == draft.kind
    return noun and draft.kind.startswith("hostilities.") and 0 < other.anchor - draft.anchor <= _FAR


def _describes_a_blow(seen: Recognised, draft: Draft) -> bool:
    """«… في أعقاب هجوم استهدف مدرسة»: where the noun only recalls a blow, the verb that describes it tells none."""
    if draft.clause.opener not in {"asyndetic", "relative"}:
        return False
    nouns = between(seen.predicates, max(draft.spoken.sentence.first, draft.anchor - _DESCRIBED), draft.anchor)
    blow = nouns[-1] if nouns and nouns[-1].pos != "verb" else None
    if blow is not None and not _CAME_OF.isdisjoint(seen.text.words[blow.first - 1 : blow.first]):
        return False  # «سقط قتلى جراء المعارك التي تدور بين …» says between whom
    return blow is not None and any(ref.kind.startswith("hostilities.") for ref in blow.patterns)


_DESCRIBED = 5
_CAME_OF = frozenset(("جراء", "نتيجه", "اثر", "بسبب"))


def _only_hits(seen: Recognised, draft: Draft) -> bool:
    verb = draft.predicate
    if verb is None or verb.pos != "verb" or not draft.kind.startswith("hostilities."):
        return False
    return verb.lexeme in HITS or verb.lexeme in seen.vocabulary.happens


def _blow_before(kept: Sequence[Draft], draft: Draft) -> Draft | None:
    """The blow that the verb's subject is: an event noun before it, whose doer the verb does not name anew."""
    if draft.clause.index in draft.spoken.named and draft.clause.opener not in {"asyndetic", "relative"}:
        return None
    nouns = [
        other
        for other in kept
        if other.kind.startswith("hostilities.") and other.predicate is not None and other.predicate.pos != "verb"
    ]
    near = [other for other in nouns if 0 < draft.anchor - other.anchor <= _FAR]
    return near[-1] if near else None


def _fallen(kept: Sequence[Draft], draft: Draft) -> Draft | None:
    """«سقوط صاروخ أطلقته الجماعة»: the noun before tells of the same shell or rocket; the verb, who fired it."""
    verb = draft.predicate
    fires = verb is not None and verb.lexeme in CARRIERS and bool(verb.pronoun) and draft.clause.opener in _DESCRIBES
    before = kept[-1] if kept and fires else None
    same = before is not None and before.kind == draft.kind and 0 < draft.anchor - before.anchor <= _DESCRIBED
    return before if same and before is not None and before.agents in ([], draft.agents) else None


_DESCRIBES = frozenset(("asyndetic", "relative"))


def _lend(draft: Draft, blow: Draft) -> None:
    if not blow.agents and draft.predicate is not None and draft.predicate.lexeme in CARRIERS:
        add(blow.agents, draft.agents)
    add(blow.targets, [code for code in draft.targets if code not in blow.agents])
    blow.stretch(blow.first, draft.last)
    blow.why.append("what it struck: told by the verb after it")


def _without_bare_agreement(drafts: list[Draft]) -> list[Draft]:
    """«وافقت الأطراف على تمديد الهدنة»: what was agreed is the extension, with its sides."""
    extended = [d for d in drafts if d.kind == "ceasefire.extended"]
    if not extended:
        return drafts
    kept: list[Draft] = []
    for draft in drafts:
        after = [e for e in extended if draft.kind == "ceasefire.agreed" and draft.clause.index == e.clause.index]
        if not after:
            kept.append(draft)
            continue
        add(after[0].agents, draft.agents)
        after[0].stretch(draft.first, draft.last)
    return kept
