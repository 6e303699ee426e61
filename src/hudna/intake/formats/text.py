"""Plain text: the whole file is one document, kept letter by letter."""

from collections.abc import Iterator

from hudna.intake.decode import Decoded, decode
from hudna.intake.formats.base import Draft, Format, Opened
from hudna.intake.problems import problem
from hudna.model import Issue

BYTES_A_CHARACTER = 4
"""At most, in UTF-8 and UTF-16."""


def read_text(opened: Opened) -> Iterator[Draft | Issue]:
    """The one text of a file.

    A file that must hold more characters than the limit is not even decoded.
    """
    source = opened.held.source
    if not opened.held.in_memory or source.size > opened.options.text_limit * BYTES_A_CHARACTER:
        limit = min(opened.options.memory_limit, opened.options.text_limit * BYTES_A_CHARACTER)
        yield problem("too_large", opened.where, what="the text", size=source.size, unit="bytes", limit=limit)
        return
    decoded = decode(opened.held.data, declared=opened.declared)
    yield from encoding_issues(decoded, opened.where)
    if decoded is not None:
        yield Draft(text=decoded.text, where=opened.where, format="text", encoding=decoded.encoding)


def encoding_issues(decoded: Decoded | None, where: str) -> Iterator[Issue]:
    """What people should know about how bytes became letters."""
    if decoded is None:
        yield problem("unknown_encoding", where)
        return
    if decoded.why:
        yield problem("guessed_encoding", where, encoding=decoded.encoding, why=decoded.why)
    if decoded.replaced:
        yield problem("replaced", where, count=decoded.replaced, encoding=decoded.encoding)


FORMAT = Format(
    name="text",
    label="plain text",
    suffixes=(".txt", ".text", ".md"),
    media=("text/plain",),
    looks_like=lambda head: False,  # noqa: ARG005 - anything can be text; it is what remains
    read=read_text,
)
