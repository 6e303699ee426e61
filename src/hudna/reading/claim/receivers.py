"""To whom something is given, and whose the aid is that arrives."""

from hudna.reading.attribute.subjects import PREPOSITIONS
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.here import Need
from hudna.reading.claim.owners import adjective, demonyms, give
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import PredicateFound

_DESTROYS = frozenset(("دمر", "اسقط", "اعطب"))
GIVES = frozenset(("implementation.exchange", "implementation.handover", "implementation.demining"))


def shot_down(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> bool:
    """«المروحية أسقطت», «طائرة أرمينية أُسقطت»: aircraft before the verb that shoots down are what it befalls."""
    if draft.kind != "hostilities.attack" or predicate.lexeme != "اسقط" or need.last > predicate.first:
        return False
    side = adjective(seen, need.last, predicate.first)
    give(draft, "targets", (side,) if side else (), "adjective of nationality on the aircraft")
    return True


def lost(draft: Draft, predicate: PredicateFound) -> bool:
    """«دمرت دبابة أذربيجانية»: arms behind such a verb are what is lost, not what strikes."""
    return draft.kind == "hostilities.attack" and predicate.lexeme in _DESTROYS


def given(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> None:
    """Who gives aid, and who gets what is handed over, where the verb's own arguments do not say."""
    if draft.kind == "humanitarian.aid" and not draft.agents and predicate.pos == "verb":
        give(draft, "agents", _of_what_nation(seen, predicate.last, need.last), "adjective of nationality on the aid")
    if draft.kind in GIVES and not draft.targets:
        _receiver(seen, draft, predicate, need)


def _receiver(seen: Recognised, draft: Draft, predicate: PredicateFound, need: Need) -> None:
    """«سلمت باكو يريفان 15 أسيراً», «سلمت إلى باكو خرائط»: to whom, bare before the thing or after «إلى»."""
    parties = {party for theatre in seen.knowledge.theatres for party in theatre.parties}
    sides = seen.knowledge.sides
    if draft.kind == "implementation.demining" and draft.agents:
        _gets_it(seen, draft, predicate)
    for place in between(seen.places, predicate.last, max(need.last, draft.clause.last)):
        known = seen.knowledge.places.get(place.code or "")
        side = sides.of(known.government) if known is not None and known.government else None
        to = seen.text.words[place.first - 1] == "الي"
        bare = place.first < need.first and not place.proclitic and seen.text.words[place.first - 1] not in PREPOSITIONS
        if side is not None and side in parties and side not in sides.of_all(draft.agents) and (to or bare):
            give(draft, "targets", (side,), "who receives it")
            return


def _gets_it(seen: Recognised, draft: Draft, predicate: PredicateFound) -> None:
    """«قالت باكو إن الوساطة ساعدت في الحصول على خرائط من أرمينيا»: who says so, being a party, got them."""
    speaker = seen.knowledge.sides.of(draft.by[0]) if draft.by else None
    parties = {party for theatre in seen.knowledge.theatres for party in theatre.parties}
    got = predicate.lexeme.endswith(("حصول", "حصل", "تسلم", "استلام"))
    if got and speaker is not None and speaker in parties and speaker not in seen.knowledge.sides.of_all(draft.agents):
        give(draft, "targets", (speaker,), "who says that they were got")


def _of_what_nation(seen: Recognised, first: int, last: int) -> tuple[str, ...]:
    """«وصلت شاحنة روسية تحمل مساعدات», «مساعدات تركية»: indefinite, on the aid or what carries it."""
    found = demonyms(seen.knowledge).find(seen.text.words, first, last + 2)
    return tuple(one.payloads[0] for one in found if not seen.text.words[one.first].startswith("ال"))[:1]


def called_on(seen: Recognised, draft: Draft, first: int, last: int) -> None:
    """«حث الانفصاليون السكان على …», «دعت الحكومة المواطنين إلى …»: the people of an authority that calls on them."""
    speaker = draft.agents[0] if draft.agents else ""
    root, _, role = speaker.partition(".")
    actor = seen.knowledge.actors.get(root)
    civil = role.split(".")[0] in _CIVIL or (not role and actor is not None and actor.sort in {"region", "group"})
    people = _PEOPLE.isdisjoint(seen.text.words[first : min(last, first + _RIGHT_BEHIND)])
    if draft.kind == "statement.demand" and not draft.targets and civil and not people:
        give(draft, "targets", (f"{root}.CVL",), "the people of the authority that calls on them")


_CIVIL = frozenset(("GOV", "PRES", "PM", "MOI", "MOH", "OMBUDSMAN"))
_PEOPLE = frozenset(("السكان", "المواطنين", "الاهالي", "سكانها", "سكانه"))
_RIGHT_BEHIND = 2
