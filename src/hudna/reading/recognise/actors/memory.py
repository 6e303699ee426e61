"""What a text has spoken of so far: offices, spokesmen, subjects and sides, for short forms and pronouns."""

from collections.abc import Callable, Iterator

from hudna.reading.engine.record import Record
from hudna.reading.recognise.actors.codes import MINISTRIES, Codes
from hudna.reading.recognise.actors.phrase import Phrase

_ISSUING = frozenset(("office", "government", "organisation"))
"""Bodies whose statements news quotes before those of forces."""
_NEAR = 80
_FEW = 4
"""Ministries that «الوزارة» may mean: the last ones."""
_INSTITUTIONS = frozenset(("office", "government", "force", "organisation", "group"))
_MASCULINE = frozenset(("person",))
_NO_SIDES = frozenset(("unnamed_source", "agency", "outlet", "social", "people"))
_FAR = 400
"""Tokens back to which a short form may refer: about a page of news."""


class Spoken(Record, frozen=True):
    """One mention."""

    token: int
    sentence: int
    phrase: Phrase
    subject: bool
    """Nothing governs it: it may be what a pronoun goes back to."""
    masculine: bool | None
    """None when the phrase may be either."""
    part: bool = False
    """It stands after «من» and only says whose somebody is."""


def nothing_said() -> Iterator[Spoken]:
    """No mention at all."""
    return iter(())


def nothing_said_in(_sentence: int) -> list[Spoken]:
    """No mention in any sentence."""
    return []


class Memory:
    """Mentions of one text, as they look from the sentence that is being read."""

    def __init__(self, codes: Codes, parties: tuple[str, ...]) -> None:
        """Begin with nothing spoken of."""
        self._codes = codes
        self._parties = frozenset(parties)
        self._at_war = frozenset(map(codes.state_of, self._parties))
        self.back: Callable[[], Iterator[Spoken]] = nothing_said
        """All mentions before, newest first."""
        self.of: Callable[[int], list[Spoken]] = nothing_said_in
        """The mentions of an earlier sentence, oldest first."""
        self.now: list[Spoken] = []
        """Mentions of the sentence so far."""

    def office(self, role: str, token: int) -> Spoken | None:
        """The last mention of an office of this role."""
        return next((one for one in self._back(token) if self._role(one) == role), None)

    def minister(self, token: int, owner: str = "") -> Spoken | None:
        """The last ministry or minister, of one owner if it is given; not one that only says whose somebody is.

        In «ثلاثة من وزارة الداخلية» nobody speaks for the ministry.
        """
        spoken = (one for one in self._back(token) if self._role(one) in MINISTRIES)
        ministries = [one for one in spoken if owner in {"", one.phrase.owner}][:_FEW]
        return next((one for one in ministries if not one.part), next(iter(ministries), None))

    def spokesman(self, token: int) -> Spoken | None:
        """The last spokesman."""
        return next((one for one in self._back(token) if one.phrase.spokesman), None)

    def group(self, token: int) -> Spoken | None:
        """The last group spoken of, near enough for «التنظيم» or «الجماعة» to mean it."""
        near = (one for one in self._back(token) if token - one.token <= _NEAR)
        return next((one for one in near if one.phrase.sort == "group" and one.phrase.code), None)

    def last(self, token: int, wanted: Callable[[Spoken], bool]) -> Spoken | None:
        """The last mention of a sort."""
        return next((one for one in self._back(token) if one.phrase.code and wanted(one)), None)

    def institution(self, token: int) -> Spoken | None:
        """The last body that issues statements."""
        body: Spoken | None = None
        for one in self._back(token):
            near = token - one.token <= _NEAR
            if body is not None and not near:
                break
            if near and one.phrase.sort in _ISSUING and not one.phrase.codes:
                return one
            if body is None and one.phrase.sort in _INSTITUTIONS and not one.phrase.codes:
                body = one
        return body

    def country(self, token: int) -> str:
        """The country spoken of most within the last page, the later of two."""
        states = [self._codes.state_of(one.phrase.code or "") for one in self._back(token)]
        known = [state for state in states if self._codes.is_state(state)]
        return max(dict.fromkeys(known), key=known.count, default="")

    def spoke_of(self, state: str, token: int) -> bool:
        """Whether somebody of a state was spoken of."""
        return any(self._codes.state_of(one.phrase.code or "") == state for one in self._back(token))

    def agency(self) -> Spoken | None:
        """The news agency of this sentence: what it carries from «وزارة الدفاع» is its own country's."""
        return next((one for one in reversed(self.now) if one.phrase.sort == "agency"), None)

    def owner(self, pronoun: str, sentence: int, since: int) -> Spoken | None:
        """Whom a possessive means: the nearest subject of the sentence that fits in gender, else of the one before.

        Args:
            pronoun: «ها», «ه», «هم» or «هما».
            sentence: Index of the sentence.
            since: Token of a participle of saying («مشيرة»); what stands before it in the sentence is the topic alone.
        """
        for index in (sentence, sentence - 1):
            subjects = [
                one for one in (self.now if index == sentence else self.of(index)) if one.subject and one.phrase.owner
            ]
            fitting = [one for one in subjects if _agrees(one, pronoun)] or (subjects if index == sentence else [])
            late = [one for one in fitting if one.token > since]
            if late:
                return late[-1]
            if fitting:
                return fitting[0] if since >= 0 and index == sentence else fitting[-1]
        return None

    def sides(self, token: int, *, states: bool) -> tuple[str, ...]:
        """The two sides that «الطرفان» or «البلدان» means: a pair just named, else the two parties spoken of last.

        Args:
            token: Where the word stands.
            states: True for «البلدان» and «الدولتان», which must be countries.
        """
        pair = self._pair(token)
        if pair:
            sides = self._fit(self._sides_of(pair), states=states)
            if sides and (self._parties_or_groups(sides) or not self._party_spoken(token)):
                return sides
        return self._parties_spoken_of(token)

    def _pair(self, token: int) -> tuple[str, ...]:
        """The last pair of sides: subjects that stand together («X وY», «بين X وY»), or a mention that means two.

        «ضد X وY» are together on one side.
        """
        later: Spoken | None = None
        for one in self._back(token):
            if later is not None and _stand_together(one, later):
                return one.phrase.code or "", later.phrase.code or ""
            if token - one.token > _FAR // 2:
                break
            if len(one.phrase.codes) == 2:  # noqa: PLR2004 (a pair)
                return one.phrase.codes
            later = one
        return ()

    def _sides_of(self, pair: tuple[str, ...]) -> tuple[str, ...]:
        """The countries of a pair; of one country its two sides as they were named («الجيش وقوات الدعم السريع»)."""
        roots = tuple(dict.fromkeys(self._codes.owner_of(code) for code in pair))
        states = {self._codes.state_of(code) for code in pair}
        return roots if len(roots) == len(states) == 2 else pair  # noqa: PLR2004

    def _fit(self, sides: tuple[str, ...], *, states: bool) -> tuple[str, ...]:
        return () if states and not all(map(self._codes.is_country, sides)) else sides

    def _parties_or_groups(self, sides: tuple[str, ...]) -> bool:
        """Whether no third country is among the sides: «بوتين وباشينيان» are not the two sides of Armenia's war."""
        states = [self._codes.state_of(side) for side in sides]
        return all(state in self._at_war or not self._codes.is_country(state) for state in states)

    def _party_spoken(self, token: int) -> bool:
        """Whether the text speaks of the theatre's parties at all."""
        return any(self._codes.state_of(one.phrase.code or "") in self._at_war for one in self._back(token))

    def _parties_spoken_of(self, token: int) -> tuple[str, ...]:
        recent = dict.fromkeys(
            self._codes.owner_of(one.phrase.code)
            for one in self._back(token)
            if one.phrase.code and _a_side(one.phrase)
        )
        parties = [code for code in recent if code in self._parties]
        others = [code for code in recent if self._codes.is_state(code) or "." in code]
        sides = parties if len(parties) > 1 else [] if parties else others
        return tuple(sorted(sides[:2])) if len(sides) > 1 else ()

    def _role(self, one: Spoken) -> str:
        return self._codes.role_of(one.phrase.code or "")

    def _back(self, token: int) -> Iterator[Spoken]:
        """The mentions before a token, newest first, as far back as a short form may refer."""
        for one in self.back():
            if token - one.token > _FAR:
                return
            yield one


def _a_side(phrase: Phrase) -> bool:
    """Sources, outlets and people are no sides."""
    return bool(phrase.code) and phrase.sort not in _NO_SIDES


def _stand_together(one: Spoken, later: Spoken) -> bool:
    touching = later.token - one.phrase.last <= 1 and "و" in later.phrase.proclitic[:1]
    return touching and one.subject and _a_side(one.phrase) and _a_side(later.phrase)


def _agrees(one: Spoken, pronoun: str) -> bool:
    if pronoun == "ها":
        return one.masculine is not True
    if pronoun == "ه":
        return one.masculine is not False
    return True
