"""Scopes of speakers over the words of a sentence, and what attribution makes of it."""

from hudna.reading.attribute.clauses import Clause
from hudna.reading.engine.record import Record
from hudna.reading.recognise.found import ActorFound
from hudna.reading.split import Sentence


class Scope(Record, frozen=True):
    """Speakers over tokens `first` to before `last`."""

    first: int
    last: int
    by: tuple[str, ...]
    rule: str
    mood: str = ""
    """What the saying does to the content: negated, demanded, possible, or nothing."""
    verb: int = -1
    """Token of the saying verb, -1 for an attribution without one."""


class Spoken(Record, frozen=True):
    """The outcome for one sentence."""

    sentence: Sentence
    clauses: list[Clause]
    scopes: list[Scope]
    subjects: dict[int, tuple[str, ...]]
    """Clause index → codes of the subject as a speaker, named or carried over."""
    named: dict[int, ActorFound]
    """Clause index → the subject that the clause names."""


def scope_at(spoken: Spoken, token: int) -> Scope | None:
    """The innermost scope over a token."""
    for scope in reversed(spoken.scopes):
        if scope.first <= token < scope.last:
            return scope
    return None
