"""How much faster the compiled build reads than pure Python: the two take turns, article for article the same.

    make compiled
    python benchmarks/compiled.py [--rounds 5] [--articles 40]

One process for each, side by side, so that neither can borrow the other's modules. Every round both are given the same
new articles, one after the other, the order turned round every time. Processor time; the best round of each counts,
because on a shared machine whatever disturbs only makes a round longer.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILDS = {"pure": ROOT / "src", "compiled": ROOT / "build" / "compiled" / "site"}
KINDS = {"dense": None, "news": 0.33, "quiet": 0.1}
"""Share of sentences that tell of events, as in reading.py."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=40, help="of 400 words, in each round")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        _serve()
        return
    with _reader("pure") as pure, _reader("compiled") as compiled:
        best = _rounds({"pure": pure, "compiled": compiled}, asked.rounds, asked.articles)
    print(
        f"{asked.rounds} rounds of {asked.articles} articles, Python {sys.version.split()[0]}, one core, best round\n"
    )
    print(f"{'articles/s':12}{'pure':>8}{'compiled':>10}{'ratio':>8}")
    for kind in KINDS:
        slow, fast = best["pure", kind], best["compiled", kind]
        print(f"{kind:12}{asked.articles / slow:>8.0f}{asked.articles / fast:>10.0f}{slow / fast:>8.2f}")


def _rounds(readers: dict[str, subprocess.Popen[str]], rounds: int, articles: int) -> dict[tuple[str, str], float]:
    """Seconds of the best round by build and kind of article. The first round, in which all is new, is not counted."""
    best: dict[tuple[str, str], float] = {}
    for number in range(rounds + 1):
        for kind in KINDS:
            for build in readers if number % 2 else reversed(readers):
                seconds = _asked(readers[build], {"kind": kind, "seed": number, "articles": articles})
                if number:
                    best[build, kind] = min(seconds, best.get((build, kind), seconds))
    return best


def _asked(reader: subprocess.Popen[str], question: dict[str, object]) -> float:
    if reader.stdin is None or reader.stdout is None:
        raise RuntimeError("the reader has no pipes")
    reader.stdin.write(json.dumps(question) + "\n")
    reader.stdin.flush()
    return float(reader.stdout.readline())


@contextmanager
def _reader(build: str) -> Iterator[subprocess.Popen[str]]:
    path = BUILDS[build]
    if not (path / "hudna").exists():
        sys.exit(f"There is no {path}: run `make compiled` first.")
    command = [sys.executable, __file__, "--serve"]
    environment = os.environ | {"PYTHONPATH": str(path), "HUDNA_BUILD": build}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:  # noqa: S603 - our own command
        yield process
        process.stdin.close()


def _serve() -> None:
    """Read articles as asked for on stdin, one JSON line a round; print the seconds that it took."""
    from articles import articles  # noqa: PLC0415 - only here is the build on the path
    from reading import DATED, document  # noqa: PLC0415

    from hudna.knowledge import load_knowledge  # noqa: PLC0415
    from hudna.reading import read  # noqa: PLC0415

    is_compiled = not read.__file__.endswith(".py")
    if is_compiled != (os.environ["HUDNA_BUILD"] == "compiled"):
        sys.exit(f"This is the wrong build: {read.__file__}")
    knowledge = load_knowledge(["karabakh"])
    for line in sys.stdin:
        asked = json.loads(line)
        share = {"events": KINDS[asked["kind"]]} if KINDS[asked["kind"]] is not None else {}
        documents = [
            document(text, DATED) for text in articles(knowledge, asked["articles"], seed=asked["seed"], **share)
        ]
        start = time.process_time()
        for one in documents:
            read.read_document(one, knowledge)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
