"""Finding predicates in a text, and telling verbs from nouns that are written alike."""

import re

from hudna.knowledge.languages.ar.morphology import VerbForm
from hudna.knowledge.languages.ar.words import words as word_list
from hudna.reading.engine.record import Record
from hudna.reading.recognise.predicates.met import Met
from hudna.reading.recognise.predicates.vocabulary import Noun, PatternRef, Senses, Vocabulary
from hudna.reading.split import Sentence, Text

_DAMMA = "\u064f"
_TANWIN = ("\u064b", "\u064c", "\u064d")
_PREPOSITIONS = word_list("grammar", "small", "prepositions")
_PUNCTUATION = frozenset("،,؛;:.!؟?«»“”\"'()[]-–—…/")
_BEFORE_IMPERFECT = frozenset(("ان", "لن", "لم", "لا", "كي", "سوف", "الا", "بان"))
_VERB_OPENERS = frozenset(
    (
        *("حيث", "حين"),
        "قد",
        "سوف",
        "لم",
        "لن",
        "لا",
        "ما",
        "كما",
        "فيما",
        "بينما",
        "ثم",
        "لقد",
        "اذ",
        "الذي",
        "التي",
        "الذين",
        "ان",
        "عندما",
        "بعدما",
        "وقد",
        "كان",
        "كانت",
        "ذلك",
    )
)


_PARTICLES = frozenset(
    opening + particle + pronoun
    for opening in ("", "و", "ف", "ب", "ل", "ك", "وب")
    for particle in ("ان", "لكن")
    for pronoun in ("ه", "ها", "هم", "هما", "هن")
)
"""«أنه», «بأنها»: «that» with its pronoun, which is also written like a short form of «أنهى»."""


class PredicateFound(Record, frozen=True):
    """A word that may tell of something."""

    first: int
    last: int
    pos: str
    """verb, noun or participle."""
    lexeme: str
    """The folded perfect, or the noun as written."""
    proclitic: str
    pronoun: str
    form: VerbForm | None
    patterns: tuple[PatternRef, ...]
    passive_mark: bool = False
    """The text itself writes a passive vowel («قُتل»)."""


def predicates_in(text: Text, vocabulary: Vocabulary, sentence: Sentence, met: Met) -> list[PredicateFound]:
    """Predicates of a sentence, in order, at most one per word; words inside a fixed phrase belong to the phrase."""
    found: list[PredicateFound] = []
    done = 0
    for token, sense in met.of(sentence):
        if token < done or not sense.tells:
            continue
        predicate = _predicate_at(text, vocabulary, found, token, sentence, sense)
        if predicate is not None:
            found.append(predicate)
            done = predicate.last
    return found


def _predicate_at(
    text: Text, vocabulary: Vocabulary, found: list[PredicateFound], token: int, sentence: Sentence, senses: Senses
) -> PredicateFound | None:
    first, last = sentence.first, sentence.last
    phrase = vocabulary.phrases.at(text.words, token, last) if senses.opens_phrase else None
    if phrase is not None:
        name = " ".join(text.words[token : phrase.last]).removeprefix(phrase.proclitic)
        return PredicateFound(token, phrase.last, "noun", name, phrase.proclitic, "", None, phrase.payloads)
    word = text.words[token]
    if len(word) == 1 or word in _PARTICLES or not (senses.verbs or senses.nouns):
        return None
    if word in _ALREADY and token + 1 < last and _for_it_has(text, vocabulary, token):
        return None
    if word == _BELONGS and token > first and _belongs(text, token, last):
        return None
    if (
        token + 1 < last
        and text.words[token + 1].isascii()
        and text.words[token + 1].isalpha()
        and text.glued(token + 1)
    ):
        return None  # a name that a page spells in two scripts
    if _no_verb_here(text, vocabulary, token, first, last):
        return None
    raw = text.raw_text(token, token + 1)
    noun_form = _feminine(raw) or _tanwin(raw) or _second_noun(text, found, token)
    verb = _best_verb(text, senses, token, first) if senses.verbs and not noun_form else None
    if verb is not None and (not senses.nouns or _reads_as_verb(text, found, token, first, verb[0], senses.nouns[0])):
        return _verb(vocabulary, token, *verb, _twin(senses, verb[1]), vowelled=_vowelled_passive(raw))
    return _first_noun(vocabulary, token, senses, raw)


def _no_verb_here(text: Text, vocabulary: Vocabulary, token: int, first: int, last: int) -> bool:
    """«فجر» that is dawn, «رد», «ردا على» that are an answer, «نقل» that is transport."""
    word = text.words[token]
    if word.lstrip("و") not in _NOUNS_TOO:
        return False  # nearly all
    answer = word in _ANSWER and not _answers(text, token, first, last)
    answer = answer or (word in _IN_ANSWER and text.words[token + 1 : token + 2] == ["علي"])
    noun = word.lstrip("و") in _MOSTLY_NOUNS and not _is_the_verb(text, token, last)
    return answer or noun or (word in _DAWNS and not _blown_up(text, vocabulary, token + 1, last))


_ALREADY = frozenset(("فقد", "وقد"))
"""«فقد» before a verb is «for … has» or «may»; else it is «lost»."""


_BELONGS = "تابع"


def _belongs(text: Text, token: int, last: int) -> bool:
    """«طيران تابع للجيش» is no «went on»: a noun before it, and «ل» on the word behind it."""
    return text.words[token - 1].isalpha() and token + 1 < last and text.words[token + 1].startswith("ل")


_MOSTLY_NOUNS = frozenset(("نقل", "سجل"))
_CARRIED_FAR = 8


def _is_the_verb(text: Text, token: int, last: int) -> bool:
    """«ونقل موقع كذا عن مسؤول …», «سجل أكثر من 55 خرقاً»: words that mostly are nouns («transport», «a record»)."""
    behind = text.words[token + 1 : min(last, token + _CARRIED_FAR)]
    if text.words[token].endswith("نقل"):
        opens = token == 0 or not text.words[token - 1].isalpha() or text.words[token].startswith("و")
        return opens and "عن" in behind
    if any(word.isdigit() or word in _AMOUNTS for word in behind[:3]):
        return True
    opens = token == 0 or not text.words[token - 1].isalpha() or text.words[token].startswith("و")
    far = text.words[token + 1 : min(last, token + _RECORDED_FAR)]
    return opens and any(word in _RECORDED for word in far)  # «سجل الجيش ارتكاب 85 خرقاً»


_AMOUNTS = frozenset(("اكثر", "نحو", "قرابه", "عشرات", "مئات", "عده"))
_RECORDED_FAR = 12
_RECORDED = frozenset(("ارتكاب", "خرقا", "خروقات", "انتهاكا", "انتهاكات", "مقتل", "سقوط", "وقوع", "اصابه"))
_ANSWER = frozenset(("رد", "ورد", "فرد"))
_IN_ANSWER = frozenset(("ردا", "وردا"))


def _answers(text: Text, token: int, first: int, last: int) -> bool:
    """«ورد الجيش بقصف …»: a verb where it opens the sentence or follows a comma; else mostly «an answer»."""
    opens = token == first or (text.words[token] != "رد" and text.words[token - 1] in _PUNCTUATION)
    return opens and token + 1 < last and text.words[token + 1].startswith(("ال", "جيش", "حزب", "قوات"))


_DAWNS = frozenset(("فجر", "وفجر", "فجرا"))
_BOMBERS = word_list("grammar", "recall", "bombers")


def _blown_up(text: Text, vocabulary: Vocabulary, token: int, last: int) -> bool:
    """«فجر نفسه», «فجر انتحاري سيارة»: a device or a bomber behind it makes a verb of what mostly is «dawn»."""
    if token >= last:
        return False
    word = text.words[token]
    senses = vocabulary.known[word]
    if word in _BOMBERS or (senses is not None and any(name in _BLOWN for name, _, _ in senses.objects)):
        return True
    forces = (word.startswith("ال") and word.endswith("ون")) or word in _ARMIES  # «فجر الجيش منازل»
    behind = (vocabulary.known[other] for other in text.words[token + 1 : min(last, token + 5)])
    return forces and any(any(name == "objects" for name, _, _ in one.objects) for one in behind if one is not None)


_NOUNS_TOO = _MOSTLY_NOUNS.union(word.lstrip("و") for word in _ANSWER | _IN_ANSWER | _DAWNS)
_ARMIES = frozenset(("الجيش", "الاحتلال", "العدو", "جيش", "مسلحون", "عناصر", "مقاتلو"))
_BLOWN = frozenset(("devices", "bombs"))


def _for_it_has(text: Text, vocabulary: Vocabulary, token: int) -> bool:
    """«فقد» before a verb, or behind a comma and not before a figure («، فقد 38 جندياً» are lost)."""
    behind = text.words[token + 1]
    comma = token > 0 and text.words[token - 1] in _PUNCTUATION and behind.isalpha()
    return comma or _is_verb(vocabulary, behind)


def _is_verb(vocabulary: Vocabulary, word: str) -> bool:
    senses = vocabulary.known[word]  # «فقد يتجاوز»; not «فقد يده»
    known = senses is not None and any(form.tense == "p" for _, form in senses.verbs)
    return known or bool(word.startswith("ي") and word[4:])


_NEVER_BEFORE_VERBS = frozenset(("بعد", "قبل", "عقب", "اثر", "الي", "في", "علي", "جراء", "منذ", "بسبب", "رغم", "عن"))


def _second_noun(text: Text, found: list[PredicateFound], token: int) -> bool:
    """«لخطف وذبح …», «عمليات خطف وقتل»: right behind a noun that is governed, «و» joins another noun."""
    near = found[-1] if found else None
    if near is None or near.last != token or near.pos != "noun" or not text.words[token].startswith("و"):
        return False
    governed = any(letter in near.proclitic.replace("ال", "") for letter in "بل")
    return governed or (near.first > 0 and text.words[near.first - 1] in _DEEDS)


_DEEDS = frozenset(("عمليات", "اعمال", "جرائم", "حوادث"))


def _tanwin(raw: str) -> bool:
    """A written tanwin makes a noun («قاتلاً»)."""
    return raw.rstrip("ا").endswith(_TANWIN)


def _feminine(raw: str) -> bool:
    """A «ة» at the end makes a noun of what folding lets look like a verb with a pronoun («إصابة»)."""
    return raw.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة")


def _best_verb(text: Text, senses: Senses, token: int, first: int) -> tuple[str, VerbForm] | None:
    """The likeliest verb reading: one that a kind or reporting knows, with the fewest written-on words."""
    options = senses.verbs
    before = text.words[token - 1] if token > first else ""
    if options[0][1].short and before.lstrip("وف") not in _BEFORE_SHORT:
        options = tuple(option for option in options if not option[1].short)  # «سيارة تقل جنوداً» is no «لم تقل»
    who = before == "من" and token - 1 > first and text.words[token - 2] in _IT_IS  # «هي من اعتدت»
    if before in _PREPOSITIONS and before != "ما" and not who:
        options = tuple(option for option in options if option[1].tense != "p")
        if before in _NEVER_BEFORE_VERBS:  # «بعد تعرضه لقصف»: the noun, for a verb would want «أن»
            return None
    if len(options) < 2:  # noqa: PLR2004 - nothing to choose between
        return options[0] if options else None
    imperfect = not _BEFORE_IMPERFECT.isdisjoint((before, before.lstrip("وف"), before.lstrip("وفل")))
    return min(
        options,
        key=lambda option: (
            option[1].short,
            (option[1].tense == "p") is imperfect,
            len(option[0]) + len(option[1].pronoun),
            option[1].tense == "i",
        ),
    )


_IT_IS = frozenset(("هو", "هي", "هم", "هما"))
_BEFORE_SHORT = frozenset(("لم", "لما"))


def _reads_as_verb(
    text: Text, found: list[PredicateFound], token: int, first: int, conjunction: str, noun: Noun
) -> bool:
    """Whether a word written like a verb and like a noun («قتل», «رفض») is the verb here."""
    if noun.proclitic not in {"", "و", "ف"}:
        return False
    vowelled = _vowelled_passive(text.raw_text(token, token + 1))
    if vowelled or (noun.pronoun and noun.stem == _LAUNCH and _describes(found, token)):
        return True
    if text.words[token].endswith("ا") and noun.pronoun != "نا":  # «"قصفنا مواقع …"»
        return False
    before = text.words[token - 1] if token > first else ""
    if (
        _that_noun(text, token, first)
        or _awaited(text, found, token, before)
        or _counts_others(text, token, noun, conjunction)
    ):
        return False
    if _NOMINATIVE.fullmatch("".join(text.words[token + 1 : token + 2])):
        return True  # «قتل مسلحون …»: a noun would have «مسلحين» behind it
    if text.words[token + 1 : token + 2] == ["علي"] and noun.stem in _ON_SOMETHING:
        return False
    if conjunction in {"و", "ف"} and _after_verbal_noun(text, found, token):
        return False
    opens = not before or before in _PUNCTUATION or before in _VERB_OPENERS or before.removeprefix("و") in _VERB_OPENERS
    opens = opens or (before in _PARTICLES and noun.stem in _STRIKES)  # «أعلن أنه قصف»; «بأنه خرق للهدنة» is the noun
    return opens or conjunction in {"و", "ف"} or _after_subject(text, found, token, first, noun.stem)


def _that_noun(text: Text, token: int, first: int) -> bool:
    """«اعتبر أن قتل الرهائن …»: behind «أن» a verb has its subject before it; «بعد أن قتل», «سبق أن قصف» take it so."""
    return (
        token - 1 > first
        and text.words[token - 1] in _SAID_THAT
        and text.words[token - 2].lstrip("و") not in _PERFECT_THAT
    )


_SAID_THAT = frozenset(("ان", "بان"))
_PERFECT_THAT = frozenset(
    (
        "بعد",
        "منذ",
        "الي",
        "سبق",
        "حتي",
        "غير",
        "الا",
        "رغم",
        "علي",
        "قبل",
        "لولا",
        "ما",
        "دون",
        "حدث",
        "مع",
        "فور",
        "مجرد",
        "بمجرد",
    )
)
_NOMINATIVE = re.compile("(?:ال)?[^ ]{3,}ون|ال(?:طرف|جانب|بلد|جيش|رئيس|وزير|فريق|خصم)ان")


def _counts_others(text: Text, token: int, noun: Noun, conjunction: str) -> bool:
    """«مصرع 7 …، وجرح عشرة آخرين»: the verb would have «آخرون»."""
    return noun.stem in _HARM and bool(conjunction) and _OTHERS in text.words[token + 1 : token + 4]


def _awaited(text: Text, found: list[PredicateFound], token: int, comma: str) -> bool:
    """«أعلنت صباح اليوم، قتل 97 …»: «أعلن» still waits for what it announces."""
    before = next((one for one in reversed(found) if one.pos == "verb"), None) if found and comma in _COMMAS else None
    if before is None or before.lexeme not in _AWAIT or token - before.last > _AWAIT_FAR:
        return False
    stretch = text.words[before.last : token]
    closed = before.last + next(at for at, word in enumerate(stretch) if word in _COMMAS)
    told = any(before.last <= one.first < closed for one in found)  # it has already said what
    return not told and not any(word in _THAT for word in stretch)


_STRIKES = frozenset(("قصف", "قتل", "خطف", "ضرب", "شن"))
_ON_SOMETHING = frozenset(("قصف",))
"""Verbs of blows that take a bare object: with «على» the word is their verbal noun («قصف على الخرطوم»)."""
_AWAIT = frozenset(("اعلن", "نفي", "اكد", "انكر"))
_AWAIT_FAR = 12
_HARM, _OTHERS = frozenset(("جرح", "قتل", "اسر")), "اخرين"
_COMMAS = frozenset("،,")
_THAT = frozenset(("ان", "انه", "انها", "انهم", "عن", "بان", "بانه", "بانها"))


def _describes(found: list[PredicateFound], token: int) -> bool:
    """«قصف بصاروخ شنّه الحوثيون»: with a pronoun, after an event told without article, it is the verb."""
    before = found[-1] if found else None
    return before is not None and before.pos == "noun" and _near_bare(before, token)


def _near_bare(noun: PredicateFound, token: int) -> bool:
    return token - noun.last <= _DESCRIBED_FAR and "ال" not in noun.proclitic


_LAUNCH = "شن"
"""The one verb of blows whose verbal noun is written like it («شنّه», «شنّ»)."""
_DESCRIBED_FAR = 4
_TOPIC_FAR = 6
_TOPIC_OPENERS = frozenset(("ان", "بان", "وان", "لان", "كان", "وكان"))


def _after_subject(text: Text, found: list[PredicateFound], token: int, first: int, stem: str) -> bool:
    """«أن الجيش الأذري قصف», «وكان الاحتلال شنّ»: after «أن» or «كان» and a definite subject stands its verb."""
    start = max(first, token - _TOPIC_FAR)
    opener = next((at for at in range(token - 1, start - 1, -1) if text.words[at] in _TOPIC_OPENERS), None)
    if opener is None or opener == token - 1:
        return False
    indefinite = opener in {token - 2, token - 3}
    if indefinite and all(word.endswith("ا") for word in text.words[opener + 1 : token]):
        return True  # «إن جنديا قُتل», «إن جنديا أرمنيا قُتل»
    one_of = text.words[opener + 1].endswith("ا") and text.words[opener + 2] == "من"
    if one_of and text.words[token - 1].startswith("ال"):
        return not any(opener < predicate.first for predicate in found)  # «أن جندياً من الجيش الأرميني قُتل»
    if stem != _LAUNCH and not text.words[opener + 1].startswith("ال"):
        return False
    between_them = [predicate for predicate in found if opener < predicate.first]
    plain = not any(word in _PREPOSITIONS or not word.isalpha() for word in text.words[opener + 1 : token])
    return plain and not between_them and text.words[token - 1].startswith("ال")


def _after_verbal_noun(text: Text, found: list[PredicateFound], token: int) -> bool:
    """«على استعادة …، ونشر قوات», «لاغتيال …، وتفجير … وضرب …»: a list of verbal nouns goes on, no verb begins."""
    if _meant(text, found, token) or _among_contents(found, token):
        return True
    for before in reversed(found):
        if token - before.last > _LIST_FAR or before.pos != "noun":
            return False
        if before.last == token and any(ref.kind.startswith("implementation.") for ref in before.patterns):
            return True  # «تفكيك وسحب جميع الأسلحة»
        written_on = before.proclitic.replace("ال", "")
        if text.words[before.first - 1] in _GOVERNING or any(letter in written_on for letter in "بل"):
            return True
        inner = any(other.last == before.first and other.pos == "noun" for other in found)
        if not written_on.startswith("و") and not inner:  # «على وقف إطلاق النار وسحب القوات»
            return False
        token = before.first  # «على سحب …، وفتح …، وتبادل …»: one of the list itself
    return False


def _meant(text: Text, found: list[PredicateFound], token: int) -> bool:
    """«تعتزم مهاجمة ثكنة وخطف …», «بارتكاب مجازر وخطف …»: a list of deeds goes on, past no stop and no other verb."""
    for at in range(token - 1, max(0, token - _MEANT_FAR) - 1, -1):
        if text.words[at] in _MEANS_TO:
            return not any(one.pos == "verb" and one.first > at for one in found[-2:])
        if not text.words[at].isalpha():
            return False
    return False


_MEANT_FAR = 6
_MEANS_TO = frozenset(
    ("يعتزم", "تعتزم", "يعتزمون", "اعتزم", "ينوي", "تنوي", "ينوون", "نيته", "نيتها", "ارتكاب", "بارتكاب", "لارتكاب")
)


def _among_contents(found: list[PredicateFound], token: int) -> bool:
    """«تضمن الاتفاق حل الجيش ونزع سلاحه»: what an agreement holds is told by verbal nouns."""
    near = found[-1] if found and found[-1].pos == "noun" and token - found[-1].last <= _LIST_FAR else None
    return near is not None and any(
        verb.lexeme in _LISTS and near.first - verb.last <= _ITEM_FAR for verb in found[-_ITEM_FAR:]
    )


_LISTS = frozenset(("تضمن", "شمل", "نص", "قضي"))
_ITEM_FAR = 4
_LIST_FAR = 10
_GOVERNING = frozenset(("علي", "الي", "عن", "في", "من", "بعد", "قبل"))


def _vowelled_passive(raw: str) -> bool:
    return raw.lstrip("وف")[1:2] == _DAMMA


def _twin(senses: Senses, form: VerbForm) -> str:
    """«سيدخل»: «enters» and «lets in» (أدخل) are written alike but in the past; what stands around decides."""
    for _, other in senses.verbs:
        alike = other.tense == form.tense != "p" and other.pronoun == form.pronoun
        if alike and ("ا" + other.lexeme == form.lexeme or other.lexeme == "ا" + form.lexeme):
            return other.lexeme
    return ""


def _verb(
    vocabulary: Vocabulary, token: int, conjunction: str, form: VerbForm, twin: str, *, vowelled: bool
) -> PredicateFound:
    refs, passive = vocabulary.patterns_of(form.lexeme, twin)
    return PredicateFound(
        token,
        token + 1,
        "verb",
        form.lexeme,
        conjunction,
        form.pronoun,
        form,
        refs,
        passive_mark=vowelled or passive,
    )


def _first_noun(vocabulary: Vocabulary, token: int, senses: Senses, raw: str) -> PredicateFound | None:
    for noun in senses.nouns:
        if noun.pronoun != "ه" or not _feminine(raw):  # «أسرة» is no «أسره»
            return _noun(vocabulary, token, noun)
    return None


def _noun(vocabulary: Vocabulary, token: int, noun: Noun) -> PredicateFound:
    refs = vocabulary.participles[noun.stem] if noun.participle else vocabulary.nouns[noun.stem]
    both = [] if noun.participle else vocabulary.participles.get(noun.stem, [])
    pos = "participle" if noun.participle else "noun"
    return PredicateFound(token, token + 1, pos, noun.stem, noun.proclitic, noun.pronoun, None, (*refs, *both))
