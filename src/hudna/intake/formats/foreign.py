"""What people put beside their articles and what is not read: named, so that the hint can say what to do.

Known by the first bytes where a format has a mark, else by the ending. Their bytes are kept like all others, but for
databases: one of them is likely to be the ledger itself.
"""

import re

import msgspec

from hudna.intake.decode import control_share

NEVER = "Its bytes are kept. {instead}"


class Foreign(msgspec.Struct, frozen=True):
    """A format that is not read."""

    what: str
    how: str
    """What to do instead."""
    kept: bool = True
    """Whether its bytes are kept as received."""
    severity: str = "error"
    """A note for what never holds an article."""


_PACKED = Foreign("a compressed archive", NEVER.format(instead="Unpack it and hand in what is inside."))
_FEED = Foreign(
    "an XML file that is no feed", NEVER.format(instead="Save the articles as .html, or their texts as JSON Lines.")
)
_MAILBOX = Foreign("a mailbox", NEVER.format(instead="Save its mails one by one, as .eml."))
_PICTURE = Foreign(
    "a picture",
    NEVER.format(instead="Letters in pictures are not recognised here; hand in their text."),
    severity="note",
)
_SOUND = Foreign("a sound or film file", NEVER.format(instead="Hand in a transcript."), severity="note")
_OFFICE = Foreign("an office document in an old format", NEVER.format(instead="Save it as .txt or .html."))
_RTF = Foreign("an RTF document", NEVER.format(instead="Save it as .txt or .html."))
_PROGRAM = Foreign("a program", "It is not kept. Take it out of the folder.", kept=False, severity="note")
_PAGE_PART = Foreign(
    "a part of a saved web page", "It is not kept; the page itself is what counts.", kept=False, severity="note"
)
_DATABASE = Foreign(
    "a database", "It is not kept, because it may be a ledger. Take it out of the folder.", kept=False, severity="note"
)

_MAGIC: tuple[tuple[bytes, Foreign], ...] = (
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!\x1a\x07", _PACKED),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _SOUND),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", _RTF),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\x00", _PROGRAM),
    (b"SQLite format 3\x00", _DATABASE),
)
_BOXES: tuple[tuple[bytes, Foreign], ...] = ((b"WEBP", _PICTURE), (b"WAVE", _SOUND), (b"AVI ", _SOUND))
"""Inside a RIFF container."""
_XML = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml\b|<rss\b|<feed\b|<rdf:RDF\b|<urlset\b|<sitemapindex\b)", re.IGNORECASE
)
_WORD = 4
"""Letters up to which a mark could also be a text's first word; then control characters must follow."""
_SUFFIXES = {
    ".xls": _OFFICE,
    ".mbox": _MAILBOX,
    ".svg": _PICTURE,
    **dict.fromkeys((".css", ".js", ".mjs", ".map", ".woff", ".woff2", ".ttf", ".eot", ".ico"), _PAGE_PART),
}


def by_content(head: bytes) -> Foreign | None:
    """The format that the first bytes name, if it is one of these."""
    marks = [(mark, foreign) for mark, foreign in _MAGIC if head.startswith(mark)]
    if head.startswith(b"RIFF"):
        marks += [(mark, foreign) for mark, foreign in _BOXES if head[8:12] == mark]
    if head[4:8] == b"ftyp":
        marks.append((b"ftyp", _SOUND))
    for mark, foreign in marks:
        if len(mark) > _WORD or not mark.isascii() or control_share(head) > 0:
            return foreign
    return None


def by_form(head: bytes, suffix: str) -> Foreign | None:
    """The same for formats that are text: by their first element or their ending (in lower case)."""
    return _FEED if _XML.match(head) else _SUFFIXES.get(suffix)
