"""Whether an event noun tells that something happened, or only recalls, plans or weighs it.

News is full of «الهجوم», «اغتيال فلان» and «المتظاهرون» that tell nothing new. A noun tells when a verb says that it
happened or who did it, when people came to harm in it, when it opens a headline, or when it is what somebody reports.
"""

import re
from functools import lru_cache

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import lexemes, phrases, words
from hudna.reading.attribute import Clause, Spoken, clause_at
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.claim.crowds import (
    crowd_acts,
    crowd_counted,
    crowd_goes_on,
    crowd_told,
    crowds_storm,
    diplomatic,
    marches,
)
from hudna.reading.claim.figurative import figurative
from hudna.reading.claim.here import PEOPLE, reach
from hudna.reading.claim.mutual import alleged_by_each, undertaking
from hudna.reading.claim.needs import CARRIERS, casualty_near
from hudna.reading.claim.recalled import (
    charged,
    dated,
    intended,
    nobodys,
    practised,
    says_who,
    unjoined,
    whole_class,
)
from hudna.reading.claim.undergone import undergone
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.predicates import PredicateFound, Vocabulary

_GATED = frozenset(
    (
        "hostilities.attack",
        "hostilities.explosion",
        "hostilities.capture",
        "hostilities.air",
        "hostilities.shelling",
        "hostilities.sabotage",
        "politics.protest",
        "hostilities.small_arms",
        "hostilities.offensive",
    )
)
HITS = lexemes("grammar", "small", "hits")
_THROUGH = words("grammar", "small", "through")
_GOING_ON = frozenset(("بمواصله", "باستمرار", "بتكثيف", "بالاستمرار", "بتصعيد", "بمعاوده", "بتجديد"))
_REPORTED_BY = frozenset(
    ("مواصله", "صد", "بصد", "عن", "بوقوع", "وقوع", "تعرض", "بتعرض", "حدوث", "بحدوث", "تنفيذ", "بتنفيذ", "شن", "بشن")
)
_TOUCHING = 4
_UNDERGOES = 9
"""«تعرض مقر … في … لهجوم»: whom it befell stands between the verb and the blow."""
_LAUNCHES = frozenset(("شن", "نفذ", "ارتكب"))
_ANYWHERE = 16
"""«شنت القوات بعد خمس دقائق من بدء سريان الهدنة، هجوما»: verbs that have nothing but a deed for their object."""
_CAUSES = 14
"""«غارة على … في … أدت إلى»: what was struck and where stand between a blow and what came of it."""
SEES = "شهد"
"""«شهدت بلدة … قصفا»: where it befell stands between the verb and the blow."""
_PREPOSITIONS = words("grammar", "small", "prepositions")


def tells(seen: Recognised, spoken: Spoken, predicate: PredicateFound, kind: str) -> bool:
    """Whether the predicate, if it is an event noun of violence or protest, tells that it happened."""
    clause = clause_at(spoken.clauses, predicate.first)
    if figurative(seen, clause, predicate, kind) or (kind in _MOVES and marches(seen, clause, predicate)):
        return False
    if predicate.pos == "verb":
        if kind in _CROWDED and crowds_storm(seen, clause, predicate):
            return False
        if kind == "politics.protest":
            demonstrates = predicate.lexeme in _DEMONSTRATES and not diplomatic(seen, clause, predicate)
            return demonstrates or crowd_acts(seen, clause, predicate)
        return kind not in _STRIKING or _strikes(seen, clause, predicate, kind)
    if charged(seen, clause, predicate) and kind.startswith("hostilities."):
        return False
    if kind not in _GATED:
        return True
    if _counted_off(seen, predicate):  # «في أعنف قصف تشنه القوات على …» tells all the same
        return _in_harm(seen, clause, predicate) and _described(seen, spoken, clause, predicate)
    return _noun_tells(seen, spoken, clause, predicate, kind)


def _noun_tells(seen: Recognised, spoken: Spoken, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    definite = _definite(predicate)
    plainly = _said_to_happen(seen, clause, predicate, kind) or _done_by(seen, spoken, predicate)
    crowd = kind == "politics.protest" and (crowd_counted if definite else crowd_told)(seen, clause, predicate)
    crowd = crowd or (kind == "politics.protest" and crowd_goes_on(seen, clause, predicate))
    if crowd or plainly or _breaks_by(seen, clause, predicate) or _alleged(seen, clause, predicate):
        return True
    if definite:
        known = _led_to(seen, spoken, clause, predicate) or _accused_of_going_on(seen, clause, predicate)
        return known or _warded_off(seen, clause, predicate)
    return (
        _described(seen, spoken, clause, predicate)
        or _in_harm(seen, clause, predicate)
        or _opens(seen, spoken, predicate)
        or _reported(seen, spoken, clause, predicate)
        or undergone(seen, clause, predicate)
        or _observed(seen, clause, predicate)
        or _after_the_deed(seen, clause, predicate)
        or _accused_of_going_on(seen, clause, predicate)
    )


def _alleged(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«تبادلا الاتهامات بشن الهجمات», «… بمواصلة القصف والمعارك», «حمّل X Y المسؤولية عن قصف …»."""
    if undertaking(seen, clause, predicate.first) is not None:
        return True  # «بعد قيام القوات بقصف …»
    end = alleged_by_each(seen, clause, predicate.first)
    end = end if end is not None else _held_for(seen, clause, predicate)
    if end is None:
        return False
    return predicate.first - end <= _ALLEGED and not between(seen.actors, end, predicate.first)


_ALLEGED = 6
"""Words from «الاتهامات» to what is alleged: «بمواصلة عمليات القصف والمعارك وإطلاق …»."""


def _held_for(seen: Recognised, clause: Clause, predicate: PredicateFound) -> int | None:
    """«حمّلت باكو يريفان مسؤولية قصف …»: the token behind the word for blame, laid on somebody who is named."""
    verb = clause.verb
    if verb is None or verb.lexeme != _LAYS_ON or verb.first > predicate.first:
        return None
    words_ = seen.text.words
    token = next(
        (t for t in range(verb.last, predicate.first) if words_[t].removeprefix("ال").startswith(_BLAME)), None
    )
    return token + 1 if token is not None and between(seen.actors, verb.last, token) else None


_LAYS_ON = "حمل"


def _accused_of_going_on(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«اتهمت X Y بمواصلة القصف», «بالاستمرار في قصف …»: what is said to go on, goes on."""
    before = seen.text.words[max(clause.first, predicate.first - 2) : predicate.first]
    said = clause.verb is not None and clause.verb.lexeme in _ACCUSES and clause.verb.first < predicate.first
    return said and not _GOING_ON.isdisjoint(before)


def _warded_off(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«تمكنت من صد كافة الهجمات»: all the blows that there were."""
    all_of, repelled = seen.text.words[max(clause.first, predicate.first - 2) : predicate.first] or ("", ""), _WARDS
    return len(all_of) > 1 and all_of[1] in _ALL_OF and all_of[0].lstrip("وبل") in repelled


_WARDS = frozenset(("صد", "صدت", "احباط", "التصدي", "افشال", "احبطت", "احبط"))
_ALL_OF = frozenset(("كافه", "جميع", "كل", "لكافه", "لجميع", "لكل"))
_CROWDED = frozenset(("hostilities.sabotage", "hostilities.offensive"))
_MOVES = frozenset(("humanitarian.displacement",))
_DEMONSTRATES = frozenset(("تظاهر", "احتج", "اعتصم", "اضرب"))
_STRIKING = ("hostilities.attack", "hostilities.explosion", "hostilities.capture")
_THINGS = frozenset(
    (
        "objects",
        "area",
        "forces",
        "roads",
        "devices",
        *("aircraft", "fighter_planes"),
        "people",
        "aid",
        "detainees",
        "weapons",
        "struck",
        "arms",
        "attempts",
        "knives",
    )
)
_WORDS_ONLY = re.compile("قائل|سياس|لفظي|لاذع|بشده|اعلامي")
_ORDINAL = re.compile("(?:اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|اخر|احدث|اكبر|اعنف)")


def _strikes(seen: Recognised, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    """«هاجم»، «انفجر»، «خطف» need somebody or something struck; «انفجرت الأزمة» is a figure of speech."""
    if kind == "hostilities.capture" and predicate.lexeme == "احتجز" and _lasts(predicate):
        return False  # «السجن حيث يُحتجز …» tells of a state
    if clause.opener == "relative" and kind == "hostilities.attack" and not casualty_near(seen, clause):
        return False  # «الانفجار الذي استهدف …» describes what is already known
    last = reach(seen, predicate.last, clause.last, _TOUCHING + 3)
    if kind == "hostilities.attack" and _by_armed(seen, predicate):
        return True
    if any(_WORDS_ONLY.match(word) for word in seen.text.words[predicate.last : last]):
        return False
    first = clause.first if kind == "hostilities.explosion" else predicate.last
    things = {found.name for found in between(seen.objects, first, last)}
    if kind == "hostilities.explosion":
        return not things.isdisjoint(("devices", "bombs"))
    people = any(number.counted in PEOPLE for number in between(seen.numbers, predicate.last, last))
    if kind == "hostilities.capture" and _by_hand(seen, predicate.last, clause.last):
        return True  # «خُطف … من قبل أربعة مسلحين»
    if whole_class(seen, clause, predicate):
        return False
    named = any(actor.first >= predicate.last for actor in between(seen.actors, predicate.last, last))
    placed = any(not place.within for place in between(seen.places, predicate.last, last))
    return bool(things & _THINGS) or people or named or placed


def _by_armed(seen: Recognised, predicate: PredicateFound) -> bool:
    """«هاجم مسلحون …», «هاجمتهم قوة»: whoever is armed does not strike with words."""
    return not _ARMED.isdisjoint(seen.text.words[predicate.last : predicate.last + 1])


_ARMED = words("grammar", "recall", "armed")


def _by_hand(seen: Recognised, first: int, last: int) -> bool:
    return any(phrase in f" {' '.join(seen.text.words[first:last])} " for phrase in _BY_HAND)


_BY_HAND = tuple(f" {fold(phrase)} " for phrase in phrases("grammar", "small", "by_means_of")[:4])


def _lasts(predicate: PredicateFound) -> bool:
    return predicate.form is not None and predicate.form.tense == "i"


def _counted_off(seen: Recognised, predicate: PredicateFound) -> bool:
    """«رابع هجوم انتحاري هذا العام»: an event that is counted off is told elsewhere."""
    before = seen.text.words[predicate.first - 1] if predicate.first else ""
    if before in _GREATEST and _of_a_crowd(predicate):
        return False  # «شارك الآلاف في أكبر تظاهرة منذ أعوام»
    in_it = "ب" in predicate.proclitic or "ل" in predicate.proclitic.replace("ال", "")  # «وأصيب آخر بانفجار»
    return not in_it and bool(_ORDINAL.fullmatch(before.removeprefix("ال")))


_GREATEST = frozenset(("اكبر", "اوسع", "اضخم"))


def _of_a_crowd(predicate: PredicateFound) -> bool:
    return predicate.patterns[0].kind == "politics.protest"


def _definite(predicate: PredicateFound) -> bool:
    bare = predicate.proclitic.lstrip("وف")
    article = predicate.lexeme.startswith("ال") and predicate.lexeme not in _OWN_LETTERS
    return "ال" in bare or article or bool(predicate.pronoun)


_OWN_LETTERS = frozenset(("القاء", "الغاء", "الحاق", "التفاف", "التحاق"))
"""«إلقاء» begins like a word with the article."""


def _plain(seen: Recognised) -> frozenset[str]:
    return _plain_of(seen.vocabulary)


@lru_cache(maxsize=8)
def _plain_of(vocabulary: Vocabulary) -> frozenset[str]:
    return (
        vocabulary.happens
        | vocabulary.light
        | vocabulary.causes
        | vocabulary.undergo
        | CARRIERS
        | HITS
        | frozenset(_SETS_ABOUT)
    )


def _said_to_happen(seen: Recognised, clause: Clause, predicate: PredicateFound, kind: str) -> bool:
    """The noun is what a plain verb of its clause is about: «وقع انفجار», «شنّ هجوماً», «أدى التفجير إلى»."""
    verb = clause.verb
    if verb is None or verb.lexeme not in _plain(seen):
        return False
    if kind == "politics.protest" and (verb.lexeme in _STRIKES_OTHERS or _led_to_change(seen, clause, verb, predicate)):
        return False
    if kind == "hostilities.attack" and _definite(predicate) and nobodys(seen, clause, verb):
        return False
    if verb.first < predicate.first:
        return _object_of(seen, clause, verb, predicate)
    steps = _CAUSES if verb.lexeme in seen.vocabulary.causes else _TOUCHING
    near = verb.first <= reach(seen, predicate.last, verb.first, steps)
    return near and not _definite(predicate) and not _governed(seen, predicate)


def _led_to_change(seen: Recognised, clause: Clause, verb: PredicateFound, predicate: PredicateFound) -> bool:
    """«أدت الاحتجاجات إلى استقالة الحكومة»: what is known is only recalled as a cause."""
    known = _definite(predicate) and verb.lexeme in seen.vocabulary.causes
    return known and not dated(seen, clause) and not between(seen.places, clause.first, clause.last)


def _object_of(seen: Recognised, clause: Clause, verb: PredicateFound, predicate: PredicateFound) -> bool:
    """Whether the noun is what the verb before it does, meets or is the happening of."""
    undergone = verb.lexeme in seen.vocabulary.undergo
    seen_there = verb.lexeme == SEES and covering(seen.numbers, predicate.first - 1) is None
    launched = verb.lexeme in _LAUNCHES and not _definite(predicate) and not predicate.proclitic
    crowd = _of_a_crowd(predicate) and verb.lexeme in seen.vocabulary.happens
    crowd = crowd and not predicate.proclitic  # «انطلقت في مدن عدة مسيرات»
    far = undergone or seen_there or crowd or verb.lexeme in _SETS_ABOUT
    steps = _ANYWHERE if launched else _UNDERGOES if far else _TOUCHING
    within = predicate.first <= reach(seen, verb.last, predicate.first, steps)
    if practised(seen, clause, verb):
        return False
    if not within or (_definite(predicate) and says_who(seen, clause, verb) and not dated(seen, clause)):
        return False  # «الضابط الذي قام بالاعتداء»: it says who is meant
    if _definite(predicate) and seen.text.words[clause.first].lstrip("وف") in _WHEN:
        return False
    done = "ب" in predicate.proclitic and verb.lexeme in _DONE_WITH
    done = done or _SETS_ABOUT.get(verb.lexeme) == seen.text.words[predicate.first - 1]
    return undergone or launched or done or not _governed(seen, predicate)


"""«شنّ X من مناطق سيطرته هجمات»: it takes nothing but a blow, however far behind it stands."""
_WHEN = frozenset(("عندما", "حين", "حينما"))
"""«عندما بدأت المظاهرة»: what is known tells when something else was."""
_STRIKES_OTHERS = frozenset(("استهدف", "طال", "طاول", "اصاب", "هز", "ضرب", "تبني"))
"""What these verbs have for their subject is a blow, no crowd."""
_DONE_WITH = frozenset(("قام", "بادر", "بدا", "باشر", "استمر", "رد"))
"""«قام بهجوم»: verbs that take what is done with «بـ»."""
_SETS_ABOUT = {"عمد": "الي", "اقدم": "علي"}
"""«عمدوا إلى إلقاء المتفجرات», «أقدم على طعن زميله»."""
_THESE = frozenset(("هذا", "هذه", "ذلك", "تلك", "هؤلاء", "بعض", "كل", "جميع", "اي", "ايه"))


def _governed(seen: Recognised, predicate: PredicateFound) -> bool:
    """«عند اغتيال النائب», «في هذه المظاهرات», «باغتيال رابين»: a preposition makes it a circumstance."""
    token = predicate.first - 1
    while token > 0 and seen.text.words[token] in _THESE:
        token -= 1
    written_on = any(letter in predicate.proclitic.replace("ال", "") for letter in "بلك") and not intended(predicate)
    before = unjoined(seen, token, token + 1)
    return written_on or not _GOVERNING.isdisjoint(before)


_GOVERNING = _PREPOSITIONS | {"عند", "غداه", "تاريخ", "ذكري", "بواسطه", "اعقاب", "خلفيه", "تداعيات"}


def _described(seen: Recognised, spoken: Spoken, clause: Clause, predicate: PredicateFound) -> bool:
    """«هجوم شنّه مسلحون»، «غارة استهدفت سيارة»."""
    following = spoken.clauses[clause.index + 1 : clause.index + 2]
    if not following or following[0].opener not in {"asyndetic", "relative"} or following[0].verb is None:
        return False
    near = following[0].first - predicate.last <= _TOUCHING + 2
    light = following[0].verb.lexeme in seen.vocabulary.light  # «… باغتيال الرئيس، بأوامر، تم تنفيذها»: the orders were
    apart = not COMMAS.isdisjoint(seen.text.words[predicate.last : following[0].first])
    return following[0].verb.lexeme in _plain(seen) and near and not (light and apart)


def _breaks_by(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«خرقت الهدنة بإطلاق النار على …»: the means of a breach that is told."""
    if "ب" not in predicate.proclitic:
        return False
    before = between(seen.predicates, clause.first, predicate.first)
    return any(ref.kind == "ceasefire.violated" for one in before for ref in one.patterns)


def _led_to(seen: Recognised, spoken: Spoken, clause: Clause, predicate: PredicateFound) -> bool:
    """«الهجوم الذي شنّته القوات أسفر عن قتلى»: of a known blow it is told who did it and what came of it."""
    following = spoken.clauses[clause.index + 1 : clause.index + 3]
    if len(following) < 2 or following[0].opener != "relative" or _governed(seen, predicate):  # noqa: PLR2004
        return False
    done, came = following[0].verb, following[1].verb
    by_whom = done is not None and done.lexeme in CARRIERS and following[0].first - predicate.last <= _TOUCHING
    return by_whom and came is not None and came.lexeme in seen.vocabulary.causes


def _done_by(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> bool:
    """«الهجوم نفذه انتحاري»: of a known blow it is told who did it."""
    verb = next(iter(between(seen.predicates, predicate.last, predicate.last + 1)), None)
    carried = verb is not None and verb.pos == "verb" and verb.lexeme in CARRIERS and bool(verb.pronoun)
    return carried and not _governed(seen, predicate) and predicate.first >= spoken.sentence.first


def _in_harm(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«مقتل جنود في قصف»: people came to harm in it."""
    at = predicate.first - 1 - _counted_off(seen, predicate)  # «في أعنف قصف …»
    before = seen.text.words[at].lstrip("و") if at >= clause.first else ""
    linked = before in _THROUGH or before == "بعد" or "ب" in predicate.proclitic or predicate.lexeme == _BY_STABBING
    if predicate.lexeme in _CROWDS:  # «مظاهرة … احتجاجاً على مقتل صبي»: he was not killed in it
        return linked and casualty_near(seen, clause, last=predicate.first)
    return linked and casualty_near(seen, clause)


_BY_STABBING = "طعنا"
"""«قتل فتى طعناً»."""
_CROWDS = frozenset(("مظاهره", "مظاهرات", "تظاهره", "تظاهرات", "احتجاجات", "اعتصام", "مسيره احتجاجيه"))


def _opens(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> bool:
    """A headline or a report begins with it: «قصف إسرائيلي على …», «عاجل: انفجار في …»."""
    start = spoken.sentence.first
    if predicate.first == start and not predicate.proclitic:
        return True
    return predicate.first - start <= _TOUCHING and seen.text.words[predicate.first - 1] in {":", "|", "..", "/"}


def _reported(seen: Recognised, spoken: Spoken, clause: Clause, predicate: PredicateFound) -> bool:
    """What somebody reports, or accuses another of: «أفاد بوقوع انفجار», «أعلن قصف مواقع», «اتهم … بقصف …»."""
    before = _word_before(seen, spoken, predicate)
    if before in _IT_IS and clause.opener == "that" and clause.first == predicate.first - 1:
        return True  # «شريط يوثق ما قالت إنه استهداف لمدرعات»
    if before in _REPORTED_BY or before.removeprefix("و") in _REPORTED_BY:
        known = says_who(seen, clause, predicate) and not dated(seen, clause)  # «الشريط الذي تبنى فيه تنفيذ اغتيال …»
        return not known and not _blamed(seen, clause, predicate)
    saying = [scope for scope in spoken.scopes if scope.verb >= 0 and scope.first <= predicate.first < scope.last]
    if not saying or clause.verb is None or clause.verb.first != saying[-1].verb:
        return False
    accused = clause.verb.lexeme in _ACCUSES | _INFORMS and "ب" in predicate.proclitic
    pointed = clause.verb.lexeme in _POINTS and _word_before(seen, spoken, predicate) == "الي"
    behind = reach(seen, saying[-1].first, predicate.first, _WHEN_SAID)  # «أعلنت الوزارة الثلاثاء الماضي، إطلاق عملية»
    direct = (
        predicate.first <= max(behind, _past_where(seen, saying[-1].first) + 1)
        and not predicate.proclitic
        and not _governed(seen, predicate)
    )
    return accused or pointed or direct


_WHEN_SAID = 2
"""A time and its comma between a verb of saying and what it announces."""
_IT_IS = frozenset(("انه", "انها", "بانه", "بانها"))


def _past_where(seen: Recognised, token: int) -> int:
    """The token after «في صنعاء», «اليوم» at the head of what is announced."""
    while True:
        there = covering(seen.times, token) or covering(seen.places, token + (seen.text.words[token] == "في"))
        if there is None:
            return token
        token = there.last


_INFORMS = frozenset(("افاد", "ابلغ", "اخبر"))
"""«أفادت الوزارة بإطلاق نار على …»."""
_POINTS = frozenset(("اشار", "لفت"))
"""«أشارت إلى قصف بلدة»."""
_ACCUSES = frozenset(("اتهم", "تبادل"))
"""«تبادل X وY الاتهامات بقصف …»."""


def _after_the_deed(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«عقب إلقاء الجيش قنابل على …»: an armed side did it, and something is told to have followed."""
    before = seen.text.words[predicate.first - 1] if predicate.first > clause.first else ""
    doers = between(seen.actors, predicate.last, predicate.last + 1) if before in _FOLLOWING else ()
    return any(actor.sort in _ARMED_SORTS and not actor.proclitic and actor.last < clause.last - 1 for actor in doers)


_FOLLOWING = frozenset(("عقب", "اثر", "بعد"))
_ARMED_SORTS = frozenset(("force", "group"))


def _observed(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«رصدت قوات حفظ السلام سبع غارات», «سمع المراقبون دوي انفجار»: what observers saw, heard or wrote down."""
    verb = clause.verb
    if verb is None or verb.lexeme not in _OBSERVES or verb.first > predicate.first:
        return False
    bare = not predicate.proclitic.removeprefix("و") and not _governed(seen, predicate)
    return bare and predicate.first <= reach(seen, verb.last, predicate.first, _OBSERVED)


_OBSERVES = lexemes("grammar", "small", "observes")
_OBSERVED = 12
"""Words from the verb to what was observed: who observed, where from, and how many stand between."""


def _blamed(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«نحمل الحكومة المسؤولية عن اغتيال …» blames for what is known; «أعلن مسؤوليته عن هجوم» reports it."""
    near = seen.text.words[max(clause.first, predicate.first - _TOUCHING) : predicate.first - 1]
    blame = any(_BLAME in word for word in near)
    return blame and (clause.verb is None or clause.verb.lexeme not in _CLAIMS)


_BLAME = "مسؤولي"
_CLAIMS = frozenset(("اعلن", "تبني", "اكد"))


def _word_before(seen: Recognised, spoken: Spoken, predicate: PredicateFound) -> str:
    """The word before a noun, past an opening quotation mark and a number."""
    token = predicate.first - 1
    while token >= spoken.sentence.first and seen.text.words[token] in _MARKS:
        token -= 1
    counted = covering(seen.numbers, token)
    if counted is not None:  # «بشن 17 غارة»
        token = counted.first - 1
    return seen.text.words[token] if token >= spoken.sentence.first else ""


_MARKS = frozenset("«“\"'(")
