"""Forged forms: a foreign page that makes a reader's browser send ours.

Every POST must come from a page of ours (`Origin`, or `Sec-Fetch-Site` where a browser hides the origin) and must bring
a word that only such a page knows: a fingerprint of the reader's session under a key that lives as long as the program.
It comes as the form field `csrf` or as the header `X-CSRF-Token`.
"""

import hashlib
import hmac
import secrets
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request, cookie_parser
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "hudna_session"
REFUSED = (
    "لم يأت هذا النموذج من صفحة مفتوحة عندنا، أو أُعيد تشغيل البرنامج بعد فتحها. أعيدوا تحميل الصفحة.\n"
    "This form did not come from a page of ours, or the program was started again since. Go back and reload it.\n"
)
_FORM = "application/x-www-form-urlencoded"
_SESSION_BYTES = 32


class Forgery:
    """Gives every reader a session and lets no POST through that does not know its word; 403."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._key = secrets.token_bytes(_SESSION_BYTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        known = _session(headers)
        session = known or secrets.token_urlsafe(_SESSION_BYTES)
        scope.setdefault("state", {})["csrf"] = self._word(session)
        if scope["method"] == "POST":
            body = await _body(receive)
            if not (known and from_us(headers) and self._knows(session, headers, body)):
                await PlainTextResponse(REFUSED, 403)(scope, receive, send)
                return
            receive = _again(body)
        await self._app(scope, receive, send if known else _with_session(send, session))

    def _word(self, session: str) -> str:
        return hmac.new(self._key, session.encode(), hashlib.sha256).hexdigest()

    def _knows(self, session: str, headers: Headers, body: bytes) -> bool:
        said = headers.get("x-csrf-token") or _field(headers, body)
        return hmac.compare_digest(said.encode(), self._word(session).encode())


def csrf_of(request: Request) -> str:
    """The word that a form of this reader must bring."""
    return str(request.scope["state"]["csrf"])


def from_us(headers: Headers) -> bool:
    """Whether a request comes from a page of ours, as far as the browser says."""
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    if origin in {None, "null"}:  # our own `Referrer-Policy: no-referrer` makes browsers hide it
        return site == "same-origin"
    return urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _session(headers: Headers) -> str | None:
    return cookie_parser(headers.get("cookie", "")).get(COOKIE) or None


def _field(headers: Headers, body: bytes) -> str:
    if not headers.get("content-type", "").startswith(_FORM):
        return ""
    return parse_qs(body.decode("utf-8", "replace")).get("csrf", [""])[0]


async def _body(receive: Receive) -> bytes:
    """All of it; `limits` stands before us."""
    pieces = []
    while True:
        message = await receive()
        pieces.append(message.get("body", b""))
        if message["type"] == "http.disconnect" or not message.get("more_body", False):
            return b"".join(pieces)


def _again(body: bytes) -> Receive:
    """The body once more, for the page."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _with_session(send: Send, session: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            cookie = f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Lax"
            MutableHeaders(scope=message).append("set-cookie", cookie)
        await send(message)

    return sending
