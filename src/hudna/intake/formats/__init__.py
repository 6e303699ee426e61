"""The formats that can be read, one file each, and the choice between them.

Part of ``intake``. A new format is a file here (its ``FORMAT`` says how its files are recognised and read), one line in
`FORMATS`, and a sample in the mirrored test folder. What is known and not read stands in ``foreign``.
"""

from pathlib import PurePath

import msgspec

from hudna.intake.decode import control_share, is_binary
from hudna.intake.formats import (
    feed,
    html,
    jsonl,
    mail,
    packed,
    parquet,
    pdf,
    table,
    telegram,
    text,
    warc,
    word,
    zipped,
)
from hudna.intake.formats.base import Draft, Format, Item, LeftOut, Member, Opened
from hudna.intake.formats.foreign import Foreign, by_content, by_form
from hudna.intake.problems import problem
from hudna.model import Issue

__all__ = ["FORMATS", "HEAD", "Draft", "Foreign", "Format", "Item", "LeftOut", "Member", "Opened", "choose"]

FORMATS: tuple[Format, ...] = (
    warc.FORMAT,
    zipped.FORMAT,
    packed.FORMAT,
    pdf.FORMAT,
    word.FORMAT,
    parquet.FORMAT,
    feed.FORMAT,
    html.FORMAT,
    telegram.FORMAT,
    jsonl.FORMAT,
    mail.FORMAT,
    table.FORMAT,
    text.FORMAT,
)
"""In the order in which content is tried; plain text is what remains."""
HEAD = 65_536
"""Bytes that the choice looks at."""
_WEAK = (text.FORMAT, feed.FORMAT)
"""Names that people and servers give to things that are something else."""
_BY_SUFFIX = {suffix: known for known in FORMATS for suffix in known.suffixes}
_BY_MEDIA = {media: known for known in FORMATS for media in known.media}


def choose(name: str, head: bytes, where: str, media: str = "") -> tuple[Format | Foreign | None, list[Issue]]:
    """Which format a source is in.

    Marks come first: a PDF is one whatever it is called. Then the type that a server or a mail gave it, then the
    ending, but a text that can only be a page or JSON Lines is read as that. Without either the content decides.

    Args:
        name: The file's name.
        head: Its first `HEAD` bytes.
        where: The file for people.
        media: The type that it came with; empty for files.

    Returns:
        The format; or the foreign format, whose bytes may not be worth keeping; or None when nothing can be read.
    """
    if not head.strip():
        return None, [problem("empty", where)]
    suffix = PurePath(name).suffix.lower()
    named = _BY_MEDIA.get(media) or _BY_SUFFIX.get(suffix)
    marked = next((known for known in FORMATS if head.startswith(known.marks)), None) if head else None
    if marked is zipped.FORMAT and named is word.FORMAT:
        return named, []
    if marked is not None:
        return marked, _looks_like(marked, named, where)
    foreign = by_content(head)
    if foreign is None and named is None and not any(known.looks_like(head) for known in FORMATS):
        foreign = by_form(head, suffix)
    if foreign is not None:
        issue = problem("foreign", where, what=foreign.what, how=foreign.how)
        return foreign, [msgspec.structs.replace(issue, severity=foreign.severity)]
    binary = is_binary(head)
    if binary and named is not None and named.container:
        return named, []  # it says itself what is damaged, and reads what is not
    if binary:
        return None, [problem("binary", where, percent=round(100 * control_share(head)))]
    return _by_text(head, named, where)


def _by_text(head: bytes, named: Format | None, where: str) -> tuple[Format, list[Issue]]:
    """Which format a source is in that has no marks."""
    seen = next((known for known in FORMATS if known.looks_like(head)), None)
    if named is None or (named is jsonl.FORMAT and seen is telegram.FORMAT):
        return seen or text.FORMAT, []
    if named.marks or (named in _WEAK and seen is not None and seen is not named):
        return seen or text.FORMAT, _looks_like(seen or text.FORMAT, named, where)
    return named, []


def _looks_like(seen: Format, named: Format | None, where: str) -> list[Issue]:
    """The note that a source is not what it is called; packed things are known by what they hold."""
    if named is None or named is seen or packed.FORMAT in {seen, named}:
        return []
    return [problem("looks_like", where, what=seen.label, suffix=seen.suffixes[0])]
