"""Whole files of every format, spoilt: what the fuzz tests are made of, and a program that goes on as long as wanted.

    python -m tests.intake.fuzzing --seconds 600 --keep found/       # files that broke something are kept

A spoilt file may give documents or issues, whatever they are; it must not raise, must not take more than `MEMORY` and
`SECONDS` of the processor, and must not harm the good file that lies beside it.
"""

import argparse
import gzip
import io
import random
import resource
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import zstandard
from tests.intake.warcs import PAGE, answer, packed, record

from hudna.intake import IntakeOptions, open_sources

HERE = Path(__file__).parent
GOOD = "قالت الوزارة إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع."
MEMORY = 1 << 30
"""Bytes of address space beyond what the process has when it begins."""
SECONDS = 10
"""Of the processor, for one spoilt file of some kilobytes."""
WORDS = (
    *(
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\r\n",
        b"\r\n\r\n",
        b"-1",
        b"99999999999",
        b"0",
        b"<",
        b">",
        b"&",
        b'"',
        b"'",
    ),
    *(
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"<!ENTITY a 'b'>",
        b"&a;",
        b"\\",
        b"\\ud800",
        b"\\u0000",
        b"\n",
        b"9" * 5_000,
        b"<script>",
        b"</script>",
        b"<article>",
        b"{",
        b"[",
        b"]}",
    ),
    *(
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"PK\x05\x06",
        b"\x1f\x8b\x08",
        b"\x28\xb5\x2f\xfd",
        b"PAR1",
        b"%PDF-1.4",
        b"endobj",
    ),
    *(b"WARC/1.0", b"Content-Length: ", b"Content-Encoding: gzip", b"Transfer-Encoding: chunked", b"charset=utf-16"),
    *(
        b"charset=x",
        b"=?utf-8?B?",
        b"boundary=",
        b'"@type": "NewsArticle"',
        b'"datePublished": ',
        b"/Type /Page",
        b"stream",
    ),
    *(
        "ﻻ".encode(),
        "ـ".encode(),
        "\u202e".encode(),
        "١".encode(),
        "خبر".encode("windows-1256"),
        "\ud800".encode("utf-8", "surrogatepass"),
    ),
)
"""What the formats are made of."""


def samples() -> dict[str, bytes]:
    """A small whole file of each format, by name."""
    found = {path.name: path.read_bytes() for path in sorted((HERE / "formats").glob("sample.*"))}
    page = PAGE.format(n=1)
    records = [record(n) for n in range(3)]
    found |= {
        "b.warc.gz": packed(records),
        "c.warc.zst": packed(records, "zstd"),
        "d.html.gz": gzip.compress(page.encode(), mtime=0),
        "e.jsonl.zst": zstandard.compress(found["sample.jsonl"]),
        "f.html": page.replace("utf-8", "windows-1256").encode("windows-1256"),
        "g.html": ("\ufeff" + page.replace("charset=utf-8", "")).encode("utf-16-le"),
        "h.html": page.replace("<title>", f"<script type='application/ld+json'>{LINKED}</script><title>").encode(),
        "live.html": page.replace("<title>", f"<script type='application/ld+json'>{LIVE}</script><title>").encode(),
        "i.xml": ATOM.encode(),
        "j.tsv": "id\tbody\n1\tقال\n".encode(),
        "k.wacz": _zipped({"archive/a.warc.gz": packed(records), "datapackage.json": b"{}"}),
        "l.zip": _zipped({"a.eml": found["sample.eml"], "b/c.pdf": found["sample.pdf"], "d.zip": found["sample.zip"]}),
    }
    return found


LINKED = '{"@graph": [{"@type": "NewsArticle", "headline": "خبر", "datePublished": "2020-11-10", "author": ["أ"]}]}'
LIVE = (
    '{"@type": "LiveBlogPosting", "liveBlogUpdate": [{"headline": "خبر", "datePublished": "2020-11-10T10:00:00Z", '
    '"articleBody": "<p>قالت الوزارة</p>"}, {"url": "https://e/2", "datePublished": "2020", "articleBody": "قال"}]}'
)
ATOM = (
    "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>وكالة</title><entry><id>1</id>"
    "<title>خبر</title>"
    "<updated>2020-11-10T10:00:00Z</updated><content type='xhtml'><div><p>قالت الوزارة</p></div></content></entry>"
    "</feed>"
)


def _zipped(files: dict[str, bytes], *more: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        for info, data in more:
            archive.writestr(info, data)
    return held.getvalue()


def spoil(data: bytes, chance: random.Random) -> bytes:
    """A few changes, half the time to what is packed inside a ZIP archive and not to the archive itself."""
    if not data.startswith(b"PK") or chance.random() < 0.5:
        return _spoilt(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # noqa: BLE001 - spoilt before: whatever Python raises, there is no inside to be had
        return _spoilt(data, chance)
    name = chance.choice(sorted(files))
    return _zipped(files | {name: spoil(files[name], chance)})


def _spoilt(data: bytes, chance: random.Random) -> bytes:
    """Bits turned, bytes or words put in, pieces taken out, doubled, exchanged; the end cut off."""
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at, to = sorted(chance.randrange(len(spoilt) + 1) for _ in range(2))
        to = min(to, at + chance.choice((1, 4, 40, 400)))
        sort = chance.randrange(7)
        if sort == 0 and at < len(spoilt):
            spoilt[at] ^= 1 << chance.randrange(8)
        elif sort == 1:
            spoilt[at:at] = chance.choice(WORDS) * chance.choice((1, 1, 1, 3, 2_000))
        elif sort == 2:
            spoilt[at:to] = b""
        elif sort == 3:
            spoilt[at:at] = spoilt[at:to] * chance.choice((1, 2, 50))
        elif sort == 4:
            spoilt[at:to] = chance.randbytes(to - at)
        elif sort == 5:
            spoilt[at:to] = chance.choice(WORDS)
        elif chance.random() < 0.3:
            del spoilt[at:]
    return bytes(spoilt)


def trouble_with(folder: Path, name: str, data: bytes) -> str:
    """What a file did that it must not do, lying beside a good one; empty when all is well."""
    (folder / name).write_bytes(data)
    (folder / "zz.txt").write_text(GOOD, encoding="utf-8")
    try:
        received = list(open_sources([folder], options=IntakeOptions(columns={"text": "body"})))
    except Exception as raised:  # noqa: BLE001 - whatever it is, it must not come out
        return f"{type(raised).__name__}: {raised}"
    finally:
        (folder / name).unlink()
    if not any(document.text == GOOD for one in received for document in one.documents):
        return "the good file beside it was lost"
    issues = [issue for one in received for issue in one.issues]
    fault = next((issue.reason for issue in issues if issue.reason.startswith("Hudna failed")), "")
    if fault:
        return fault
    if not issues and sum(len(one.documents) for one in received) == 1 and data.strip():
        return "neither a document nor an issue came of it"
    return "" if all(issue.where and issue.reason and issue.hint for issue in issues) else "an issue says nothing"


def hostile(folder: Path) -> None:
    """A folder of what people hand in by malice or mistake, and one good file."""
    page = f"<p>{GOOD}</p>"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    files = {
        "good.txt": GOOD.encode(),
        "damaged.warc.gz": bytearray(packed([record(n) for n in range(3)])),
        "length.warc.gz": packed([record(10), record(11, length=7), record(12)]),
        "deep.html": b"<div>" * 50_000 + page.encode(),
        "nul.html": f"<article>{page}\0<p>x</p></article>".encode(),
        "mixed.html": f"<meta charset=utf-8><article>{page * 3}".encode() + "<p>تعليق".encode("windows-1256"),
        "scripts.html": b"<html><body><script>" + b"var a = 1;" * 50_000 + b"</script></body></html>",
        "bomb.zip": _zipped({"zeros.txt": bytes(300 << 20)}),
        "links.zip": _zipped({"a.txt": GOOD.encode()}, (link, b"/etc/passwd")),
        "outside.zip": _zipped({"../../outside.txt": GOOD.encode()}),
        "laughs.xml": _laughs().encode(),
        "ahead.warc": b"".join(
            record(n, answer(_dated(day).encode())) for n, day in enumerate(("2038-01-01", "2020-11-10"))
        ),
    }
    files["damaged.warc.gz"][len(files["damaged.warc.gz"]) // 2] ^= 0xFF
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "loop.txt").symlink_to("loop.txt")
    with (folder / "long.html").open("wb") as file:
        file.write(b"<html><body>")
        file.truncate(200 << 20)


def _dated(day: str) -> str:
    return PAGE.format(n=day).replace("<title>", f'<meta property="article:published_time" content="{day}"><title>')


def _laughs() -> str:
    names = "abcdefghij"
    more = "".join(f"<!ENTITY {one} '{f'&{two};' * 10}'>" for one, two in zip(names[1:], names, strict=False))
    item = f"<item><title>خبر &j;</title><description>{GOOD}</description></item>"
    return f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>{more}]><rss><channel>{item}</channel></rss>"


def limited() -> None:
    """Bounds this process, as whoever reads hostile files would."""
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
    signal.signal(signal.SIGVTALRM, _too_slow)


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {SECONDS} s of the processor")


def fuzz(seeds: Iterator[int], until: float = float("inf")) -> Iterator[tuple[int, str, bytes, str]]:
    """Spoil sample after sample; what broke something comes out, with its seed."""
    whole = list(samples().items())
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds:
            name, data = whole[seed % len(whole)]
            spoilt = spoil(data, random.Random(seed))  # noqa: S311 - not for secrets
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            trouble = trouble_with(Path(folder), name, spoilt)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            if trouble:
                yield seed, name, spoilt, trouble
            if time.monotonic() > until:
                return


def main() -> None:
    """Fuzz, say what was found, and keep it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=int, default=0, help="The first seed.")
    parser.add_argument("--number", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    list(open_sources([HERE / "formats"]))  # what is loaded late is loaded before memory is bounded
    limited()
    number = tried = 0

    def seeds() -> Iterator[int]:
        nonlocal tried
        for tried in range(1, asked.number + 1):
            yield asked.first + tried - 1

    for seed, name, data, trouble in fuzz(seeds(), time.monotonic() + asked.seconds):
        number += 1
        print(f"{seed} {name}: {trouble}")
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{seed}-{name}").write_bytes(data)
    print(f"{number} of {tried} files broke something")
    sys.exit(bool(number))


if __name__ == "__main__":
    main()
