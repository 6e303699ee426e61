"""A document of our own with finds that nest, cross and stand in furniture."""

import hashlib

import pytest

from hudna.model import Claim, Document, Furniture, Mention, Published
from hudna.model.claim import Count
from hudna.publish.view import Viewed

TEXT = """شارك الخبر
أعلنت وزارة الدفاع في يريفان أمس مقتل نحو 100 جندي قرب مدينة <b>لاتشين</b>.

واستمر القصف أقل من 24 ساعة."""


def mention(type_: str, words: str, rule: str = "a rule", why: str = "a reason", **value: object) -> Mention:
    start = TEXT.index(words)
    return Mention(type=type_, start=start, end=start + len(words), text=words, value=value, rule=rule, why=why)


def claim(key: str, words: str, **fields: object) -> Claim:
    start = TEXT.index(words)
    return Claim(id=key, doc="d", start=start, end=start + len(words), quote=words, kind="casualties.killed", **fields)


@pytest.fixture
def viewed() -> Viewed:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    published = Published(first="2020-10-11", last="2020-10-12", basis="inferred", why=("«أمس» lies behind",))
    document = Document(
        id="d",
        text=TEXT,
        text_sha256=digest,
        bytes_sha256=digest,
        published=published,
        furniture=(Furniture(0, TEXT.index("\n"), "share", "a share bar"),),
    )
    mentions = (
        mention("actor", "وزارة الدفاع في يريفان", code="ARM.MOD"),
        mention("place", "يريفان", code="yerevan", lat=40.18, lon=44.51),
        mention("time", "أمس", **{"from": "2020-10-10", "to": "2020-10-11", "grain": "day"}),
        mention("number", "نحو 100", lo=100, hi=100, bound="about", sort="cardinal", counted="soldier"),
        mention("place", "مدينة <b>لاتشين", code=None, name="x"),
        mention("number", "أقل من 24", lo=None, hi=24, bound="fewer_than", sort="cardinal"),
        mention("duration", "24 ساعة", seconds=86400),
    )
    claims = (
        claim("c1", "مقتل نحو 100 جندي", by=("ARM.MOD",), count=Count("killed", 100, 100, "about", "soldier", "AZE")),
        claim("c2", "واستمر القصف", background=True, why=("it goes on",)),
    )
    return Viewed(document=document, mentions=mentions, claims=claims)
