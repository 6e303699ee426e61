import gzip
import io
import zlib

import pytest
import zstandard
from fastwarc.stream_io import BrotliWriter
from hypothesis import given
from hypothesis import strategies as st

from hudna.intake.archive import Answer, unpack_body

PAGE = "<p>وصل المراقبون إلى القرية</p>".encode() * 20


def brotli(data: bytes) -> bytes:
    out = io.BytesIO()
    writer = BrotliWriter(out)
    writer.write(data)
    writer.close()
    return out.getvalue()


def chunked(data: bytes) -> bytes:
    pieces = [data[at : at + 100] for at in range(0, len(data), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def block(body: bytes, *fields: str) -> bytes:
    return (
        "\r\n".join(("HTTP/1.1 200 OK", "Content-Type: Text/HTML; charset=windows-1256", *fields, "", "")).encode()
        + body
    )


@pytest.mark.parametrize(
    ("field", "pack"),
    [
        ("X: y", bytes),
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: deflate", zlib.compress),
        ("Content-Encoding: deflate", lambda data: zlib.compress(data)[2:-4]),
        ("Content-Encoding: br", brotli),
        ("Content-Encoding: zstd", zstandard.compress),
        ("Transfer-Encoding: chunked", chunked),
        ("Transfer-Encoding: gzip, chunked", lambda data: chunked(gzip.compress(data))),
        ("Content-Encoding: gzip", bytes),
        ("Transfer-Encoding: chunked", bytes),
        ("Content-Encoding: br", bytes),
    ],
)
def test_a_page_comes_out_however_it_was_sent(field, pack):
    answer = Answer.of(block(pack(PAGE), field))
    assert (answer.status, answer.media, answer.charset) == (200, "text/html", "windows-1256")
    assert answer.head + answer.body == block(pack(PAGE), field)
    assert unpack_body(answer, 10_000) == (PAGE, "")


def test_a_resource_has_no_header():
    assert Answer.of(PAGE) == Answer(head=b"", body=PAGE, status=0, media="", charset=None, packed=())


def test_a_header_with_bare_line_feeds():
    answer = Answer.of(b"HTTP/1.0 404 Not Found\nContent-Type: text/plain\n\nx")
    assert (answer.status, answer.media, answer.body) == (404, "text/plain", b"x")


def test_damage_and_bombs_are_told():
    assert (
        unpack_body(Answer.of(block(gzip.compress(PAGE)[:40] + b"x" * 99, "Content-Encoding: gzip")), 10_000)[1]
        == "damaged"
    )
    bomb = gzip.compress(bytes(50_000_000))
    assert unpack_body(Answer.of(block(bomb, "Content-Encoding: gzip")), 10_000) == (b"", "too_large")
    assert (
        unpack_body(Answer.of(block(chunked(PAGE)[:-40] + b"zz", "Transfer-Encoding: chunked")), 10_000)[1] == "damaged"
    )


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "br", "zstd", "chunked"]))
def test_any_bytes_are_taken_apart(data, how):
    answer = Answer.of(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: " + how.encode() + b"\r\n\r\n" + data)
    body, fault = unpack_body(answer, 1000)
    assert fault in {"", "damaged", "too_large"}
    assert len(body) <= 1000


def _one_after_the_other(data: bytes) -> tuple[bytes, str]:
    """What zlib makes of a first gzip member, step by step."""
    unpacker = zlib.decompressobj(31)
    try:
        page = unpacker.decompress(data)
    except zlib.error:
        return b"", "damaged"
    return (page, "") if unpacker.eof else (b"", "damaged")


@given(
    page=st.binary(max_size=3000),
    cut=st.integers(0, 60),
    at=st.integers(4, 50),
    bit=st.integers(0, 255),
    more=st.binary(),
)
def test_a_packed_page_that_is_cut_off_spoilt_or_followed_by_something_is_told_as_zlib_tells_it(
    page, cut, at, bit, more
):
    packed = bytearray(gzip.compress(page))
    packed = packed[: max(3, len(packed) - cut)] + more
    packed[min(at, len(packed) - 1)] ^= bit
    packed[:3] = b"\x1f\x8b\x08"
    answer = Answer.of(block(bytes(packed), "Content-Encoding: gzip"))
    assert unpack_body(answer, 10_000) == _one_after_the_other(bytes(packed))


@pytest.mark.parametrize("page", [PAGE, b""])
def test_every_cut_of_a_packed_page_is_told(page):
    packed = gzip.compress(page)
    for end in range(3, len(packed)):
        answer = Answer.of(block(packed[:end], "Content-Encoding: gzip"))
        assert unpack_body(answer, 10_000) == (b"", "damaged")
    assert unpack_body(Answer.of(block(packed + packed, "Content-Encoding: gzip")), 10_000) == (page, "")
