"""How fast two trees of this project, or builds of them, read the very same articles.

    python benchmarks/trees.py before=../before/src now=src [--rounds 8] [--articles 36]

Each name stands for a folder that holds the package `hudna`: another worktree's `src`, or `build/compiled/site`. One
process for each, and every article goes to all of them in turns, the order turned round every time. Processor time; the
best round of each article counts, because on a shared machine whatever disturbs only makes a round longer. Words are
therefore known when an article counts: what the first meeting of a word costs is not in these figures.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

from articles import articles
from compiled import KINDS
from reading import DATED, document

from hudna.knowledge import load_knowledge
from hudna.reading import read_document


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trees", nargs="*", help="name=folder")
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--articles", type=int, default=36, help="of each kind, of 400 words")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve:
        _serve()
        return
    texts = _texts(asked.articles)
    trees = {name: Path(folder).resolve() for name, _, folder in (tree.partition("=") for tree in asked.trees)}
    readers = {name: _reader(folder) for name, folder in trees.items()}
    best = _best(readers, texts, asked.rounds)
    print(f"{asked.rounds} rounds, load {os.getloadavg()[0]:.1f}; articles a second, one core\n")
    print(f"{'':8}" + "".join(f"{name:>12}" for name in trees))
    for kind, listed in texts.items():
        rates = [len(listed) / sum(best[name, kind, at] for at in range(len(listed))) for name in trees]
        print(f"{kind:8}" + "".join(f"{rate:>12.1f}" for rate in rates) + f"{rates[-1] / rates[0]:>12.2f}")


def _texts(number: int) -> dict[str, list[str]]:
    knowledge = load_knowledge(["karabakh"])
    shares = {kind: {} if share is None else {"events": share} for kind, share in KINDS.items()}
    return {kind: articles(knowledge, number, seed=100, **share) for kind, share in shares.items()}


def _best(
    readers: dict[str, subprocess.Popen[str]], texts: dict[str, list[str]], rounds: int
) -> dict[tuple[str, str, int], float]:
    """Seconds of the best round by tree, kind and article. The first round, in which all is new, is not counted."""
    best: dict[tuple[str, str, int], float] = {}
    for number in range(rounds + 1):
        for kind, listed in texts.items():
            for at, text in enumerate(listed):
                for name in readers if number % 2 else reversed(readers):
                    seconds = _asked(readers[name], text)
                    if number:
                        best[name, kind, at] = min(seconds, best.get((name, kind, at), seconds))
    return best


def _reader(folder: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(folder), "HUDNA_TREE": str(folder), "PYTHONHASHSEED": "0"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([sys.executable, __file__, "--serve"], env=environment, text=True, **pipes)  # noqa: S603


def _asked(reader: subprocess.Popen[str], text: str) -> float:
    questions, answers = _pipe(reader.stdin), _pipe(reader.stdout)
    questions.write(json.dumps(text) + "\n")
    questions.flush()
    return float(answers.readline())


def _pipe(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise RuntimeError("the reader has no pipes")
    return pipe


def _serve() -> None:
    """Read the texts given on stdin, one JSON line each; print the seconds that each took."""
    import hudna  # noqa: PLC0415 - to see which one it is

    if not Path(hudna.__file__).is_relative_to(os.environ["HUDNA_TREE"]):
        sys.exit(f"This is another tree: {hudna.__file__}")
    knowledge = load_knowledge(["karabakh"])
    for line in sys.stdin:
        given = document(json.loads(line), DATED)
        start = time.process_time()
        read_document(given, knowledge)
        print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
