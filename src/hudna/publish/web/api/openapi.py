"""The OpenAPI 3.1 document, written from the list of operations and from the nouns themselves."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

import hudna
from hudna.publish.web.api.answers import Heard, Trouble
from hudna.publish.web.api.operations import OPERATIONS, Operation
from hudna.publish.web.api.questions import ForChanges, ForFeed

_WHERE = "#/components/schemas/{name}"
_TROUBLES = {
    "400": "A parameter is unknown, or its value is not of its kind",
    "404": "There is nothing with this id or at this address",
    "503": "The ledger cannot be read now",
}


@cache
def document() -> dict[str, Any]:
    """The whole document."""
    paths = {one.path: {"get": _operation(one)} for one in OPERATIONS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hudna",
            "version": hudna.__version__,
            "description": "Who claims what, what probably happened, and what the agreement says of it. "
            "Claims are what their speakers say; the machine sorts and does not rule.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "paths": {**paths, "/changes": {"get": _changes()}, "/feed.atom": {"get": _feed()}},
        "components": {"schemas": _schemas()[1], "securitySchemes": {"word": {"type": "http", "scheme": "bearer"}}},
        "security": [{}, {"word": []}],
    }


@cache
def _schemas() -> tuple[dict[Any, dict[str, Any]], dict[str, Any]]:
    """(type → reference, all components)."""
    types = [*dict.fromkeys(one.answers for one in OPERATIONS), Heard, Trouble]
    references, components = msgspec.json.schema_components(types, ref_template=_WHERE)
    return dict(zip(types, references, strict=True)), components


def _operation(operation: Operation) -> dict[str, Any]:
    told = {"application/json": {"schema": _schemas()[0][operation.answers]}}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.takes.__doc__ or "",
        "parameters": [*_in_path(operation), *_parameters(operation.takes)],
        "responses": {"200": {"description": operation.summary, "content": told}, **_troubles()},
    }


def _in_path(operation: Operation) -> Iterator[dict[str, Any]]:
    if "{id}" in operation.path:
        yield {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _parameters(takes: type) -> Iterator[dict[str, Any]]:
    (reference,), components = msgspec.json.schema_components([takes], ref_template="{name}")
    for name, schema in components[reference["$ref"]]["properties"].items():
        inner = dict(schema.get("items", schema))
        described = next((one["description"] for one in _within(inner) if "description" in one), "")
        yield {"name": name, "in": "query", "required": False, "description": described, "schema": _plain(schema)}


def _within(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    yield from schema.get("anyOf", ())


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A parameter that is left out is absent, never null."""
    told = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    plain = dict(told[0]) if len(told) == 1 else {key: value for key, value in schema.items() if key != "default"}
    if schema.get("default") not in {None, (), ""}:
        plain["default"] = schema["default"]
    return plain


def _troubles() -> dict[str, Any]:
    shape = {"application/json": {"schema": _schemas()[0][Trouble]}}
    return {status: {"description": told, "content": shape} for status, told in _TROUBLES.items()}


def _changes() -> dict[str, Any]:
    told = {"application/jsonl": {"schema": _schemas()[0][Heard]}}
    return {
        "operationId": "changes",
        "summary": "Everything that came, changed or went since an entry of the log, one JSON object a line",
        "description": ForChanges.__doc__ or "",
        "parameters": list(_parameters(ForChanges)),
        "responses": {"200": {"description": "JSON Lines in the order of the log", "content": told}, **_troubles()},
    }


def _feed() -> dict[str, Any]:
    told = {"application/atom+xml": {"schema": {"type": "string"}}}
    return {
        "operationId": "feed",
        "summary": "The events that were known last, for a feed reader (Atom)",
        "description": ForFeed.__doc__ or "",
        "parameters": list(_parameters(ForFeed)),
        "responses": {"200": {"description": "An Atom feed", "content": told}, **_troubles()},
    }
