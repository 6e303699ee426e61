"""What people decided: judgements that merge and split, as pairs that must or must not stand in one event.

An event's id is the name of its founding claim (see `hudna.events.weigh.event_id`), so a judgement about an event is a
judgement about that claim, and holds in every later run, however the event has grown, shrunk or changed its id.

- `merge` about A, B, C …: all of them are one happening.
- `split` about A, B, C …: A is apart from each of the others. A `split` about A alone sets A apart from everything.
- `reject` about a claim: it was misread; it takes no part in any event.
- `correct` about a claim: it says what its correction says, not what was read (`hudna.model.correction`).
- `accept` about a claim that a model proposed: it counts like a rule's.
- Where two decisions contradict each other, the later one holds. `undo`, and anything that names it in `supersedes`,
  takes a decision out.
"""

from collections.abc import Iterable, Mapping, Sequence

from hudna.events.unions import Unions
from hudna.model import Corrections, Judgement, standing


class Wishes:
    """Which claims a person wants together, apart, or out.

    Args:
        judgements: All of a ledger; those about other things are passed over.
        names: Every claim id, and every event id by the claim that founds it, to the claim id.
        wholes: Claims that are a part of another claim's figure, to that claim: together, unless a person objects.
    """

    def __init__(self, judgements: Sequence[Judgement], names: Mapping[str, str], wholes: Mapping[str, str]) -> None:
        held = standing(judgements)
        self.corrections = Corrections(judgements)
        self.rejected = _about(held, "reject", names)
        self.accepted = _about(held, "accept", names)
        self.set_apart = frozenset(
            names[one.about[0]] for one in held if one.verb == "split" and len(one.about) == 1 and one.about[0] in names
        )
        self._together = Unions()
        self._apart: dict[str, set[str]] = {}
        self._split_off: set[str] = set()
        for verb, one, other in _newest_first(held, names):
            self._accept(verb, one, other)
        self.split_off = frozenset(self._split_off) | self.set_apart
        for part, whole in sorted(wholes.items()):
            self._accept("merge", part, whole)

    def _accept(self, verb: str, one: str, other: str) -> None:
        """Take a pair in, unless a later decision says the opposite."""
        if verb == "merge" and self.may_join(self.mates(one), self.mates(other)):
            self._together.join(one, other)
        elif verb == "split" and other not in self.mates(one):
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)
            self._split_off.add(other)

    @property
    def free(self) -> bool:
        """True when nobody split anything: every group may hold every claim."""
        return not (self._apart or self.set_apart)

    def head(self, claim: str) -> str:
        """One name for all claims that belong together with this one: the smallest of their ids."""
        return self._together.head(claim)

    def mates(self, claim: str) -> frozenset[str]:
        """All claims that a person put together with this one, itself included."""
        return self._together.group(claim)

    def groups(self) -> list[frozenset[str]]:
        """All groups of two or more that belong together, in a fixed order."""
        return self._together.groups()

    def may_join(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """True when no pair of the two groups was split."""
        if self.free:
            return True
        first, second = frozenset(one), frozenset(other)
        if (first | second) & self.set_apart and first != second:
            return False
        return not any(self._apart.get(claim, frozenset()) & second for claim in first)


def _about(held: Sequence[Judgement], verb: str, names: Mapping[str, str]) -> frozenset[str]:
    """Claims that judgements of a verb name by their own id; rejecting an event does not reject its founder."""
    return frozenset(about for one in held if one.verb == verb for about in one.about if names.get(about) == about)


def _newest_first(held: Sequence[Judgement], names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """(verb, claim, claim) of every pair that people decided on, the latest decision first."""
    found: list[tuple[str, str, str]] = []
    for judgement in reversed(held):
        if judgement.verb not in {"merge", "split"}:
            continue
        claims = [names[about] for about in judgement.about if about in names]
        found.extend((judgement.verb, claims[0], other) for other in claims[1:] if other != claims[0])
    return found
