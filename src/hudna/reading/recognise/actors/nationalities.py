"""Nationalities that stand alone beside an ordinary noun: «العمليات الأذرية», «بوساطة روسية».

They are no actors of their own, so `find_actors` leaves them out; the grammar of claims may ask for them.
"""

from collections.abc import Sequence

from hudna.knowledge import Knowledge
from hudna.reading.recognise.actors.tables import NATION, tables_of
from hudna.reading.recognise.found import ActorFound
from hudna.reading.split import Text

_SCORE = 0.5


def find_nationalities(text: Text, knowledge: Knowledge, actors: Sequence[ActorFound]) -> list[ActorFound]:
    """Adjectives of nationality outside the actors found, each with the code of its country or group.

    Args:
        text: The text, split.
        knowledge: The packs.
        actors: What `find_actors` found; nationalities inside them are left out.
    """
    tables = tables_of(knowledge)
    taken = {token for actor in actors for token in range(actor.first, actor.last)}
    found: list[ActorFound] = []
    for sentence in text.sentences:
        for token in range(sentence.first, sentence.last):
            if token in taken or not tables.mark(text.words[token]) & NATION:
                continue
            match = tables.nations.at(text.words, token, sentence.last)
            if match is None:
                continue
            beside = any(
                tables.mark(text.words[at]) & NATION for at in (token - 1, match.last) if 0 <= at < sentence.last
            )
            sure = beside or "ال" in match.proclitic
            nation = next((one for one in match.payloads if sure or not one.weak), None)
            if nation is not None:
                why, name = f"an adjective of the nationality of {nation.code}", text.raw_text(token, match.last)
                clitic = match.proclitic
                found.append(
                    ActorFound(token, match.last, nation.code, name, "country", _SCORE, "nationality", why, clitic)
                )
    return found
