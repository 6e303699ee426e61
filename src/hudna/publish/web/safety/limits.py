"""Too much of anything: a long address, a large body, a method that nobody needs."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS = 8_192
"""Bytes of path and query. The longest state of a page stays under 2,000."""
BODY = 262_144
"""Bytes of a form. A reason and a correction of some pages fit many times over."""
_METHODS = frozenset({"GET", "HEAD", "POST"})


class TooLargeError(Exception):
    """A body that did not say how long it is went on for too long."""


class Limits:
    """Refuses what is larger than any request of ours: 405, 413, 414."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = _refused(scope)
        if refused is not None:
            await PlainTextResponse(refused[1], refused[0])(scope, receive, send)
            return
        try:
            await self._app(scope, _counted(receive), send)
        except TooLargeError:
            await PlainTextResponse("Too large.\n", 413)(scope, receive, send)


def _refused(scope: Scope) -> tuple[int, str] | None:
    if scope["method"] not in _METHODS:
        return 405, "GET, HEAD or POST.\n"
    if len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"]) > ADDRESS:
        return 414, "This address is too long.\n"
    said = Headers(scope=scope).get("content-length", "0")
    if not said.isascii() or not said.isdigit():
        return 400, "Content-Length is not a number.\n"
    return (413, "Too large.\n") if int(said) > BODY else None


def _counted(receive: Receive) -> Receive:
    """The same body, that ends with an error where it grows too large."""
    seen = 0

    async def counting() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > BODY:
            raise TooLargeError
        return message

    return counting
