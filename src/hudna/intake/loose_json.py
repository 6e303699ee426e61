"""JSON as leniently as the standard library reads it: control characters in strings, NaN, halves of letter pairs."""

import json
from typing import Any

REFUSED = (ValueError, RecursionError)
"""What reading raises for bad JSON: numbers and letters that are none, and nesting without end, among it."""


def loose(data: bytes | str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What stands there, with texts that every encoding can write.

    Raises:
        ValueError, RecursionError: It is no JSON (`REFUSED`).
    """
    return whole_letters(json.loads(data, strict=False))


def whole_letters(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """The same with U+FFFD for every half of a letter pair, which no encoding can write."""
    if isinstance(value, str):
        return value.encode("utf-16", errors="surrogatepass").decode("utf-16", errors="replace")
    if isinstance(value, list):
        return [whole_letters(item) for item in value]
    if isinstance(value, dict):
        return {whole_letters(key): whole_letters(item) for key, item in value.items()}
    return value
