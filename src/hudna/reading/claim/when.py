"""Time of a draft: of its clause, else of the clause that announces it, else nothing."""

from datetime import date, timedelta

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.attribute import Clause
from hudna.reading.attribute.clauses import COMMAS, fronted_time
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.fields import window
from hudna.reading.claim.needs import resumed
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import TimeFound

_DAY_GRAINS = frozenset(("minute", "hour", "part_of_day", "day"))
_STATEMENTS = ("statement.",)


def set_when(seen: Recognised, draft: Draft) -> None:
    """The time of the clause, else of the clause that announces it, else nothing."""
    if draft.when is not None:
        return
    first, last = window(seen, draft)
    near_it = between(seen.times, first, last)
    span = _elapsed(seen, draft, near_it) or _since(seen, draft, near_it)
    if span is not None:
        draft.when = span
        return
    times = _of_the_draft(seen, draft, near_it, last) if near_it else []
    behind = resumed(seen, draft.spoken, draft.clause) if not times else None
    times = times if behind is None else [time for time in between(seen.times, *behind) if _dates(time)]
    near = min(times, key=lambda time: _distance(draft, time), default=None)
    if near is None and _by_a_day(seen, draft, near_it):
        return
    if near is None:
        near = _where_clause(seen, draft) or _fronted(seen, draft)
    if near is None and not draft.kind.startswith(_STATEMENTS) and draft.kind != "hostilities.offensive":
        near = _announced(seen, draft)
    if near is not None and near.grain in _CLOCKS and (dated := _its_day(times, near)) is not None:
        near = dated
    if near is not None and near.start and near.end:
        draft.when = (near.start, near.end)
        draft.why.append(f"when: «{seen.text.raw_text(near.first, near.last)}»; {near.why}")


def _of_the_draft(seen: Recognised, draft: Draft, times: list[TimeFound], last: int) -> list[TimeFound]:
    """Without times that date something else; without those in brackets, where there are others."""
    found = [
        time
        for time in times
        if _dates(time) and not _of_the_promise(draft, time) and not _compares(seen, draft, time)
        if not _about_so_long(seen, time) and not _since_event(seen, time) and not _of_the_treaty(seen, draft, time)
        if time.last != last or fronted_time(seen, last) is not time
    ]
    return [time for time in found if not _in_brackets(seen, time)] or found


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


def _by_a_day(seen: Recognised, draft: Draft, times: list[TimeFound]) -> bool:
    """«اتفقا بحلول صباح 13 سبتمبر», «تفرج عنهم بحلول الاثنين»: the day by which it is or was done."""
    for time in times:
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
    joined = fronted_time(seen, draft.clause.first) if draft.clause.opener == "coordinate" else None
    if joined is not None:
        return joined
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


_CLOCKS = frozenset(("minute", "hour"))


def _its_day(times: list[TimeFound], clock: TimeFound) -> TimeFound | None:
    """«الساعة 12 ظهراً (08:00 بتوقيت غرينتش) السبت 10 أكتوبر»: the day that is told beside an hour of no day."""
    days = [time for time in times if time.grain == "day" and 0 <= time.first - clock.last <= _BESIDE]
    other = bool(days) and days[0].start is not None and days[0].start[:10] != (clock.start or "")[:10]
    return days[0] if other else None


_BESIDE = 9


def _in_brackets(seen: Recognised, time: TimeFound) -> bool:
    """«فجر الثلاثاء (الاثنين 20:05 بتوقيت غرينتش)»: the same hour again, by another clock."""
    before = seen.text.words[max(0, time.first - _BRACKET) : time.first]
    return "(" in before and ")" not in before[before.index("(") :]


_BRACKET = 4


def _distance(draft: Draft, time: TimeFound) -> int:
    if draft.first <= time.first < draft.last and time.first > draft.anchor:
        return 0
    after = time.first - draft.last
    return after if after >= 0 else 3 + (draft.first - time.last)


def _dates(time: TimeFound) -> bool:
    return bool(time.start and time.end) and time.grain != "duration" and not time.open_end


def _since(seen: Recognised, draft: Draft, times: list[TimeFound]) -> tuple[str, str] | None:
    """«مقتل 35 منذ فجر اليوم», «اعتباراً من ليلة 12 سبتمبر، قصفت …»: from then to the day of the article."""
    goes_on = draft.number is not None or draft.kind == "ceasefire.violated"
    counted = (goes_on or draft.kind.startswith("hostilities.")) and seen.published is not None
    if not counted or any(_dates(t) and t.grain in _DAY_GRAINS and not _since_event(seen, t) for t in times):
        return None
    for time in times:
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


def _elapsed(seen: Recognised, draft: Draft, times: list[TimeFound]) -> tuple[str, str] | None:
    """«في أقل من 24 ساعة»: so long before the day on which it is told."""
    if not draft.kind.startswith("casualties."):
        return None
    for time in times:
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


def _announced(seen: Recognised, draft: Draft) -> TimeFound | None:
    """The day on which the clause around it announces: fair for news told within the day, not for accusations."""
    if draft.mood in {"demanded", "possible"} or draft.modality in {"planned", "obligation", "conditional"}:
        return None
    for clause in reversed(draft.spoken.clauses[: draft.clause.index + 1]):
        if clause.verb is not None and clause.verb.lexeme == "اتهم":
            return None
        told = [t for t in between(seen.times, clause.first, clause.last) if _dates(t) and t.grain in _DAY_GRAINS]
        times = [t for t in told if not _since_event(seen, t) and not _next_clauses(seen, clause, t)]
        if times:
            return times[-1]
        if clause.opener in {"start", "coordinate", "resume"}:
            return None
    return None


def _next_clauses(seen: Recognised, clause: Clause, time: TimeFound) -> bool:
    """«قصفت …، ومساء الأحد ردت …»: the evening is the second verb's."""
    return time.last == clause.last and fronted_time(seen, clause.last) is time
