"""How long each export takes on a large made-up ledger, and how much memory: does it grow with the rows?

    python benchmarks/large.py 100000 small.sqlite && python benchmarks/large.py 1000000 large.sqlite
    python benchmarks/exports.py small.sqlite large.sqlite

Every format is written by `hudna export` in a process of its own, so that its peak memory is its own; `start` is the
same process with nothing to write but the manifest of no claims and no events. JSON Lines are imported again, too.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hudna.cli.exporting import FORMATS

_NOTHING = ("--from", "1900-01-01", "--to", "1900-01-02")


def measure(ledger: Path, words: list[str], out: Path) -> tuple[float, int]:
    """Seconds and peak MiB of one command in a process of its own."""
    out.mkdir(parents=True, exist_ok=True)
    code = (
        "import resource, sys; from hudna.cli.app import cli\n"
        "try: cli(sys.argv[1:], standalone_mode=True)\n"
        "except SystemExit as end: code = end.code\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024); sys.exit(code)"
    )
    begun = time.perf_counter()
    command = [sys.executable, "-c", code, *words, "--ledger", str(ledger)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=out)  # noqa: S603 - our own command
    return time.perf_counter() - begun, int(done.stdout.splitlines()[-1])


def exported(ledger: Path, form: str, out: Path, *more: str) -> tuple[float, int, int]:
    """Seconds, peak MiB and bytes of one format."""
    folder = out / form
    words = ["export", "--format", form, "--profile", "internal", "--out", str(folder), *more]
    seconds, peak = measure(ledger, words, out)
    return seconds, peak, sum(path.stat().st_size for path in folder.iterdir())


def main() -> None:
    """Measure every format on every ledger."""
    asked = argparse.ArgumentParser(description="Time and memory of exports.")
    asked.add_argument("ledgers", nargs="+", type=Path)
    asked.add_argument("--format", action="append", choices=FORMATS, help="only this; may be repeated")
    said = asked.parse_args()
    print(f"{'ledger':20}{'format':>10}{'seconds':>10}{'peak MiB':>10}{'MB':>10}")
    for ledger in said.ledgers:
        with tempfile.TemporaryDirectory() as folder:
            out, path = Path(folder), ledger.absolute()
            _tell(ledger, "start", *exported(path, "acled", out / "start", *_NOTHING))
            for form in said.format or FORMATS:
                _tell(ledger, form, *exported(path, form, out))
            if "jsonl" in (said.format or FORMATS):
                new = out / "new.sqlite"
                seconds, peak = measure(new, ["import", str(out / "jsonl" / "ledger.jsonl")], out)
                _tell(ledger, "import", seconds, peak, new.stat().st_size)


def _tell(ledger: Path, what: str, seconds: float, peak: int, size: int) -> None:
    print(f"{ledger.stem:20}{what:>10}{seconds:>10.1f}{peak:>10,}{size / 1e6:>10.1f}", flush=True)


if __name__ == "__main__":
    main()
