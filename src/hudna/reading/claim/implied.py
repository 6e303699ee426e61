"""Subjects that stand elsewhere than behind their verb: the clause before's, «we», or whose the blow was."""

from hudna.reading.attribute import Clause, actor_codes
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.attribute.subjects import PREPOSITIONS
from hudna.reading.claim.draft import Draft
from hudna.reading.claim.needs import nearer_blow
from hudna.reading.claim.owners import give
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound
from hudna.reading.recognise.predicates import PredicateFound


def likewise(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«كما واصلت حصارها للمدينة»: the same subject goes on, where no other noun follows the verb."""
    after = seen.text.words[predicate.last : predicate.last + 1]
    return seen.text.words[clause.first].removeprefix("و") == "كما" and not any(w.startswith("ال") for w in after)


def apart(seen: Recognised, named: ActorFound, predicate: PredicateFound) -> bool:
    """«بعد أسبوع على اتفاق X وY، سُجّل …»: a comma parts a circumstance from a passive verb."""
    return named.last <= predicate.first and not COMMAS.isdisjoint(seen.text.words[named.last : predicate.first])


def blow_of(seen: Recognised, draft: Draft, predicate: PredicateFound) -> None:
    """«هجوم لميليشيات كذا استهدف المدينة»: whose blow it was, right before the verb that says what it struck."""
    for actor in between(seen.actors, draft.clause.first, predicate.first):
        theirs = actor.last == predicate.first and "ل" in actor.proclitic
        if theirs and nearer_blow(seen, draft.clause.first, actor.first):
            give(draft, "agents", actor_codes(actor), "whose blow it was")


def first_person(predicate: PredicateFound) -> bool:
    """«قصفنا مواقع …»."""
    return predicate.form is not None and predicate.form.number in {"1p", "1s"}


def alone(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«… بعد عملية برية أطلقتها الخميس»: the verb that describes its object has nobody but the subject before it."""
    token = predicate.last
    time = next(iter(between(seen.times, token, token + 1)), None)
    token = time.last if time is not None else token
    ends = token >= clause.last or not seen.text.words[token].isalpha() or seen.text.words[token] in PREPOSITIONS
    return clause.opener == "asyndetic" and bool(predicate.pronoun) and ends
