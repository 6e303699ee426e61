"""The interface for programs, under /api/v1: the questions that the pages ask, as JSON, with an OpenAPI document."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar, cast
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from hudna.errors import HudnaError, UsageError
from hudna.ledger import Ledger
from hudna.publish.web.addresses import ANYTHING
from hudna.publish.web.api import changes
from hudna.publish.web.api.answers import answer, trouble
from hudna.publish.web.api.feed import feed
from hudna.publish.web.api.openapi import document
from hudna.publish.web.api.operations import OPERATIONS, Operation, Question, UnknownError
from hudna.publish.web.api.questions import ForChanges, ForFeed, read
from hudna.publish.web.settings import Settings

T = TypeVar("T")
ROOT = "/api/v1"


class Ask(Protocol):
    """Puts a question to the ledger, in the thread that has it open."""

    async def __call__(self, question: Callable[[Ledger], T]) -> T: ...  # noqa: D102 - said by the class


def make_api(settings: Settings, ask: Ask) -> Starlette:
    """The interface as an application of its own, with its own shape of errors; it is mounted at `ROOT`.

    Args:
        settings: Packs and clock.
        ask: Puts a question to the ledger.
    """
    routes = [_route(one, settings, ask) for one in OPERATIONS]
    routes += [
        Route("/openapi.json", _described, methods=["GET"]),
        Route("/changes", _telling(ask), methods=["GET"]),
        Route("/feed.atom", _feeding(settings, ask), methods=["GET"]),
    ]
    return Starlette(routes=routes, exception_handlers={HTTPException: _missing, HudnaError: _refused, 500: _broken})


def _route(one: Operation, settings: Settings, ask: Ask) -> Route:
    path = one.path.replace("{id}", f"{{id:{ANYTHING}}}")
    return Route(path, _answering(one, settings, ask), methods=["GET"])


Answering = Callable[[Request], Awaitable[Response]]


def _answering(operation: Operation, settings: Settings, ask: Ask) -> Answering:
    async def answering(request: Request) -> Response:
        asked: object = read(request.query_params, operation.takes)
        key = request.path_params.get("id", "")
        state = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
        here = f"{ROOT}{operation.path}{f'?{urlencode(state)}' if state else ''}"
        return await ask(
            lambda ledger: answer(operation.answer(Question(ledger, settings.knowledge, asked, key, here)))
        )

    return answering


async def _described(request: Request) -> Response:  # noqa: ARG001 - Starlette's own signature
    return answer(document())


def _telling(ask: Ask) -> Answering:
    async def telling(request: Request) -> Response:
        asked = read(request.query_params, ForChanges)
        return StreamingResponse(changes.stream(ask, asked.after), media_type="application/jsonl")

    return telling


def _feeding(settings: Settings, ask: Ask) -> Answering:
    async def feeding(request: Request) -> Response:
        asked = read(request.query_params, ForFeed)
        base = f"{request.url.scheme}://{request.url.netloc}"
        told = await ask(lambda ledger: feed(ledger, settings, asked.lang, asked.size, base))
        return Response(told, media_type="application/atom+xml")

    return feeding


async def _missing(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's own signature
    status = cast("HTTPException", error).status_code
    return trouble(status, "there is nothing at this address", "The addresses: /api/v1/openapi.json")


async def _refused(request: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette's own signature
    told = cast("HudnaError", error)
    status = 404 if isinstance(told, UnknownError) else 400 if isinstance(told, UsageError) else 503
    return trouble(status, told.message, told.hint)


async def _broken(request: Request, error: Exception) -> Response:  # noqa: ARG001 - the server logs it
    return trouble(500, "something broke on our side", "The terminal says what.")
