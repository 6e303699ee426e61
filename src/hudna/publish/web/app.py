"""The application: addresses to pages, inside the fence.

An address is `/LANGUAGE/PAGE?state`; the same address always shows the same thing, so it can be sent to a colleague.
"""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup, escape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from hudna.errors import CorrectionError, HudnaError, UsageError
from hudna.ledger import Ledger
from hudna.publish.report.corrected import Telling
from hudna.publish.report.dating import Dating
from hudna.publish.report.names import Names
from hudna.publish.report.reasons import Reasons
from hudna.publish.report.wording import LANGUAGES, Language
from hudna.publish.web.addresses import Under
from hudna.publish.web.api import ROOT, Ask, make_api
from hudna.publish.web.asking import FormError
from hudna.publish.web.clerk import Clerk
from hudna.publish.web.desk import Asked, Desk, Given
from hudna.publish.web.pages import PAGES, Page
from hudna.publish.web.rendering import show_fault, show_trouble
from hudna.publish.web.safety import Forgery, Headers, Hosts, Limits, Token, csrf_of
from hudna.publish.web.settings import Settings
from hudna.publish.web.speaking import words_in

STATIC = Path(__file__).with_name("static")
FIRST = "today"
"""The page that opens."""
_AN_HOUR = "public, max-age=3600"

T = TypeVar("T")
Answer = Callable[[Request], Awaitable[Response]]


def make_app(settings: Settings) -> ASGIApp:
    """The dashboard of one ledger.

    Args:
        settings: Ledger, packs, and what only other rooms can do.

    Returns:
        An ASGI application. It opens the ledger when it starts, and closes it when it ends.
    """
    app = Starlette(
        routes=_routes(settings),
        lifespan=_lifespan(settings),
        exception_handlers={HTTPException: _missing, HudnaError: _refused, 500: _broken},
    )
    app.state.settings = settings
    app.router.routes.insert(0, Under(ROOT, make_api(settings, _asking(app))))
    inside: ASGIApp = Token(app, settings.token)
    return Headers(Hosts(Limits(Forgery(inside)), settings.hosts))


def _asking(app: Starlette) -> Ask:
    """Questions to the ledger for those who are built before it is opened."""

    async def ask(question: Callable[[Ledger], T]) -> T:
        clerk: Clerk = app.state.clerk
        return await clerk.ask(question)

    return ask


def _lifespan(settings: Settings) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def life(app: Starlette) -> AsyncIterator[None]:
        app.state.clerk = Clerk(settings.open_ledger)
        app.state.scribe = Clerk(settings.open_ledger)  # whoever reads never waits for who writes
        try:
            yield
        finally:
            app.state.scribe.close()
            app.state.clerk.close()

    return life


def _routes(settings: Settings) -> list[BaseRoute]:
    pages = [_route(language, page, settings) for language in LANGUAGES for page in PAGES]
    forms = [_form(language, page, settings) for language in LANGUAGES for page in PAGES if page.take is not None]
    return [
        Route("/", _front),
        *(Route(f"/{language}", _front_in(language)) for language in LANGUAGES),
        *pages,
        *forms,
        Mount("/static", Kept(directory=STATIC, check_dir=False)),
    ]


class Kept(StaticFiles):
    """Our own files and those of `vendor/`; a browser may keep them for an hour."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """One file."""
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = _AN_HOUR
        return answer


# --- pages ------------------------------------------------------------------------------------------------------------


def _route(language: Language, page: Page, settings: Settings) -> Route:
    async def answer(request: Request) -> Response:
        clerk: Clerk = request.app.state.clerk
        return await clerk.ask(lambda ledger: page.answer(_desk(ledger, request, language, page)))

    def _desk(ledger: Ledger, request: Request, language: Language, page: Page) -> Desk:
        return Desk(ledger, settings, asked_of(request, language, page.name))

    return Route(f"/{language}{page.path}", answer, name=f"{language}.{page.name}", methods=["GET"])


def _form(language: Language, page: Page, settings: Settings) -> Route:
    """A form of a page: what it says is written by the scribe, then the browser is sent on."""

    async def taken(request: Request) -> Response:
        sent = await request.form()
        given = Given(tuple((key, value) for key, value in sent.multi_items() if isinstance(value, str)))
        asked = asked_of(request, language, page.name)
        scribe: Clerk = request.app.state.scribe
        return RedirectResponse(
            await scribe.ask(lambda book: _take(page, Desk(book, settings, asked), book, given)), 303
        )

    return Route(f"/{language}{page.path}", taken, name=f"{language}.{page.name}.form", methods=["POST"])


def _take(page: Page, desk: Desk, book: Ledger, given: Given) -> str:
    if page.take is None:
        raise UsageError("this page takes no form")
    return page.take(desk, book, given)


def asked_of(request: Request, language: Language, page: str) -> Asked:
    """What a request asks for."""
    return Asked(
        language=language,
        page=page,
        path=request.url.path,
        query=tuple((key, value) for key, value in request.query_params.multi_items() if value),
        parts={key: str(value) for key, value in request.path_params.items()},
        csrf=csrf_of(request),
    )


async def _front(request: Request) -> Response:
    """The first page in the language that the browser prefers, Arabic when it says nothing."""
    wanted = [one.partition(";")[0].strip()[:2] for one in request.headers.get("accept-language", "").split(",")]
    language = next((one for one in wanted if one in LANGUAGES), "ar")
    return RedirectResponse(f"/{language}/{FIRST}", 307, headers={"vary": "Accept-Language"})


def _front_in(language: Language) -> Answer:
    async def answer(request: Request) -> Response:  # noqa: ARG001 - Starlette's own signature
        return RedirectResponse(f"/{language}/{FIRST}", 307)

    return answer


# --- troubles ---------------------------------------------------------------------------------------------------------


async def _missing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return await _trouble(request, status, "")


async def _refused(request: Request, error: Exception) -> Response:
    """Misuse is the reader's (400), the rest is ours."""
    if isinstance(error, CorrectionError):
        return show_fault(asked_of(request, _language(request), ""), error, form=_form_of(request))
    status = 400 if isinstance(error, UsageError) else 503
    return show_trouble(
        asked_of(request, _language(request), ""), status, _told(request, error), form=_form_of(request)
    )


def _told(request: Request, error: Exception) -> Markup:
    """What is wrong, in the reader's language. Hints that name commands are for a terminal."""
    if isinstance(error, FormError) or not isinstance(error, HudnaError):
        return escape(str(error))
    settings: Settings = request.app.state.settings
    words = words_in(_language(request))
    tell = Reasons(Telling(words, Names(settings.knowledge, words, {}, {}), Dating(words)))
    hint = "" if "hudna " in error.hint or "--" in error.hint else error.hint
    return Markup("<br>").join(tell(filter(None, (error.message, hint))))


def _form_of(request: Request) -> str:
    return request.url.path if request.method == "POST" else ""


async def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server logs it
    return await _trouble(request, 500, "")


async def _trouble(request: Request, status: int, told: str) -> Response:
    return show_trouble(asked_of(request, _language(request), ""), status, told)


def _language(request: Request) -> Language:
    return "en" if request.url.path.startswith("/en") else "ar"
