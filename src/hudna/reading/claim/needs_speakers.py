"""Finders of who speaks, who stands by somebody, and whom a vehicle has on board."""

import re

from hudna.reading.attribute import governed, scope_at
from hudna.reading.claim.here import NEAR, Finds, Here, Need, objects
from hudna.reading.recognise.bundle import between

_CLOSE = 3
_PEOPLE_WORD = re.compile("ال(?:جماعه|جيش|حركه|حكومه|قوات|رئيس|وزير|متحدث|سلطات|وزاره|ميليشيا|مليشيا|قياده|قائد)")
_ON_BOARD = frozenset(("تقل", "تحمل", "يقل", "يحمل", "متنها", "متنه"))


def subject(here: Here) -> Finds:
    """A verb of saying needs somebody who says it."""
    actor = here.spoken.named.get(here.clause.index)
    if here.predicate.pos == "verb" and (actor is not None or here.spoken.subjects.get(here.clause.index)):
        yield Need(here.predicate.first, here.predicate.last, "speaker")


def spoken(here: Here) -> Finds:
    """Only inside somebody's words."""
    scope = scope_at(here.spoken, here.predicate.first)
    if scope is not None and scope.by:
        yield Need(here.predicate.first, here.predicate.last, "speaker")


def named(here: Here) -> Finds:
    """A verb whose subject the clause itself names, even if no pack knows it («هددت الجماعة»)."""
    after = here.seen.text.words[here.predicate.last : here.predicate.last + 1]
    somebody = here.spoken.named.get(here.clause.index) is not None or any(_PEOPLE_WORD.match(word) for word in after)
    if here.predicate.pos == "verb" and somebody:
        yield Need(here.predicate.first, here.predicate.last, "speaker")


def stance(here: Here) -> Finds:
    """Support needs a supporter named before or after its verb, and something that it is for."""
    if here.predicate.pos != "verb" or here.spoken.named.get(here.clause.index) is None:
        return
    for actor in between(here.seen.actors, here.predicate.last, here.clause.last):
        if governed(here.seen, actor) or actor != here.spoken.named[here.clause.index]:
            yield Need(actor.first, actor.last, "stance")
    following = here.seen.text.words[here.predicate.last : here.predicate.last + NEAR]
    if any(word.startswith("ب") and len(word) > _CLOSE for word in following):
        yield Need(here.predicate.first, here.predicate.last, "stance")


def carried(here: Here) -> Finds:
    """«وصلت طائرة تقل 48 أسيراً», «حافلات تقل مقاتلين غادرت الحي»: whom a vehicle has on board."""
    words_ = here.seen.text.words
    first = here.clause.body if here.predicate.pos == "verb" else here.predicate.last
    last = min(here.spoken.sentence.last, here.predicate.last + NEAR)
    for token in range(first, last):
        if words_[token].lstrip("و") in _ON_BOARD:
            yield from objects(here.seen, token + 1, token + 1 + NEAR, here.pattern.needs)
