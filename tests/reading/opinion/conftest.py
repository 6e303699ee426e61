"""An endpoint of ours on this machine that speaks the protocol, well or badly, and notes what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import repeat
from typing import Any

import msgspec
import pytest

Act = Callable[[BaseHTTPRequestHandler], None]


class Served:
    """The endpoint as a test sees it."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        """What it does, one for each question; the last one goes on."""
        self.asked: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.connections = 0
        self.over = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_address[1]}"
        self.url = f"http://{self.host}/v1"

    def says(self, *proposals: dict[str, Any]) -> None:
        """Answer with these claims, as a chat completion."""
        self.does(words(json.dumps({"claims": proposals}, ensure_ascii=False)))

    def does(self, *acts: Act) -> None:
        self.acts = list(acts)

    def act(self) -> Act:
        return self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]


def _handler(served: Served) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def setup(self) -> None:
            served.connections += 1
            super().setup()

        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            served.asked.append(json.loads(asked))
            served.paths.append(self.path)
            served.headers.append(dict(self.headers))
            with suppress(ConnectionError):  # the asker may have gone: what the tests of limits are about
                served.act()(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


def reply(status: int, body: bytes | str = b"", **headers: str) -> Act:
    data = body.encode() if isinstance(body, str) else body

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return act


def words(content: str | None, finish: str = "stop") -> Act:
    """A chat completion with these words of the model."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return reply(200, json.dumps({"object": "chat.completion", "choices": [choice], "usage": {"total_tokens": 7}}))


def silence(served: Served) -> Act:
    """Take the question and say nothing until the test is over."""
    return lambda _: served.over.wait() and None


def drip(served: Served) -> Act:
    """Send a byte now and then, for ever: each within any socket's own time limit."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for piece in repeat(b" "):
            handler.wfile.write(piece)
            if served.over.wait(0.02):
                return

    return act


def flood(handler: BaseHTTPRequestHandler) -> None:
    """More than anybody wants."""
    handler.send_response(200)
    handler.end_headers()
    for piece in repeat(b" " * 65536, 64):
        handler.wfile.write(piece)


@pytest.fixture
def endpoint() -> Iterator[Served]:
    served = Served()
    thread = threading.Thread(target=served.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield served
    served.over.set()
    served.server.shutdown()
    thread.join()
    served.server.server_close()


def proposal(quote: str, **fields: Any) -> dict[str, Any]:
    """A well-formed proposal."""
    plain = {"kind": "humanitarian.aid", "by": [], "modality": "actual", "background": False}
    return {**plain, "quote": quote, **fields}


def raw(*proposals: dict[str, Any]) -> list[msgspec.Raw]:
    """As they stand in an answer, undecoded."""
    return [msgspec.Raw(msgspec.json.encode(one)) for one in proposals]
