"""Whose a thing is that a claim speaks of: by an adjective of nationality, by «ل», by «تابعة»."""

from hudna.knowledge import Knowledge
from hudna.reading.attribute import actor_codes, with_coordinated
from hudna.reading.attribute.subjects import PREPOSITIONS
from hudna.reading.claim.draft import Draft, add
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound
from hudna.reading.recognise.parties import Nations, nations_of, party_of

_ADJECTIVES_FAR = 4


def demonyms(knowledge: Knowledge) -> Nations:
    """Adjectives of nationality → actor code, compiled once per knowledge."""
    return nations_of(knowledge)


CARRIED = "subject of the clause before"
"""The reason where a clause names no subject."""


def give(draft: Draft, role: str, codes: tuple[str, ...], why: str) -> None:
    """Add codes to a role of a draft, with the reason; nothing where there is no role or nobody."""
    if not role or not codes:
        return
    add(draft.agents if role == "agents" else draft.targets, codes)
    draft.why.append(f"{role}: {', '.join(codes)}, {why}")


def all_codes(actors: list[ActorFound]) -> tuple[str, ...]:
    """Codes of all actors as doers, each once, in order."""
    return tuple(dict.fromkeys(code for actor in actors for code in actor_codes(actor)))


_ITS = (["لها"], ["له"], ["لهم"])


def owned(seen: Recognised, draft: Draft, role: str, first: int, last: int) -> None:
    """«مواقع عسكرية أرمينية»، «مواقع تابعة لها»: things that belong to a side stand for it."""
    for found in between(seen.objects, first, last):
        if found.name not in OWNED:
            continue
        if draft.by and seen.text.words[found.last : found.last + 1] in _ITS:  # «استهدف دورية لها»
            give(
                draft, role, (draft.by[0] if "." in draft.by[0] else party_of(seen.knowledge, draft.by[0]),), "its own"
            )
            return
        if not PREPOSITIONS.isdisjoint(seen.text.words[first : found.first]):
            return  # «استهدفت سيارة عند الحدود اللبنانية»: where it stood
        side = adjective(
            seen, found.last, _before_preposition(seen, found.last, min(last, found.last + _ADJECTIVES_FAR))
        )
        whose = owner_after(seen, found.last, last)
        if whose is not None:
            give(draft, role, all_codes(with_coordinated(seen, whose)), "whose they are")
            draft.stretch(found.first, whose.last)
            return
        if side:
            force = ".MIL" if found.name != "objects" and "." not in side else ""
            give(draft, role, (side + force,), "whose positions they are")
            draft.stretch(found.first, found.last + 1)
            return


def _before_preposition(seen: Recognised, first: int, last: int) -> int:
    """Where a noun's own adjectives end: «سيارة على طريق عند الحدود اللبنانية» is nobody's."""
    return next((token for token in range(first, last) if seen.text.words[token] in PREPOSITIONS), last)


OWNED = frozenset(
    ("area", "objects", "forces", "arms", "struck", "positions", "devices", "weapons", "aircraft", "fighter_planes")
)


def owner_after(seen: Recognised, first: int, last: int) -> ActorFound | None:
    """«مواقع لحزب الله», «سيارة إسعاف تابعة لوزارة الصحة»: after «ل», with at most adjectives and «تابعة» before it."""
    for actor in between(seen.actors, first, min(last, first + _OWNER_FAR)):
        bare = actor.proclitic.replace("ال", "")
        near = seen.text.words[first : actor.first]
        plain = PREPOSITIONS.isdisjoint(near) and not between(seen.predicates, first, actor.first)
        return actor if bare == "ل" and plain and bool(actor_codes(actor)) else None
    return None


_OWNER_FAR = 4


def adjective(seen: Recognised, first: int, last: int) -> str:
    """The country of an adjective of nationality in a short stretch of words."""
    for match in demonyms(seen.knowledge).find(seen.text.words, first, last):
        return match.payloads[0]
    return ""


def owned_after(seen: Recognised, draft: Draft, preposition: str, first: int, last: int) -> None:
    """«قصفت على مواقع للجيش», «على دورية لليونيفيل»: whose the thing is behind a preposition."""
    for token in range(first, last):
        if seen.text.words[token] == preposition:
            owned(seen, draft, "targets", token + 1, min(last, token + 7))
            whose = owner_after(seen, token + 2, last) if not draft.targets else None
            if whose is not None:  # «على دورية لليونيفيل»
                give(draft, "targets", all_codes(with_coordinated(seen, whose)), "whose it is")
                draft.stretch(token, whose.last)
            if not draft.targets:
                _belonging(seen, draft, token + 1, min(last, token + 6))
            if not draft.targets and draft.kind.startswith("hostilities."):
                _country_struck(seen, draft, token + 1)
            return


def _country_struck(seen: Recognised, draft: Draft, token: int) -> None:
    """«صواريخ باتجاه إسرائيل»: a country is struck, and is where it is struck."""
    for place in between(seen.places, token, token + 1):
        known = seen.knowledge.places.get(place.code or "")
        if known is not None and known.sort == "country" and known.government:
            give(draft, "targets", (party_of(seen.knowledge, known.government),), "the country that is struck")


def _belonging(seen: Recognised, draft: Draft, first: int, last: int) -> None:
    for token in range(first, last - 1):
        if seen.text.words[token] in _BELONGING and seen.text.words[token + 1] in {"لها", "له", "لهم"} and draft.by:
            give(draft, "targets", (party_of(seen.knowledge, draft.by[0]),), "what belongs to the speaker")


_BELONGING = frozenset(("تابعه", "التابعه", "تابع", "التابعين", "تابعين"))
