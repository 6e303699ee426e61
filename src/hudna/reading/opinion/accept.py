"""What of a proposal is accepted: only what can be checked against the text, the packs and our own readers.

A proposal is turned down whole when its words do not stand in the text, or when a field that decides what it means is
unknown. A field that cannot be checked is dropped alone. Either way an issue says so.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from hudna.knowledge import Knowledge
from hudna.model import Claim, Count, Document, Issue
from hudna.model.claim import MODALITIES
from hudna.reading.normalise import fold_text
from hudna.reading.opinion.proposal import MOST, Figure, Proposal
from hudna.reading.opinion.shortlist import UNNAMED, shortlist_of
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.numbers import find_bare_people, find_numbers
from hudna.reading.recognise.times import find_times
from hudna.reading.split import split_text

CONFIDENCE = 0.4
"""Below every rule's (0.6 and more): no model was measured on our gold, so none is trusted more than that."""
LONGEST = 400
"""Characters of a quote: the longest clauses of news have some 60 words. More is a paragraph, not a claim."""
_TOLD = 80
_CHECKED = (
    "checked: the quote stands in the text letter by letter, actors and places are named there, the figure is one "
    "of the quote's; not checked: kind, roles, when, who says so, modality, background"
)
_COUNTING = frozenset(("cardinal", "range", "vague", "dual", "singular", "plural"))
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?")
_DAY = len("2020-11-10")

Span = tuple[int, int]


class _TurnedDownError(Exception):
    """A proposal that cannot be a claim, and why."""

    def __init__(self, reason: str, hint: str, span: Span | None = None) -> None:
        super().__init__(reason)
        self.reason, self.hint, self.span = reason, hint, span


class Desk:
    """One document, with everything that proposals about it are checked against."""

    def __init__(
        self, document: Document, claims: Sequence[Claim], knowledge: Knowledge, *, rule: str, why: str
    ) -> None:
        """Take the document as read, with its furniture and date.

        Args:
            document: With the text as preserved.
            claims: What the rules found in it; they stay as they are.
            knowledge: The packs.
            rule: What accepted claims name as their rule.
            why: A sentence that says whose proposal it was.
        """
        self._document, self._rules, self._knowledge = document, claims, knowledge
        self._rule, self._why = rule, why
        self._text = split_text(fold_text(document.text))
        self._issues: list[Issue] = []
        self._agreed: dict[str, None] = {}
        self.shortlist = shortlist_of(self._text, knowledge)

    def accept(self, proposals: Sequence[msgspec.Raw]) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
        """The claims that stand, in text order, and what had to be said about the others."""
        found = {claim.id: claim for raw in proposals[:MOST] if (claim := self._judged(raw)) is not None}
        if len(proposals) > MOST:
            self._tell(
                "warning", f"the model proposed {len(proposals)} claims, {MOST} were looked at", "Ask about less."
            )
        if self._agreed:
            ids = ", ".join(self._agreed)
            self._tell("note", f"{self._rule} proposes what the rules found: {ids}", "Nothing was changed by it.")
        return tuple(sorted(found.values(), key=lambda claim: (claim.start, claim.end, claim.id))), tuple(self._issues)

    def _judged(self, raw: msgspec.Raw) -> Claim | None:
        try:
            proposal = msgspec.json.decode(raw, type=Proposal)
            return self._claim(proposal)
        except msgspec.ValidationError as trouble:
            self._tell("warning", f"a proposal of {self._rule} is no record: {trouble}", "It was left out.")
        except _TurnedDownError as trouble:
            reason = f"a proposal of {self._rule} was left out: {trouble.reason}"
            self._tell("warning", reason, trouble.hint, trouble.span)
        return None

    def _tell(self, severity: str, reason: str, hint: str, span: Span | None = None) -> None:
        start, end = span or (None, None)
        self._issues.append(Issue("reading", severity, self._document.id, reason, hint, start, end))

    # --- the fields that decide -----------------------------------------------------------------------------------

    def _claim(self, proposal: Proposal) -> Claim | None:
        span = self._span(proposal)
        self._check_meaning(proposal, span)
        same = [rule for rule in self._rules if rule.kind == proposal.kind and _overlap(span, (rule.start, rule.end))]
        if same:
            self._agreed.update(dict.fromkeys(claim.id for claim in same))
            return None
        return self._filled(proposal, span)

    def _span(self, proposal: Proposal) -> Span:
        quote = proposal.quote
        if not quote.strip() or len(quote) > LONGEST or "\n" in quote:
            raise _TurnedDownError(
                f"«{shown(quote)}» is no clause of one line", "A claim quotes the words that tell it."
            )
        spans = list(standing(self._document.text, quote))
        if not spans:
            raise _TurnedDownError(
                f"«{shown(quote)}» does not stand in the text",
                "No claim without its words: they were made up or changed.",
            )
        if len(spans) > 1:
            spans = [span for span in spans if _fits(self._document.text, span, proposal)] or spans
        if len(spans) > 1:
            reason = f"«{shown(quote)}» stands in the text {len(spans)} times, and nothing tells which is meant"
            raise _TurnedDownError(reason, "Its neighbouring words would have told.")
        return spans[0]

    def _check_meaning(self, proposal: Proposal, span: Span) -> None:
        if proposal.kind not in self._knowledge.kinds:
            raise _TurnedDownError(f"there is no kind «{shown(proposal.kind)}»", "Kinds: docs/ontology.md.", span)
        if proposal.modality not in MODALITIES:
            raise _TurnedDownError(
                f"there is no modality «{shown(proposal.modality)}»", f"{', '.join(MODALITIES)}.", span
            )
        if any(piece.start <= span[0] and span[1] <= piece.end for piece in self._document.furniture):
            raise _TurnedDownError(
                f"«{shown(proposal.quote)}» is the page's, not the article's", "Menus tell no news.", span
            )

    # --- the fields that may be dropped ---------------------------------------------------------------------------

    def _filled(self, proposal: Proposal, span: Span) -> Claim:
        lost: list[str] = []
        actors, places = self.shortlist.actors, self.shortlist.places
        agents = _known("agents", proposal.agents, actors, lost)
        targets = _known("targets", proposal.targets, actors, lost)
        claim = Claim(
            id=self._identity(span, proposal.kind),
            doc=self._document.id,
            start=span[0],
            end=span[1],
            quote=proposal.quote,
            kind=proposal.kind,
            agents=agents,
            targets=tuple(code for code in targets if code not in agents),
            places=_known("places", proposal.places, places, lost),
            when=_when(proposal.when, lost),
            count=self._count(proposal.count, proposal.kind, span, lost),
            by=_speakers(proposal.by, actors, lost),
            modality=proposal.modality,
            background=proposal.background,
            confidence=CONFIDENCE,
            rule=self._rule,
            why=(self._why, _CHECKED, *(f"not accepted: {one}" for one in lost)),
        )
        if lost:
            reason = f"{self._rule} on «{shown(proposal.quote)}»: {'; '.join(lost)}"
            self._tell("warning", reason, f"The claim was kept without it; an unknown speaker is {UNNAMED}.", span)
        return claim

    def _identity(self, span: Span, kind: str) -> str:
        """As the rules' ids, with the rule's name where those have the figure."""
        raw = f"{self._document.text_sha256}|{self._document.id}|{span[0]}|{span[1]}|{kind}|{self._rule}"
        return f"c{hashlib.sha256(raw.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"

    def _count(self, figure: Figure | None, kind: str, span: Span, lost: list[str]) -> Count | None:
        """The number of the quote that the model points at, as our own reader reads it."""
        named = {bound for bound in (figure.lo, figure.hi) if bound is not None} if figure else set()
        measure = self._knowledge.kinds[kind].measure
        if named and measure:
            for number in self._numbers(span):
                lo, hi = _whole(number.lo), _whole(number.hi)
                if named <= {lo, hi} and number.measure in {None, measure}:
                    return Count(measure=measure, lo=lo, hi=hi, bound=number.bound, who=number.counted)
        if named:
            why = "no number of the quote says so" if measure else f"{kind} counts nothing"
            lost.append(f"count {' to '.join(map(str, sorted(named)))}: {why}")
        return None

    def _numbers(self, span: Span) -> Iterator[NumberFound]:
        """Numbers that count something, and people named without one, inside a span."""
        text = self._text
        inside = [at for at in range(len(text.words)) if _within(text.raw_span(at, at + 1), span)]
        if not inside:
            return
        first, last = inside[0], inside[-1] + 1
        dated = {token for time in find_times(text) for token in range(time.first, time.last)}
        for number in (*find_numbers(text), *find_bare_people(text, first, last)):
            if number.sort in _COUNTING and first <= number.first and number.last <= last and number.first not in dated:
                yield number


# --- small questions --------------------------------------------------------------------------------------------------


def shown(words: str) -> str:
    """The start of a stranger's words on one line, without signs that steer a terminal or turn the line around."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())
    return plain if len(plain) <= _TOLD else f"{plain[:_TOLD]}…"


def standing(text: str, quote: str) -> Iterator[Span]:
    """Where a quote stands in a text as whole words, letter by letter."""
    start = text.find(quote)
    while start >= 0:
        end = start + len(quote)
        if _border(text, start) and _border(text, end):
            yield start, end
        start = text.find(quote, start + 1)


def _border(text: str, at: int) -> bool:
    """Whether a word may begin or end here: not between two letters, not before a mark that belongs to the letter."""
    if at in {0, len(text)}:
        return True
    return not unicodedata.combining(text[at]) and not (text[at - 1].isalnum() and text[at].isalnum())


def _fits(text: str, span: Span, proposal: Proposal) -> bool:
    """Whether the words around a place are those that the proposal names. One that names none fits no place."""
    before, after = proposal.before.strip(), proposal.after.strip()
    ends = text[: span[0]].rstrip().endswith(before)
    return bool(before or after) and ends and text[span[1] :].lstrip().startswith(after)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _known(role: str, codes: Iterable[str] | None, named: Mapping[str, str], lost: list[str]) -> tuple[str, ...]:
    """The codes that the text names, each once."""
    given = dict.fromkeys(codes or ())
    lost.extend(f"{role} «{shown(code)}»: in no pack, or not named in the text" for code in given if code not in named)
    return tuple(code for code in given if code in named)


def _speakers(codes: Iterable[str], named: Mapping[str, str], lost: list[str]) -> tuple[str, ...]:
    """Who says so. One whom we do not know stays as an unnamed source: else the outlet itself would seem to say it."""
    given = list(codes)
    _known("by", given, named, lost)
    return tuple(dict.fromkeys(code if code in named else UNNAMED for code in given))


def _when(moments: Sequence[str] | None, lost: list[str]) -> tuple[str, str] | None:
    if moments is None:
        return None
    first, last = moments
    if _is_moment(first) and _is_moment(last) and _in_order(first, last):
        return first, last
    lost.append(f"when «{shown(first)}» to «{shown(last)}»: no span of time")
    return None


def _is_moment(words: str) -> bool:
    try:
        return bool(_MOMENT.fullmatch(words) and datetime.fromisoformat(words))
    except ValueError:
        return False


def _in_order(first: str, last: str) -> bool:
    """A day without an hour lasts until its end."""
    return first[:_DAY] < last[:_DAY] or (first[:_DAY] == last[:_DAY] and (len(last) == _DAY or first <= last))


def _whole(bound: float | None) -> int | None:
    return None if bound is None else round(bound)
