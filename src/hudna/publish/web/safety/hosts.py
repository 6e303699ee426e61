"""DNS rebinding: a foreign name that suddenly leads to this machine lets a foreign page read ours.

The browser then still says the foreign name in `Host`. Only names that we know are answered.
"""

import ipaddress
import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

ANY_ADDRESS = "any address"
"""Stands for every numeric address: for a desk that listens on all of them. A foreign name cannot pass for a number."""
_PORT = re.compile(r":\d{1,5}$")


class Hosts:
    """Answers only under known names; 421 for any other.

    Args:
        app: What is behind the fence.
        hosts: Host names and addresses, without port; an IPv6 address in brackets.
    """

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts if host != ANY_ADDRESS)
        self._any_address = ANY_ADDRESS in hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] == "http" and not self._known(Headers(scope=scope).getlist("host")):
            await PlainTextResponse("This name does not lead here.\n", 421)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _known(self, said: list[str]) -> bool:
        if len(said) != 1:
            return False
        name = _PORT.sub("", said[0].lower())
        return name in self._hosts or (self._any_address and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
