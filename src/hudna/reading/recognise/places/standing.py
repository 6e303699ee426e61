"""What a name is only part of.

A force («جيش قره باغ»), an actor («سلطات قره باغ», «قالت باكو»), a document («اتفاق ستوكهولم»), or an anchor of
direction («لاتشين غرب قره باغ»).
"""

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases
from hudna.knowledge.languages.ar.words import words as word_list
from hudna.model import Place
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.recognise.found import PlaceFound
from hudna.reading.recognise.places.gazetteer import Gazetteer
from hudna.reading.split import Text

_OPENING = frozenset("«“”„\"'(")
_CLOSING = frozenset("»”“\"')")
_LOCATED = word_list("places", "words", "located")
_HIT = word_list("places", "words", "hit")
_DIRECTIONS = frozenset(phrase_words(phrase) for phrase in phrases("places", "words", "directions"))
_LONGEST_DIRECTION = max(map(len, _DIRECTIONS))
_PARTS = frozenset(("انحاء", "مناطق", "اجزاء"))
_BLOWS = frozenset(("غاره", "غارات", "قصف", "جويه", "هجوم", "هجمات", "عدوان", "حرب"))
_LINKS = frozenset(("،", ",", "الواقعه", "الواقع", "وتقع", "تقع", "يقع"))
_IN = frozenset(("في", "لدي"))
_FROM, _BETWEEN = "من", "بين"
_TO = "الي"
_ALL = frozenset(("كل", "كلا", "كلتا"))
_EACH = 2
"""Tokens of «كل من»."""
_ADDRESSED = frozenset(map(fold, ("تسليم", "سلمت", "سلم", "رسالة", "دعوة", "طلب", "نقل", "انضمام", "تسليمها", "دعوات")))
_ASKED = frozenset(map(fold, ("طلب", "طلبت", "يطلب", "تطلب", "طلبوا", "طالب", "طالبت", "تطالب", "يطالب")))
_SENT = frozenset(("الي", "لدي"))
_ENVOYS = word_list("places", "words", "envoys")
_COMMAS = frozenset("،,")
_BULLETS = frozenset("*•·>|")
_FILED = frozenset(("-", "–", "—", "ـ", "(", "/"))
_AGENCIES = frozenset(map(fold, ("رويترز", "الأناضول", "وكالات", "واس", "سانا", "وام", "قنا", "أسوشيتد", "فرانس")))
_ON = "علي"
_PRESSED = word_list("places", "words", "pressed")
_CLAUSES = frozenset(map(fold, ("أن", "إن", "أنه", "إنه", "أنها", "إنها", "التي", "الذي")))
_ADDRESS_REACH, _VISIT_REACH = 4, 9


def open_quote(words: list[str], token: int, last: int) -> int:
    """The token after an opening quotation mark, if one stands here."""
    return token + 1 if token < last and words[token] in _OPENING else token


def past_quote(words: list[str], first: int, end: int, last: int) -> int:
    """The end of a phrase that begins at `first` with its closing quotation mark, when the phrase opens one."""
    opened = not _OPENING.isdisjoint(words[first:end])
    return end + 1 if opened and end < last and words[end] in _CLOSING and words[end - 1] not in _CLOSING else end


def bare(word: str, words: frozenset[str]) -> str:
    """A word without its «و», unless it is itself a word of the set («وسط»)."""
    return word if word in words else word.removeprefix("و")


class Standing:
    """Where a name stands in its sentence."""

    def __init__(self, text: Text, gazetteer: Gazetteer) -> None:
        """Look into one text."""
        self._words = text.words
        self._gazetteer = gazetteer
        self._line_starts = frozenset(line.first for line in text.lines)

    def part_of(self, first: int, proclitic: str, place: Place | None = None, before: PlaceFound | None = None) -> str:
        """What the phrase that begins at `first` is only part of; empty for a real place.

        Args:
            first: Its first token, sort word included.
            proclitic: What is written onto that token.
            place: The place, None when no pack knows it.
            before: The place found before it in the sentence.
        """
        letters = proclitic.replace("ال", "").removeprefix("و").removeprefix("ف")
        if not proclitic and (owner := self._owner(first)):
            country = place is not None and place.sort == "country"
            return "document" if owner == "treaty" else "actor" if owner == "document" and country else owner
        if before is not None and self._only_direction(before, first):
            return "direction"
        if self._errand(first) or self._dateline(first):
            return "document"
        if place is None or place.code not in self._gazetteer.speaking:
            return ""
        listed = before is not None and self._listed(before, first)
        if before is not None and listed and self._apposed(before, proclitic):
            return ""
        if before is not None and listed and proclitic == "و" and self._speaks(before):
            return before.within if before.within != "direction" else ""
        if before is not None and listed and proclitic == "و" and place.sort == "city" and self._between(before):
            return ""  # «الطريق بين الحديدة وصنعاء»
        return "" if self._located(first, letters, place) else "actor"

    def _listed(self, before: PlaceFound, first: int) -> bool:
        """«في باكو ويريفان», «في الجزائر، والقاهرة»."""
        between = self._words[before.last : first]
        return len(between) <= 1 and all(word in _COMMAS for word in between)

    def _dateline(self, first: int) -> bool:
        """«لندن - رويترز: …» and «القاهرة (أ ف ب)» tell where a report was filed."""
        words = self._words
        if first and words[first - 1] in _BULLETS:
            return True
        opens = first == 0 or first in self._line_starts
        return opens and first + 1 < len(words) and (words[first + 1] in _FILED or words[first + 1] in _AGENCIES)

    def _apposed(self, before: PlaceFound, proclitic: str) -> bool:
        """«عاصمة الإقليم، ستيباناكيرت»: a real place that another explains."""
        return not proclitic and before.within in {"", "direction"} and before.last < len(self._words)

    def _between(self, before: PlaceFound) -> bool:
        """Whether a real place stands behind «بين», whose other end is the name behind it."""
        words = self._words[max(0, before.first - 1) : before.first]
        return not before.within and words == [_BETWEEN]

    def _speaks(self, before: PlaceFound) -> bool:
        """Whether the other place may speak too: «في باكو ويريفان» are alike, «في قره باغ وأذربيجان» are not."""
        return before.code in self._gazetteer.speaking

    def _owner(self, first: int) -> str:
        """What a head in construct right before makes of the name; a head after «بين» shares it too."""
        at = first - 1
        while at >= 0 and self._words[at] in _OPENING:
            at -= 1
        if at < 0:
            return ""
        return self._gazetteer.owners.at(self._words, at)

    def _only_direction(self, before: PlaceFound, first: int) -> bool:
        """Whether nothing but a direction stands between two places («لاتشين غرب قره باغ»)."""
        between = tuple(word for word in self._words[before.last : first] if word not in _LINKS)
        along = before.code in self._gazetteer.lines  # «داخل الخط الأصفر شرقي مدينة كذا»
        return not before.within and not along and 0 < len(between) <= _LONGEST_DIRECTION and between in _DIRECTIONS

    def _located(self, first: int, letters: str, place: Place) -> bool:
        """Whether a name that may also speak is a place here, and no office's seat («وزارة الدفاع في يريفان»)."""
        if self._each_of(first):
            return False
        if letters:
            return letters == "ب" and not self._seat(first - 1)
        if self._gazetteer.sorts.begins(self._words[first]) and not self._own_word(first, place):
            return True
        word = bare(self._words[first - 1], _LOCATED) if first else ""
        if word in _IN and self._seat(first - 2):
            return False
        if word == _FROM and self._near(first, _ASKED):
            return False  # «طلبت باكو من موسكو …»
        if place.sort == "country":
            parts = word == _FROM and self._near(first, _PARTS)  # «في أنحاء متفرقة من لبنان»
            struck = word == _ON and first > 1 and self._words[first - 2] in _BLOWS  # «غارة على لبنان»
            told = word in _LOCATED and not (word == _TO and self._near(first, _ADDRESSED))
            return parts or struck or told
        return self._city_located(first, word)

    def _each_of(self, first: int) -> bool:
        """«أعلنت كل من باكو ويريفان» speak; «في كل من بيروت وصيدا» are places."""
        if first < _EACH or self._words[first - 1] != _FROM or bare(self._words[first - _EACH], _ALL) not in _ALL:
            return False
        before = self._words[first - _EACH - 1] if first > _EACH else ""
        return bare(before, _LOCATED) not in _LOCATED

    def _city_located(self, first: int, word: str) -> bool:
        """«من باكو», «غارة على بيروت», «زار الوزير دمشق» are places; «عقوبات على موسكو» is not."""
        if word == _ON:
            return not self._near(first, _PRESSED)
        return word == _FROM or word in _LOCATED or self._visited(first)

    def _visited(self, first: int) -> bool:
        """Whether a verb of going, leaving or striking governs the name, past its subject."""
        for word in reversed(self._words[max(0, first - _VISIT_REACH) : first]):
            if bare(word, _HIT) in _HIT:
                return True
            if word in _CLAUSES or not word.isalpha():
                return False
        return False

    def _errand(self, first: int) -> bool:
        """«المبعوث الأممي إلى اليمن»: where an envoy is sent belongs to the office."""
        sent = first > 1 and self._words[first - 1] in _SENT
        return sent and any(word in _ENVOYS for word in self._words[max(0, first - _ADDRESS_REACH) : first - 1])

    def _seat(self, token: int) -> bool:
        """Whether an office ends here: «وزارة الدفاع» before «في يريفان»."""
        return token >= 0 and bool(self._gazetteer.seated.at(self._words, token))

    def _near(self, first: int, words: frozenset[str]) -> bool:
        return any(bare(word, words) in words for word in self._words[max(0, first - _ADDRESS_REACH) : first])

    def _own_word(self, first: int, place: Place) -> bool:
        """Tells «مدينة الكويت» (a name) from «مدينة باكو» (a sort and a name)."""
        return phrase_words(place.name_ar)[:1] == (self._words[first],)
