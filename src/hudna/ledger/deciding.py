"""A person's decision, checked before it is kept: the one way in for the command line and for the dashboard."""

import hashlib
from collections.abc import Collection
from typing import TYPE_CHECKING

import msgspec

from hudna.errors import UsageError
from hudna.model.judgement import HAPPENED, RULINGS, SIGNABLE, VERBS, WHO, Judgement

if TYPE_CHECKING:
    from hudna.ledger.book import Ledger

LONGEST = 4000
"""Letters of a reason or a value: a page of explanation."""
_BY = 200
"""Letters of a name."""
_SEVERAL = 2


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody wants to decide."""

    verb: str
    about: tuple[str, ...]
    """Ids of claims, events, findings, judgements or duties."""
    who: str
    reason: str
    value: str | None = None
    supersedes: str | None = None


def decide(book: "Ledger", asked: Decision, *, at: str, duties: Collection[str] = ()) -> Judgement:
    """A decision as a judgement, ready for `Ledger.save_judgement`.

    Args:
        book: The ledger that holds what it is about.
        asked: What is decided.
        at: The clock, ISO 8601 UTC.
        duties: Ids of the duties that the packs know.

    Raises:
        UsageError: It says too little or too much, is about nothing that is there, or its value is not for its verb.
    """
    _check_words(asked)
    for key in asked.about:
        if key not in duties and not is_there(book, key):
            raise UsageError(
                f"nothing in {book.path} has the id {key!r}",
                hint="Ids: hudna claims --ledger FILE, hudna export --ledger FILE",
            )
    _check_value(asked)
    _check_about(book, asked)
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
        if not said.strip():
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
    if asked.verb == "correct" and not (value and value.strip()):
        raise UsageError("correct it to what?", hint="Say what is right: --value TEXT")


def _is_verdict(value: str) -> bool:
    return value in HAPPENED or (value.startswith("who:") and value.removeprefix("who:") in WHO)


def _check_about(book: "Ledger", asked: Decision) -> None:
    if asked.verb == "merge" and len(set(asked.about)) < _SEVERAL:
        raise UsageError("merge with what?", hint="Name two claims or events, or more.")
    if asked.verb == "undo" and not all(book.desk.judgement(key) for key in asked.about):
        raise UsageError("only a decision can be undone", hint="Name the id of a judgement; they begin with J.")


def is_there(book: "Ledger", key: str) -> bool:
    """Whether a claim, an event, a finding or a judgement has this id."""
    return bool(book.claim(key) or book.event(key) or book.finding(key) or book.desk.judgement(key))
