"""A shared desk: whoever can reach the port must know a word.

It is asked for on a page of its own and then stands in a cookie as a fingerprint, so that the word itself is in no
address, no history and no log. Programs send `Authorization: Bearer WORD`. Who is wrong too often has to wait
(`guesses`): until then no word of his is looked at.
"""

import hashlib
import hmac
import math
import secrets
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hudna.publish.web.safety.guesses import Guesses

COOKIE = "hudna_desk"
DOOR = "/door"
SHORTEST = 12
"""Characters of a word that a patient program does not guess."""
_OPEN = ("/static/",)
_PAGE = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>هدنة · Hudna</title><link rel="stylesheet" href="/static/hudna.css"></head><body class="door">
<main><h1><bdi lang="ar">هدنة</bdi> · Hudna</h1>
<form method="post" action="{door}"><input type="hidden" name="csrf" value="{csrf}">
<label for="word"><bdi lang="ar" dir="rtl">كلمة الدخول</bdi> · The desk's word</label>
<input id="word" name="word" type="password" autocomplete="current-password" autofocus required>
<button><bdi lang="ar" dir="rtl">دخول</bdi> · Enter</button></form>{told}</main></body></html>"""
_LATER = (
    '<p role="alert"><bdi lang="ar" dir="rtl">أخطأ هذا العنوان في الكلمة مرات كثيرة. '
    "أعد المحاولة بعد <bdi>{n}</bdi> دقيقة.</bdi>"
    " · This address was wrong too often. Try again in {n} min.</p>"
)
_WRONG = '<p role="alert"><bdi lang="ar" dir="rtl">ليست هذه الكلمة.</bdi> · This is not the word.</p>'


class Token:
    """Lets nobody in who does not know the word; everybody where there is none."""

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token
        self._key = secrets.token_bytes(32)
        self._guesses = Guesses()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, show the door, or refuse it."""
        if self._token is None or scope["type"] != "http" or scope["path"].startswith(_OPEN):
            await self._app(scope, receive, send)
        elif scope["path"] == DOOR:
            await (await self._door(Request(scope, receive)))(scope, receive, send)
        elif self._is_marked(Headers(scope=scope)):
            await self._app(scope, receive, send)
        elif wait := self._guesses.wait(_address(scope)):
            await _told_to_wait(scope, wait)(scope, receive, send)
        elif self._says_it(scope):
            await self._app(scope, receive, send)
        else:
            await _turned_away(scope)(scope, receive, send)

    def _mark(self) -> str:
        return hmac.new(self._key, (self._token or "").encode(), hashlib.sha256).hexdigest()

    def _is_marked(self, headers: Headers) -> bool:
        """A reader who said the word before."""
        found = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return hmac.compare_digest(found.encode(), self._mark().encode())

    def _says_it(self, scope: Scope) -> bool:
        """A program that says the word."""
        scheme, _, said = Headers(scope=scope).get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self._is_word(said, _address(scope))

    def _is_word(self, said: str, address: str) -> bool:
        right = hmac.compare_digest(said.encode(), (self._token or "").encode())
        (self._guesses.forget if right else self._guesses.note)(address)
        return right

    async def _door(self, request: Request) -> Response:
        if request.method != "POST":
            return _page(request.scope, "", 200)
        address = _address(request.scope)
        if wait := self._guesses.wait(address):
            return _told_to_wait(request.scope, wait)
        said = parse_qs((await request.body()).decode("utf-8", "replace")).get("word", [""])[0]
        if not self._is_word(said, address):
            return _page(request.scope, _WRONG, 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, self._mark(), httponly=True, samesite="strict", path="/")
        return answer


def _address(scope: Scope) -> str:
    """Where a request comes from. Behind a proxy that is the proxy, unless the server was told to believe it."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _page(scope: Scope, told: str, status: int) -> Response:
    return HTMLResponse(_PAGE.format(door=DOOR, csrf=scope["state"]["csrf"], told=told), status)


def _told_to_wait(scope: Scope, wait: int) -> Response:
    """People on a page, programs in a line; both how long."""
    if "text/html" in Headers(scope=scope).get("accept", ""):
        answer = _page(scope, _LATER.format(n=math.ceil(wait / 60)), 429)
    else:
        answer = PlainTextResponse(f"This address was wrong too often. Try again in {wait} seconds.\n", 429)
    answer.headers["retry-after"] = str(wait)
    return answer


def _turned_away(scope: Scope) -> Response:
    """People are shown the door, programs are told."""
    if "text/html" in Headers(scope=scope).get("accept", ""):
        return RedirectResponse(DOOR, 303)
    return PlainTextResponse("This desk needs a word: Authorization: Bearer WORD\n", 401)
