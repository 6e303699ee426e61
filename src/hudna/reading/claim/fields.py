"""Place of a draft: from its clause, else its sentence, else the event that it plainly speaks of."""

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.attribute import clause_at
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.claim.draft import Draft, add
from hudna.reading.claim.needs import described_end, resumed
from hudna.reading.claim.told import SEES
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import PlaceFound

_OWN = 3
_NEAR_PLACE = 6
_LINKS = frozenset(
    ("الواصل", "الواصله", "الرابط", "الرابطه", "يربط", "تربط", fold("المؤدي"), fold("المؤدية"), "الفاصل", "يفصل")
)
"""«ممر لاتشين الواصل بين قره باغ وأرمينيا»: what a road joins is not where it was closed."""
_TO_HOLD = frozenset(("لاجراء",))
"""«التقيا لإجراء محادثات في بروكسل» says where they met."""
_TOPIC = frozenset(("رغم", "برغم", "بالتزامن", "تزامنا", "حول", "بشان", "شان", "لبحث", "لمناقشه", "لاجراء", "بخصوص"))
_TOPICS = _TOPIC | _LINKS
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
    first, last = window(seen, draft)
    own = _true_places(seen, draft, first, _next_item(seen, draft, last)) or _true_places(seen, draft, first, last)
    if draft.kind.startswith("statement.") and own:
        own = [place for place in own if place.first < draft.last + _NEAR_PLACE]
    if draft.kind == "humanitarian.displacement" and not own and _arrives(draft):
        return _home(seen, draft)
    behind = resumed(seen, draft.spoken, draft.clause) if not own else None
    own = own if behind is None else _true_places(seen, draft, *behind)
    if not own and draft.clause.opener == "relative":
        described = between(seen.places, draft.clause.first - 8, draft.clause.first)
        own = [p for p in described if p.code and not p.within][-1:]
    if not own and draft.kind.startswith(_SHARES_PLACE):
        own = _sentence_place(seen, draft) or _sources_place(seen, draft)
    return own or _of_who_governs(seen, draft) or _said_by_pronoun(seen, draft)


def window(seen: Recognised, draft: Draft) -> tuple[int, int]:
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


def _next_item(seen: Recognised, draft: Draft, last: int) -> int:
    """«سحب القوات من كذا وفتح الطريق إلى كذا»: of a list of verbal nouns each has its own place."""
    if draft.predicate is None or draft.predicate.pos != "noun" or not draft.kind.startswith("implementation."):
        return last
    later = between(seen.predicates, draft.last, last)
    return next((n.first for n in later if n.pos == "noun" and n.proclitic.startswith("و") and n.patterns), last)


_CROSSES = frozenset(("دخل", "غادر", "عبر"))
"""«دخل 2906 أشخاص أرمينيا»: a country right behind these is a place."""


def _finest(seen: Recognised, places: list[PlaceFound]) -> list[PlaceFound]:
    """Without those that another one lies in: «يفلاخ» and not «أذربيجان» too."""
    if len(places) < 2:  # noqa: PLR2004 - of one, nothing is coarser
        return places
    places = _without_lines(seen, places)
    finer = [place for place in places if seen.text.words[place.first - 1] not in _THROUGH]
    above = {code for place in finer if place.code for code in seen.knowledge.within(place.code)}
    inner = [
        place
        for index, place in enumerate(places)
        if not index or places[index - 1].code in above or not _holds(seen, places[index - 1], place)
    ]
    return [place for place in inner if place.code not in above]


_THROUGH = frozenset(("عبر", "خلال"))
"""«إلى قطاع كذا عبر معبر كذا»: through where it came, which is no closer telling of where it came to."""


def _without_lines(seen: Recognised, places: list[PlaceFound]) -> list[PlaceFound]:
    """«داخل الخط الأصفر في بلدة كذا», «على الشريط الحدودي في كذا»: a line beside a place on it tells no more."""
    sorts = [seen.knowledge.places[place.code].sort if place.code else "" for place in places]
    kept = [
        place
        for place, sort, after in zip(places, sorts, [*places[1:], None], strict=True)
        if not (
            sort == "line"
            or (sort == "border" and after is not None and seen.text.words[place.last : after.first] == ["في"])
        )
    ]
    return kept or places


def _holds(seen: Recognised, place: PlaceFound, other: PlaceFound) -> bool:
    """«فضولي وزنجيلان في قره باغ», «الخيام، قضاء مرجعيون»: the second only says where the first lies."""
    words = seen.text.words
    between_them = words[place.last : other.first]
    if not between_them and not other.proclitic:
        return True  # «ريف إدلب شمال شرقي سوريا»
    described = between_them[-1:] == ["في"] and all(word.startswith("ال") for word in between_them[:-1])
    if (len(between_them) > 1 and not described) or "و" in other.proclitic:
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
    if not found:
        return []
    topics = _TOPICS if draft.kind != "diplomacy.talks" else _TOPICS - _TO_HOLD
    topic = next((t for t in range(_past_its_truce(draft), last) if seen.text.words[t] in topics), last)
    joined = topic < last and seen.text.words[topic] in _LINKS and draft.kind == "implementation.access"
    found = [place for place in found if place.first < topic] or (found if joined else [])
    masdar = draft.predicate is not None and draft.predicate.pos != "verb" and not _undergone(seen, draft)
    if masdar and draft.kind != "diplomacy.talks":
        listed = draft.predicate is not None and draft.predicate.proclitic.startswith("و")
        found = [place for place in found if place.first >= draft.first - (not listed)] or (
            found if not _another(seen, draft, found) else []
        )
    if draft.kind == "humanitarian.displacement" and draft.predicate is not None:
        other_end = _FROM if _arrives(draft) else _TO
        found = [place for place in found if seen.text.words[place.first - 1] not in other_end]
    if draft.kind in _MOVED and _arrives(draft):
        found = [p for p in found if seen.text.words[p.first - 1] not in _FROM or _gate(seen, p)]
    if draft.kind.startswith(_FIRED):
        found = [place for place in found if not _origin(seen, place)]
    found = [place for place in found if not _where_they_sit(seen, place) and not _of_a_stronghold(seen, place)]
    if draft.kind.startswith("casualties."):
        found = [place for place in found if seen.text.words[place.first - 1] not in _TOWARDS]
    if draft.kind in _GIVEN:
        found = [place for place in found if _arrives(draft) or not _receives(seen, place)]
    named = [place for place in found if crossed or not _country_as_party(seen, place)]
    return [place for place in named if not _beside(seen, place)]


_MOVED = frozenset(("implementation.exchange", "implementation.return", "humanitarian.aid"))


def _gate(seen: Recognised, place: PlaceFound) -> bool:
    """«دخلت شاحنات من معبر كذا»: where they came in."""
    known = seen.knowledge.places.get(place.code or "")
    return known is not None and known.sort == "border"


_FIRED = ("hostilities.shelling", "hostilities.small_arms", "hostilities.air", "hostilities.attack")
_ORIGINS = frozenset(
    (
        "مناطق",
        "منطقه",
        "اراضي",
        "الاراضي",
        "داخل",
        "مواقعها",
        "مواقعهم",
        "مواقع",
        "مواقعه",
        "جهه",
        "اتجاه",
        "جانب",
        "في",
        "قرب",
    )
)


def _origin(seen: Recognised, place: PlaceFound) -> bool:
    """«أطلقت النار من مواقعها في قرية كذا على …»: from where it was fired is not where it struck."""
    token = place.first - 1
    while token > 0 and place.first - token <= _ORIGIN_FAR and seen.text.words[token] in _ORIGINS:
        token -= 1
    if seen.text.words[token] == "من":
        return token > 0 and not seen.text.words[token - 1].startswith(_NOT_FROM)
    before = seen.places.covering(place.first - 1 - (seen.text.words[place.first - 1] == "في"))
    goes_on = before is not None and ("و" in place.proclitic or seen.text.words[place.first - 1] == "في")
    return goes_on and before is not None and _origin(seen, before)


_TOWARDS = frozenset(("باتجاه", "نحو", "صوب"))
_ORIGIN_FAR = 4
_NOT_FROM = (
    "بالقرب",
    "القرب",
    "مقربه",
    "علي",
    "قريب",
    "كيلومتر",
    "كلم",
    "كم",
    "الشمال",
    "الجنوب",
    "الشرق",
    "الغرب",
    "اجزاء",
    "بعد",
)
"""«بالقرب من سوتك», «أجزاء من»: here «من» tells no origin."""


def _where_they_sit(seen: Recognised, place: PlaceFound) -> bool:
    """«اتفقنا مع الأشقاء في قطر ومصر»: where those sit with whom it was done."""
    words = seen.text.words
    before = seen.places.covering(place.first - 1)
    if "و" in place.proclitic and before is not None and before.last == place.first:
        return _where_they_sit(seen, before)
    seated = place.first > _SEAT and words[place.first - 1] == "في" and words[place.first - _SEAT] == "مع"
    return seated and words[place.first - 2].startswith("ال") and words[place.first - 2].endswith(("اء", "ين"))


_SEAT = 3


def _of_a_stronghold(seen: Recognised, place: PlaceFound) -> bool:
    """«استهدفت بلدة كذا، معقل الفصائل في ريف دمشق»: what a town is known for tells of no other place."""
    words = seen.text.words
    before = next((t for t in range(place.first - 1, max(0, place.first - _KNOWN_FAR), -1) if words[t] in COMMAS), 0)
    return before > 0 and words[before + 1] in _KNOWN_FOR


_KNOWN_FOR, _KNOWN_FAR = frozenset(("معقل", "عاصمه", "مسقط", "ابرز", "اهم", "اكبر", "ثاني", "مركز")), 7


def _past_its_truce(draft: Draft) -> int:
    """«وقعوا إعلاناً حول وقف إطلاق النار في قره باغ»: the truce itself is what it is about."""
    return max(draft.anchor, draft.last - 1) if draft.kind.startswith("ceasefire.") else draft.anchor


def _undergone(seen: Recognised, draft: Draft) -> bool:
    """«مواقعها في قرية كذا تعرضت لإطلاق نار», «مدينة كذا شهدت قصفاً»: the subject's place is where it was."""
    verb = draft.clause.verb
    undergoes = verb is not None and (verb.lexeme in seen.vocabulary.undergo or verb.lexeme == SEES)
    return undergoes and verb is not None and verb.first < draft.anchor


def _arrives(draft: Draft) -> bool:
    return draft.predicate is not None and draft.predicate.lexeme in _ARRIVES


def _home(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    """«أعلنت أرمينيا وصول 53 ألف لاجئ إلى أراضيها»: the country of whoever says so."""
    words = seen.text.words
    token = next((t for t in range(draft.last, draft.clause.last) if words[t] in _OUR_LAND), -1)
    host = draft.spoken.subjects.get(draft.clause.index, ())
    takes_in = draft.predicate is not None and draft.predicate.lexeme == "استقبل" and draft.predicate.pos == "verb"
    if token < 0 and takes_in and host[:1] == draft.by[:1]:  # «أعلنت أرمينيا أنها استقبلت 13 ألف شخص»
        token = draft.anchor
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
    """«سلمت إلى باكو …»: a capital or country after «إلى» is to whom; «وصلت الطائرة إلى صنعاء» says where."""
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


def _of_who_governs(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    """«قال محافظ كذا إن …»: who governs a part of a country tells of that part, when he names no other place."""
    sentence = draft.spoken.sentence
    first, last = (sentence.first, sentence.last) if draft.by else (draft.clause.first, draft.clause.last)
    for actor in between(seen.actors, first, last):
        if (not draft.by or actor.code == draft.by[0]) and seen.text.words[actor.first].lstrip("ول").removeprefix(
            "ال"
        ) in _GOVERNS:
            inner = between(seen.places, actor.first, actor.last) or between(
                seen.places, actor.last - 1, actor.last + 1
            )
            return [place for place in inner if place.code][:1]
    return []


_GOVERNS = frozenset(("محافظ", "سلطه", "سلطات"))


def _said_by_pronoun(seen: Recognised, draft: Draft) -> list[PlaceFound]:
    """«دخلت القوات مدينة كذا، وبدأ إجلاء المدنيين منها»: the place named last, or the one of the sentence before."""
    last = min(draft.clause.last, draft.last + _PRONOUN_FAR)
    if not draft.kind.startswith(_THERE) or _THERE_BY_PRONOUN.isdisjoint(seen.text.words[draft.anchor : last]):
        return []
    sentence = draft.spoken.sentence
    here = _real(seen, sentence.first, draft.first)
    if here:
        return here[-1:]
    before = seen.text.sentences[sentence.index - 1] if sentence.index else sentence
    there = _real(seen, before.first, before.last)
    return there[-1:] if len({place.code for place in there}) == 1 else []


def _real(seen: Recognised, first: int, last: int) -> list[PlaceFound]:
    return [place for place in between(seen.places, first, last) if place.code and not place.within]


_PRONOUN_FAR = 4
_THERE = ("hostilities.", "humanitarian.", "territory.", "implementation.withdrawal")
_THERE_BY_PRONOUN = frozenset(("منها", "فيها", "عليها", "حولها", "اليها", "داخلها", "عنها", "بها", "خارجها"))
