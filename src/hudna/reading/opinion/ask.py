"""Asking: the one object that the pipeline is handed when a person wants a second opinion."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from hudna.errors import HudnaError
from hudna.knowledge import Knowledge
from hudna.model import Claim, Document, Issue, Kind
from hudna.reading.opinion.accept import Desk
from hudna.reading.opinion.endpoint import Endpoint
from hudna.reading.opinion.opinion import Opinion
from hudna.reading.opinion.prompt import FORMATS, PROMPT_VERSION, messages
from hudna.reading.opinion.proposal import content_of, proposals_in
from hudna.reading.opinion.shortlist import Shortlist
from hudna.reading.opinion.wire import BadAnswerError, NoAnswerError, RefusedError, ask

PATIENCE = 3
"""Documents in a row without an answer after which nobody asks any more in this run: the endpoint is not there, and a
thousand documents would wait out their time limit one by one."""
LONGEST = 60_000
"""Characters of a text that is asked about, some 20,000 tokens: beyond, most models see only a part of it."""


class SecondOpinion:
    """Asks one endpoint about document after document. It remembers what it learnt of the endpoint, nothing else."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Take an endpoint; nothing is sent yet."""
        self.endpoint = endpoint
        self._rule = f"model:{endpoint.model}"
        self._why = (
            f"proposed by a model, found by no rule: {endpoint.model} at {endpoint.host}, prompt {PROMPT_VERSION}"
        )
        self._formats = list(FORMATS)
        self._unanswered = 0
        self._undated: dict[str, str] = {}

    @property
    def mark(self) -> str:
        """Which reader it makes: with another model, host or prompt the documents are read again."""
        return f"{self._rule} {self.endpoint.host} {PROMPT_VERSION}"

    def __call__(self, document: Document, claims: Sequence[Claim], knowledge: Knowledge) -> Opinion:
        """Ask about one document that the rules have read.

        Args:
            document: As read; only Arabic texts are asked about, as the rules read no other.
            claims: What the rules found.
            knowledge: The packs.
        """
        if document.language != "ar" or not document.text.strip():
            return Opinion()
        if len(document.text) > LONGEST:
            reason = f"the text has {len(document.text):,} characters, a model is asked about {LONGEST:,} at most"
            return Opinion(issues=(_issue(document, "warning", reason, "Split it, if a second opinion matters."),))
        if self._unanswered >= PATIENCE:
            reason = f"{self.endpoint.host} was not asked: it had not answered {PATIENCE} times in a row"
            return Opinion(issues=(_issue(document, "note", reason, "Run again when it does."),), unanswered=True)
        return self._asked(document, claims, knowledge)

    def _asked(self, document: Document, claims: Sequence[Claim], knowledge: Knowledge) -> Opinion:
        desk = Desk(document, claims, knowledge, rule=self._rule, why=self._why)
        try:
            content = self._content(document, knowledge.kinds, desk.shortlist)
            self._unanswered = 0
            accepted, issues = desk.accept(proposals_in(content))
        except (NoAnswerError, BadAnswerError) as trouble:
            unanswered = isinstance(trouble, NoAnswerError)
            self._unanswered = self._unanswered + 1 if unanswered else 0
            return Opinion(issues=(_without(document, trouble),), unanswered=unanswered)
        return Opinion(claims=accepted, issues=issues)

    def _content(self, document: Document, kinds: Mapping[str, Kind], shortlist: Shortlist) -> str:
        """What the model says. An undated document is read twice in a run and asked about once."""
        known = self._undated.get(document.text_sha256) if document.published.first is None else None
        if known is not None:
            return known
        content = content_of(self._body(messages(document, kinds, shortlist)))
        if document.published.first is None:
            self._undated[document.text_sha256] = content
        return content

    def _body(self, words: list[dict[str, str]]) -> bytes:
        """Ask, in the strictest form of answer that the endpoint knows."""
        deadline = time.monotonic() + self.endpoint.timeout
        while True:
            try:
                return ask(self.endpoint, self._request(words), deadline)
            except RefusedError as trouble:
                if len(self._formats) == 1 or not _about_the_form(trouble):
                    raise
                del self._formats[0]

    def _request(self, words: list[dict[str, str]]) -> bytes:
        request: dict[str, Any] = {"model": self.endpoint.model, "messages": words, "temperature": 0, "stream": False}
        if self._formats[0] is not None:
            request["response_format"] = self._formats[0]
        return msgspec.json.encode(request)


def _about_the_form(trouble: RefusedError) -> bool:
    return any(word in trouble.message for word in ("response_format", "json_schema", "json_object"))


def _without(document: Document, trouble: HudnaError) -> Issue:
    return _issue(document, "warning", f"no second opinion: {trouble.message}", trouble.hint)


def _issue(document: Document, severity: str, reason: str, hint: str) -> Issue:
    return Issue("reading", severity, document.id, reason, hint)
