"""What a model may propose, as strictly as it is decoded: every field known, every type right."""

from typing import Annotated

import msgspec

from hudna.reading.opinion.wire import BadAnswerError

MOST = 200
"""Proposals of one answer that are looked at; an article of ten pages has fewer than a hundred."""


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number as the model reads it. It only points at a number in the quote; our reader says what that one means."""

    lo: int | None
    hi: int | None


class Proposal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One proposed claim. Nothing in it is believed yet."""

    kind: str
    quote: str
    by: list[str]
    modality: str
    background: bool
    before: str = ""
    after: str = ""
    agents: list[str] | None = None
    targets: list[str] | None = None
    places: list[str] | None = None
    when: Annotated[list[str], msgspec.Meta(min_length=2, max_length=2)] | None = None
    count: Figure | None = None


class _Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    claims: list[msgspec.Raw]


class _Message(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct, frozen=True):
    choices: list[_Choice]


def content_of(body: bytes) -> str:
    """The words of the model in a chat completion.

    Raises:
        BadAnswerError: It is none, holds no choice, no words, or was cut off.
    """
    try:
        choices = msgspec.json.decode(body, type=_Completion).choices
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        raise BadAnswerError(f"the answer is no chat completion: {trouble}") from trouble
    if not choices or choices[0].message.content is None:
        raise BadAnswerError("the answer holds no words of the model")
    if choices[0].finish_reason == "length":
        raise BadAnswerError("the answer was cut off", hint="Let the endpoint write longer answers.")
    return choices[0].message.content


def proposals_in(content: str) -> list[msgspec.Raw]:
    """The proposals, each still undecoded, so that one bad record costs only itself.

    Raises:
        BadAnswerError: The words are not one JSON object with a list of claims.
    """
    try:
        return msgspec.json.decode(content, type=_Answer).claims
    except (msgspec.DecodeError, UnicodeError) as trouble:
        raise BadAnswerError(f"the model did not answer with JSON of the form asked for: {trouble}") from trouble
