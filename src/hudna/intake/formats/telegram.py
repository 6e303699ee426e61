"""What Telegram's own program exports of a channel (`result.json`): every message with words is a document.

Messages are read one by one, so an export may be larger than memory. Of groups no person's name is taken over: the
publisher of a message is the channel or group. Times are told in seconds since 1970, and so without a doubt about the
clock of whoever exported.
"""

import codecs
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO

from hudna.intake.formats.base import Draft, Format, Item, Opened
from hudna.intake.loose_json import REFUSED, loose, whole_letters
from hudna.intake.metadata import Metadata
from hudna.intake.problems import problem
from hudna.model import Published

_OPENING = re.compile(r'"messages"\s*:\s*\[')
_KIND = re.compile(r'^\s*\{[^\[\]{}]*"type"\s*:\s*"((?:public|private)_(?:channel|supergroup|group))"')
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_NUMBER = re.compile(r'"id"\s*:\s*(\d{1,20})')
_HEAD = 65_536
_PIECE = 1 << 20
_BETWEEN = re.compile(r"[ \t\r\n,]+")
_SECONDS = re.compile(r"[0-9]{1,20}")
_LATEST = 1 << 33
"""Seconds since 1970 beyond which nobody exports anything: the year 2242."""


def looks_like(head: bytes) -> bool:
    """Whether the first bytes are those of an exported channel or group."""
    text = head.decode("utf-8-sig", errors="replace")
    found = _OPENING.search(text)
    return found is not None and _KIND.match(text[: found.start()]) is not None


def read_telegram(opened: Opened) -> Iterator[Item]:
    """The messages of an export, in its order."""
    with opened.held.stream() as stream:
        yield from _Export(opened).read(stream)


class _Export:
    """One export on its way through."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._source: str | None = None
        self._channel = ""
        self._wordless = 0

    def read(self, stream: BinaryIO) -> Iterator[Item]:
        letters = _Letters(stream, self._opened.options.memory_limit)
        head = letters.head(_HEAD)
        begin = _OPENING.search(head)
        if begin is None:
            yield problem("json_invalid", self._opened.where, why="it has no list of messages")
            return
        yield from self._name(head[: begin.start()])
        letters.skip(begin.end())
        yield from self._messages(letters)
        if self._wordless:
            yield problem(
                "records_passed", self._opened.where, count=self._wordless, why="messages without words, and notices"
            )

    def _name(self, head: str) -> Iterator[Item]:
        name, number = _NAME.search(head), _NUMBER.search(head)
        self._channel = number[1] if number else ""
        if name is None:
            return
        try:
            self._source = str(loose(name[1])).strip() or None
        except REFUSED:
            yield problem("field_ignored", self._opened.where, field="name", wanted="text as JSON writes it")

    def _messages(self, letters: "_Letters") -> Iterator[Item]:
        number = 0
        while (message := letters.value()) is not None:
            number += 1
            where = f"{self._opened.where}:{number}"
            if isinstance(message, str):
                yield problem("json_invalid", where, why=message)
                return
            yield from self._message(message, number, where)

    def _message(self, message: dict[str, Any], number: int, where: str) -> Iterator[Item]:
        text = _words(message.get("text"))
        if message.get("type") != "message" or not text.strip():
            self._wordless += 1
            return
        moment = _moment(message.get("date_unixtime"))
        published = None
        if moment is not None:
            published = Published(moment, moment, basis="given", why=(f"Telegram says {moment}",))
        elif message.get("date") is not None:
            yield problem("date_unread", where, value=str(message["date"])[:80])
        key = message.get("id")
        yield Draft(
            text=text,
            where=where,
            format=FORMAT.name,
            encoding="utf-8",
            id=f"telegram:{self._channel}/{key}" if isinstance(key, int) else None,
            version=_moment(message.get("edited_unixtime")),
            line=number,
            given=Metadata(source=self._source, published=published),
        )


class _Letters:
    """The decoded export, as much of it as is needed for the next message."""

    def __init__(self, stream: BinaryIO, limit: int) -> None:
        self._stream, self._limit = stream, limit
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._text, self._at, self._ended = "", 0, False
        self._json = json.JSONDecoder(strict=False)

    def head(self, size: int) -> str:
        while len(self._text) < size and self._more():
            pass
        return self._text[:size]

    def skip(self, size: int) -> None:
        self._at += size

    def value(self) -> dict[str, Any] | str | None:
        """The next message; None at the end of the list; text says what is broken, or what was too long."""
        while True:
            begin = _BETWEEN.match(self._text, self._at)
            self._at = begin.end() if begin else self._at
            if self._text.startswith("]", self._at):
                return None
            try:
                value, self._at = self._json.raw_decode(self._text, self._at)
            except REFUSED as trouble:
                if len(self._text) - self._at > self._limit or not self._more():
                    return str(trouble)
                continue
            return whole_letters(value) if isinstance(value, dict) else "a message is no object"

    def _more(self) -> bool:
        """Read on, and forget what was read; False at the end."""
        if self._ended:
            return False
        data = self._stream.read(_PIECE)
        self._ended = not data
        self._text = self._text[self._at :] + self._decoder.decode(data, final=self._ended)
        self._at = 0
        return not self._ended


def _words(text: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """The words of a message: one string, or pieces of which links, names and bold words are objects."""
    if isinstance(text, list):
        return "".join(_words(piece.get("text") if isinstance(piece, dict) else piece) for piece in text)
    return text if isinstance(text, str) else ""


def _moment(seconds: Any) -> str | None:  # noqa: ANN401 - whatever JSON holds
    """Seconds since 1970, written as text, as ISO 8601 in UTC."""
    if not isinstance(seconds, str) or not _SECONDS.fullmatch(seconds) or not 0 < int(seconds) < _LATEST:
        return None
    return datetime.fromtimestamp(int(seconds), UTC).isoformat().replace("+00:00", "Z")


FORMAT = Format(
    name="telegram",
    label="an export of Telegram",
    suffixes=(".telegram.json",),
    looks_like=looks_like,
    read=read_telegram,
)
