"""Web archives without a ledger: pages a second on one and two workers, memory as the input grows, and a month of news.

    python benchmarks/cluster.py                       # 1, 4 and 16 archives of 250 pages
    python benchmarks/cluster.py --pages 3250         # up to 52,000 pages; takes its time

Every archive is a gzipped WARC of generated Arabic pages, all of one size: a few are about the theatre, most are not.
Each run is the real command in a process of its own. What a page costs that the gate leaves out, and what one costs
that is read, follows from two archives of which one holds nothing of the theatre; both go into the arithmetic at the
end.
"""

import argparse
import gzip
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from articles import articles

from hudna.intake import Gate, gate_of
from hudna.knowledge import load_knowledge

PER_FILE = 250
"""Pages of one archive: a unit of the cluster's run, and a day of it."""
DAY = date(2020, 10, 12)
"""Of the first archive."""
SHARE = 0.04
"""Pages about the theatre."""
AROUND = 40_000
"""Bytes of a page besides its article: scripts, style, menus."""
ROUNDS = 2
"""Of every run; the quickest counts."""
MONTH = 12_000_000
"""Pages of a month of Common Crawl's news archive, as others counted them (docs/scale.md)."""
PAGE_BYTES = 100_000
"""Of one real page, unpacked: an assumption."""
_MEBIBYTE = 1 << 20


class Ran(NamedTuple):
    """One run of the command."""

    pages: int
    seconds: float
    """By the clock."""
    cpu: float
    """Processor seconds, of workers too."""
    peak: float
    """MiB of the largest process."""
    told: dict[str, object]
    """The manifest."""


def main() -> None:
    """Generate, run, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=250, help="Of the smallest input.")
    parser.add_argument("--times", type=int, nargs="*", default=[1, 4, 16], help="Sizes of the inputs.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        print(f"{'input':>22}  {'workers':>8}  {'pages':>7}  {'pages/s':>8}  {'s':>6}  {'CPU s':>6}  {'peak MiB':>8}")
        runs = {times: _shown(f"{times} times", room, asked.pages * times, SHARE, "here") for times in asked.times}
        _shown("other news only", room, asked.pages, 0.0, "here")  # caches of the system are warm after this
        largest = asked.times[-1]
        alone = [_shown(f"{largest} times", room, asked.pages * largest, SHARE, "dask", n) for n in (1, 2)]
        quiet = _shown("other news only", room, asked.pages * largest, 0.0, "here")
        contents = {str(one.told["content"]) for one in (runs[largest], *alone)}
        print(f"two workers to one: {alone[0].seconds / alone[1].seconds:.2f} times as fast; contents: {len(contents)}")
        _month(runs[largest], runs[asked.times[0]], quiet)


def _shown(name: str, room: Path, pages: int, share: float, engine: str, workers: int = 1) -> Ran:
    folder = _archives(room / f"{pages}-{share}", pages, share)
    out = room / f"out-{engine}-{workers}-{folder.name}"
    more = ["--workers", str(workers)] if engine == "dask" else []
    command = [sys.executable, "-m", "hudna", "run", str(folder), "--theatre", "karabakh", "--engine", engine, *more]
    command += ["--json", "--max-issues", "1000000"]
    rounds = [_run([*command, "--out", f"{out}-{n}"], room / "told.json", pages) for n in range(ROUNDS)]
    ran = min(rounds, key=lambda one: one.seconds)._replace(cpu=min(one.cpu for one in rounds))
    label = engine if engine == "here" else f"dask {workers}"
    print(
        f"{name:>22}  {label:>8}  {pages:>7,}  {pages / ran.seconds:>8,.0f}  {ran.seconds:>6.1f}  {ran.cpu:>6.1f}"
        f"  {ran.peak:>8.0f}"
    )
    return ran


def _run(command: Sequence[str], told: Path, pages: int) -> Ran:
    """A process of its own, with what it used."""
    with told.open("wb") as out, Path(os.devnull).open("wb") as err:
        start = time.perf_counter()
        files = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)]
        pid = os.posix_spawn(command[0], command, dict(os.environ), file_actions=files)
        _, status, used = os.wait4(pid, 0)
        seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    peak = used.ru_maxrss / 1024
    return Ran(pages, seconds, used.ru_utime + used.ru_stime, peak, json.loads(told.read_bytes()))


# --- pages ------------------------------------------------------------------------------------------------------------


def _archives(folder: Path, pages: int, share: float) -> Path:
    """Archives of `PER_FILE` pages each; made once."""
    if folder.exists():
        return folder
    folder.mkdir()
    chance = random.Random(pages)  # noqa: S311 - not for secrets
    knowledge = load_knowledge(["karabakh"])
    about = iter(articles(knowledge, round(pages * share) + 1, seed=pages))
    shell = _shell(chance)
    gate = gate_of(knowledge)
    every = round(1 / share) if share else 0
    for start in range(0, pages, PER_FILE):
        records = []
        day = (DAY + timedelta(days=start // PER_FILE)).isoformat()
        for number in range(start, min(pages, start + PER_FILE)):
            page = _page(shell, next(about)) if every and number % every == 0 else _other(chance, gate, shell)
            records.append(_record(number, page.replace(b"THE-DAY", day.encode()), day))
        (folder / f"{start:09}.warc.gz").write_bytes(b"".join(records))
    return folder


def _page(shell: str, text: str) -> bytes:
    return shell.replace("BODY", "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line)).encode()


def _other(chance: random.Random, gate: Gate | None, shell: str) -> bytes:
    """News of something else: words that name nobody of the theatre, as the gate sees it."""
    letters = "بتجحدرزسشصضطعغفقكلمنهوي"
    while True:
        words = ["".join(chance.choices(letters, k=chance.randint(3, 6))) for _ in range(400)]
        page = _page(shell, "\n\n".join(" ".join(words[start : start + 40]) for start in range(0, 400, 40)))
        if gate is None or not gate.passes(page):
            return page


def _shell(chance: random.Random) -> str:
    """What stands around an article: as much as real pages have, of words and numbers."""
    menu = "".join(f'<li><a href="/s/{n}">{"".join(chance.choices("ابتثجحخ", k=6))}</a></li>' for n in range(60))
    script = "".join(f"var v{chance.randint(0, 9999)}={chance.randint(0, 10**9)};" for _ in range(AROUND // 18))
    head = '<meta charset="utf-8"><title>خبر</title><meta property="article:published_time" content="THE-DAY">'
    return (
        f'<!doctype html><html lang="ar"><head>{head}<script>{script}</script></head>'
        f"<body><nav><ul>{menu}</ul></nav><article><h1>خبر</h1>BODY</article></body></html>"
    )


def _record(number: int, body: bytes, day: str) -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\n"
        f"WARC-Date: {day}T06:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n", 6, mtime=0)


# --- a month ----------------------------------------------------------------------------------------------------------


def _month(large: Ran, small: Ran, quiet: Ran) -> None:
    """The arithmetic, line by line."""
    read = int(str(large.told["documents"]))
    claims = int(str(large.told["claims"]))
    more = (large.cpu - small.cpu) / (large.pages - small.pages)
    start = max(0.0, small.cpu - more * small.pages)
    left = (quiet.cpu - start) / quiet.pages
    page = (large.cpu - start - left * (large.pages - read)) / read
    size = AROUND + 4_500
    scaled = left * PAGE_BYTES / size
    print(f"start of a process: {start:.1f} CPU s; a page left out: {left * 1e3:.2f} ms of {size / 1e3:.0f} kB")
    print(f"a page read, with its part in days and events: {page * 1e3:.1f} ms; {claims / read:.1f} claims in it")
    print(f"a page left out of {PAGE_BYTES / 1e3:.0f} kB: {scaled * 1e3:.2f} ms")
    for share in (0.001, 0.01):
        pages = MONTH * share
        hours = (MONTH * scaled + pages * page) / 3600
        held = pages * claims / read
        print(
            f"a month of {MONTH:,} pages, {share:.1%} about the theatre: {MONTH * scaled / 3600:.1f} h for the gate"
            f" + {pages * page / 3600:.1f} h to read {pages:,.0f} = {hours:.1f} core hours; {held:,.0f} claims"
        )


if __name__ == "__main__":
    main()
