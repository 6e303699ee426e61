"""One question over HTTP, within a time limit and a size limit. No redirects, no proxies, no cookies.

A redirect would carry an article to a host that nobody named, and a proxy of the environment likewise, so the plain
client of the standard library does what is wanted by knowing neither.
"""

import queue
import ssl
import time
from contextlib import closing
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Thread

import msgspec

from hudna import __version__
from hudna.errors import HudnaError
from hudna.reading.opinion.endpoint import Endpoint

LARGEST = 1 << 20
"""Bytes of an answer. Two hundred claims, the most that are looked at, are about 100 kB."""
_TRIES = 3
_PIECE = 1 << 16
_TOLD = 200
_BUSY = frozenset((429, 503))
_OF_THE_QUESTION = frozenset((400, 413, 422))


class NoAnswerError(HudnaError):
    """The endpoint could not be reached, was busy or broke off: another time it may answer."""


class BadAnswerError(HudnaError):
    """The endpoint answered, and what it said cannot be used: it would say so again."""


class RefusedError(BadAnswerError):
    """The endpoint does not take this question: too long for the model, or a setting that it does not know."""


class Reply(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    body: bytes
    wait: float | None
    """Seconds that it asks to wait, where it says so."""


def ask(endpoint: Endpoint, body: bytes, deadline: float) -> bytes:
    """Post a question and give back the body of the answer.

    Args:
        endpoint: Where to.
        body: JSON.
        deadline: Reading of `time.monotonic` at which it is given up; waiting for a busy endpoint is part of it.

    Raises:
        NoAnswerError: Nobody answered in time, or with a status that says so.
        BadAnswerError: The answer is larger than `LARGEST`.
        RefusedError: The endpoint does not take this question.
    """
    for _ in range(_TRIES):
        reply = _bounded(endpoint, body, deadline)
        if reply.status not in _BUSY or reply.wait is None:
            return _checked(endpoint, reply)
        if time.monotonic() + reply.wait >= deadline:
            raise NoAnswerError(
                f"{endpoint.host} is busy and asks to wait {reply.wait:.0f} s, which is past the time limit",
                hint="Run again later, or raise --opinion-timeout.",
            )
        time.sleep(reply.wait)
    raise NoAnswerError(f"{endpoint.host} was busy {_TRIES} times in a row", hint="Run again later.")


def _checked(endpoint: Endpoint, reply: Reply) -> bytes:
    if reply.status == HTTPStatus.OK:
        return reply.body
    said = f"{endpoint.host} answered with status {reply.status}: {_readable(reply.body, endpoint.key)}"
    if reply.status in _OF_THE_QUESTION:
        raise RefusedError(said, hint="The text may be too long for the model, or the model unknown there.")
    raise NoAnswerError(said, hint="Look at the address, the key and the endpoint's own log.")


def _readable(body: bytes, key: str) -> str:
    """The start of what a stranger wrote, on one line, without our key and without signs that steer a terminal."""
    words = body[: 4 * _TOLD].decode("utf-8", errors="replace")
    words = words.replace(key, "(key)") if key else words
    return " ".join("".join(sign if sign.isprintable() else " " for sign in words).split())[:_TOLD]


def _bounded(endpoint: Endpoint, body: bytes, deadline: float) -> Reply:
    """One exchange that ends at the deadline, even when names are not resolved or bytes come one by one.

    A socket's own time limit begins anew with every byte, so the exchange runs beside us and is left behind when the
    time is over; it then ends by itself at its next byte or its own limit, and never keeps the program alive.
    """
    box: queue.SimpleQueue[Reply | Exception] = queue.SimpleQueue()

    def work() -> None:
        try:
            box.put(_exchange(endpoint, body, deadline))
        except (OSError, HTTPException, HudnaError, ValueError) as trouble:
            box.put(trouble)

    Thread(target=work, daemon=True, name="hudna second opinion").start()
    try:
        got = box.get(timeout=max(0.0, deadline - time.monotonic()))
    except queue.Empty:
        got = TimeoutError()
    if isinstance(got, Reply):
        return got
    if isinstance(got, HudnaError):
        raise got
    raise _told(endpoint, got) from got


def _told(endpoint: Endpoint, trouble: Exception) -> NoAnswerError:
    if isinstance(trouble, TimeoutError):
        return NoAnswerError(
            f"{endpoint.host} gave no whole answer within {endpoint.timeout:g} s",
            hint="Raise --opinion-timeout, or name a faster endpoint.",
        )
    return NoAnswerError(
        f"{endpoint.host} could not be asked: {type(trouble).__name__}: {trouble}",
        hint="Is it running, and is the address right?",
    )


def _exchange(endpoint: Endpoint, body: bytes, deadline: float) -> Reply:
    with closing(_connection(endpoint, max(0.001, deadline - time.monotonic()))) as connection:
        connection.request("POST", endpoint.path, body=body, headers=_headers(endpoint))
        with connection.getresponse() as response:
            pieces, size = [], 0
            while piece := response.read1(_PIECE):
                pieces.append(piece)
                size += len(piece)
                if size > LARGEST:
                    raise BadAnswerError(
                        f"{endpoint.host} sent more than {LARGEST >> 20} MiB", hint="Is it the right address?"
                    )
                if time.monotonic() > deadline:
                    raise TimeoutError
            return Reply(response.status, b"".join(pieces), _asked_to_wait(response.headers))


def _connection(endpoint: Endpoint, seconds: float) -> HTTPConnection:
    host, port = endpoint.parts.hostname or "", endpoint.parts.port
    if endpoint.parts.scheme == "https":
        return HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
    return HTTPConnection(host, port, timeout=seconds)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    fixed = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": f"hudna/{__version__}"}
    return {**fixed, "Authorization": f"Bearer {endpoint.key}"} if endpoint.key else fixed


def _asked_to_wait(headers: Message) -> float | None:
    """`Retry-After` in seconds. As a date it counts from the answer's own `Date`: no clock of ours is asked."""
    words = (headers.get("Retry-After") or "").strip()
    if words.isascii() and words.isdigit():
        return float(words)
    until, now = _moment(words), _moment(headers.get("Date") or "")
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _moment(words: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
