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


def _among_fighters(seen: Recognised, draft: Draft) -> bool:
    first, last = draft.spoken.sentence.first, draft.spoken.sentence.last
    named = any(actor.sort in {"group", "force"} for actor in between(seen.actors, first, last))
    if named or any(found.name in _THINGS for found in between(seen.objects, first, last)):
        return True
    bare = (word.lstrip("وبل").removeprefix("ال") for word in seen.text.words[first:last])
    return any(word.startswith(_ARMED) for word in bare)
