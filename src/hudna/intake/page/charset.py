"""The encoding that a page declares."""

import re

HEAD = 4096
"""Bytes in which the declaration is looked for. The standard says 1,024; real pages put scripts first."""
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)


def declared_charset(data: bytes) -> str | None:
    """The encoding named in the first bytes of a page, in lower case; None when there is none."""
    found = _META.search(data[:HEAD]) or _XML.search(data[:HEAD])
    return found[1].decode("ascii").lower() if found else None


def charset_of_header(content_type: str) -> str | None:
    """The encoding in a ``Content-Type`` header, as whoever fetched the page may have written it down."""
    found = _HEADER.search(content_type)
    return found[1].lower() if found else None
