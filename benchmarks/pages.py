"""Web pages to measure with: our own articles inside the markup of news sites, and web archives of such pages.

A page of a news site is about 60 KB, of which a twentieth is the article; the rest is menus, teasers, styles, scripts.
Irrelevant pages are of the same make, of made-up words and words of kinds («هجوم» stands in sports, too), without a
name of the theatre. Everything follows from the seed.
"""

import gzip
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from articles import articles

from hudna.knowledge import WORLD, Knowledge, own_names
from hudna.knowledge.languages.ar.spelling import fold

SIZE = 60_000
"""Bytes of a page, about."""
RELEVANT = 0.05
"""Share of the pages that are about the theatre."""
_LETTERS = "بتجحدرزسشصضطعغفقكلمنهوي"
_DEEDS = ("هجوم", "اتفاق", "انسحاب", "إعلان", "لقاء", "حصار", "فوز", "شن", "وصول", "مباراة", "الدوري", "السوق")
_WORDS = 4000


def news(knowledge: Knowledge, number: int, *, seed: int = 1) -> list[str]:
    """Pages about the theatre."""
    noise = random.Random(seed)  # noqa: S311 - noise, not secrets
    words = _words(tuple(_names(knowledge)), seed)
    return [_page(text, n, words, noise) for n, text in enumerate(articles(knowledge, number, seed=seed))]


def others(knowledge: Knowledge, number: int, *, seed: int = 1) -> list[str]:
    """Pages about something else."""
    noise = random.Random(seed)  # noqa: S311 - noise, not secrets
    words = _words(tuple(_names(knowledge)), seed)
    texts = ("\n".join(_sentence(words, noise) for _ in range(16)) for _ in range(number))
    return [_page(text, n, words, noise) for n, text in enumerate(texts)]


def _names(knowledge: Knowledge) -> Iterator[str]:
    world = {place.code for theatre in knowledge.theatres if theatre.id == WORLD for place in theatre.places}
    yield from (fold(name) for one in knowledge.theatres if one.id != WORLD for name in own_names(one, world))


@cache
def _words(names: Sequence[str], seed: int) -> list[str]:
    """Made-up words that hold no name."""
    noise = random.Random(seed)  # noqa: S311 - noise, not secrets
    made = ("".join(noise.choice(_LETTERS) for _ in range(noise.randint(2, 7))) for _ in range(2 * _WORDS))
    return [word for word in made if not any(name in word for name in names)][:_WORDS]


def _sentence(words: Sequence[str], noise: random.Random) -> str:
    return " ".join([noise.choice(_DEEDS), *noise.choices(words, k=22), noise.choice(_DEEDS)]) + "."


def _page(text: str, number: int, words: Sequence[str], noise: random.Random) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
    title = text.partition("،")[0][:80]
    head = (
        f'<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>'
        f'<link rel="canonical" href="https://news.example.org/{number}"><meta property="og:site_name" content="وكالة">'
        f'<meta property="article:published_time" content="2020-11-{1 + number % 28:02}T10:00:00+04:00"></head><body>'
    )
    body = f'<main><article><h1>{title}</h1><div class="text">{paragraphs}</div></article></main>'
    filler: list[str] = []
    size = len((head + body).encode())
    while size < SIZE:
        filler.append(_furniture(words, noise))
        size += len(filler[-1].encode())
    half = len(filler) // 2
    return f"{head}<nav>{''.join(filler[:half])}</nav>{body}<footer>{''.join(filler[half:])}</footer></body></html>"


def _furniture(words: Sequence[str], noise: random.Random) -> str:
    key = noise.randrange(10**9)
    said = " ".join(noise.choices(words, k=5))
    return (
        f'<li class="item item-{key % 97} col-md-{key % 12}" data-id="{key}"><a href="/news/{key}/{key:x}" '
        f'title="{said}"><img src="/i/{key:x}.jpg" width="320" height="180" alt="" loading="lazy"></a>'
        f'<a href="/news/{key}">{said}</a></li>'
        f"<script>window.q=window.q||[];q.push({{id:{key},slot:'s{key % 31}',size:[[300,250],[320,50]]}});</script>"
    )


def write_archive(path: Path, knowledge: Knowledge, number: int, *, seed: int = 1, relevant: float = RELEVANT) -> None:
    """A web archive of that many pages, packed one by one; two hundred pages repeat, each time with another address."""
    write_archives([(path, 0)], knowledge, number, seed=seed, relevant=relevant)


def write_archives(
    places: Sequence[tuple[Path, int]],
    knowledge: Knowledge,
    number: int,
    *,
    seed: int = 1,
    relevant: float = RELEVANT,
) -> None:
    """Several such archives, each with the number of its first page: numbered on, they can be put together to one."""
    near, far = news(knowledge, 40, seed=seed), others(knowledge, 160, seed=seed)
    noise = random.Random(seed)  # noqa: S311 - noise, not secrets
    for path, first in places:
        with path.open("wb") as file:
            for n in range(first, first + number):
                page = noise.choice(near if noise.random() < relevant else far)
                file.writelines(_records(page, n))


def _records(page: str, number: int) -> Iterator[bytes]:
    body = page.replace("</h1>", f" {number}</h1>").replace("org/", f"org/{number}/", 1).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Date: 2020-11-10T10:00:00Z\r\nWARC-Target-URI: https://news.example.org/{number}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http) + len(body)}\r\n\r\n"
    )
    yield gzip.compress(head.encode() + http + body + b"\r\n\r\n", compresslevel=6, mtime=0)
