"""Web archives made on the spot, whole and broken."""

import gzip
from collections.abc import Sequence

import zstandard

PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>خبر {n}</title></head><body><article><h1>خبر {n}</h1>"
    "<p>قالت الوزارة في بيان رقم {n} إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع.</p>"
    "<p>وأضافت أن «الوضع هادئ» منذ الليل، وأن الجولة رقم {n} تستمر يومين.</p></article></body></html>"
)


def answer(body: bytes, *, status: str = "200 OK", media: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    """An HTTP answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


def record(n: int, block: bytes | None = None, *, kind: str = "response", length: object = None) -> bytes:
    """A WARC record, number `n` of its archive."""
    block = answer(PAGE.format(n=n).encode()) if block is None else block
    media = "text/plain" if kind in {"resource", "conversion"} else "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{n:012}>\r\n"
        f"WARC-Date: 2020-11-10T10:00:{n % 60:02}Z\r\nWARC-Target-URI: https://news.example.org/{n}\r\n"
        f"Content-Type: {media}\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(records: Sequence[bytes], how: str = "gzip") -> bytes:
    """An archive: records packed one by one, or not at all."""
    pack = {"gzip": lambda data: gzip.compress(data, mtime=0), "zstd": zstandard.compress, "": bytes}[how]
    return b"".join(pack(one) for one in records)
