"""Candidates side by side in one process: interleaved rounds, processor time, medians.

Machines are noisy and change their speed; of two candidates that took turns the ratio holds all the same. Every round
has texts of its own, so that nobody lives from words that were remembered the round before; the first round, in which
everything is new, is not counted but shown.
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence

import msgspec


class Candidate(msgspec.Struct, frozen=True):
    """Something that takes texts."""

    name: str
    run: Callable[[Sequence[str]], object]
    share: float = 1.0
    """Part of a round's texts that it is given: slow ones get fewer."""


class Timed(msgspec.Struct, frozen=True):
    """What one candidate did in one round."""

    seconds: float
    size: int
    """Bytes of UTF-8."""
    texts: int


def rounds(candidates: Sequence[Candidate], batches: Sequence[Sequence[str]]) -> dict[str, list[Timed]]:
    """Time every candidate on every batch; the order turns round every other time."""
    found: dict[str, list[Timed]] = {one.name: [] for one in candidates}
    for number, batch in enumerate(batches):
        for one in candidates if number % 2 else reversed(candidates):
            found[one.name].append(_time(one, batch[: max(1, round(len(batch) * one.share))]))
    return found


def _time(candidate: Candidate, texts: Sequence[str]) -> Timed:
    gc.collect()
    start = time.process_time()
    candidate.run(texts)
    seconds = time.process_time() - start
    return Timed(seconds, sum(len(text.encode()) for text in texts), len(texts))


def table(found: dict[str, list[Timed]], *, per: str = "MB/s") -> str:
    """Rows for people: median, slowest and fastest counted round, the first round, and the ratio to the first row."""
    speed = {name: [_speed(one, per) for one in timed] for name, timed in found.items()}
    medians = {name: statistics.median(values[1:]) for name, values in speed.items()}
    against = next(iter(medians.values()))
    width = max(map(len, speed))
    head = f"{'':{width}}  {per:>10}  {'slowest':>10}  {'fastest':>10}  {'first':>10}  {'ratio':>7}"
    rows = [
        f"{name:{width}}  {medians[name]:>10.4g}  {min(values[1:]):>10.4g}  {max(values[1:]):>10.4g}"
        f"  {values[0]:>10.4g}  {medians[name] / against:>7.3g}"
        for name, values in speed.items()
    ]
    return "\n".join([head, *rows])


def _speed(one: Timed, per: str) -> float:
    return one.size / one.seconds / 1e6 if per == "MB/s" else one.texts / one.seconds
