"""What is known about a text besides its words: who published it, where, under which title, when.

It comes from three places. The fields of a JSON line win over the sidecar, the sidecar over what a web page says of
itself. A field that we do not know is kept; one that is not what it should be is kept too, and said.
"""

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from hudna.intake.dates import read_interval
from hudna.intake.problems import problem
from hudna.model import Issue, Published

SIDECAR = ".meta.json"
SIDECAR_LIMIT = 1024 * 1024
"""Bytes. It holds a handful of fields."""


class Metadata(msgspec.Struct, frozen=True):
    """What one of the three places says; None where it says nothing."""

    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: Published | None = None
    extra: dict[str, Any] = {}
    """Fields that have no place of their own."""


def take_metadata(record: dict[str, Any], where: str, *, basis: str) -> tuple[Metadata, list[Issue]]:
    """Take a record apart: the known fields, the others, and what is wrong with them.

    Args:
        record: Fields by name, of a JSON line or a sidecar. Not changed.
        where: The file, or the file and line.
        basis: `Published.basis` of the date: ``given`` or ``metadata``.
    """
    extra = dict(record)
    issues: list[Issue] = []
    texts: dict[str, str | None] = {}
    for field in ("url", "source", "title"):
        texts[field] = _text(extra, field, where, issues)
    published = _published(extra, where, issues, basis=basis)
    return Metadata(**texts, published=published, extra=extra), issues


def merge(places: Sequence[Metadata]) -> Metadata:
    """One set of fields from several places: the first that says something is believed, other fields are united."""
    extra: dict[str, Any] = {}
    for place in reversed(places):
        extra |= place.extra
    return Metadata(
        url=next((place.url for place in places if place.url), None),
        source=next((place.source for place in places if place.source), None),
        title=next((place.title for place in places if place.title), None),
        published=next((place.published for place in places if place.published), None),
        extra=extra,
    )


def read_sidecar(path: str, where: str) -> tuple[Metadata, list[Issue]]:
    """The sidecar of a file: ``NAME.meta.json``, or the same without the file's own ending.

    Args:
        path: The document's file.
        where: The same for people.
    """
    for stem, shown in ((path, where), (os.path.splitext(path)[0], os.path.splitext(where)[0])):  # noqa: PTH122
        try:
            if stat.S_ISREG(os.stat(stem + SIDECAR).st_mode):  # noqa: PTH116
                return _parse(Path(stem + SIDECAR), shown + SIDECAR)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as trouble:
            return Metadata(), [problem("sidecar_invalid", shown + SIDECAR, why=trouble.strerror or trouble)]
    return Metadata(), []


def _parse(path: Path, where: str) -> tuple[Metadata, list[Issue]]:
    with path.open("rb") as file:
        return parse_sidecar(file.read(SIDECAR_LIMIT + 1), where)


def parse_sidecar(data: bytes, where: str) -> tuple[Metadata, list[Issue]]:
    """What a sidecar says.

    Args:
        data: Its bytes, or the first `SIDECAR_LIMIT` + 1 of them.
        where: The sidecar for people.
    """
    if len(data) > SIDECAR_LIMIT:
        return Metadata(), [problem("sidecar_invalid", where, why=f"it is larger than {SIDECAR_LIMIT} bytes")]
    try:
        record = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, ValueError, RecursionError) as trouble:
        return Metadata(), [problem("sidecar_invalid", where, why=trouble)]
    if not isinstance(record, dict):
        return Metadata(), [problem("sidecar_invalid", where, why="it is not an object")]
    return take_metadata(record, where, basis="given")


def _text(extra: dict[str, Any], field: str, where: str, issues: list[Issue]) -> str | None:
    value = extra.pop(field, None)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str):
        return value.strip()
    extra[field] = value
    issues.append(problem("field_ignored", where, field=field, wanted="text"))
    return None


def _published(extra: dict[str, Any], where: str, issues: list[Issue], *, basis: str) -> Published | None:
    value = _text(extra, "published", where, issues)
    if value is None:
        return None
    interval = read_interval(value)
    if interval is None:
        extra["published"] = value
        issues.append(problem("date_unread", where, value=value[:80]))
        return None
    return Published(first=interval[0], last=interval[1], basis=basis, why=(f"the field `published` says {value}",))
