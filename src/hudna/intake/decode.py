"""Bytes to text: which encoding, how sure, and what could not be decoded.

The text is what the bytes say and nothing else: line ends, no-break spaces and direction marks stay as they are; only a
byte order mark at the very start is taken off, and then the encoding's name says so (``utf-8-sig``, ``utf-16``,
``utf-32``). So ``data.decode(encoding)`` gives the same text again, and ``hudna verify`` can check it.
"""

import codecs
import re
from collections.abc import Mapping

import msgspec

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b"))) + b"\x7f"

_STRANGE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ud800-\udfff\ue000-\uf8ff]")

SAMPLE = 65_536
"""Bytes that are looked at to tell an encoding."""
BINARY_SHARE = 0.02
"""Share of control bytes from which bytes are no text. Random or compressed bytes have 10%, text none; a text with a
damaged block stays below."""
BINARY_LEAST = 3
"""So many control characters are forgiven in the shortest text."""
WIDE_SHARE = 0.7
"""Share of 00, 06 and 20 among the bytes of one side of each pair, from which bytes are UTF-16. Arabic and Latin
letters, digits and typographic marks stand in just these blocks; in no other encoding does one side hold them so
often."""

_ARABIC = re.compile("[\u0621-\u0652\u0670-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]|[\u064b-\u0652]")
_ALONE = re.compile("(?<=[A-Za-z])[\u0080-\uffff](?=[A-Za-z])")
SINGLE_BYTE = ("windows-1256", "iso8859-6")
"""Arabic encodings of one byte a letter, the usual one first."""
ARABIC_SHARE = 0.9
"""Of the letters beyond ASCII. Own Arabic sentences read in their own encoding: 1.0; windows-1256 read as ISO 8859-6 or
the other way round, and Russian, Hebrew, Greek, Turkish or French bytes: 0.75 at most (tests/intake/test_decode.py)."""
_COMMON = re.compile("[اليومنرتبه]")
COMMON_SHARE = 0.45
"""Of the Arabic letters are these ten, the commonest ones. Own news sentences, as spelled: 0.50 to 0.65; Russian in
KOI8-R, whose bytes are all Arabic letters in windows-1256: 0.04."""
FEW = 12
"""Letters below which frequencies say nothing."""


class Decoded(msgspec.Struct, frozen=True):
    """A text with the way it was decoded."""

    text: str
    encoding: str
    """Python's name of the codec."""
    replaced: int = 0
    """Places that could not be decoded and hold U+FFFD now."""
    why: str = ""
    """How the encoding was told, when it was neither marked nor plain UTF-8."""


def is_binary(head: bytes) -> bool:
    """Whether these first bytes of a file are no text in any encoding that we know."""
    marked = _marked(head)
    if marked is not None:
        return not _is_prose(head.decode(marked, errors="replace"))
    few = min(BINARY_LEAST, len(head) // 3)
    return _wide(head) is None and control_share(head) * len(head) > max(few, BINARY_SHARE * len(head))


def control_share(data: bytes) -> float:
    """Share of control characters among bytes, 0 to 1."""
    return (len(data) - len(data.translate(None, _CONTROLS))) / len(data) if data else 0.0


def decode(data: bytes, *, declared: str | None = None) -> Decoded | None:
    """Decode bytes.

    A byte order mark decides; then UTF-8 where every byte fits (no other encoding does so by chance); UTF-16 without
    a mark; UTF-8 with some damage; what the page declares, unless that is a Western encoding, which many programs
    write everywhere; an Arabic encoding of one byte a letter, if what comes out is plausibly Arabic; a declared Western
    one; at last UTF-8 with replacements.

    Args:
        data: The bytes.
        declared: The encoding that a page's header or meta names, if any.

    Returns:
        The text and how it came about; None when more than half of it could not be decoded.
    """
    marked = _marked(data)
    if marked is not None:
        return _lenient(data, marked)
    wide = _wide(data[:SAMPLE])
    if wide is not None:
        return _lenient(data, wide, why="every second byte is the number of a block of letters")
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        western = declared is not None and same_encoding(ALIASES.get(declared.lower(), declared), "windows-1252")
        trusted = None if western else declared
        return (
            _damaged_utf8(data)
            or _declared(data, trusted)
            or _single_byte(data)
            or _declared(data, declared)
            or _mostly(data)
        )


def _marked(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _wide(sample: bytes) -> str | None:
    if b"\x00" not in sample and b"\x06" not in sample:
        return None  # no block's number: neither side can be one
    even, odd = sample[0::2], sample[1::2]
    if not odd:
        return None
    name = "utf-16-le" if _blocks(odd) > _blocks(even) else "utf-16-be"
    if max(_blocks(odd), _blocks(even)) < WIDE_SHARE or not _is_prose(sample.decode(name, errors="replace")):
        return None
    return name


def _blocks(side: bytes) -> float:
    """Share of block numbers among the bytes of one side; 0 without a 00 or 06, which UTF-8 text never holds."""
    if b"\x00" not in side and b"\x06" not in side:
        return 0.0
    return (side.count(0) + side.count(6) + side.count(0x20)) / len(side)


def _is_prose(text: str) -> bool:
    """Tables of small numbers look like UTF-16 too, but decode to control characters."""
    bad = len(_STRANGE.findall(text))
    return bad <= BINARY_SHARE * len(text) + 1


def _lenient(data: bytes, encoding: str, *, why: str = "") -> Decoded:
    text = data.decode(encoding, errors="replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return Decoded(text=text, encoding=encoding, replaced=text.count(REPLACEMENT), why=why)
    return Decoded(text=text, encoding=encoding, why=why)


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes: most letters beyond ASCII are whole."""
    read = _lenient(data, "utf-8")
    beyond = len(read.text) - len(read.text.encode("ascii", errors="ignore")) - read.replaced
    return read if beyond > read.replaced else None


def _single_byte(data: bytes) -> Decoded | None:
    sample = data[:SAMPLE]
    shares = {name: arabic_share(sample.decode(name, errors="replace")) for name in SINGLE_BYTE}
    best = max(shares, key=lambda name: shares[name])
    if shares[best] < ARABIC_SHARE:
        return None
    why = f"read so, {shares[best]:.0%} of its letters beyond ASCII are Arabic"
    return msgspec.structs.replace(_lenient(data, best), why=why)


def arabic_share(text: str) -> float:
    """How much of the text's letters beyond ASCII is plausible Arabic, 0 to 1.

    Letters that stand alone inside a Latin word («café») are against it, and so are letters that Arabic seldom uses.
    """
    letters = [letter for letter in _LETTER.findall(text) if letter > "\x7f"]
    arabic = len(_ARABIC.findall(text))
    if not letters or len(_ALONE.findall(text)) * 2 > len(letters):
        return 0.0
    if arabic >= FEW and len(_COMMON.findall(text)) < COMMON_SHARE * arabic:
        return 0.0
    return min(1.0, arabic / (len(letters) + text.count(REPLACEMENT)))


_FOR_TEXT = re.compile("(?:big5|cp|euc|gb|hp|hz|iso|johab|koi8|kz|mac|ptcp|shift|tis)")
"""How Python's encodings of texts begin. Others decode escapes or host names, and a page may name them."""
_PLAIN = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}
ALIASES: Mapping[str, str] = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}
"""What pages say and what they mean (WHATWG Encoding Standard, section 4.2)."""


def same_encoding(one: str, other: str) -> bool:
    """Whether two names mean one encoding; marks at the start make no difference, nor does an unknown name."""
    try:
        names = {_PLAIN.get(name, name) for name in (codecs.lookup(one).name, codecs.lookup(other).name)}
    except LookupError:
        return False
    return len(names) == 1


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None or declared.lower().startswith(("utf-", "utf16", "utf8")):
        return None
    name = ALIASES.get(declared.lower(), declared)
    try:
        codec = codecs.lookup(name).name
        return Decoded(text=data.decode(codec), encoding=codec) if _FOR_TEXT.match(codec) else None
    except (LookupError, UnicodeError):
        return None  # a label that nobody knows, or that does not fit: the bytes decide


def _mostly(data: bytes) -> Decoded | None:
    read = _lenient(data, "utf-8")
    return read if read.replaced * 2 <= len(read.text) else None
