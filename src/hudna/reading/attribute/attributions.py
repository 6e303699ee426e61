"""Speakers named beside what is said: «بحسب X» before and after it, «نقلاً عن X», «وفق ما نقلت وكالة X عن Y»."""

from collections.abc import Callable

import msgspec

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases
from hudna.reading.attribute.clauses import Clause
from hudna.reading.attribute.described import narrower, unnamed
from hudna.reading.attribute.scopes import Scope
from hudna.reading.attribute.subjects import speaker_codes
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound
from hudna.reading.split import Sentence

DOCUMENTS = frozenset(fold(word) for word in phrases("reporting", "words", "documents"))
_RELAYED = "نقلا"
_TURNING = 3
"""Words of a turn before an attribution that still opens the sentence: «وفي المقابل، وبحسب X، …»."""


class Attributions:
    """The attributions of one sentence."""

    seen: Recognised
    sentence: Sentence
    clauses: list[Clause]
    scopes: list[Scope]
    named: dict[int, ActorFound]
    said: tuple[str, ...] | None
    trailing: tuple[str, ...]
    _before: Callable[[], tuple[str, ...]]
    """Tells who spoke last before this sentence."""

    def _speaker(self) -> tuple[str, ...]:
        """Who spoke last."""
        return self.said if self.said is not None else self._before()

    def _attributions(self) -> None:
        for clause in self.clauses:
            if clause.opener == "according":
                self._attribution(clause)

    def _attribution(self, clause: Clause) -> None:
        by, end = self._named_in(clause)
        if not by:
            return
        if self._carries_on(clause):
            self._prepend(by)
            return
        following = self.clauses[clause.index + 1] if clause.index + 1 < len(self.clauses) else None
        before = self.clauses[clause.index - 1] if clause.index else None
        if all(c.verb is None and c.last - c.first <= _TURNING for c in self.clauses[: clause.index]):
            self.scopes.insert(0, Scope(end, self.sentence.last, by, "attribution at the beginning"))
            self.said = self.said or by
        elif following is not None and following.opener == "that" and self._awaits(before):
            self._relay(before, by, origin=self.seen.text.words[clause.body - 1] == "عن")
        else:
            self._trailing(clause, by)

    def _carries_on(self, clause: Clause) -> bool:
        """«وفق ما أفادت وكالة X نقلاً عن Y»: a second attribution right after one names whom the first carries."""
        before = self.clauses[clause.index - 1] if clause.index else None
        relayed = self.seen.text.words[clause.first].lstrip("و") == _RELAYED
        return relayed and before is not None and before.opener == "according" and bool(self.trailing)

    def _prepend(self, by: tuple[str, ...]) -> None:
        """Put the original speaker before those of the attribution just made."""
        self.scopes = [
            msgspec.structs.replace(scope, by=tuple(dict.fromkeys((*by, *scope.by))))
            if scope.by[-len(self.trailing) :] == self.trailing
            else scope
            for scope in self.scopes
        ]
        self.said = by

    def _awaits(self, clause: Clause | None) -> bool:
        reporting = self.seen.vocabulary.reporting
        return clause is not None and clause.verb is not None and clause.verb.lexeme in reporting["say"]

    def _relay(self, clause: Clause | None, by: tuple[str, ...], *, origin: bool = False) -> None:
        verb = clause.verb.first if clause and clause.verb else -1
        if origin:  # «ذكرت وكالة X نقلاً عن Y»: Y says it, X carries it
            self.scopes = [
                msgspec.structs.replace(scope, by=(*by, *scope.by)) if scope.verb == verb else scope
                for scope in self.scopes
            ]
            return
        self.scopes = [
            msgspec.structs.replace(scope, by=(*scope.by, *by)) if scope.verb == verb else scope
            for scope in self.scopes
        ]

    def _trailing(self, clause: Clause, by: tuple[str, ...]) -> None:
        """It governs its own coordinate clause; a closer description of the same speaker replaces the vaguer one."""
        first = self._coordinate_start(clause)
        self.said = by
        self.trailing = by
        inside = [scope for scope in self.scopes if scope.first < clause.first and scope.last > first]
        if inside:
            narrowed = {id(s): narrower(s.by, by) for s in inside}
            self.scopes = [
                msgspec.structs.replace(s, by=narrowed[id(s)]) if id(s) in narrowed else s for s in self.scopes
            ]
            return
        self.scopes.append(Scope(first, clause.first, by, "attribution after what is said"))

    def _coordinate_start(self, clause: Clause) -> int:
        for earlier in reversed(self.clauses[: clause.index]):
            own = earlier.opener == "coordinate" and earlier.index in self.named
            if earlier.opener in {"resume", "start", "according"} or own:
                return earlier.last if earlier.opener == "according" else earlier.first
        return self.sentence.first

    def _told_to(self, clause: Clause, actors: list[ActorFound]) -> tuple[str, ...]:
        """«حسبما قال طبيب لوكالة X»: whom no pack knows says it, to the outlet that carries it."""
        if not actors or actors[0].sort not in _OUTLETS or "ل" not in actors[0].proclitic.replace("ال", ""):
            return ()
        said = [word for word in self.seen.text.words[clause.body : actors[0].first] if word not in _SAYS_IT]
        return (unnamed(said), *speaker_codes(actors[0])) if said else ()

    def _described(self, clause: Clause, comma: int) -> list[ActorFound]:
        """«بحسب ما أفاد فلان، المتحدث باسم X»: a person whom no pack knows is who the words after the comma say."""
        after = between(self.seen.actors, comma + 1, comma + 2)
        named = 0 < comma - clause.body <= _SUBJECT_WORDS
        return after if named and after and after[0].sort == "office" and after[0].code else []

    def _sent_from(self, first: int, last: int) -> tuple[str, ...]:
        """«وفقاً لمعلومات واردة من باكو»: a capital from which word comes is its government."""
        words_ = self.seen.text.words
        for place in between(self.seen.places, first, last):
            known = self.seen.knowledge.places.get(place.code or "")
            if known is not None and known.government and words_[place.first - 1] == "من" and known.sort != "country":
                return (known.government,)
        return ()

    def _named_in(self, clause: Clause) -> tuple[tuple[str, ...], int]:
        """The speaker chain of «وفق ما نقلت وكالة X عن Y»: Y, then X."""
        last = next(
            (t for t in range(clause.body, clause.last) if self.seen.text.words[t] in "،," and t > clause.body),
            clause.last,
        )
        following = [c for c in self.clauses[clause.index + 1 :] if c.opener == "asyndetic"][:1]
        last = max(last, following[0].last) if following and following[0].first <= last + 1 else last
        actors = between(self.seen.actors, clause.body, last) or self._described(clause, last)
        told = self._told_to(clause, actors)
        if told:
            return told, actors[0].last
        sent = () if actors else self._sent_from(clause.body, last)
        if sent:
            return sent, last
        if not actors:
            named = self.seen.text.words[clause.body : min(last, clause.body + _SUBJECT_WORDS)]
            if named and named[0] in DOCUMENTS and self._speaker():
                return self._speaker(), clause.body + 1
            sort = unnamed(named)
            by_rule = sort == "SOURCE" and not _BY_RULE.isdisjoint(self.seen.text.words[clause.first : clause.body])
            return ((sort,), last) if named and not by_rule else ((), clause.body)
        origin = next((a for a in actors[1:] if "عن" in self.seen.text.words[a.first - 1 : a.first]), None)
        if origin is not None:
            return (*speaker_codes(origin), *speaker_codes(actors[0])), actors[-1].last
        return speaker_codes(actors[0]), actors[0].last


_SUBJECT_WORDS = 5
_OUTLETS = frozenset(("agency", "outlet", "social"))
_SAYS_IT = frozenset(("قال", "قالت", "ذكر", "ذكرت", "افاد", "افادت", "اكد", "اكدت", "صرح", "صرحت", "به", "ما"))
_BY_RULE = frozenset(("وفقا", "ووفقا", "طبقا", "وطبقا", "تبعا", "وتبعا"))
"""«وفقاً لبنود الاتفاق» names what is followed; it takes a known speaker, or a sort of one, to make an attribution."""
