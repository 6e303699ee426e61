"""Which side a code belongs to, and the adjectives of nationality that point to one."""

from collections.abc import Iterator, Sequence

import msgspec

from hudna.knowledge import Knowledge
from hudna.reading.engine import Match
from hudna.reading.recognise.actors.codes import Codes
from hudna.reading.recognise.actors.tables import Tables, tables_of

_CODES: dict[str, Codes] = {}


def party_of(knowledge: Knowledge, code: str) -> str:
    """The side that a code belongs to: «AZE» of AZE.MOD, but «SDN.RSF» of SDN.RSF."""
    codes = _CODES.get(knowledge.fingerprint)
    if codes is None:
        codes = _CODES[knowledge.fingerprint] = Codes(knowledge)
    return codes.owner_of(code)


class Nations:
    """Adjectives of nationality in all their forms, with the code that each points to."""

    def __init__(self, tables: Tables) -> None:
        """Read the compiled tables of one knowledge."""
        self._nations = tables.nations

    def at(self, words: Sequence[str], token: int, last: int) -> Match[str] | None:
        """The adjective that begins at a token."""
        match = self._nations.at(words, token, last) if token < last else None
        return _coded(match) if match is not None else None

    def find(self, words: Sequence[str], first: int, last: int) -> Iterator[Match[str]]:
        """Adjectives in a stretch of words, in order."""
        for match in self._nations.find(words, first, last):
            coded = _coded(match)
            if coded is not None:
                yield coded


def _coded(match: Match[object]) -> Match[str] | None:
    codes = tuple(code for one in match.payloads if (code := getattr(one, "code", None)) and not _is_weak(one, match))
    return msgspec.structs.replace(match, payloads=codes) if codes else None


def _is_weak(one: object, match: Match[object]) -> bool:
    return bool(getattr(one, "weak", False)) and "ال" not in match.proclitic


def nations_of(knowledge: Knowledge) -> Nations:
    """The adjectives of nationality of a knowledge."""
    return Nations(tables_of(knowledge))
