"""Which side a code belongs to, and the adjectives of nationality that point to one."""

from hudna.knowledge import Knowledge
from hudna.reading.engine import Match
from hudna.reading.recognise.actors.codes import Codes
from hudna.reading.recognise.actors.tables import Nation, Tables, tables_of

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

    def at(self, words: list[str], token: int, last: int) -> Match[str] | None:
        """The adjective that begins at a token."""
        match = self._nations.at(words, token, last) if token < last else None
        return _coded(match) if match is not None else None

    def find(self, words: list[str], first: int, last: int) -> list[Match[str]]:
        """Adjectives in a stretch of words, in order."""
        found = [_coded(match) for match in self._nations.find(words, first, last)]
        return [match for match in found if match is not None]


def _coded(match: Match[Nation]) -> Match[str] | None:
    """The codes of a match; a weak nationality («روس» may be a name) needs its article."""
    codes = tuple(nation.code for nation in match.payloads if not nation.weak or "ال" in match.proclitic)
    return Match(match.first, match.last, match.proclitic, codes) if codes else None


def nations_of(knowledge: Knowledge) -> Nations:
    """The adjectives of nationality of a knowledge."""
    return Nations(tables_of(knowledge))
