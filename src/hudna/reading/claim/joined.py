"""A noun joined by «و» to one that is only meant, feared or denied is so too: «كانت تعتزم مهاجمة ثكنة وخطف جنود»."""

from collections.abc import Sequence

from hudna.reading.claim.draft import Draft
from hudna.reading.claim.recalled import ACTS
from hudna.reading.recognise.bundle import Recognised
from hudna.reading.recognise.predicates import PredicateFound

_FAR = 12
"""Tokens between the heads of joined nouns: «تفجير مقر الحكومة في وسط العاصمة، وضرب …»."""
_TOLD = frozenset(("actual", "obligation"))
_COUNTED = frozenset(("cardinal", "range", "dual"))


def share_mood(seen: Recognised, draft: Draft, earlier: Sequence[Draft]) -> None:
    """Give a joined noun the modality of the noun before it. One with a figure of its own tells for itself."""
    noun = draft.predicate
    if draft.modality != "actual" or noun is None or not noun.proclitic.startswith("و") or counted(draft):
        return
    if noun.pos == "verb" and not _like_a_noun(seen, noun):
        return
    before = _before(draft, earlier, apart=noun.pos == "verb" or _goes_on(seen, draft))
    if before is not None and before.modality not in _TOLD:
        draft.modality = before.modality
        draft.why.append(f"modality {draft.modality}: joined to what is told so")


def _goes_on(seen: Recognised, draft: Draft) -> bool:
    """«تفجير مقر، وضرب مواقع، واغتيال شخصيات»: a clause that only such a verb seems to open."""
    verb = draft.clause.verb
    return verb is not None and verb.first < draft.anchor and _like_a_noun(seen, verb)


def counted(draft: Draft) -> bool:
    """Whether people with a figure of their own came to harm: that is told, whatever stands before."""
    return draft.number is not None and draft.number.sort in _COUNTED


def _like_a_noun(seen: Recognised, verb: PredicateFound) -> bool:
    """«وضرب», «وقصف»: a verb that is written like the noun of its act, and may go on from nouns."""
    return verb.lexeme in ACTS and seen.text.words[verb.first] == f"و{verb.lexeme}"


def _before(draft: Draft, earlier: Sequence[Draft], *, apart: bool) -> Draft | None:
    """The nearest noun of violence before a draft, in its clause or (`apart`) in the one before."""
    near = (
        other
        for other in reversed(earlier)
        if draft.clause.index - other.clause.index <= apart and 0 < draft.anchor - other.anchor <= _FAR
    )
    found = next(near, None)
    noun = found.predicate if found is not None else None
    return found if noun is not None and noun.pos != "verb" else None
