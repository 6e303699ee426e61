"""Does the clause before a time speak of what is to come? («من المقرر أن يجتمع الخميس», «سيعقد في 3 أيار»)."""

from functools import lru_cache

from hudna.reading.recognise.times.scan import COMMAS, Scan
from hudna.reading.recognise.times.words import vocabulary

_REACH = 14
"""Words to look back; a clause of news is rarely longer."""
_STOPS = frozenset(("؛", ":", "»", "”", "(", ")"))
_NEAR = 2
_MIN_VERB = 4
_FUTURE_PERSONS = ("سي", "ست")
_FIRST_PERSONS = ("سن", "سا")
_MIN_FIRST = 5
"""«سنة», «سابق»: short words in «سن» and «سا» are seldom verbs."""
_CONJUNCTIONS = ("", "و", "ف")


def future_cue(scan: Scan, token: int) -> bool:
    """True when the nearest verb-like cue before the token, in its clause, speaks of the future."""
    for back in range(token - 1, max(scan.first, token - _REACH) - 1, -1):
        word = scan.word(back)
        if word in COMMAS:
            if token - back > _NEAR and not _goes_on(scan, back):
                return False
            continue
        if word in _STOPS:
            return False
        cue, future = _looks_ahead(word)
        if cue and scan.listed(back - 1, "clause_breaks"):
            return False  # «كان مقررا الثلاثاء»
        if cue or future:
            return True
        if scan.listed(back, "clause_breaks"):
            return False
    return False


@lru_cache(maxsize=65_536)
def _looks_ahead(word: str) -> tuple[bool, bool]:
    """Whether a word is a cue of what is to come, and whether it is a verb in the future."""
    return _is_cue(word), is_future_verb(word, vocabulary().not_future)


def _is_cue(word: str) -> bool:
    cues = vocabulary().lists["future_cues"]
    return word in cues or (word.startswith(("و", "ف")) and word[1:] in cues)


def _goes_on(scan: Scan, comma: int) -> bool:
    """A comma right before the time («أن يعقد اجتماعا، اليوم الخميس») does not end the clause."""
    return scan.word(comma + 1) in {"في", "يوم", "خلال"}


def is_future_verb(word: str, not_future: tuple[str, ...]) -> bool:
    """«سيعقد», «وستبدأ»; not «سيارة», «سيطر»."""
    for conjunction in _CONJUNCTIONS:
        stem = word.removeprefix(conjunction) if conjunction else word
        if (conjunction and stem == word) or len(stem) < _MIN_VERB:
            continue
        person = stem.startswith(_FUTURE_PERSONS) or (len(stem) >= _MIN_FIRST and stem.startswith(_FIRST_PERSONS))
        if person and not stem.startswith(not_future) and not stem.endswith("ه"):
            return True
    return False
