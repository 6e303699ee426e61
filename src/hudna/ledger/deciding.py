"""A person's decision, checked before it is kept: the one way in for the command line and for the dashboard."""

import hashlib
import unicodedata
from typing import TYPE_CHECKING

import msgspec

from hudna.errors import UsageError
from hudna.knowledge import Knowledge
from hudna.ledger.correcting import check_correction, correction_from
from hudna.model import Claim, Corrections, as_value, correction_of, standing
from hudna.model.judgement import HAPPENED, RULINGS, SIGNABLE, VERBS, WHO, Judgement

if TYPE_CHECKING:
    from hudna.ledger.book import Ledger

LONGEST = 4000
"""Letters of a reason or a value: a page of explanation."""
_BY = 200
"""Letters of a name."""
_SEVERAL = 2
_SEEN = frozenset("LNPS")
"""Classes of signs that ink is spent on: a name of zero-width signs is none."""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants to decide."""

    verb: str
    about: tuple[str, ...]
    """Ids of claims, events, findings, judgements or duties."""
    who: str
    reason: str
    value: str | None = None
    supersedes: str | None = None
    typed: dict[str, str] = {}
    """Of `correct`: field → what is right, as typed (`correcting.TYPED`); it becomes the value."""


def decide(book: "Ledger", asked: Decision, *, at: str, knowledge: Knowledge | None = None) -> Judgement:
    """A decision as a judgement, ready for `Ledger.save_judgement`.

    Args:
        book: The ledger that holds what it is about.
        asked: What is decided.
        at: The clock, ISO 8601 UTC.
        knowledge: The packs: duties that can be ruled on before anything was found, and what a correction may say.

    Raises:
        UsageError: It says too little or too much, is about nothing that is there, or its value is not for its verb.
    """
    _check_words(asked)
    duties = {duty.id for agreement in (knowledge.agreements if knowledge else ()) for duty in agreement.obligations}
    for key in asked.about:
        if key not in duties and not is_there(book, key):
            raise UsageError(
                f"nothing in the ledger has the id {key!r}",
                hint="Ids: hudna claims --ledger FILE, hudna export --ledger FILE",
            )
    if asked.verb == "correct":
        asked = msgspec.structs.replace(asked, value=_corrected(book, asked, knowledge))
    _check_value(asked)
    _check_about(book, asked)
    asked = msgspec.structs.replace(asked, about=_whole(book, asked))
    said = {"who": asked.who, "reason": asked.reason, "value": asked.value, "supersedes": asked.supersedes}
    body = msgspec.json.encode([asked.verb, asked.about, at, sorted(said.items())])
    key = f"J{hashlib.sha256(body).hexdigest()[:16]}"
    return Judgement(
        id=key,
        verb=asked.verb,
        about=asked.about,
        who=asked.who,
        at=at,
        reason=asked.reason,
        value=asked.value,
        supersedes=asked.supersedes,
    )


def _check_words(asked: Decision) -> None:
    if asked.verb not in VERBS:
        raise UsageError(f"{asked.verb!r} is no decision", hint=f"One of: {', '.join(VERBS)}.")
    for what, said, longest in (("who", asked.who, _BY), ("reason", asked.reason, LONGEST)):
        if not any(unicodedata.category(sign)[0] in _SEEN for sign in said):
            raise UsageError(f"a decision needs its {what}", hint="It is shown wherever the decision is.")
        if len(said) > longest:
            raise UsageError(f"the {what} is too long", hint=f"{longest} letters at most.")
    if not asked.about:
        raise UsageError("a decision about what?", hint="Name a claim, an event, a finding or a duty.")


def _check_value(asked: Decision) -> None:
    value = asked.value
    if value is not None and len(value) > LONGEST:
        raise UsageError("the value is too long", hint=f"{LONGEST} letters at most.")
    if asked.verb == "rule" and value not in RULINGS | SIGNABLE:
        raise UsageError(
            f"{value!r} cannot be ruled" if value else "rule what? Say it with --value",
            hint=f"On a duty: {', '.join(sorted(SIGNABLE))}. On an event or a breach: {', '.join(sorted(RULINGS))}.",
        )
    if asked.verb == "verify" and value is not None and not _is_verdict(value):
        raise UsageError(
            f"{value!r} cannot be verified",
            hint=f"Did it happen: {', '.join(HAPPENED)}. Who: {', '.join(f'who:{one}' for one in WHO)}.",
        )


def _corrected(book: "Ledger", asked: Decision, knowledge: Knowledge | None) -> str:
    """The value of a correction: checked against the packs, and as the record writes it."""
    claim = book.claim(asked.about[0]) if len(asked.about) == 1 else None
    if claim is None:
        raise UsageError("a correction is about one claim", hint="Name the id of one claim: hudna claims --ledger FILE")
    if knowledge is None:
        raise UsageError(
            "nobody says which theatre the ledger is of", hint="A correction is checked against its packs."
        )
    if asked.typed:
        return as_value(correction_from(asked.typed, now_of(book, claim), knowledge))
    correction = correction_of(_draft(asked))
    if correction is None or not correction.said:
        raise UsageError("correct it to what?", hint="Say what is right: --set kind=hostilities.air --set lo=12")
    check_correction(correction, claim, knowledge)
    return as_value(correction)


def now_of(book: "Ledger", claim: Claim) -> Claim:
    """A claim with what people have corrected in it so far."""
    return Corrections(book.desk.judgements_about(claim.id)).apply(claim)


def _draft(asked: Decision) -> Judgement:
    return Judgement("", asked.verb, asked.about, asked.who, "", asked.reason, asked.value)


def _is_verdict(value: str) -> bool:
    return value in HAPPENED or (value.startswith("who:") and value.removeprefix("who:") in WHO)


def _check_about(book: "Ledger", asked: Decision) -> None:
    if asked.verb == "merge" and len(set(asked.about)) < _SEVERAL:
        raise UsageError("merge with what?", hint="Name two claims or events, or more.")
    if asked.verb == "undo" and not all(book.desk.judgement(key) for key in asked.about):
        raise UsageError("only a decision can be undone", hint="Name the id of a judgement; they begin with J.")
    if asked.supersedes and book.desk.judgement(asked.supersedes) is None:
        raise UsageError(
            f"there is no judgement {asked.supersedes} to supersede", hint="Ids: hudna export --what judgements"
        )


def _whole(book: "Ledger", asked: Decision) -> tuple[str, ...]:
    """What it is about, for events that are merged or rejected with all claims that they have now.

    The ledger knows an event by the claim that founds it; a reader who puts two events together means all of both.
    """
    about: dict[str, None] = {}
    for key in asked.about:
        about[key] = None
        event = book.event(key) if asked.verb == "merge" or _out_of_hand(book, asked, key) else None
        about |= dict.fromkeys(event.claims if event is not None else ())
    return tuple(about)


def _out_of_hand(book: "Ledger", asked: Decision, key: str) -> bool:
    """Whether a rejection takes an event out at once. What another reader accepted stays until the two agree."""
    held = standing(book.desk.judgements_about(key))
    others = [one for one in held if key in one.about and one.who.strip().casefold() != asked.who.strip().casefold()]
    return asked.verb == "reject" and not any(one.verb == "accept" for one in others)


def is_there(book: "Ledger", key: str) -> bool:
    """Whether a claim, an event, a finding or a judgement has this id."""
    return bool(book.claim(key) or book.event(key) or book.finding(key) or book.desk.judgement(key))
