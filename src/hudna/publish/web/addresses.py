"""Ids in addresses: a document's id is whatever its file or its record says, so `{id:anything}` takes every character.

Starlette's own `path` stops at a line end, which a file's name may hold; its default stops at a slash.
"""

from starlette.convertors import PathConvertor, register_url_convertor
from starlette.routing import Mount, compile_path
from starlette.types import ASGIApp

ANYTHING = "anything"


class Anything(PathConvertor):
    """Everything up to the end of the address."""

    regex = "(?s:.*)"


register_url_convertor(ANYTHING, Anything())


class Under(Mount):
    """An application below an address, whatever follows."""

    def __init__(self, path: str, app: ASGIApp) -> None:
        super().__init__(path, app)
        self.path_regex, self.path_format, self.param_convertors = compile_path(f"{self.path}/{{path:{ANYTHING}}}")
