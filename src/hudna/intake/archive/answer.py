"""An HTTP answer as archives keep it: status, type, encoding, and the page that is packed in its body."""

import contextlib
import io
import re
import zlib
from collections.abc import Callable

import msgspec
import zstandard
from fastwarc.stream_io import BrotliReader, GzipReader

from hudna.intake.page.charset import charset_of_header

HEAD_LIMIT = 65_536
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_FIELD = re.compile(rb"(?mi)^(content-type|content-encoding|transfer-encoding)[ \t]*:[ \t]*([^\r\n]*)")
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_STEP = 4096
_Unpack = Callable[[bytes, int], bytes]


class Answer(msgspec.Struct, frozen=True):
    """An HTTP answer."""

    head: bytes
    """With the empty line at its end."""
    body: bytes
    """As it was sent."""
    status: int
    """0 where it does not say."""
    media: str
    """`text/html`, in lower case; empty where it does not say."""
    charset: str | None
    packed: tuple[str, ...]
    """How the body was packed for sending, the last step first."""

    @classmethod
    def of(cls, block: bytes) -> "Answer":
        """Take a record's block apart. Where there is no HTTP header, all of it is the body."""
        status = _STATUS.match(block)
        if status is None:
            return cls(head=b"", body=block, status=0, media="", charset=None, packed=())
        end, gap = _end_of_head(block)
        head = block[: end + gap]
        fields = {name.lower(): value.decode("latin-1").strip() for name, value in _FIELD.findall(head)}
        kind = fields.get(b"content-type", "")
        return cls(
            head=head,
            body=block[end + gap :],
            status=int(status[1]),
            media=kind.partition(";")[0].strip().lower(),
            charset=charset_of_header(kind),
            packed=(*_steps(fields.get(b"transfer-encoding")), *_steps(fields.get(b"content-encoding"))),
        )


def _end_of_head(block: bytes) -> tuple[int, int]:
    """Where the header ends, and how long the empty line is; some archives have bare line feeds."""
    end, gap = block.find(b"\r\n\r\n", 0, HEAD_LIMIT), 4
    return (end, gap) if end >= 0 else (max(0, block.find(b"\n\n", 0, HEAD_LIMIT)), 2)


def _steps(value: str | None) -> list[str]:
    return [step.strip().lower() for step in reversed((value or "").split(",")) if step.strip()]


def unpack_body(answer: Answer, limit: int) -> tuple[bytes, str]:
    """The page in an answer's body.

    Many archives unpack before they write and leave the header as it was: what does not look packed is taken as it is.

    Args:
        answer: The answer.
        limit: Most bytes that may come out.

    Returns:
        The page, and what is wrong: `damaged` or `too_large`, with what could be unpacked; empty when all is well.
    """
    data = answer.body
    for step in answer.packed:
        looks, unpack = _STEPS.get(step, (lambda _: False, _as_it_is))
        if not looks(data):
            continue
        try:
            data = unpack(data, limit + 1)
        except (zlib.error, zstandard.ZstdError, OSError, ValueError):
            return b"", "damaged"
        if len(data) > limit:
            return b"", "too_large"
    return data, ""


def _as_it_is(data: bytes, limit: int) -> bytes:  # noqa: ARG001 - one of several ways
    return data


def _chunked(data: bytes, limit: int) -> bytes:
    pieces: list[bytes] = []
    at = 0
    while (size := _SIZE.match(data, at)) and int(size[1], 16) and sum(map(len, pieces[-1:])) <= limit:
        start, at = size.end(), size.end() + int(size[1], 16)
        pieces.append(data[start:at])
        at += 2 if data[at : at + 2] == b"\r\n" else 1
    if size is None and at != len(data):
        raise ValueError("a piece has no length, or is cut off")
    return b"".join(pieces)


def _inflated(data: bytes, limit: int) -> bytes:
    unpacker = zlib.decompressobj(47 if data[:1] in {b"\x1f", b"\x78"} else -15)
    unpacked = unpacker.decompress(data, limit)
    if not unpacker.eof and len(unpacked) < limit:
        raise ValueError("it ends in the middle")
    return unpacked


def _gunzipped(data: bytes, limit: int) -> bytes:
    """The same for gzip, nearly twice as fast where all is well: one member, whole, as long as its last bytes say.

    The quick reader is silent about a member that is cut off, so its word is taken only where the length is right.
    """
    said = int.from_bytes(data[-4:], "little")
    if 0 < said <= limit:
        with contextlib.suppress(OSError):  # damaged, or followed by something: the careful way says which
            unpacked = GzipReader(io.BytesIO(data)).read(said + 1)
            if len(unpacked) == said:
                return unpacked
    return _inflated(data, limit)


def _brotli(data: bytes, limit: int) -> bytes:
    return BrotliReader(io.BytesIO(data)).read(limit)


def _zstd(data: bytes, limit: int) -> bytes:
    return zstandard.ZstdDecompressor().stream_reader(data).read(limit)


_STEPS: dict[str, tuple[Callable[[bytes], bool], _Unpack]] = {
    "chunked": (lambda data: _SIZE.match(data) is not None, _chunked),
    "gzip": (lambda data: data.startswith(b"\x1f\x8b"), _gunzipped),
    "x-gzip": (lambda data: data.startswith(b"\x1f\x8b"), _gunzipped),
    "deflate": (lambda data: not data.lstrip().startswith(b"<"), _inflated),
    "br": (lambda data: not data.lstrip().startswith(b"<"), _brotli),
    "zstd": (lambda data: data.startswith(b"\x28\xb5\x2f\xfd"), _zstd),
}
