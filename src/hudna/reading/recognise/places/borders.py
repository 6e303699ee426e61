"""Borders: «الحدود بين البلدين», «الحدود الأرمينية الأذربيجانية», «حدودها مع أذربيجان», «على الحدود»."""

from collections.abc import Callable
from itertools import islice

from hudna.knowledge.languages.ar.words import words as word_list
from hudna.model import Place
from hudna.reading.engine.record import Record
from hudna.reading.recognise.places.gazetteer import NAME, NATION, Gazetteer
from hudna.reading.split import Text

_SAID, _RECENT, _ADJECTIVE = 0.92, 0.75, 0.5
_REMEMBERED = 12
"""Mentions of countries that are remembered; older ones do not decide what «البلدين» means."""
_BETWEEN = word_list("places", "words", "between")
_WITH = word_list("places", "words", "with")
_NO_BORDERS = word_list("places", "words", "no_borders")
_ADJECTIVES = 4
"""Words from «بين البلدين» to the comma behind which they are named."""
_BOTH = word_list("places", "words", "both")
_SKIPPED = frozenset(
    ("المشتركه", "البريه", "الدوليه", "الشماليه", "الجنوبيه", "الشرقيه", "الغربيه", "-", "–", "و", "دولتي")
)


class BorderFound(Record, frozen=True):
    """A phrase that means a border."""

    last: int
    place: Place
    sides: frozenset[str]
    score: float
    rule: str
    proclitic: str


class Borders:
    """Borders of one text, with the countries spoken of so far."""

    def __init__(self, text: Text, gazetteer: Gazetteer) -> None:
        """Look into one text."""
        self._words = text.words
        self._gazetteer = gazetteer

    def at(self, token: int, last: int, spoken: Callable[[], list[str]]) -> BorderFound | None:
        """The border that a phrase at `token` means; None when its countries are not known.

        `spoken` tells the countries spoken of so far, oldest first.
        """
        match = self._gazetteer.borders.at(self._words, token, last)
        if match is None or (token and self._words[token - 1] in _NO_BORDERS):
            return None
        kind = match.payloads[0]
        end, countries = self._countries(match.last, last)
        if kind == "adjective" and len(countries) < 2:  # noqa: PLR2004 (a border has two sides)
            return self._of_the_last(match.last, _ADJECTIVE, match.proclitic, _recent(spoken()))
        rule = "border with its countries"
        if kind == "adjective":  # «معارك حدودية بين أرمينيا وأذربيجان»: the countries stay actors
            return self._found(match.last, frozenset(countries), _RECENT, rule, match.proclitic)
        if len(countries) == 2:  # noqa: PLR2004 (a border has two sides)
            return self._found(end, frozenset(countries), _SAID, rule, match.proclitic)
        if len(countries) == 1:
            return self._found(end, self._pair_with(countries[0], _recent(spoken())), _RECENT, rule, match.proclitic)
        return self._of_the_last(end, _RECENT, match.proclitic, _recent(spoken()))

    def _of_the_last(self, last: int, score: float, proclitic: str, recent: list[str]) -> BorderFound | None:
        return self._found(last, self._last_two(recent), score, "border of the two spoken of", proclitic)

    def _found(self, last: int, sides: frozenset[str], score: float, rule: str, proclitic: str) -> BorderFound | None:
        place = self._gazetteer.between.get(sides)
        return None if place is None else BorderFound(last, place, sides, score, rule, proclitic)

    def _countries(self, token: int, last: int) -> tuple[int, list[str]]:
        """(end, countries) of what follows «الحدود»: «بين X وY», «مع X», two nationalities, a country."""
        found: list[str] = []
        end = token
        while token < last and len(found) < 2:  # noqa: PLR2004
            word = self._words[token]
            if word in _BETWEEN and token + 1 < last and self._words[token + 1] in _BOTH:
                return self._named_after(token + 2, last)
            if word in _BETWEEN or word in _WITH or word in _SKIPPED:
                token += 1
                continue
            country, token = self._country(token, last)
            if not country:
                break
            found.append(country)
            end = token
        return end, found

    def _named_after(self, token: int, last: int) -> tuple[int, list[str]]:
        """«بين الجمهوريتين السابقتين، أرمينيا وأذربيجان»: the two may be named behind a comma."""
        comma = next((at for at in range(token, min(token + _ADJECTIVES, last)) if self._words[at] == "،"), last)
        dual = all(self._words[at].endswith("ين") for at in range(token, comma)) and comma + 1 < last
        one, after = self._country(comma + 1, last) if dual else ("", 0)
        other, end = self._country(after, last) if one and after < last else ("", 0)
        return (end, [one, other]) if other else (token, [])

    def _country(self, token: int, last: int) -> tuple[str, int]:
        """(country, end) of a nationality or a country's name at a token."""
        bits = self._gazetteer.mark(self._words[token])
        if bits & NATION:
            nation = self._gazetteer.nations.at(self._words, token, last)
            if nation is not None and nation.proclitic in {"ال", "وال", "و", ""}:
                return nation.payloads[0], nation.last
        name = self._gazetteer.names.at(self._words, token, last) if bits & NAME else None
        if name is not None and name.proclitic in {"", "و"} and name.payloads[0].place.sort == "country":
            return self._gazetteer.ruler(name.payloads[0].place.code), name.last
        return "", token

    def _pair_with(self, country: str, recent: list[str]) -> frozenset[str]:
        """A country and the one spoken of last that has a border with it."""
        others = (frozenset((country, other)) for other in recent if other != country)
        return next((pair for pair in others if pair in self._gazetteer.between), frozenset())

    def _last_two(self, recent: list[str]) -> frozenset[str]:
        """The two countries spoken of last that have a border; parties of a theatre before others."""
        parties = [country for country in recent if country in self._gazetteer.parties]
        for countries in (parties, recent):
            pairs = (frozenset((a, b)) for at, b in enumerate(countries) for a in countries[:at])
            pair = next((pair for pair in pairs if pair in self._gazetteer.between), None)
            if pair is not None:
                return pair
        return frozenset()


def _recent(spoken: list[str]) -> list[str]:
    """The countries spoken of last, each once, the latest first."""
    return list(islice(dict.fromkeys(reversed(spoken)), _REMEMBERED))
