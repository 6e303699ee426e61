"""Place and time of a draft: from its clause, else its sentence, else the event that it plainly speaks of."""

from datetime import date, timedelta

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.attribute import Clause, clause_at
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.claim.draft import Draft, add
from hudna.reading.claim.needs import described_end
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import PlaceFound, TimeFound

_PLACED = (
    "hostilities.",
    "casualties.",
    "humanitarian.",
    "ceasefire.",
    "territory.",
    "implementation.",
    "politics.",
    "posture.",
    "diplomacy.talks",
)
_PLACED_OR_DEMANDED = (*_PLACED, "statement.demand")
_SHARES_PLACE = ("casualties.", "hostilities.", "humanitarian.")
_AREA_KINDS = ("territory.", "implementation.handover")
_HOSTS = frozenset(("استضاف",))
_VISITS = frozenset(("زار", "زياره"))
_INNER = frozenset(("relative", "asyndetic", "subordinate"))
_DAY_GRAINS = frozenset(("minute", "hour", "part_of_day", "day"))
_STATEMENTS = ("statement.",)


def set_places(seen: Recognised, draft: Draft) -> None:
    """Places of the clause; for what happens to people, else the one place of the sentence."""
    visit = draft.predicate is not None and draft.predicate.lexeme in _VISITS
    if draft.places or not (visit or draft.kind.startswith(_PLACED_OR_DEMANDED)):
        return
    add(draft.places, _host(draft))
    own = [] if draft.places else _own_places(seen, draft)
    for place in _finest(seen, own):
        if place.code:
            add(draft.places, (place.code,))
            near = place.first - draft.last <= _NEAR_PLACE and draft.first < place.first
            if near and not _next_of_list(seen, draft.last, place.first):
                draft.stretch(draft.first, place.last)
    if own:
        draft.why.append("places: " + ", ".join(f"«{place.name}»" for place in own))


def _next_of_list(seen: Recognised, first: int, last: int) -> bool:
    """«فتح ممرات وفتح الطريق إلى كذا»: whether the next verbal noun of a list stands between."""
    told = between(seen.predicates, first, last)
    return any(noun.pos == "noun" and noun.proclitic.startswith("و") and noun.patterns for noun in told)


def _host(draft: Draft) -> tuple[str, ...]:
    """«تستضيف موسكو محادثات»: who hosts is where it is."""
    host = draft.spoken.named.get(draft.clause.index)
    hosted = draft.predicate is not None and draft.predicate.lexeme in _HOSTS
    return (host.territory,) if hosted and host is not None and host.territory else ()


def _own_places(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    own = _true_places(seen, draft, *_window(seen, draft))
    if draft.kind.startswith("statement.") and own:
        own = [place for place in own if place.first < draft.last + _NEAR_PLACE]
    if draft.kind == "humanitarian.displacement" and not own and _arrives(draft):
        return _home(seen, draft)
    if not own and draft.clause.opener == "relative":
        described = between(seen.places, draft.clause.first - 8, draft.clause.first)
        own = [p for p in described if p.code and not p.within][-1:]
    if not own and draft.kind.startswith(_SHARES_PLACE):
        own = _sentence_place(seen, draft) or _sources_place(seen, draft)
    return own


def _window(seen: Recognised, draft: Draft) -> tuple[int, int]:
    """The clause, with the clauses after it that only say that the thing happened («الذي تم إعلانه أمس»)."""
    first = draft.clause.first
    if draft.clause.opener in {"asyndetic", "relative"} and draft.first < first:
        first = (
            clause_at(draft.spoken.clauses, draft.first).first if draft.first >= draft.spoken.sentence.first else first
        )
        first = max(first, draft.first)
    last_clause = clause_at(draft.spoken.clauses, draft.last - 1)
    verb = draft.clause.verb
    if verb is not None and draft.anchor < verb.first and seen.text.words[verb.first - 1] in COMMAS:
        return first, verb.first  # «وبعد ساعات من سريان الهدنة، قصفت القوات مدينة كذا»: the rest is the verb's
    own = last_clause.last - draft.last <= _OWN  # only a description of the draft itself tells its place and time
    return first, described_end(seen, draft.spoken, last_clause) if own else last_clause.last


_CROSSES = frozenset(("دخل", "غادر", "عبر"))
"""«دخل 2906 أشخاص أرمينيا»: a country right behind these is a place."""


def _finest(seen: Recognised, places: list[PlaceFound]) -> list[PlaceFound]:
    """Without those that another one lies in: «يفلاخ» and not «أذربيجان» too."""
    if len(places) < 2:  # noqa: PLR2004 - of one, nothing is coarser
        return places
    above = {code for place in places if place.code for code in seen.knowledge.within(place.code)}
    inner = [place for index, place in enumerate(places) if not index or not _holds(seen, places[index - 1], place)]
    return [place for place in inner if place.code not in above]


def _holds(seen: Recognised, place: PlaceFound, other: PlaceFound) -> bool:
    """«فضولي وزنجيلان في قره باغ», «الخيام، قضاء مرجعيون»: the second only says where the first lies."""
    words = seen.text.words
    if other.first - place.last > 1 or "و" in other.proclitic:
        return False
    inside = words[other.first - 1] == "في" or (other.first == place.last and "ب" in other.proclitic)
    return inside or (other.first == place.last + 1 and words[other.first] in _DIVISIONS)


_DIVISIONS = frozenset(("قضاء", "محافظه", "ولايه", "اقليم", "مقاطعه", "مديريه", "ريف"))


def _true_places(seen: Recognised, draft: Draft, first: int, last: int) -> list[PlaceFound]:
    crossed = draft.kind == "humanitarian.displacement" and draft.predicate is not None
    crossed = crossed and draft.predicate is not None and draft.predicate.lexeme in _CROSSES
    found = [
        place
        for place in between(seen.places, first, last)
        if place.code and (not place.within or (crossed and place.within == "actor" and place.first >= draft.anchor))
    ]
    topics = _TOPIC | _LINKS if draft.kind != "diplomacy.talks" else (_TOPIC | _LINKS) - _TO_HOLD
    topic = next((t for t in range(draft.anchor, last) if seen.text.words[t] in topics), last)
    found = [place for place in found if place.first < topic]
    masdar = draft.predicate is not None and draft.predicate.pos != "verb"
    if masdar and draft.kind != "diplomacy.talks":
        found = [place for place in found if place.first >= draft.first - 1] or (
            found if not _another(seen, draft, found) else []
        )
    if draft.kind == "humanitarian.displacement" and draft.predicate is not None:
        other_end = _FROM if _arrives(draft) else _TO
        found = [place for place in found if seen.text.words[place.first - 1] not in other_end]
    if draft.kind in _GIVEN:
        found = [place for place in found if not _receives(seen, place)]
    named = [place for place in found if crossed or not _country_as_party(seen, place)]
    return [place for place in named if not _beside(seen, place)]


def _arrives(draft: Draft) -> bool:
    return draft.predicate is not None and draft.predicate.lexeme in _ARRIVES


def _home(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    """«أعلنت أرمينيا وصول 53 ألف لاجئ إلى أراضيها»: the country of whoever says so."""
    words = seen.text.words
    token = next((t for t in range(draft.last, draft.clause.last) if words[t] in _OUR_LAND), -1)
    country = draft.by[0].split(".")[0] if draft.by and token >= 0 else ""
    for place in seen.knowledge.places.values():
        if place.sort == "country" and place.government == f"{country}.GOV":
            add(draft.places, (place.code,))
            draft.why.append(f"places: «{words[token]}» is the speaker's country")
    return []


_OUR_LAND = frozenset(("اراضيها", "اراضيه", "بلاده", "بلادها"))
_ARRIVES = frozenset(("استقبل", "استقبال", "وصل", "وصول", "عبر", "عبور", "دخل", "دخول"))
_FROM, _TO = frozenset(("من",)), frozenset(("الي", "نحو", "باتجاه", "صوب"))
"""People who leave are told of where they left, people who arrive where they arrived."""


def _receives(seen: Recognised, place: PlaceFound) -> bool:
    """«سلمت إلى باكو …»: a capital or country after «إلى» is to whom."""
    known = seen.knowledge.places.get(place.code or "")
    return seen.text.words[place.first - 1] == "الي" and known is not None and bool(known.government)


_GIVEN = ("implementation.exchange", "implementation.handover", "implementation.demining", "implementation.disarmament")


def _beside(seen: Recognised, place: PlaceFound) -> bool:
    """«كلبجار المجاورة لأرمينيا وإقليم قره باغ»: what a place lies next to, and what is joined to that."""
    words = seen.text.words
    before = place.first - 1 - (words[place.first - 1] == "من")
    if before >= 0 and words[before].removeprefix("ال") in _NEXT_TO:
        return True
    if "و" not in place.proclitic:
        return False
    neighbour = seen.places.covering(place.first - 1)
    alone = before > 0 and words[before - 1].removeprefix("ال") in _NEXT_TO  # «المجاورة لأرمينيا وإقليم كذا»
    return alone or (neighbour is not None and _beside(seen, neighbour))


_NEXT_TO = frozenset(("مجاوره", "مجاور", "متاخمه", "متاخم", "محاذيه", "محاذي", "ملاصقه", "ملاصق", "قريبه", "قريب"))


def _another(seen: Recognised, draft: Draft, found: list[PlaceFound]) -> bool:
    """Whether another predicate stands between an earlier place and the draft."""
    stretches = [between(seen.predicates, place.last, draft.first) for place in found]
    return any(one.lexeme not in _RISES for stretch in stretches for one in stretch)


_RISES = frozenset(("ارتفع", "بلغ", "وصل", "تجاوز", "زاد"))
"""«عدد الضحايا في قره باغ ارتفع إلى 68 قتيلاً»: the figure is of the place before the verb."""


def _country_as_party(seen: Recognised, place: PlaceFound) -> bool:
    if seen.text.words[place.first - 1] == "في":
        return False  # «الانفصاليون في قره باغ»
    return any(a.first <= place.first < a.last for a in between(seen.actors, place.first - 8, place.first + 1))


def _sentence_place(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    """The one place in the rest of the sentence, when what stands there is plainly the same happening."""
    sentence = draft.spoken.sentence
    stop = next(
        (
            c.first
            for c in draft.spoken.clauses
            if c.first >= draft.last and c.opener in {"resume", "participle", "according"}
        ),
        sentence.last,
    )
    after = [
        p for p in between(seen.places, draft.last, stop) if p.code and not p.within and not _country_as_party(seen, p)
    ]
    codes = {place.code for place in after}
    return after[:1] if len(codes) == 1 else []


def _sources_place(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    """«قال مصدر طبي في نيالا إن …»: an unnamed source, or a place's own office, tells of the place where it is."""
    index = draft.clause.index
    if draft.clause.opener != "that" or not index or not draft.by or not draft.by[0].startswith("SOURCE"):
        return []
    before = draft.spoken.clauses[index - 1]
    told = [p for p in between(seen.places, before.first, before.last) if p.code and not p.within]
    there = [p for p in told if seen.text.words[p.first - 1] == "في" or "ب" in p.proclitic]
    return there[:1] if len(there) == 1 else []


def set_when(seen: Recognised, draft: Draft) -> None:
    """The time of the clause, else of the clause that announces it, else nothing."""
    if draft.when is not None:
        return
    first, last = _window(seen, draft)
    span = _elapsed(seen, draft, first, last) or _since(seen, draft, first, last)
    if span is not None:
        draft.when = span
        return
    times = [
        time
        for time in between(seen.times, first, last)
        if _dates(time) and not _of_the_promise(draft, time) and not _compares(seen, draft, time)
        if not _about_so_long(seen, time) and not _since_event(seen, time) and not _of_the_treaty(seen, draft, time)
    ]
    near = min(times, key=lambda time: _distance(draft, time), default=None)
    if near is None and _by_a_day(seen, draft, first, last):
        return
    if near is None:
        near = _where_clause(seen, draft) or _fronted(seen, draft)
    if near is None and not draft.kind.startswith(_STATEMENTS) and draft.kind != "hostilities.offensive":
        near = _announced(seen, draft)
    if near is not None and near.start and near.end:
        draft.when = (near.start, near.end)
        draft.why.append(f"when: «{seen.text.raw_text(near.first, near.last)}»; {near.why}")


def _of_the_treaty(seen: Recognised, draft: Draft, time: TimeFound) -> bool:
    """«انتهاك لوقف إطلاق النار المبرم في 2020»: when the truce was made, not when it was broken."""
    made = not draft.kind.startswith(("ceasefire.agreed", "ceasefire.in_force", "diplomacy.agreement"))
    return made and not _MADE.isdisjoint(seen.text.words[max(0, time.first - 2) : time.first])


_MADE = frozenset(map(fold, ("المبرم", "المبرمة", "الموقع", "الموقعة", "المعلن", "المعلنة", "الساري", "السارية")))


def _about_so_long(seen: Recognised, time: TimeFound) -> bool:
    """«قبل أكثر من عام»: no day, and no year either."""
    words = seen.text.words[time.first : time.last]
    return words[:1] in (["قبل"], ["منذ"]) and not _MORE_OR_LESS.isdisjoint(words)


_MORE_OR_LESS = frozenset(("اكثر", "ازيد", "اقل"))


def _compares(seen: Recognised, draft: Draft, time: TimeFound) -> bool:
    """«أعنف قتال منذ عام 2020», «أكثر الاشتباكات دموية منذ حرب 2020»: a time that only measures a superlative."""
    words, first = seen.text.words, max(draft.spoken.sentence.first, time.first - _SUPERLATIVE_FAR)
    since = next((t for t in range(time.first, first - 1, -1) if words[t] in _SINCE), -1)
    return since >= 0 and any(word.lstrip("وبل").removeprefix("ال") in _SUPERLATIVES for word in words[first:since])


_SUPERLATIVE_FAR = 10
_SINCE = frozenset(("منذ",))
_SUPERLATIVES = frozenset(
    map(fold, ("أسوأ", "أعنف", "أكبر", "أكثر", "أخطر", "أشد", "أعلى", "أوسع", "أقوى", "أطول", "أضخم", "أدنى", "أول"))
)


def _by_a_day(seen: Recognised, draft: Draft, first: int, last: int) -> bool:
    """«اتفقا بحلول صباح 13 سبتمبر», «تفرج عنهم بحلول الاثنين»: the day by which it is or was done."""
    for time in between(seen.times, first, last):
        if seen.text.words[time.first] == _BY_THEN and time.start is None and time.end is not None:
            draft.when = (time.end[:10], time.end[:10])
            draft.why.append(f"when: «{seen.text.raw_text(time.first, time.last)}» is the day by which")
            return True
    return False


_BY_THEN = "بحلول"


def _where_clause(seen: Recognised, draft: Draft) -> TimeFound | None:
    """«تكررت المعارك في 2020، حيث استعادت …»: «حيث» goes on about the same time."""
    if draft.clause.index == 0 or seen.text.words[draft.clause.first].lstrip("و") not in {"حيث", "اذ"}:
        return None
    before = draft.spoken.clauses[draft.clause.index - 1]
    times = [time for time in between(seen.times, before.first, before.last) if _dates(time)]
    return times[-1] if times and not _since_event(seen, times[-1]) else None


def _fronted(seen: Recognised, draft: Draft) -> TimeFound | None:
    """«قالت: "في 9 نوفمبر، أسقطت …"»: a time that opens what is said, and a comma before the verb."""
    comma, sentence = draft.clause.first - 1, draft.spoken.sentence
    if comma <= sentence.first or seen.text.words[comma] not in COMMAS:
        return None
    before = [time for time in between(seen.times, sentence.first, comma) if _dates(time) and time.last == comma]
    if not before:
        return None
    token = before[0].first - 1
    while token > sentence.first and seen.text.words[token].lstrip("و") in _IN:
        token -= 1
    opens = token < sentence.first or seen.text.words[token] in _OPENS
    return before[0] if opens else None


_IN = frozenset(("في", "يوم", "مساء", "صباح", "فجر", "ليل", ""))
_OPENS = COMMAS | frozenset('«“"„:')


def _of_the_promise(draft: Draft, time: TimeFound) -> bool:
    """«اتفقا الأسبوع الماضي على تبادل الأسرى»: the day is when they agreed, not when it is to be done."""
    verb = draft.clause.verb
    promised = draft.modality == "obligation" and verb is not None and verb.lexeme in _PROMISES
    return promised and verb is not None and verb.first < time.first < draft.anchor


_PROMISES = frozenset(("اتفق", "وافق", "تعهد", "التزم", "وقع", "قبل"))


def _distance(draft: Draft, time: TimeFound) -> int:
    if draft.first <= time.first < draft.last and time.first > draft.anchor:
        return 0
    after = time.first - draft.last
    return after if after >= 0 else 3 + (draft.first - time.last)


def _dates(time: TimeFound) -> bool:
    return bool(time.start and time.end) and time.grain != "duration" and not time.open_end


def _since(seen: Recognised, draft: Draft, first: int, last: int) -> tuple[str, str] | None:
    """«مقتل 35 منذ فجر اليوم», «اعتباراً من ليلة 12 سبتمبر، قصفت …»: from then to the day of the article."""
    goes_on = draft.number is not None or draft.kind == "ceasefire.violated"
    counted = (goes_on or draft.kind.startswith("hostilities.")) and seen.published is not None
    times = between(seen.times, first, last)
    dated = any(_dates(time) and time.grain in _DAY_GRAINS and not _since_event(seen, time) for time in times)
    for time in times if counted and not dated else []:
        open_end = time.open_end or _since_event(seen, time)
        lately = open_end and time.start and (goes_on or _lately(seen, time))
        if lately and time.start and seen.published is not None:
            return time.start[:10], seen.published[1][:10]
    return None


def _since_event(seen: Recognised, time: TimeFound) -> bool:
    """«منذ سريانه في 27 نوفمبر»: the day of what something goes on since."""
    words = seen.text.words[max(0, time.first - _SINCE_FAR) : time.first]
    return "منذ" in words and not COMMAS.intersection(words[words.index("منذ") :])


_SINCE_FAR = 9


def _lately(seen: Recognised, time: TimeFound) -> bool:
    """Whether a time that goes on began in the month before the article: «منذ 1994» measures a whole conflict."""
    if time.start is None or seen.published is None or time.grain not in _DAY_GRAINS:
        return False
    return timedelta() <= date.fromisoformat(seen.published[1][:10]) - date.fromisoformat(time.start[:10]) <= _MONTH


_MONTH = timedelta(days=31)


def _elapsed(seen: Recognised, draft: Draft, first: int, last: int) -> tuple[str, str] | None:
    """«في أقل من 24 ساعة»: so long before the day on which it is told."""
    if not draft.kind.startswith("casualties."):
        return None
    for time in between(seen.times, first, last):
        if time.grain != "duration" or time.seconds is None or seen.text.words[time.first - 1] not in _WITHIN:
            continue
        told = _announced(seen, draft)
        if told is None or told.end is None or time.seconds > _WEEK:
            return None
        end = date.fromisoformat(told.end[:10])
        start = end - timedelta(seconds=time.seconds)
        draft.why.append(f"when: {time.seconds / 3600:.0f} hours before it was told on {end}")
        return start.isoformat(), end.isoformat()
    return None


_WEEK = 7 * 86400
_WITHIN = frozenset(("في", "خلال", "من", "غضون"))
_OWN = 3
_NEAR_PLACE = 6
_LINKS = frozenset(
    ("الواصل", "الواصله", "الرابط", "الرابطه", "يربط", "تربط", fold("المؤدي"), fold("المؤدية"), "الفاصل", "يفصل")
)
"""«ممر لاتشين الواصل بين قره باغ وأرمينيا»: what a road joins is not where it was closed."""
_TO_HOLD = frozenset(("لاجراء",))
"""«التقيا لإجراء محادثات في بروكسل» says where they met."""
_TOPIC = frozenset(("رغم", "برغم", "بالتزامن", "تزامنا", "حول", "بشان", "شان", "لبحث", "لمناقشه", "لاجراء", "بخصوص"))


def _announced(seen: Recognised, draft: Draft) -> TimeFound | None:
    """The day on which the clause around it announces: fair for news told within the day, not for accusations."""
    if draft.mood in {"demanded", "possible"} or draft.modality in {"planned", "obligation", "conditional"}:
        return None
    for clause in reversed(draft.spoken.clauses[: draft.clause.index + 1]):
        if clause.verb is not None and clause.verb.lexeme == "اتهم":
            return None
        told = [t for t in between(seen.times, clause.first, clause.last) if _dates(t) and t.grain in _DAY_GRAINS]
        times = [t for t in told if not _since_event(seen, t)]
        if times:
            return times[-1]
        if clause.opener in {"start", "coordinate", "resume"}:
            return None
    return None


def inner(clause: Clause) -> bool:
    """Whether a clause only describes something of another."""
    return clause.opener in _INNER
