"""Claims of one text that plainly speak of the same happening share its time and place.

«مقتل 50 عسكريا في اشتباكات» after a lead that dates the clashes is dated by them; «العملية العسكرية التي تشنها X» is
dated by the sentence that tells its beginning, or by the theatre's chronicle. Mere nearness is never enough.
"""

from datetime import date, timedelta

from hudna.knowledge.languages.ar.words import words
from hudna.model import ChronicleEntry
from hudna.reading.claim.draft import Draft, add, inherit, share_cause
from hudna.reading.recognise.bundle import Recognised, between

_VIOLENT = ("hostilities.", "casualties.")
_RECENT = timedelta(days=7)
"""How long before an article a chronicle event may be for «the operation» without a date to be that one."""


def link_events(seen: Recognised, drafts: list[Draft]) -> None:
    """Give undated violent claims the time and place of the text's own event, else of a chronicle event."""
    _truces(drafts)
    for draft in drafts:
        if draft.kind == "hostilities.offensive" and draft.modality == "actual" and not draft.background:
            _from_chronicle(seen, draft)
    event = _told_event(drafts)
    operation = next((d for d in drafts if d.kind == "hostilities.offensive" and d.when and not d.background), None)
    before: Draft | None = None
    _named_again(seen, drafts)
    _came_of_it(seen, drafts)
    for draft in drafts:
        share_cause(draft)
        inherit(draft)
    for draft in drafts:
        if not draft.kind.startswith(_VIOLENT) or draft.background or draft.modality != "actual":
            continue
        mine = operation if draft.definite_event and operation is not None else event
        if mine is not None and draft is not mine and _speaks_of(draft, mine):
            _take(draft, mine)
        if draft.when is None or not draft.places:
            _from_chronicle(seen, draft)
        if draft.kind.startswith("casualties."):
            _goes_on(draft, before)
            before = draft
    _places_go_on(seen, drafts)


def _named_again(seen: Recognised, drafts: list[Draft]) -> None:
    """«غارة إسرائيلية …. وأفادت الوكالة بأن الغارة استهدفت …»: a blow with its article is the one told just before."""
    for index, draft in enumerate(drafts):
        if not draft.kind.startswith("hostilities.") or draft.agents or not _definite(seen, draft):
            continue
        told = [d for d in drafts[:index] if d.kind == draft.kind and d.agents and not d.background]
        near = [d for d in told if draft.spoken.sentence.index - d.spoken.sentence.index in (1, 2)]
        if near:
            draft.agents, draft.when = list(near[-1].agents), draft.when or near[-1].when
            draft.places = draft.places or list(near[-1].places)
            draft.why.append("agents: the blow told just before, named again")


def _came_of_it(seen: Recognised, drafts: list[Draft]) -> None:
    """«وأسفر القصف عن …», «قتلوا في الهجوم», «هذه الخروقات أسفرت عن …»: by whoever struck just before."""
    for index, draft in enumerate(drafts):
        if not draft.kind.startswith(_CAME_OF_IT) or draft.agents or draft.background or not _of_it(seen, draft):
            continue
        told = [d for d in drafts[:index] if d.kind.startswith(_BLOWS) and d.agents and not d.background]
        near = [d for d in told if draft.spoken.sentence.index - d.spoken.sentence.index in (1, 2)]
        if near and not set(near[-1].agents) & set(draft.targets) and len({tuple(d.agents) for d in near}) == 1:
            draft.agents = list(near[-1].agents)
            draft.why.append("agents: of the blow told just before, of which it came")


def _of_it(seen: Recognised, draft: Draft) -> bool:
    """Whether a blow with its article stands in the clause, as what caused it or as that in which it came about."""
    words_ = seen.text.words
    stretch = range(draft.clause.first, min(draft.clause.last, draft.last + _IT_FAR))
    it = next((t for t in stretch if words_[t].removeprefix("ب") in _THE_BLOW), -1)
    if it < 0:
        return False
    plain = words_[it + 1 : it + 2] and not words_[it + 1].startswith("ال")  # «القصف الإسرائيلي» names its own doer
    caused = draft.clause.verb is not None and draft.clause.verb.lexeme in seen.vocabulary.causes
    wherein = words_[it - 1] in {"في", "جراء", "اثر", "نتيجه", "بسبب", "هذه", "هذا", "تلك"} or words_[it].startswith(
        "ب"
    )
    return (bool(plain) or words_[it - 1] in {"هذه", "هذا"}) and (caused or wherein)


_IT_FAR = 6
_CAME_OF_IT = ("casualties.", "humanitarian.destruction", "humanitarian.displacement", "hostilities.capture")
_BLOWS = ("hostilities.", "ceasefire.violated")
_THE_BLOW = frozenset(
    (
        "القصف",
        "الهجوم",
        "الهجمات",
        "الغاره",
        "الغارات",
        "الخروقات",
        "الاعتداءات",
        "الانتهاكات",
        "الضربه",
        "الضربات",
        "الاستهداف",
    )
)


def _definite(seen: Recognised, draft: Draft) -> bool:
    """«الغارة», «الصواريخ» right at a blow."""
    nouns = [p for p in between(seen.predicates, draft.first, draft.last) if p.pos == "noun"]
    things = [o for o in between(seen.objects, draft.first, draft.anchor) if o.name in {"shells", "aircraft"}]
    starts = [*(p.first for p in nouns), *(o.first for o in things)]
    return any(seen.text.words[token].lstrip("وبل").startswith("ال") for token in starts[:1])


def _truces(drafts: list[Draft]) -> None:
    """A text speaks of one truce: its undated agreeing and beginning share the dated one's day."""
    news = [d for d in drafts if d.kind in _TRUCE and d.modality in {"actual", "planned"} and not d.background]
    dated = next((d for d in news if d.when is not None), None)
    for draft in news:
        begins = dated is not None and dated.modality == "planned" and draft.modality == "actual"
        if dated is not None and dated.when is not None and draft.when is None and not begins:
            draft.when = (dated.when[0][:10], dated.when[1][:10])
            draft.why.append("when: the day of the truce that the text dates elsewhere")


_TRUCE = ("ceasefire.agreed", "ceasefire.in_force")


def _goes_on(draft: Draft, before: Draft | None) -> None:
    """A figure in the same or the next sentence without a time, place or cause of its own is of the same event."""
    if before is None or draft.when is not None or draft.spoken.sentence.index - before.spoken.sentence.index > 1:
        return
    if draft.targets or before.when is None or not _short(before.when):
        return
    draft.when = before.when
    draft.why.append("when: the event of the figure before")
    if not draft.places:
        add(draft.places, before.places)


def _places_go_on(seen: Recognised, drafts: list[Draft]) -> None:
    """«قصفت القوات مدينة كذا. وأسفر القصف عن …»: what the next sentence tells of the same blows was there too."""
    before: list[Draft] = []
    for draft in drafts:
        if not draft.kind.startswith(_THERE) or draft.background or draft.modality != "actual":
            continue
        near = [d for d in before if draft.spoken.sentence.index - d.spoken.sentence.index == 1]
        near = [d for d in near if d.kind != "humanitarian.displacement"]  # where people went
        there = {tuple(d.places) for d in near if d.places}
        if not draft.places and len(there) == 1 and not _turns(seen, draft, *there) and _could_be(draft, near):
            add(draft.places, list(*there))
            draft.why.append("places: the one place that the sentence before tells of")
        before.append(draft)


_THERE = ("hostilities.", "casualties.", "humanitarian.")
_TURN_FAR = 4


def _turns(seen: Recognised, draft: Draft, there: tuple[str, ...]) -> bool:
    """«من جهة أخرى», «وفي سياق آخر», «إلى ذلك», or another place: here another matter begins."""
    first = draft.spoken.sentence.first
    elsewhere = between(seen.places, first, draft.spoken.sentence.last)
    others = [p for p in elsewhere if p.code and not p.within and p.code not in there]
    named = any(seen.knowledge.places[p.code or ""].sort != "country" for p in others)
    unknown = any(p.code is None and not p.within for p in between(seen.places, draft.clause.first, draft.clause.last))
    town = all(seen.knowledge.places[code].sort in _TOWNS for code in there if code in seen.knowledge.places)
    named = named or (unknown and town)  # «قصفت قرية كذا»: a place that no pack knows is not the town of before
    return named or not _TURNS.isdisjoint(seen.text.words[first : first + _TURN_FAR])


_TOWNS = frozenset(("city", "town", "village"))
_TURNS = words("grammar", "recall", "turns")


def _could_be(draft: Draft, near: list[Draft]) -> bool:
    """Whether nobody in it was a stranger to what was told before."""
    told = {code.split(".")[0] for d in near for code in (*d.agents, *d.targets)}
    mine = {code.split(".")[0] for code in (*draft.agents, *draft.targets)}
    own_time = draft.when is None or any(d.when is None or _meet(draft.when, d.when) for d in near if d.places)
    return own_time and (not mine or not told or bool(mine & told))


def _short(when: tuple[str, str]) -> bool:
    """Whether a time is an event's and not a period's («منذ السابع من أكتوبر» dates no other figure)."""
    return date.fromisoformat(when[1][:10]) - date.fromisoformat(when[0][:10]) <= _EPISODE


_EPISODE = timedelta(days=3)


def _meet(one: tuple[str, str] | None, other: tuple[str, str]) -> bool:
    return one is None or (one[0][:10] <= other[1][:10] and other[0][:10] <= one[1][:10])


def _told_event(drafts: list[Draft]) -> Draft | None:
    """The first dated violent claim in the source's own voice: what the article is about."""
    violent = [d for d in drafts if d.kind.startswith("hostilities.") and d.when is not None and not d.background]
    return next((d for d in violent if d.modality == "actual" and d.when is not None and _short(d.when)), None)


def _speaks_of(draft: Draft, event: Draft) -> bool:
    if draft.definite_event:
        return True
    if draft.spoken.sentence.index < event.spoken.sentence.index:
        return False
    parties = {code.split(".")[0] for code in (*event.agents, *event.targets)}
    mine = {code.split(".")[0] for code in (*draft.agents, *draft.targets, *draft.by[:1])}
    return bool(parties and mine & parties)


def _take(draft: Draft, event: Draft) -> None:
    if draft.when is None and event.when is not None:
        draft.when = (event.when[0][:10], event.when[1][:10])
        draft.why.append("when: the time of the event that the article reports")
    if not draft.places and event.places and event.when is not None and _meet(draft.when, event.when):
        add(draft.places, event.places)
        draft.why.append("places: where the event that the article reports took place")


def _from_chronicle(seen: Recognised, draft: Draft) -> None:
    entry = _entry(seen, draft) if draft.definite_event or draft.kind == "hostilities.offensive" else None
    if entry is None or not _meet(draft.when, (entry.first, entry.last)):
        return
    if draft.when is None:
        draft.when = (entry.first[:10], entry.last[:10])
        draft.why.append(f"when: {entry.title_en or entry.id} ({entry.source or 'chronicle'})")
    if not draft.places:
        add(draft.places, entry.places[:1])


def _entry(seen: Recognised, draft: Draft) -> ChronicleEntry | None:
    if seen.published is None:
        return None
    told = date.fromisoformat(seen.published[1][:10])
    agents = {code.split(".")[0] for code in draft.agents}
    for entry in seen.knowledge.chronicle:
        began = date.fromisoformat(entry.first[:10])
        acts = {code.split(".")[0] for code in entry.actors}
        fits = any(kind.startswith("hostilities.") for kind in entry.kinds) and bool(agents & acts)
        if fits and timedelta(0) <= told - began <= _RECENT:
            return entry
    return None
