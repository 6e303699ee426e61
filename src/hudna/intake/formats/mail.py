"""An e-mail: its subject and text are one document; files that hang on it are sources of their own.

Ministries send bulletins so. Read by the standard library with its newest rules; a text that is there twice, plain and
as a page, is taken from the page's paragraphs. Saved pages of one file (MHTML) are mails too.
"""

import email
import email.errors
import email.policy
import platform
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.utils import getaddresses
from typing import TypeVar

from resiliparse.parse.html import HTMLTree

from hudna.intake.custody import hold_bytes
from hudna.intake.dates import read_interval
from hudna.intake.decode import decode
from hudna.intake.formats.base import Draft, Format, Item, Member, Opened
from hudna.intake.metadata import Metadata
from hudna.intake.page import blocks, extract
from hudna.intake.problems import problem
from hudna.model import Published

VERSION = "1"
_HEADERS = re.compile(rb"^(?:(?:From |>From )[^\n]*\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+", re.ASCII)
_NEEDED = (b"from:", b"date:", b"subject:", b"mime-version:", b"message-id:")
_LEAST = 3
MOST_PARTS = 200
_LONGEST = 300
_BROKEN = (
    *(ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError, ArithmeticError),
    email.errors.MessageError,
)
"""What the standard library's mail reader is known to raise on malformed headers and parts."""
T = TypeVar("T")


def looks_like(head: bytes) -> bool:
    """Whether the first bytes are headers of mail, three of the usual ones among them."""
    found = _HEADERS.match(head.replace(b"\r\n", b"\n"))
    if found is None:
        return False
    names = found[0].lower()
    return sum(names.startswith(name) or b"\n" + name in names for name in _NEEDED) >= _LEAST


def read_mail(opened: Opened) -> Iterator[Item]:
    """The text of a mail, and what hangs on it."""
    if not opened.held.in_memory:
        size, limit = opened.held.source.size, opened.options.memory_limit
        yield problem("too_large", opened.where, what="the e-mail", size=size, unit="bytes", limit=limit)
        return
    try:
        message = email.message_from_bytes(opened.held.data, policy=email.policy.default)
        parts = list(_leaves(message))
    except _BROKEN as trouble:
        yield problem("damaged", opened.where, why=f"{type(trouble).__name__}: {trouble}")
        return
    body = _body(parts)
    yield from _text(message, body, opened)
    for number, part in enumerate(parts, start=1):
        if part is not body and _hangs(part):
            yield from _attached(part, number, opened)


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        if not part.is_multipart():
            yield part


def _body(parts: list[EmailMessage]) -> EmailMessage | None:
    """The page, else the plain text, of those that do not hang on the mail."""
    own = [part for part in parts if not _hangs(part)]
    texts = [part for part in own or parts if _type(part).startswith("text/")]
    return next(iter(sorted(texts, key=lambda part: not _is_page(part))), None)


def _hangs(part: EmailMessage) -> bool:
    return _asked(part.get_content_disposition, None) == "attachment" or bool(_asked(part.get_filename, None))


def _type(part: EmailMessage) -> str:
    return _asked(part.get_content_type, "application/octet-stream")


def _asked(ask: Callable[[], T], otherwise: T) -> T:
    """What a part says of itself; headers are parsed only now, and broken ones raise."""
    try:
        return ask()
    except _BROKEN:
        return otherwise


def _text(message: EmailMessage, body: EmailMessage | None, opened: Opened) -> Iterator[Item]:
    said = {name: _header(message, name) for name in ("subject", "date", "from", "message-id", "content-location")}
    data = _bytes(body)
    decoded = decode(data, declared=_charset(body)) if data else None
    text, tool = _plain(decoded.text, _is_page(body)) if decoded else ("", "")
    whole = "\n\n".join(part for part in (said["subject"], text.strip()) if part)
    if not whole:
        if body is None:
            return
        yield problem("empty", opened.where)
        return
    found, troubles = _metadata(said, opened.where)
    yield from troubles
    name = said["message-id"].strip("<> ")
    yield Draft(
        text=whole,
        where=opened.where,
        format=FORMAT.name,
        encoding=decoded.encoding if decoded else "utf-8",
        extractor=f"Python {platform.python_version()} email, {tool or f'hudna mail {VERSION}'}",
        id=name if 0 < len(name) <= _LONGEST else None,
        found=found,
    )


def _is_page(part: EmailMessage | None) -> bool:
    return part is not None and _type(part) == "text/html"


def _plain(text: str, page: bool) -> tuple[str, str]:  # noqa: FBT001 - one of two sorts of body
    """The text of a body, and who took it out."""
    if not page:
        return text.replace("\r\n", "\n"), ""
    tree = HTMLTree.parse(text)
    extracted = extract(tree, text)
    letter = blocks.collect(tree, tree.body)
    return (
        (letter, f"hudna blocks {blocks.VERSION}")
        if len(extracted.text) < len(letter)
        else (
            extracted.text,
            extracted.extractor,
        )
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header as people read it; empty when it is missing or broken."""
    return " ".join(_asked(lambda: str(message.get(name, "")), "").replace("\ufffd", "").split())


def _bytes(part: EmailMessage | None) -> bytes:
    if part is None:
        return b""
    data = _asked(lambda: part.get_payload(decode=True), None)
    return data if isinstance(data, bytes) else b""


def _charset(part: EmailMessage | None) -> str | None:
    found = _asked(part.get_content_charset, None) if part is not None else None
    return found if isinstance(found, str) else None


def _metadata(said: dict[str, str], where: str) -> tuple[Metadata, list[Item]]:
    """Who sent it: the part of the address behind the @. People's names stay inside the bytes."""
    interval = read_interval(said["date"]) if said["date"] else None
    issues: list[Item] = []
    if said["date"] and interval is None:
        issues.append(problem("date_unread", where, value=said["date"][:80]))
    published = None
    if interval is not None:
        published = Published(*interval, basis="metadata", why=(f"the mail's Date says {said['date']}",))
    address = _asked(lambda: _sender(said["from"]), "")
    found = Metadata(
        url=said["content-location"] or None,
        source=address.rpartition("@")[2].lower() or None,
        title=said["subject"] or None,
        published=published,
    )
    return found, issues


def _sender(said: str) -> str:
    return next((address for _, address in getaddresses([said]) if "@" in address), "")


def _attached(part: EmailMessage, number: int, opened: Opened) -> Iterator[Item]:
    data = _bytes(part)
    name = (_asked(part.get_filename, None) or f"part {number}").replace("\\", "/").rpartition("/")[
        2
    ] or f"part {number}"
    if not data or not opened.budget.spend(len(data)):
        return
    held = hold_bytes(data, name)
    yield Member(
        held=held,
        name=name,
        where=f"{opened.where}!{name}",
        origin=opened.inside(
            name, offset=number, record_sha256=held.source.sha256, tool=f"Python {platform.python_version()} email"
        ),
        parents=(opened.name, *opened.parents),
        media=_type(part) if _type(part) != "application/octet-stream" else "",
        declared=_charset(part),
    )


FORMAT = Format(
    name="mail",
    label="an e-mail",
    suffixes=(".eml", ".mht", ".mhtml"),
    media=("message/rfc822",),
    looks_like=looks_like,
    read=read_mail,
)
