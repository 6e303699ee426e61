"""What documents are called.

A document's id is the file's name or the JSON line's `id`: people recognise it, and the claim record wants it so. Two
different documents never share one. The one that comes first (sources come sorted) keeps the plain name; the others go
up a ladder of longer names until one is free:

- a file: ``report.txt``, ``monday/report.txt``, ``2020/monday/report.txt`` …
- a JSON line with `id`: ``17``, ``articles.jsonl:5`` (its line);
- a JSON line without: ``articles.jsonl:5``, ``archive/articles.jsonl:5`` …
- at last, for all of them: the plain name, ``@`` and eight digits of the text's hash.

Names depend on the order of the sources, on the texts, and on what earlier runs named: the same run again gives the
same names. About 150 bytes a document are remembered.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence


def fingerprint(*parts: str) -> int:
    """A number of 64 bits that stands for these strings: small to remember, the same on every machine."""
    joined = "\0".join(parts).encode("utf-8", errors="surrogatepass")
    return int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big")


def file_ladder(name: str, parents: Sequence[str]) -> Iterator[str]:
    """The file's name, then with one more of its folders each time.

    Args:
        name: The file's name.
        parents: Its folders, the nearest first.
    """
    yield name
    for parent in parents:
        name = f"{parent}/{name}"
        yield name


class Names:
    """Which ids are taken in this run and, when a ledger tells, in earlier ones."""

    def __init__(self, known_text: Callable[[str], str | None] | None = None) -> None:
        self._taken: dict[int, int] = {}
        self._known_text = known_text

    def holds(self, name: str, content: int) -> bool:
        """Whether this id was given in this run to just this content (a fingerprint)."""
        return self._taken.get(fingerprint(name)) == content

    def take(self, ladder: Iterator[str], *, text_sha256: str, content: int) -> str:
        """The first name of the ladder that is free for this text; it is taken then."""
        first = ""
        for name in ladder:
            first = first or name
            if self._free(name, text_sha256):
                return self._keep(name, content)
        last = f"{first}@{text_sha256[:8]}"
        number = 1
        while not self._free(last, text_sha256):
            number += 1
            last = f"{first}@{text_sha256[:8]}-{number}"
        return self._keep(last, content)

    def _free(self, name: str, text_sha256: str) -> bool:
        if fingerprint(name) in self._taken:
            return False
        known = self._known_text(name) if self._known_text else None
        return known is None or known == text_sha256

    def _keep(self, name: str, content: int) -> str:
        self._taken[fingerprint(name)] = content
        return name
