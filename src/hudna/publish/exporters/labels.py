"""Names in plain text by the policy of the report: both names of a disputed place, neutral labels of actors."""

from collections.abc import Iterable

from hudna.knowledge import Knowledge
from hudna.publish.report.names import Names, alphabetical
from hudna.publish.report.wording import Language, Words


class Labels:
    """Labels in one language, each made once."""

    def __init__(self, knowledge: Knowledge, language: Language) -> None:
        self.language = language
        self.words = Words(language)
        self._knowledge = knowledge
        self._names = Names(knowledge, self.words, {}, {})
        self._made: dict[tuple[str, str], str] = {}

    def actor(self, code: str) -> str:
        """An actor or a speaker."""
        return self._once("actor", code)

    def place(self, code: str) -> str:
        """A place; both names where the parties differ."""
        return self._once("place", code)

    def kind(self, code: str) -> str:
        """A kind of claim."""
        return self._once("kind", code)

    def source(self, code: str) -> str:
        """Who publishes."""
        return self._once("source", code)

    def _once(self, sort: str, code: str) -> str:
        key = (sort, code)
        if key not in self._made:
            asked = {"actor": self._names.speaker, "place": self._names.place, "kind": self._names.kind}
            self._made[key] = asked.get(sort, self._names.source)(code).striptags()
        return self._made[key]

    def actors(self, codes: Iterable[str]) -> list[str]:
        """Several, alphabetical in this language."""
        return sorted({self.actor(code) for code in codes}, key=lambda name: alphabetical(name.removeprefix("the ")))

    def listed(self, codes: Iterable[str]) -> str:
        """Several in one cell."""
        return "; ".join(self.actors(codes))
