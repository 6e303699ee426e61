"""From bytes to documents and claims: the gate, pages, and web archives that grow.

python benchmarks/intake.py                      all of it, small
python benchmarks/intake.py --pages 50000        archives of 50,000 pages, a quarter and a sixteenth of that
"""

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import trafilatura
from ahocorasick_rs import BytesAhoCorasick, Implementation
from pages import news, others, write_archive, write_archives

from hudna.intake import IntakeOptions, gate_of, open_sources
from hudna.knowledge import load_knowledge
from hudna.pipeline import read_safely

THEATRE = "karabakh"
PIECES = 16


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=3200)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(walk(asked.one)))
        return
    gate(asked.rounds)
    claims(asked.rounds)
    archives(asked.pages)


def best(run: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Processor seconds of the quickest and the middle round; the first is not counted."""
    found = []
    for _ in range(rounds + 1):
        start = time.process_time()
        run()
        found.append(time.process_time() - start)
    return min(found[1:]), statistics.median(found[1:])


def gate(rounds: int) -> None:
    """The gate on irrelevant pages, every byte of which it must see, beside the automaton that it is made of."""
    knowledge = load_knowledge([THEATRE])
    ours = gate_of(knowledge)
    if ours is None:
        raise SystemExit("the theatre has no names")
    data = [page.encode() for page in others(knowledge, 60)]
    size = sum(map(len, data)) / 1e6
    forms = ours._names._patterns  # noqa: SLF001 - the very same words
    alone = BytesAhoCorasick([form for form, _ in forms], implementation=Implementation.DFA)
    right = sum(map(ours.passes, data)), sum(ours.passes(page.encode()) for page in news(knowledge, 60))
    print(f"\nThe gate lets through {right[0]} of 60 irrelevant pages and {right[1]} of 60 about the theatre")
    rows: Sequence[tuple[str, Callable[[], object]]] = (
        ("gate", lambda: [ours.passes(one) for one in data]),
        ("ahocorasick_rs alone", lambda: [alone.find_matches_as_indexes(one) for one in data]),
    )
    print(f"Gate: {len(data)} irrelevant pages of {size / len(data) * 1000:.0f} KB, one core")
    for name, run in rows:
        quick, middle = best(run, rounds)
        page = quick / len(data) * 1e3
        print(f"{name:24} {size / quick:7.0f} MB/s best, {size / middle:7.0f} median; {page:.3f} ms a page")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "others.warc.gz"
        write_archive(path, knowledge, 400, relevant=0.0)
        options = IntakeOptions(gate=ours)
        quick, _ = best(lambda: list(open_sources([path], options=options)), rounds)
        print(f"{'archive to verdict':24} {quick / 400 * 1e3:.3f} ms a page, {400 / quick:.0f} pages/s")


def claims(rounds: int) -> None:
    """Pages about the theatre, from an archive to claims, beside trafilatura alone."""
    knowledge = load_knowledge([THEATRE])
    pages = news(knowledge, 80, seed=3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.warc.gz"
        write_archive(path, knowledge, 200, relevant=1.0, seed=3)
        found: list[int] = []

        def read() -> None:
            for received in open_sources([path]):
                found.extend(len(read_safely(document, knowledge).claims) for document in received.documents)

        def intake() -> None:
            for _ in open_sources([path]):
                pass

        rows: Sequence[tuple[str, Callable[[], object], int]] = (
            ("archive to documents", intake, 200),
            ("archive to claims", read, 200),
            ("trafilatura alone", lambda: [trafilatura.extract(page) for page in pages], 80),
            ("trafilatura, fast", lambda: [trafilatura.extract(page, fast=True) for page in pages], 80),
        )
        print("\nPages about the theatre, one core")
        for name, run, number in rows:
            quick, middle = best(run, max(2, rounds // 2))
            print(f"{name:24} {number / quick:7.0f} pages/s best, {number / middle:7.0f} median")
        print(f"claims a page: {statistics.mean(found):.1f}")


def walk(path: Path) -> dict[str, float]:
    """One archive, gated and read, in this process."""
    knowledge = load_knowledge([THEATRE])
    options = IntakeOptions(gate=gate_of(knowledge))
    start = time.perf_counter()
    documents = left_out = number = 0
    for received in open_sources([path], options=options):
        left_out += received.left_out
        for document in received.documents:
            documents += 1
            number += len(read_safely(document, knowledge).claims)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "pages": documents + left_out, "read": documents, "claims": number, "MB": peak}


def archives(pages: int) -> None:
    """Archives of a sixteenth, a quarter and all of the pages, each in a process of its own; then two at once."""
    print("\nWeb archives, 5 in 100 pages about the theatre: from the archive to claims")
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        pieces = _pieces(Path(folder), max(1, pages // PIECES))
        print(f"generated in {time.perf_counter() - start:.0f} s")
        for some in (pieces[:1], pieces[: PIECES // 4], pieces):
            path = _joined(Path(folder) / "archive.warc.gz", some)
            one = _apart([path])[0]
            packed = path.stat().st_size / 1e6
            speed = one["pages"] / one["seconds"]
            print(
                f"{one['pages']:7} pages, {packed:6.1f} MB packed: {speed:6.0f} pages/s, peak {one['MB']:.0f} MB",
                end="; ",
            )
            print(f"{one['read']} read, {one['claims']} claims", flush=True)
        path.unlink()
        halves = [_joined(Path(folder) / f"half{n}.warc.gz", pieces[n::2]) for n in range(2)]
        start = time.perf_counter()
        both = _apart(halves)
        seconds = max(one["seconds"] for one in both)
        print(
            f"two processes, half of the pages each: {sum(one['pages'] for one in both) / seconds:.0f} pages/s, "
            f"{sum(one['pages'] for one in both) / seconds / speed:.2f} times one; "
            f"peak {max(one['MB'] for one in both):.0f} MB each ({time.perf_counter() - start:.0f} s with their starts)"
        )


def _pieces(folder: Path, number: int) -> list[Path]:
    """Sixteen archives of so many pages each, written by two processes."""
    places = [(folder / f"piece{n:02}.warc.gz", n * number) for n in range(PIECES)]
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_write, (places[0::2], places[1::2]), (number, number), (1, 2)))
    return [path for path, _ in places]


def _write(places: Sequence[tuple[Path, int]], number: int, seed: int) -> None:
    write_archives(places, load_knowledge([THEATRE]), number, seed=seed)


def _joined(path: Path, pieces: Sequence[Path]) -> Path:
    """Several archives as one: records are packed one by one, so they may simply follow each other."""
    with path.open("wb") as whole:
        for piece in pieces:
            with piece.open("rb") as part:
                shutil.copyfileobj(part, whole)
    return path


def _apart(paths: Sequence[Path]) -> list[dict[str, float]]:
    commands = [[sys.executable, __file__, "--one", str(path)] for path in paths]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for command in commands]  # noqa: S603 - ours
    return [json.loads(one.communicate()[0]) for one in running]


if __name__ == "__main__":
    main()
