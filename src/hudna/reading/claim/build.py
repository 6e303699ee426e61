"""From a recognised text to claim records."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from hudna.model import Claim, Count, Document
from hudna.model.document import Furniture
from hudna.reading.attribute import Spoken, Voices
from hudna.reading.claim.casualties import Casualties
from hudna.reading.claim.context import in_war
from hudna.reading.claim.doers import (
    CAUSED,
    accused,
    against_the_accuser,
    agreed_between,
    agreed_with,
    announced_deed,
    announced_order,
    announced_truce,
    asked_of,
    befell,
    breaking,
    broke_out,
    by_bare_means,
    came_from,
    came_of,
    committed,
    exchanged_between,
    fell_in,
    fought_with,
    in_force_between,
    not_at_itself,
    reached_by,
    struck,
    undertook,
)
from hudna.reading.claim.draft import Draft, add, inherit, share_cause
from hudna.reading.claim.fields import set_places
from hudna.reading.claim.frames import draft_frames
from hudna.reading.claim.gapping import told_apart
from hudna.reading.claim.here import PEOPLE
from hudna.reading.claim.history import set_background
from hudna.reading.claim.joined import share_mood
from hudna.reading.claim.link import link_events
from hudna.reading.claim.marks import with_marks
from hudna.reading.claim.merge import merge_blows
from hudna.reading.claim.mood import not_announced, set_modality, set_to_come
from hudna.reading.claim.mutual import each_other
from hudna.reading.claim.owners import demonyms
from hudna.reading.claim.passing import set_surety, worth_keeping
from hudna.reading.claim.people import BarePeople
from hudna.reading.claim.recalled import by_police, practice, told_of_war
from hudna.reading.claim.shared import share_places, told_once
from hudna.reading.claim.sides import settle_sides
from hudna.reading.claim.when import set_when
from hudna.reading.claim.worth import may_tell
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import NumberFound
from hudna.reading.split import Sentence

_COUNTED = {
    "ceasefire.violated": "violations",
    "implementation.exchange": "released",
    "implementation.return": "returned",
    "humanitarian.evacuation": "evacuated",
    "humanitarian.displacement": "displaced",
    "humanitarian.shelter": "sheltered",
    "hostilities.capture": "captured",
    "politics.protest": "gathered",
}
_ANCHOR, _SPAN = attrgetter("anchor"), attrgetter("first", "last", "kind")
_COUNTRY = 3
_ACCUSATION = "statement.accusation"
_SECOND_DEMANDS = ("implementation.", "humanitarian.")


def find_claims(
    document: Document, seen: Recognised, furniture: Sequence[Furniture], bare: BarePeople
) -> tuple[Claim, ...]:
    """All claims of a text, in text order. `bare` finds people named without a number in a range of tokens."""
    drafts: list[Draft] = []
    voices = Voices(seen)
    for sentence in seen.text.sentences:
        if may_tell(seen, sentence) and not _in_furniture(seen, sentence, furniture):
            drafts.extend(_sentence(seen, voices.spoken(sentence.index), bare))
    link_events(seen, drafts)
    kept = in_war(seen, [draft for draft in drafts if _worth(draft)])
    return _claims(document, seen, kept)


def _in_furniture(seen: Recognised, sentence: Sentence, furniture: Sequence[Furniture]) -> bool:
    start, end = seen.text.raw_span(sentence.first, sentence.last)
    at = bisect_right(furniture, start, key=lambda piece: piece.start) - 1
    return at >= 0 and end <= furniture[at].end


def _sentence(seen: Recognised, spoken: Spoken, bare: BarePeople) -> list[Draft]:
    frames = draft_frames(seen, spoken)
    for draft in frames:
        _counted(seen, draft)
    frames = merge_blows(seen, frames)
    frames = [part for draft in frames for part in told_apart(seen, draft)]
    casualties = Casualties(seen, spoken, frames, bare).run()
    drafts = [
        *(draft for draft in frames if not by_police(seen, draft)),
        *(draft for draft in casualties if told_of_war(seen, draft)),
    ]
    drafts = [draft for draft in drafts if not practice(seen, draft)]
    for draft in drafts:
        accused(seen, draft, drafts)
        each_other(seen, draft, drafts)
        announced_deed(seen, draft)
        agreed_between(seen, draft)
        agreed_with(seen, draft)
        in_force_between(seen, draft)
        announced_truce(seen, draft)
        announced_order(seen, draft)
        breaking(seen, draft, frames)
        by_bare_means(seen, draft, frames)
        befell(seen, draft)
        reached_by(seen, draft)
        came_from(seen, draft)
        committed(seen, draft)
        exchanged_between(seen, draft)
        undertook(seen, draft)
        fought_with(seen, draft)
    for draft in drafts:  # «غارات إسرائيلية شنها الطيران الإسرائيلي»: one side, named twice
        twice = {code.removesuffix(face) for code in draft.agents for face in (".MIL", ".GOV") if code.endswith(face)}
        draft.agents = [code for code in draft.agents if code not in twice]
        not_at_itself(draft)
    fell_in(drafts)
    broke_out(drafts)
    struck(seen, drafts)
    told_once(seen, drafts)
    for draft in frames:
        if draft.kind in CAUSED and draft.cause is None:
            draft.cause = came_of(seen, draft, frames)
    in_order = sorted(drafts, key=_ANCHOR)
    for at, draft in enumerate(in_order):
        settle_sides(seen, draft)
        _real_actors(seen, draft)
        set_modality(seen, draft)
        share_mood(seen, draft, in_order[:at])
        asked_of(draft, drafts)
        set_places(seen, draft)
        against_the_accuser(seen, draft)
        set_when(seen, draft)
        set_to_come(seen, draft)
        share_cause(draft)
        set_background(seen, draft)
        set_surety(seen, draft)
        _speech(seen, draft)
        inherit(draft)
    share_places(seen, drafts)
    _share_days(drafts)
    return worth_keeping(seen, [draft for draft in drafts if not not_announced(seen, draft)])


def _share_days(drafts: Sequence[Draft]) -> None:
    """«استشهد أربعة وأصيب آخرون، اليوم»: one toll, and its day is told once."""
    toll = sorted((d for d in drafts if d.kind.startswith("casualties.") and d.parent is None), key=lambda d: d.first)
    for one, other in pairwise(toll):
        joined = other.first - one.last <= _NEXT and one.by == other.by and one.modality == other.modality == "actual"
        dated = one if other.when is None else other
        bare = other if dated is one else one
        if joined and bare.when is None and dated.when is not None and not dated.background:
            bare.when = dated.when
            bare.why.append("when: the day of the toll")


_NEXT = 2


def _counted(seen: Recognised, draft: Draft) -> None:
    """The people that an evacuation, a flight or a shelter is about."""
    measure = _COUNTED.get(draft.kind)
    if measure is None or draft.number is not None:
        return
    if measure == "violations":
        _violations(seen, draft)
        return
    last = min(draft.clause.last, draft.anchor + 14)
    strict = draft.kind == "implementation.exchange"  # «تبادل الأسرى … عبر 6 مطارات»
    numbers = [
        n
        for n in between(seen.numbers, draft.anchor, last)
        if n.counted in PEOPLE or (n.counted is None and not strict)
    ]
    number = next((n for n in numbers if n.sort in {"cardinal", "range", "vague", "dual"}), None)
    number = number or _ahead(seen, draft)
    if number is None:
        return
    draft.number, draft.measure = (
        number,
        "gathered" if draft.predicate and draft.predicate.lexeme == "احتشد" else measure,
    )
    draft.who = number.counted or "person"
    draft.stretch(number.first, max(number.last, number.noun_last))
    draft.confidence = 0.8
    if draft.kind == "implementation.exchange":
        _whose_people(seen, draft, max(number.last, number.noun_last))


def _whose_people(seen: Recognised, draft: Draft, token: int) -> None:
    """«أفرجت أذربيجان عن 32 عسكرياً أرمينياً»: whose they are, and so who gets them back."""
    match = demonyms(seen.knowledge).at(seen.text.words, token, min(token + 2, draft.spoken.sentence.last))
    draft.side = match.payloads[0] if match is not None else draft.side
    if draft.side and not draft.targets and draft.side not in {code.split(".")[0] for code in draft.agents}:
        draft.targets = [draft.side]
        draft.why.append("targets: whose people they are")


def _ahead(seen: Recognised, draft: Draft) -> NumberFound | None:
    """«13 ألف شخص على الأقل نزحوا»: the count before a verb in the plural."""
    form = draft.predicate.form if draft.predicate is not None else None
    before = between(seen.numbers, max(draft.clause.first, draft.anchor - 8), draft.anchor)
    number = next((n for n in reversed(before) if n.counted in PEOPLE), None)
    touches = number is not None and max(number.last, number.noun_last) == draft.anchor  # «30 ألف أسرة نزحت»
    return number if form is not None and (form.number == "p" or touches) else None


def _violations(seen: Recognised, draft: Draft) -> None:
    """«60 خرقاً للهدنة»: a speaker counts breaches."""
    near = between(seen.numbers, max(draft.clause.first, draft.anchor - _COUNT_FAR), max(draft.anchor + 1, draft.last))
    breaches = [n for n in near if n.counted == "violation" and n.noun_last > draft.anchor - _NOUN_FAR]
    number = next(iter(breaches), None) or _so_many_times(seen, draft)
    number = number or _reached(seen, draft)
    if number is not None:
        draft.number, draft.measure, draft.confidence = number, "violations", 0.8
        draft.stretch(number.first, number.last)


def _so_many_times(seen: Recognised, draft: Draft) -> NumberFound | None:
    """«خرقت الاتفاق أكثر من ألف مرة»."""
    for number in between(seen.numbers, draft.anchor, draft.clause.last):
        if seen.text.words[max(number.last, number.noun_last) - 1] in _TIMES or (
            number.last < draft.clause.last and seen.text.words[number.last] in _TIMES
        ):
            return number
    return None


def _reached(seen: Recognised, draft: Draft) -> NumberFound | None:
    """«عدد الخروقات … تجاوز 4500 خرق»."""
    words_ = seen.text.words[max(draft.clause.first, draft.anchor - 2) : draft.anchor]
    if _NUMBER_OF.isdisjoint(words_):
        return None
    later = between(seen.numbers, draft.anchor + 1, draft.clause.last)
    return next((number for number in later if number.counted == "violation"), None)


_COUNT_FAR = 10
"""Tokens of a figure before what it counts: «أكثر من 7.5 آلاف خرق» has seven."""
_NOUN_FAR = 3
_NUMBER_OF = frozenset(("عدد", "حصيله", "مجموع"))
_TIMES = frozenset(("مره", "مرات", "مرتين"))


def _real_actors(seen: Recognised, draft: Draft) -> None:
    """Who only reports does nothing: sources and outlets stand in roles of statements alone."""
    if draft.kind.startswith(("statement.", "diplomacy.")):
        return
    for codes in (draft.agents, draft.targets):
        codes[:] = [c for c in codes if not c.startswith("SOURCE") and c.split(".")[0] not in seen.knowledge.sources]


def _speech(seen: Recognised, draft: Draft) -> None:
    """A statement whose verb is the act has its speaker in `agents` and an empty `by`."""
    if not draft.speech_act:
        return
    draft.agents = [_as_speaker(seen, code) for code in draft.agents] or list(draft.by[:1])
    if draft.kind == "statement.denial" and seen.text.words[draft.anchor - 1] == _WHICH and draft.agents:
        draft.by = ()  # «اتهمت أرمينيا …، وهو ما نفته أذربيجان»: the outlet says it
    draft.by = (
        tuple(code for code in draft.by if code not in draft.agents) if draft.by[:1] != tuple(draft.agents[:1]) else ()
    )


_WHICH = "ما"


def _as_speaker(seen: Recognised, code: str) -> str:
    known = seen.knowledge.actors.get(code)
    organisation = known is not None and known.sort == "organisation"  # «أطباء بلا حدود» have three letters, too
    return f"{code}.GOV" if len(code) == _COUNTRY and code.isupper() and not organisation else code


def _worth(draft: Draft) -> bool:
    if draft.modality == "demanded" and not draft.kind.startswith((*_SECOND_DEMANDS, "statement.", "politics.")):
        return False
    if draft.speech_act and not draft.agents:
        return _has_unknown_speaker(draft)
    mutual = len(draft.agents) > 1
    return not (draft.kind == _ACCUSATION and draft.speech_act and not draft.targets and not mutual)


def _has_unknown_speaker(draft: Draft) -> bool:
    """A speech act needs somebody: at least a noun after its verb, if nobody whom a pack knows («طالب المحتجون»)."""
    verb = draft.predicate
    many = verb is not None and verb.form is not None and verb.form.number == "p"  # «وطالبوا رئيس الوزراء بـ»
    return verb is not None and verb.pos == "verb" and (draft.named_noun or many)


def _claims(document: Document, seen: Recognised, drafts: list[Draft]) -> tuple[Claim, ...]:
    by_sentence: dict[int, list[Draft]] = {}  # doubles stand in one sentence; long texts cost the square otherwise
    for draft in sorted(drafts, key=_SPAN):
        by_sentence.setdefault(id(draft.spoken), []).append(draft)
    kept = [draft for together in by_sentence.values() for draft in _without_doubles(together)]
    ordered = sorted(kept, key=_SPAN)
    ids = {id(draft): _identity(document, seen, draft) for draft in ordered}
    return tuple(_claim(document, seen, draft, ids) for draft in ordered)


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """An accusation whose content has its own kind is told by that; twice the same kind on the same words is once."""
    kept: list[Draft] = []
    for draft in drafts:
        own = draft.kind == _ACCUSATION and any(
            other is not draft
            and other.spoken is draft.spoken
            and other.anchor > draft.anchor
            and other.clause.index - draft.clause.index <= 1
            and not other.kind.startswith("statement.")
            for other in drafts
        )
        twin = any(
            o.spoken is draft.spoken
            and o.clause.index == draft.clause.index
            and o.kind == draft.kind
            and o.first < draft.last
            and draft.first < o.last
            and o.number is None
            and draft.number is None
            for o in kept
        )
        if not own and not twin and not any(_same_telling(other, draft) for other in kept):
            kept.append(draft)
    return kept


_COGNATE = 3


def _same_telling(one: Draft, other: Draft) -> bool:
    """«حرب دارت بين …»: the noun and the verb that describes it tell the same thing."""
    if one.kind != other.kind or one.spoken is not other.spoken or one.number is not other.number:
        return False
    listed = max(one, other, key=lambda draft: draft.anchor).predicate
    apart = listed is not None and listed.proclitic.startswith("و")  # «فتح ممرات وفتح الطريق»
    if one.clause.index == other.clause.index and abs(one.anchor - other.anchor) <= _COGNATE and not apart:
        return True  # «بانسحاب القوات انسحاباً كاملاً»
    return one.first <= other.anchor < one.last or other.first <= one.anchor < other.last


def _identity(document: Document, seen: Recognised, draft: Draft) -> str:
    start, end = seen.text.raw_span(draft.first, draft.last)
    number = f"{draft.number.first}" if draft.number is not None else ""
    # The document's own id, too: two outlets that carry the very same text make two claims, not one.
    told = f"{document.text_sha256}|{document.id}|{start}|{end}|{draft.kind}|{number}"
    digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return f"c{digest[:16]}"


def _claim(document: Document, seen: Recognised, draft: Draft, ids: dict[int, str]) -> Claim:
    sentence = draft.spoken.sentence
    start, end = seen.text.raw_span(
        *with_marks(seen.text.words, draft.first, draft.last, (sentence.first, sentence.last))
    )
    return Claim(
        id=ids[id(draft)],
        doc=document.id,
        start=start,
        end=end,
        quote=document.text[start:end],
        kind=draft.kind,
        agents=tuple(draft.agents),
        targets=tuple(code for code in draft.targets if code not in draft.agents),
        places=tuple(draft.places),
        when=draft.when,
        count=_count(draft, ids),
        by=draft.by,
        modality=draft.modality,
        background=draft.background,
        confidence=draft.confidence,
        rule=draft.rule,
        why=(*draft.why, *_mended(draft)),
    )


def _mended(draft: Draft) -> Iterator[str]:
    number = draft.number
    if number is not None and number.repaired and number.lo is not None:
        yield f"count: the page breaks this number up in the wrong order; mended to {number.lo:,.0f}"


def _count(draft: Draft, ids: dict[int, str]) -> Count | None:
    number = draft.number
    if number is None or draft.measure is None:
        return None
    lo, hi = (None if end is None else abs(round(end)) for end in (number.lo, number.hi))  # fewer than none: a dash
    return Count(
        measure=draft.measure,
        lo=hi if lo is not None and hi is not None and lo > hi else lo,
        hi=lo if lo is not None and hi is not None and lo > hi else hi,
        bound=number.bound,
        who=draft.who,
        side=draft.side,
        subset_of=ids.get(id(draft.parent)) if draft.parent is not None else None,
    )


__all__ = ["add", "find_claims"]
