"""Unnamed sources («مصادر طبية»), officials («مسؤول أميركي»), media with their nouns («وكالة “إنترفاكس” الروسية»)."""

import msgspec

from hudna.knowledge.languages.ar.actors import source_sorts
from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.words import table
from hudna.reading.recognise.actors.memory import Memory
from hudna.reading.recognise.actors.parse import Parser
from hudna.reading.recognise.actors.phrase import Phrase
from hudna.reading.recognise.actors.standing import said
from hudna.reading.recognise.actors.tables import MEDIA, OFFICIAL, PRESS, SOURCE, Tables, forms
from hudna.reading.recognise.places.standing import open_quote, past_quote

_NEUTRAL = frozenset(fold(word) for word in table("actors")["sources"]["neutral"]["words"])
"""Adjectives that say nothing of what sort a source is."""
_SCORE, _OFFICIAL_SCORE, _AGAIN = 0.85, 0.75, 0.7
_MOST = 4
_CLOSERS = forms("media", "closers")
_IN = frozenset(("في", "من", "داخل", "لدي"))
_SITTING = {
    "POL": "SECURITY",
    "MOI": "SECURITY",
    "MIL": "MILITARY",
    "MOD": "MILITARY",
    "MOH": "MEDICAL",
    "MFA": "DIPLOMATIC",
}
_NEWS = frozenset(("انباء", "الانباء"))
_MEDIA_SORTS = frozenset(("agency", "outlet", "social"))


SOURCES = MEDIA | PRESS | SOURCE | OFFICIAL
"""Marks of words with which a source may begin."""


class Sources:
    """Sources of one text."""

    def __init__(self, words: list[str], tables: Tables, parser: Parser, memory: Memory) -> None:
        """Take the words, the tables, the parser of other actors and what the walk remembers."""
        self._memory = memory
        self._words = words
        self._tables = tables
        self._parser = parser
        self._sorts = source_sorts()

    def at(self, token: int, bits: int) -> Phrase | None:
        """The source that begins at a token."""
        if bits & MEDIA and (media := self._media(token)) is not None:
            return media
        if bits & PRESS and (press := self._press(token)) is not None:
            return press
        if bits & SOURCE and (source := self._unnamed(token)) is not None:
            return source
        return self._official(token) if bits & OFFICIAL else None

    def _media(self, token: int) -> Phrase | None:
        """«وكالة “إنترفاكس” الروسية للأنباء»: the noun, the name, its nationality and its closing words."""
        match = self._tables.media.at(self._words, token, self._parser.last)
        if match is None:
            return None
        start = open_quote(self._words, self._past_news(match.last), self._parser.last)
        name = self._parser.named(start) if start < self._parser.last else None
        if name is None or name.sort not in _MEDIA_SORTS or name.proclitic:
            return None
        last = past_quote(self._words, token, name.last, self._parser.last)
        owners, last = self._parser.nations(last, definite=True)
        while last < self._parser.last and self._words[last] in _CLOSERS:
            last += 1
        owner = owners[0] if owners else name.owner
        return msgspec.structs.replace(name, last=last, owner=owner, proclitic=match.proclitic)

    def _past_news(self, token: int) -> int:
        return token + 1 if token < self._parser.last and self._words[token] in _NEWS else token

    def _press(self, token: int) -> Phrase | None:
        """«وسائل إعلام محلية», «شهود عيان»."""
        match = self._tables.press.at(self._words, token, self._parser.last)
        if match is None:
            return None
        _, _, last = self._adjectives(match.last)
        code = f"SOURCE.{match.payloads[0]}"
        why = f"an unnamed source: {code}"
        return Phrase(last, code, "unnamed_source", "unnamed source", _SCORE, why, "", "", match.proclitic)

    def _unnamed(self, token: int) -> Phrase | None:
        """«مصدر أمني», «مصادر في وزارة الدفاع الروسية»."""
        match = self._tables.sources.at(self._words, token, self._parser.last)
        if match is None:
            return None
        sort, _, last = self._adjectives(match.last)
        inner = self._inside(last)
        if inner is not None:
            why = f"a source inside: {inner.why}"
            return msgspec.structs.replace(
                inner, sort="unnamed_source", rule="source inside a body", why=why, proclitic=match.proclitic, name=""
            )
        if ARTICLE in match.proclitic and last == match.last:
            return self._again(token, last, match.proclitic)
        if not sort and (sitting := self._sitting(last)):
            sort = sitting
        elif last == match.last and self._describes(last):
            return None  # «مصادر المياه»
        code = f"SOURCE.{sort}" if sort else "SOURCE"
        why = f"an unnamed source: {code}"
        return Phrase(last, code, "unnamed_source", "unnamed source", _SCORE, why, "", "", match.proclitic)

    def _describes(self, token: int) -> bool:
        """Whether a definite noun follows, whose sources or official these are."""
        return token < self._parser.last and self._words[token].startswith(ARTICLE)

    def _sitting(self, token: int) -> str:
        """«مصدر في الشرطة»: the sort of a source by the body it sits in, when that has no nation."""
        word = self._words[token] if token < self._parser.last else ""
        inner = self._parser.bare_office(token + 1 if word in _IN else token)
        return "" if inner is None or inner.code is not None else _SITTING.get(inner.role, "OFFICIAL")

    def _again(self, token: int, last: int, proclitic: str) -> Phrase | None:
        """«وأضاف المصدر»: the unnamed source of before; «المصدر: …» under an article is none."""
        if not said(self._words, token):
            return None
        before = next((one for one in self._memory.back() if one.phrase.sort == "unnamed_source"), None)
        if before is None:
            return None
        why = f"the source spoken of before: {before.phrase.code}"
        return msgspec.structs.replace(
            before.phrase,
            last=last,
            rule="source spoken of before",
            why=why,
            proclitic=proclitic,
            score=_AGAIN,
            antecedent=before.token,
            name="",
        )

    def _official(self, token: int) -> Phrase | None:
        """«مسؤول أميركي» speaks for his government, «مسؤول عسكري إسرائيلي» for its army; else he is SOURCE."""
        match = self._tables.officials.at(self._words, token, self._parser.last)
        if match is None or ARTICLE in match.proclitic:
            return None
        sort, owners, last = self._adjectives(match.last)
        diplomat = self._words[token].endswith(("دبلوماسي", "دبلوماسيون", "دبلوماسيين"))
        if owners:
            role = "MIL" if sort == "MILITARY" else "GOV"
            code = self._tables.codes.compose(owners[0], role)
            why = f"an unnamed official of {owners[0]}"
            return Phrase(
                last, code, "office", "unnamed official", _OFFICIAL_SCORE, why, owners[0], role, match.proclitic
            )
        inner = self._inside(last)
        if inner is not None:
            return msgspec.structs.replace(inner, why=f"an official inside: {inner.why}", proclitic=match.proclitic)
        if last == match.last and self._describes(last):
            return None  # «مسؤول الإعلام»
        sort = sort or ("DIPLOMATIC" if diplomat else "OFFICIAL")
        why = f"an unnamed official: SOURCE.{sort}"
        return Phrase(last, f"SOURCE.{sort}", "unnamed_source", "unnamed official", 0.6, why, "", "", match.proclitic)

    def _inside(self, token: int) -> Phrase | None:
        """«في وزارة الدفاع», «بالجيش السوداني»: the body in which the source sits."""
        word = self._words[token] if token < self._parser.last else ""
        start = token + 1 if word in _IN else token
        inner = self._parser.phrase(start) if word in _IN or word.startswith("ب") else None
        wanted = "" if word in _IN else "ب"
        if inner is None or inner.proclitic.replace(ARTICLE, "") != wanted or inner.territory or inner.sort == "person":
            return None
        return inner if inner.sort != "country" else None

    def _adjectives(self, token: int) -> tuple[str, list[str], int]:
        """(sort, nations, end) of the adjectives after a source: «طبية مطلعة», «عسكري إسرائيلي كبير»."""
        sort = ""
        owners: list[str] = []
        for _ in range(_MOST):
            word = self._words[token] if token < self._parser.last else ""
            bare = word.removeprefix(ARTICLE)
            if bare in self._sorts:
                sort = sort or self._sorts[bare]
                token += 1
            elif word and bare in _NEUTRAL:
                token += 1
            elif word and not owners:
                owners, end = self._parser.nations(token, definite=word.startswith(ARTICLE))
                if not owners:
                    break
                token = end
            else:
                break
        return sort, owners, token
