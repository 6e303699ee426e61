"""Whether the compiled build reads as pure Python does: the same JSON to the byte, or a list of the texts where not.

    python compiled/same.py [--site build/compiled/site] [--articles 40] [TEXT ...]

Texts: the sample, the gold of tests/, generated articles (benchmarks/articles.py), whatever files are named, and of
`../shared` what is there. Each is read with a given date and with one to be found. Ends with 1 where something differs.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
SHARES = (0.6, 0.33, 0.1)
"""Of sentences that tell of events: dense, news, quiet."""


def main() -> None:
    """Compare, or read for the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", nargs="*", type=Path, help="further files of plain text")
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "compiled" / "site")
    parser.add_argument("--articles", type=int, default=40, help="generated articles of each kind")
    parser.add_argument("--read", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    texts = [*_own(), *(path.read_text(encoding="utf-8") for path in asked.texts)]
    if asked.read:
        _read(texts, asked.articles)
        return
    words = [__file__, "--read", "--articles", str(asked.articles), *map(str, asked.texts)]
    builds = [(ROOT / "src", ".py"), (asked.site, ".so")]
    running = [_started(words, path.resolve(), ending) for path, ending in builds]
    pure, compiled = (process.communicate()[0].splitlines() for process in running)
    sys.exit(_compared(pure, compiled) if not any(process.returncode for process in running) else 1)


def _started(words: list[str], path: Path, ending: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(path), "HUDNA_ENDING": ending, "PYTHONHASHSEED": "0"}
    return subprocess.Popen([sys.executable, *words], env=environment, text=True, stdout=subprocess.PIPE)


def _compared(pure: list[str], compiled: list[str]) -> int:
    different = [json.loads(one)[1] for one, other in zip(pure, compiled, strict=True) if one != other]
    print(f"{len(pure)} readings, {len(different)} differ")
    for start in dict.fromkeys(different):
        print(f"  differs: {start}")
    return 1 if different else 0


def _own() -> list[str]:
    """Texts at hand, each once."""
    files = [*(ROOT / "examples").rglob("*.txt"), *(SHARED / "seeds").glob("*.txt")]
    gold = [*(ROOT / "tests" / "gold").glob("*.jsonl"), *(SHARED / "gold").rglob("*.jsonl")]
    texts = [path.read_text(encoding="utf-8") for path in sorted(files)]
    lines = (json.loads(line) for path in sorted(gold) for line in path.read_text(encoding="utf-8").splitlines())
    return list(dict.fromkeys([*texts, *(text for line in lines for text in _told(line))]))


def _told(line: dict[str, object]) -> Iterator[str]:
    for key in ("text", "sentence"):
        value = line.get(key)
        if isinstance(value, str):
            yield value


def _read(texts: list[str], number: int) -> None:
    """A line of JSON for every reading: its hash and how the text begins."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    import msgspec  # noqa: PLC0415
    from articles import articles  # noqa: PLC0415
    from reading import DATED, document  # noqa: PLC0415

    from hudna.knowledge import load_knowledge  # noqa: PLC0415
    from hudna.model import Published  # noqa: PLC0415
    from hudna.reading import read  # noqa: PLC0415

    if not read.__file__.endswith(os.environ["HUDNA_ENDING"]):
        sys.exit(f"This is the wrong build: {read.__file__}")
    knowledge = load_knowledge(["karabakh"])
    made = [text for share in SHARES for text in articles(knowledge, number, seed=5, events=share)]
    for text in (*texts, *made):
        for published in (DATED, Published()):
            found = msgspec.json.encode(read.read_document(document(text, published), knowledge))
            print(json.dumps([hashlib.sha256(found).hexdigest(), text[:60]], ensure_ascii=False))


if __name__ == "__main__":
    main()
