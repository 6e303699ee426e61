"""Codes as people read them, in English: places with both names, actors by their neutral labels, kinds and statuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from hudna.knowledge import Knowledge
    from hudna.model import Contradiction, Event, Figure, Reading

_CODE = re.compile(r"[A-Za-z_]+(?:\.[A-Za-z_]+)*")
"""What can be a code inside a sentence."""
_COUNTED = re.compile(r"(?<=\d )(?:civilian|soldier|child|woman|peacekeeper|fighter|prisoner)\b")
"""Sorts of people after a number, as codes."""
_OUTLET = "source:"
_ROLES = {
    "GOV": "government",
    "MIL": "armed forces",
    "MOD": "ministry of defence",
    "MFA": "foreign ministry",
    "PRES": "presidency",
    "PM": "prime minister",
    "PKF": "peacekeepers",
    "OBS": "observers",
    "CVL": "civilians",
    "POL": "police",
    "PARL": "parliament",
    "OMBUDSMAN": "ombudsman",
    "MOH": "health ministry",
    "MED": "media",
    "OPP": "opposition",
    "REB": "rebels",
}
"""Last parts of actor codes that reading puts together itself («Russian forces»), where no pack has a label."""
_CODED = ("status", "happened", "who_did", "violation", "breach")
"""Tables of words whose codes stand in sentences."""


class Labels:
    """Labels by the name policy of the report."""

    def __init__(self, knowledge: Knowledge) -> None:
        from hudna.publish.report.names import Names
        from hudna.publish.report.wording import Words

        self._knowledge = knowledge
        self._words = Words("en")
        self._names = Names(knowledge, self._words, {}, {})
        self._known: dict[tuple[Callable[[str], Markup], str], str] = {}

    def _plain(self, name: Callable[[str], Markup], code: str) -> str:
        found = self._known.get((name, code))
        if found is None:
            found = self._known[name, code] = name(code).striptags()
        return found

    def place(self, code: str) -> str:
        """`Khankendi/Stepanakert`."""
        return self._plain(self._names.place, code)

    def places(self, codes: Iterable[str]) -> str:
        """Several, or a dash."""
        return ", ".join(map(self.place, codes)) or "-"

    def speaker(self, code: str) -> str:
        """An actor, an outlet, or what is computed."""
        name, _, signer = code.partition(":")
        if name == "signed":
            return f"{signer} (signed)"
        whole, _, role = code.rpartition(".")
        if code not in self._knowledge.actors and whole in self._knowledge.actors and role in _ROLES:
            return f"{self.speaker(whole)} ({_ROLES[role]})"
        return self._plain(self._names.speaker, code)

    def speakers(self, codes: Iterable[str]) -> str:
        """Several, or a dash."""
        return ", ".join(map(self.speaker, codes)) or "-"

    def side(self, code: str) -> str:
        """The code of the side that an actor is on."""
        return self._names.side(code)

    def kind(self, code: str) -> str:
        """A kind of claim."""
        return self._plain(self._names.kind, code)

    def word(self, section: str, code: str) -> str:
        """A status, a verdict or another code of a table of words."""
        return self._words.label(section, code).striptags()

    def people(self, who: str | None) -> str:
        """A sort of people."""
        return self.word("people", who or "person")

    def figure(self, figure: Figure) -> str:
        """`at least 32 soldiers, Armenia`."""
        from hudna.events import says

        people = f" {self.people(figure.who)}" if figure.who not in {None, "person"} else ""
        side = f", {self.speaker(figure.side)}" if figure.side else ""
        return f"{says(figure)}{people}{side}"

    def field(self, one: Contradiction) -> str:
        """What the accounts differ in."""
        field, _, measure = one.field.partition(".")
        if field == "count":
            return self._words("field.count", measure=self.word("measure", measure)).striptags()
        return self.word("field", field)

    def reading(self, one: Contradiction, reading: Reading, event: Event) -> str:
        """One value of a field that the accounts differ in."""
        if one.field.startswith("count."):
            told = {figure.claim: figure for figure in event.figures}
            return next((self.figure(told[claim]) for claim in reading.claims if claim in told), reading.value)
        name = {"places": self.place, "means": self.kind, "agents": self.speaker, "targets": self.speaker}.get(
            one.field
        )
        return ", ".join(map(name, reading.value.split(", "))) if name is not None else reading.value

    def sentence(self, words: str, places: Iterable[str] = ()) -> str:
        """A reason of ours with its codes put into words; of place codes only those that are handed in."""
        here = frozenset(places)

        def label(found: re.Match[str]) -> str:
            code = found.group()
            return self.place(code) if code in here else self._coded(code)

        words = _COUNTED.sub(lambda found: self.people(found.group()), words)
        return _CODE.sub(label, words.replace(_OUTLET, "the outlet ")).replace("the outlet the outlet", "the outlet")

    def _coded(self, code: str) -> str:
        if code[:1].isupper() and code.partition(".")[0] in self._knowledge.actors:
            return self.speaker(code)
        if "." in code and code in self._knowledge.kinds:
            return self.kind(code).lower()
        if "_" in code:
            return next((self.word(section, code) for section in _CODED if self._words.has(section, code)), code)
        return code
