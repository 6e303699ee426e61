"""What only counts where a text tells of war: «احترق السوق», «انهارت المفاوضات», «سجلت خروقات»."""

from collections.abc import Sequence

from hudna.reading.claim.draft import Draft
from hudna.reading.recognise.bundle import Recognised, between

_OF_WAR = ("hostilities.", "ceasefire.", "casualties.", "territory.", "implementation.", "posture.")
_THINGS = frozenset(("truce", "forces", "fighting", "displaced", "peacekeepers", "detainees", "shells"))
_ARMED = ("مسلح", "مقاتل", "مليشي", "ميليشي", "متمرد", "مستوطن", "جنود", "فصائل")


def in_war(seen: Recognised, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without those that need war and find none: no other claim of it in the text, no fighters beside them."""
    if any(draft.kind.startswith(_OF_WAR) and not draft.in_war for draft in drafts):
        return list(drafts)
    return [draft for draft in drafts if not draft.in_war or _among_fighters(seen, draft)]


_ON_THE_GROUND = ("humanitarian.", "implementation.", "ceasefire.")


def _in_a_land_of_war(seen: Recognised, first: int, last: int) -> bool:
    """Whether a place of a country that the packs know armed groups of is named."""
    lands = {_land(seen, place.code or "") for place in between(seen.places, first, last)}
    groups = {actor.code.split(".")[0] for actor in seen.knowledge.actors.values() if actor.sort == "group"}
    return not lands.isdisjoint(groups)


def _land(seen: Recognised, code: str) -> str:
    """The country in which a place lies, as an actor's code; empty where no pack says."""
    place = seen.knowledge.places.get(code)
    while place is not None and not place.government:
        place = seen.knowledge.places.get(place.parent or "")
    return place.government.split(".")[0] if place is not None and place.government else ""


def _among_fighters(seen: Recognised, draft: Draft) -> bool:
    first, last = draft.spoken.sentence.first, draft.spoken.sentence.last
    named = any(actor.sort in {"group", "force"} for actor in between(seen.actors, first, last))
    if named or any(found.name in _THINGS for found in between(seen.objects, first, last)):
        return True
    if draft.kind.startswith(_ON_THE_GROUND) and _in_a_land_of_war(seen, first, last):
        return True
    bare = (word.lstrip("وبل").removeprefix("ال") for word in seen.text.words[first:last])
    return any(word.startswith(_ARMED) for word in bare)
