"""Who does what a verb tells: the subject after it, before it, written on the opening word, or carried over.

Arabic news puts the subject after the verb («أعلنت أرمينيا»), or before it after «أن» and in headlines; it leaves the
subject out when the clause before had the same one («وأمنت لهم المأوى»).
"""

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute.clauses import COMMAS, QUOTES, Clause
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.found import ActorFound

Subjects = dict[int, tuple[str, ...]]
"""Clause index → codes of its subject as a speaker."""

PREPOSITIONS = words("grammar", "small", "prepositions")
_GOVERNING = PREPOSITIONS | {"يد", "ايدي"}
_COUNTRY = 3
_SPEAK_AS_GOV = frozenset(("country", "group", "capital"))
_PARTS = frozenset(
    (
        "فصائل",
        "كتائب",
        "الويه",
        "مسلحون",
        "مقاتلون",
        "مسلحين",
        "مقاتلين",
        "وحدات",
        "عناصر",
        "افراد",
        "مجموعه",
        "مجموعات",
        "عدد",
        "قوات",
        "فرق",
        "جنود",
        "بعض",
        "كل",
    )
)
_FAR = 9
"""Words that may stand between a verb and its subject (time, place, «في بيان»); more is another phrase's actor."""
_TRANSPARENT = frozenset(
    ("ايضا", "بدوره", "بدورها", "قد", "لقد", "كذلك", "اليوم", "امس", "رسميا", "لاحقا", "مجددا", "نحو", "ليل")
)


def governed(seen: Recognised, actor: ActorFound) -> bool:
    """Whether a preposition stands before an actor, as a word or written onto it."""
    if actor.proclitic and any(letter in actor.proclitic.replace("ال", "") for letter in "بلك"):
        return True
    before = actor.first - 1
    while before > 0 and seen.text.words[before] in QUOTES:
        before -= 1
    part = seen.text.words[before - 1] if before > 0 and seen.text.words[before] == "من" else ""
    if part in _PARTS or part.removeprefix("و") in _PARTS:
        return False  # «وحدات من القوات» are the forces
    return before >= 0 and seen.text.words[before].removeprefix("و") in _GOVERNING


def speaker_codes(actor: ActorFound) -> tuple[str, ...]:
    """The codes of an actor who speaks: a country speaks as its government, an unknown person as SOURCE."""
    codes = actor.codes or ((actor.code,) if actor.code else ())
    if not codes:
        return ("SOURCE",)
    return tuple(f"{code}.GOV" if len(code) == _COUNTRY and actor.sort in _SPEAK_AS_GOV else code for code in codes)


def actor_codes(actor: ActorFound) -> tuple[str, ...]:
    """The codes of an actor who acts: a capital that acts is its country («باكو» launched: AZE)."""
    codes = actor.codes or ((actor.code,) if actor.code else ())
    if actor.territory:
        return tuple(code.removesuffix(".GOV") for code in codes)
    return codes


def subject_after(seen: Recognised, clause: Clause) -> ActorFound | None:
    """The actor that follows the verb as its subject."""
    if clause.verb is None or clause.verb.pronoun in {"ني", "نا"} or first_person(clause):
        return None
    if clause.verb.form is not None and clause.verb.form.number == "p":
        return None  # «وطالبوا رئيس الوزراء بـ»: a verb before its subject stands in the singular
    for actor in between(seen.actors, clause.verb.last, min(clause.last, clause.verb.last + _FAR)):
        if _owns_the_subject(seen, clause.verb.last, actor):
            return actor
        if any(found(seen, clause, actor) for found in (_what_is_struck, _positions_of, _accusative, _is_lost)):
            return None
        if not _opens_to(seen, clause.verb.last, actor.first) and not _titled(seen, clause.verb.last, actor):
            return None
        if not governed(seen, actor):
            return actor
        if not _skippable(seen, actor):
            return None
    return None


def _is_lost(seen: Recognised, clause: Clause, actor: ActorFound) -> bool:
    """«ودمرت دبابة أذربيجانية»: arms right behind a verb of destroying, with nothing behind them that they destroy."""
    verb = clause.verb
    if verb is None or verb.lexeme not in _DESTROYS or actor.first != verb.last:
        return False
    arms = any(found.name in _ARMS for found in between(seen.objects, actor.first, actor.first + 1))
    return arms and not between(seen.objects, actor.last, actor.last + 2)


_DESTROYS, _ARMS = frozenset(("دمر", "اسقط", "اعطب")), frozenset(("arms", "aircraft"))


def _accusative(seen: Recognised, _clause: Clause, actor: ActorFound) -> bool:
    """«وقتلت مسلحين من المعارضة», «هاجم الحوثيين», «ودعا الطرفين إلى …»: people in this case are no subject."""
    word = seen.text.words[actor.first]
    both = len(actor.codes) > 1 and word.startswith("ال") and word.endswith("ين") and not actor.proclitic.strip("ال")
    return both or (actor.sort in {"group", "people", "force"} and (word.endswith("يين") or word in _PEOPLE_STRUCK))


_PEOPLE_STRUCK = frozenset(("مسلحين", "مقاتلين", "المسلحين", "المقاتلين", "معارضين"))


def _what_is_struck(seen: Recognised, clause: Clause, actor: ActorFound) -> bool:
    """«هاجمت مواقع قوات X»: a thing of theirs right behind the verb is its object."""
    first = clause.verb.last if clause.verb is not None else clause.body
    named = {"objects"} if actor.first == first else set[str]()  # «قال المكتب الإعلامي»: its name begins with a thing
    things = between(seen.objects, first, first + 1)
    return actor.first >= first and any(found.name in _THINGS - named for found in things)


def _positions_of(seen: Recognised, clause: Clause, actor: ActorFound) -> bool:
    """«قصفت خلال الساعات الماضية مواقع الجيش»: what belongs to somebody, past a phrase of time, is struck."""
    verb = clause.verb
    strikes = verb is not None and any(ref.kind.startswith("hostilities.") for ref in verb.patterns)
    return strikes and verb is not None and actor.first > verb.last and seen.text.words[actor.first] in _POSITIONS


_POSITIONS = frozenset(("مواقع", "موقع", "مقر", "مقرات", "معسكر", "معسكرات", "مخازن", "قاعده", "تجمعات"))


_THINGS = frozenset(("area", "objects", "struck", "positions"))


def _titled(seen: Recognised, first: int, actor: ActorFound) -> bool:
    """«دعا رئيس حكومة تصريف الأعمال في كذا فلان إلى …»: a title that no pack knows before a person whom one knows."""
    title = seen.text.words[first].removeprefix("ال") in _TITLES
    return actor.sort == "person" and title and not between(seen.predicates, first, actor.first)


_TITLES = frozenset(
    ("رئيس", "رئيسه", "وزير", "وزيره", "قائد", "امين", "مدير", "قائم", "نائب", "عضو", "مفوض", "مسؤول", "مستشار", "زعيم")
)


def apposed(seen: Recognised, clause: Clause) -> ActorFound | None:
    """«قال كريم سالم، المتحدث باسم الجيش، إن …»: the office behind the comma of a name that no pack knows."""
    words_, first = seen.text.words, clause.verb.last if clause.verb is not None else clause.last
    name = range(first, min(first + _NAME, clause.last - 1))
    comma = next((token for token in name if words_[token] in COMMAS), first)
    at = comma + 1 + (words_[comma + 1 : comma + 2] in _WHO_IS)
    actor = covering(seen.actors, at) if comma > first else None
    if actor is None or actor.first != at or not actor.code or actor.proclitic:
        return None
    office = actor.sort == "office" or words_[at].removeprefix("ال") in _TITLES
    named = PREPOSITIONS.isdisjoint(words_[first:comma]) and all(word.isalpha() for word in words_[first:comma])
    known = any(one.code or one.codes for one in between(seen.actors, first, comma))
    return actor if office and named and not known and not between(seen.predicates, first, comma) else None


_NAME = 7
_WHO_IS = (["وهو"], ["وهي"])


def _owns_the_subject(seen: Recognised, first: int, actor: ActorFound) -> bool:
    """«شنّ طيران مسيّر تابع للجيش …», «أطلق مسلحون موالون لحزب …»: whose the forces are who do it."""
    before = seen.text.words[actor.first - 1]
    if actor.sort == "country" and before.removeprefix("ال").startswith("موال"):
        return False  # «الميليشيات الموالية لإيران»: its friends do it, not the country
    if before.removeprefix("ال") not in _BELONGS or "ل" not in actor.proclitic.replace("ال", ""):
        return False
    forces = any(found.name in {"aircraft", "forces"} for found in between(seen.objects, first, first + 1))
    stretch = seen.text.words[first : actor.first - 1]
    plain = PREPOSITIONS.isdisjoint(stretch) and COMMAS.isdisjoint(stretch)
    return forces and plain and not between(seen.predicates, first + 1, actor.first)


_BELONGS = frozenset(("تابع", "تابعه", "تابعين", "تابعون", "موالي", "مواليه", "موالين", "موالون"))


def _skippable(seen: Recognised, actor: ActorFound) -> bool:
    # «أعلنت في بيان لها»: the actor inside a place or means phrase does not end the search
    return actor.first > 0 and seen.text.words[actor.first - 1] in {"في", "عبر", "على", "خلال", "من"}


def _opens_to(seen: Recognised, first: int, last: int) -> bool:
    """Whether only time, place and manner stand between a verb and a later actor."""
    if any(predicate.pos != "verb" for predicate in between(seen.predicates, first, min(last, first + 1))):
        return False  # «وطالبت بانسحاب القوات»: the forces are the noun's
    token = first
    while token < last:
        time = covering(seen.times, token)
        if time is not None:
            token = time.last
            continue
        word = seen.text.words[token]
        if word in PREPOSITIONS:
            token += 2  # the preposition and its noun
            if token == last and any(
                told.pos == "noun" and told.patterns for told in between(seen.predicates, token - 1, token)
            ):
                return False  # «أشارت إلى هجوم الجماعة»: whose the blow is
            continue
        if word in _TRANSPARENT or word in COMMAS or word in QUOTES or (token == first and len(word) > 1):
            token += 1
            continue
        return False
    return True


def first_person(clause: Clause) -> bool:
    """«ندعو باكو إلى …»: whoever speaks does it."""
    form = clause.verb.form if clause.verb is not None else None
    return form is not None and form.number in {"1p", "1s"} and form.tense != "p"


def subject_before(seen: Recognised, clause: Clause) -> ActorFound | None:
    """The actor that stands before the verb of its clause as its topic."""
    if clause.verb is None:
        return None
    words_, verb = seen.text.words, clause.verb.first
    colon = next((token for token in range(verb - 1, clause.body - 1, -1) if words_[token] == ":"), clause.body - 1)
    before = between(seen.actors, colon + 1, verb)  # «موسكو: التشكيلات بدأت …»: who speaks does nothing
    topic = next((actor for actor in before if not governed(seen, actor) and not _one_of_them(seen, actor)), None)
    return topic or next((actor for actor in before if _owns_the_subject(seen, clause.body, actor)), None)


def _one_of_them(seen: Recognised, actor: ActorFound) -> bool:
    """«فصائل بينها جبهة كذا هاجمت …»: one of them, named beside the others."""
    return seen.text.words[actor.first - 1] in _AMONG


_AMONG = frozenset(("بينها", "بينهم", "منها", "ومنها", "ابرزها"))


def _pronoun_opens(seen: Recognised, clause: Clause) -> bool:
    """«أنها أبلغت»: the subject is written onto the opening word."""
    word = seen.text.words[clause.body - 1] if clause.body > clause.first else ""
    if clause.opener != "that" or not word.endswith(("ه", "ها", "هم", "هما")):
        return False
    feminine = clause.verb is not None and clause.verb.form is not None and clause.verb.form.gender == "f"
    dummy = word.endswith("ه") and (feminine or subject_after(seen, clause) is not None)
    return not dummy  # «أنه … قصفت القوات»: the pronoun is nobody


def with_coordinated(seen: Recognised, actor: ActorFound) -> list[ActorFound]:
    """An actor and those joined to it by «و»: «القوات الأذرية وقوات الإقليم»."""
    joined = [actor]
    words_, longest = seen.text.words, min(actor.last + _LIST, len(seen.text.words))
    end = actor.last
    while True:
        end = _past_description(seen, _past_leader(seen, end, longest), longest)
        while end < longest and (words_[end] in QUOTES or words_[end] in COMMAS):
            end += 1  # «قوات كذا "قسد"، والجيش»
        if end + 1 < longest and words_[end] == "و" and words_[end + 1] in QUOTES:
            end += 1  # «القوات الحكومية و"جيش كذا"»
        following = between(seen.actors, end, min(end + 2, longest))
        if not following:
            return joined
        other = following[0]
        if other.first == end and other.code == joined[-1].code and not other.proclitic:
            joined[-1] = other
            end = other.last
            continue
        with_and = "و" in other.proclitic[:1] or "و" in words_[max(end - 1, other.first - 2) : other.first]
        colleague = other.sort == "person" and other.first == end + 1 and words_[end].startswith("وال")
        forces = other.first == end + 1 and words_[end] in _AND_FORCES  # «الجيش وقوات الحكومة»
        if not (with_and or colleague or forces) or _prep(other):
            return joined
        joined.append(other)  # «نظيريه الأرميني فلان والأذربيجاني فلان»
        end = other.last


def _past_leader(seen: Recognised, token: int, last: int) -> int:
    """«الجيش "بقيادة فلان"، والقوات …»: whoever leads a side stands between it and the other."""
    while token < last and seen.text.words[token] in QUOTES:
        token += 1
    if token >= last or seen.text.words[token] not in _LED_BY:
        return token
    leader = next(iter(between(seen.actors, token, token + 2)), None)
    return leader.last if leader is not None else token


_AND_FORCES = frozenset(("وقوات", "ومقاتلي", "ومسلحي", "وعناصر", "وفصائل", "ومليشيات", "وميليشيات"))


def _past_description(seen: Recognised, token: int, last: int) -> int:
    """«الحكومة المعترف بها دوليا وقوات كذا», «الحوثيون المتحالفون مع إيران والحكومة»: what describes a side."""
    words_ = seen.text.words
    if token < last and words_[token] in COMMAS and words_[token + 1 : token + 2] == ["المعترف"]:
        token += 1  # «حكومة الوفاق -المعترف بها دوليا- وقوات كذا»
    if token >= last:
        return token
    if words_[token].startswith(_RECOGNISED) and words_[token + 1 : token + 2] in (["بها"], ["به"]):
        return token + 3 if words_[token + 2 : token + 3] in _BY_THE_WORLD else token + 2
    if not words_[token].startswith(_BACKED):
        return token
    friend = next(iter(between(seen.actors, token + 1, min(last, token + 3))), None)
    return friend.last if friend is not None and governed(seen, friend) else token


_RECOGNISED = "المعترف"
_BY_THE_WORLD = (["دوليا"], ["امميا"])
_BACKED = ("المدعوم", "المتحالف", "الموالي", "الحليف", "المسنود")
_LED_BY = frozenset(("بقياده", "برئاسه", "بزعامه"))
_LIST = 24


def _prep(actor: ActorFound) -> bool:
    return bool(actor.proclitic) and any(letter in actor.proclitic.replace("ال", "") for letter in "بل")


def subject_of(seen: Recognised, clause: Clause) -> ActorFound | None:
    """The subject that the clause itself names."""
    if _pronoun_opens(seen, clause):
        return None
    if clause.opener == "coordinate" and clause.verb is not None and clause.verb.first > clause.first + 1:
        before = subject_before(seen, clause)  # «وكانت أرمينيا أعلنت»
        if before is not None:
            return before
    after = subject_after(seen, clause) if _fronted(seen, clause) else None
    if after is None and clause.opener in {"start", "that", "subordinate", "resume", "relative", "quote", "participle"}:
        before = subject_before(seen, clause)
        if before is not None:
            return before
    return after or subject_after(seen, clause)


def _fronted(seen: Recognised, clause: Clause) -> bool:
    """«بعد انتكاسات على يد جيش كذا، وافق X»: past a phrase of circumstance and its comma the subject is behind."""
    if clause.verb is None or clause.verb.first <= clause.body:
        return False
    opens = seen.text.words[clause.body].removeprefix("و") in PREPOSITIONS
    return opens and seen.text.words[clause.verb.first - 1] in COMMAS


def goes_on_inside(
    seen: Recognised, clauses: list[Clause], clause: Clause, named: dict[int, ActorFound], subjects: Subjects
) -> tuple[str, ...] | None:
    """«قال X إن القوات قصفت مواقع وأطلقت النار»: inside what is said, a verb with «و» goes on about the subject there.

    None where the clause goes on about something else: outside of what is said, or about a subject that does not agree.
    """
    reporting = seen.vocabulary.reporting
    for before in reversed(clauses[: clause.index]):
        lexeme = before.verb.lexeme if before.verb is not None else ""
        if before.opener in _BREAKS_OFF or (before.opener == "coordinate" and lexeme in reporting["say"]):
            return None
        if before.index in named and before.opener in _GOES_ON:
            return subjects.get(before.index, ()) if _agrees(clause, seen, named[before.index]) else None
        if before.opener in _SAID:
            return subjects.get(before.index, ())
    return None


_SAID = frozenset(("that", "quote"))
_GOES_ON = _SAID | {"coordinate"}
_BREAKS_OFF = frozenset(("start", "resume", "according", "participle"))


def _agrees(clause: Clause, seen: Recognised, actor: ActorFound) -> bool:
    """Whether a verb in the third person singular has the gender of an actor, as far as both can be told."""
    form = clause.verb.form if clause.verb is not None else None
    if form is None or form.number != "s" or actor.sort == "person":
        return True
    word = seen.text.words[actor.first].removesuffix("ها").removesuffix("هم")
    feminine = actor.sort in _SPEAK_AS_GOV or word.endswith(("ه", "ات"))
    return (form.gender == "f") == feminine
