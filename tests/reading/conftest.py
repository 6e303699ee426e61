"""The knowledge that the reading tests share, loaded once, and a short way to read a sentence."""

import hashlib
from collections.abc import Callable
from functools import cache

import pytest

from hudna.knowledge import Knowledge, load_knowledge
from hudna.model import Claim, Document, Published
from hudna.reading import read_document


@cache
def _knowledge() -> Knowledge:
    return load_knowledge(["karabakh"])


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return _knowledge()


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Callable[..., tuple[Claim, ...]]:
    """Claims of a text that was published on a day."""

    def claims(text: str, day: str = "2023-09-21") -> tuple[Claim, ...]:
        digest = hashlib.sha256(text.encode()).hexdigest()
        published = Published(first=day, last=day, basis="given")
        document = Document(id="t", text=text, text_sha256=digest, bytes_sha256=digest, published=published)
        return read_document(document, knowledge).claims

    return claims
