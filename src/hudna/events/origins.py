"""Independence: how many outlets carry something, and from how many origins it comes.

- A relay collapses to the original speaker: «the ministry, carried by the agency» is the ministry.
- A text in its outlet's own voice is the outlet's: `source:ID`.
- Copies of one text are one origin: documents of one syndication group (`extra["syndication"]`, from the ledger),
  passages that a text took from such a group (`extra["copied"]`), and own-voice claims with nearly the same words. The
  agency that a copy credits stands for all (`extra["syndication_origin"]`), else the earliest published.
- An outlet that tells in its own voice what it also quotes a named speaker for, in one text, is that speaker's relay.
- An outlet that repeats a named speaker's figure without naming him, or the side that it counts, has not counted for
  itself: its figure goes to him.
"""

from collections.abc import Mapping, Sequence

from hudna.events.likeness import ANSWERS
from hudna.events.profile import Profile
from hudna.knowledge.languages.ar.spelling import fold
from hudna.model import Claim, Document

_SAME_WORDS = 0.8
"""Share of common words from which two own-voice claims are copies."""
_LONG_ENOUGH = 5
"""Words that a claim must have before equal wording proves copying."""
SYNDICATION = "syndication"
"""Key of `Document.extra`: the group of copies that a text stands in."""
SYNDICATION_ORIGIN = "syndication_origin"
"""Whom that group comes from: a source's code."""
COPIED = "copied"
"""Passages that belong to another group: (start, end, group)."""


def source_of(doc: Document | None, claim: Claim) -> str:
    """Who publishes a claim: the document's source, else the document itself."""
    return (doc.source if doc is not None else None) or claim.doc


def origins_of(members: Sequence[Profile], documents: Mapping[str, Document]) -> dict[str, str]:
    """The origin of every claim of one event, by claim id."""
    found = speakers_of(members, documents)
    unsigned = sorted((member for member in members if not member.claim.by), key=_when_told)
    _collapse_copies(unsigned, documents, found)
    _collapse_relays(unsigned, members, found)
    _collapse_figures(unsigned, members, found)
    return found


def speakers_of(members: Sequence[Profile], documents: Mapping[str, Document]) -> dict[str, str]:
    """Who says each claim, by claim id: the original speaker, or `source:ID` for an outlet's own voice.

    What a denial or an admission says, whoever denies or admits says, also where the outlet tells of it.
    """
    return {
        member.claim.id: member.claim.agents[0]
        if member.claim.kind in ANSWERS and member.claim.agents
        else _first_speaker(member.claim, documents)
        for member in members
    }


def _when_told(member: Profile) -> tuple[str, str, int, str]:
    return (member.published or "~", member.claim.doc, member.claim.start, member.claim.id)


def _first_speaker(claim: Claim, documents: Mapping[str, Document]) -> str:
    if claim.by:
        return claim.by[0]
    return f"source:{source_of(documents.get(claim.doc), claim)}"


def _collapse_copies(unsigned: Sequence[Profile], documents: Mapping[str, Document], found: dict[str, str]) -> None:
    """Own-voice claims that copy an earlier one take its origin. Linear: one founder per wording or group."""
    founders: dict[object, str] = {}
    for member in unsigned:
        claim = member.claim
        doc = documents.get(claim.doc)
        keys: list[object] = [("group", group)] if doc is not None and (group := _group(doc, claim)) else []
        words = _words(claim)
        if len(words) >= _LONG_ENOUGH:
            keys.append(next((known for known in founders if _copies(words, known)), words))
        own = _credited(doc) or found[claim.id]
        origin = next((founders[key] for key in keys if key in founders), own)
        found[claim.id] = origin
        for key in keys:
            founders.setdefault(key, origin)


def _group(doc: Document, claim: Claim) -> str | None:
    """The group of copies that a claim's words belong to."""
    taken = (owner for start, end, owner in doc.extra.get(COPIED, ()) if start <= claim.start and claim.end <= end)
    return next(taken, doc.extra.get(SYNDICATION))


def _credited(doc: Document | None) -> str | None:
    origin = doc.extra.get(SYNDICATION_ORIGIN) if doc is not None else None
    return f"source:{origin}" if origin else None


def _words(claim: Claim) -> frozenset[str]:
    return frozenset(fold(claim.quote).split())


def _copies(words: frozenset[str], known: object) -> bool:
    if not isinstance(known, frozenset):
        return False
    return len(words & known) / len(words | known) >= _SAME_WORDS


def _collapse_relays(unsigned: Sequence[Profile], members: Sequence[Profile], found: dict[str, str]) -> None:
    quoted: dict[tuple[str, str, bool], str] = {}
    for member in sorted((member for member in members if member.claim.by), key=_when_told):
        quoted.setdefault(_said(member.claim), found[member.claim.id])
    for member in unsigned:
        if _figure(member.claim) is None:
            key = _said(member.claim)
            found[member.claim.id] = quoted.get(key, found[member.claim.id])


def _said(claim: Claim) -> tuple[str, str, bool]:
    """What an outlet may have from whom it quotes: who denies it is no origin of «it happened»."""
    return claim.doc, claim.kind, claim.modality == "negated"


def _figure(claim: Claim) -> tuple[str, int, str | None] | None:
    count = claim.count
    return (count.measure, count.lo, count.side) if count is not None and count.lo is not None else None


def _collapse_figures(unsigned: Sequence[Profile], members: Sequence[Profile], found: dict[str, str]) -> None:
    signed: dict[object, str] = {}
    for member in sorted((member for member in members if member.claim.by), key=_when_told):
        figure = _figure(member.claim)
        if figure is not None and member.claim.modality != "negated":
            signed.setdefault(figure, found[member.claim.id])
            signed.setdefault((*figure[:2], None), found[member.claim.id])
    for member in unsigned:
        figure = _figure(member.claim)
        if figure is not None and figure in signed:
            found[member.claim.id] = signed[figure]
