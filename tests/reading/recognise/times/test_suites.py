"""Floors on the public suites, where they lie beside the project. They go up silently and down only with a sentence.

The `everyday` conventions are those of the suites (docs/reading-times.md says where they differ from ours, and why).
"""

import json
from pathlib import Path

import pytest

from hudna.model import Published
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.times import EVERYDAY, NEWS, find_times, resolve_times
from hudna.reading.split import split_text

SUITE = Path(__file__).parents[4].parent / "shared" / "eval" / "suites" / "times.jsonl"
pytestmark = pytest.mark.skipif(not SUITE.exists(), reason="the public suites are not beside the project")


def agrees(accepted, mention: dict) -> bool:
    if isinstance(accepted, int | float):
        return mention["seconds"] is not None and abs(mention["seconds"] - accepted) < 1
    if not mention["from"] or not mention["to"]:
        return False
    ends = [mention["from"], mention["to"]]
    if len(accepted[0]) == 5:
        return [end[11:16] for end in ends] == accepted
    return [end[: len(told)] for end, told in zip(ends, accepted, strict=True)] == accepted


def scores(conventions) -> tuple[float, float]:
    cases = [json.loads(line) for line in SUITE.read_text(encoding="utf-8").splitlines() if line.strip()]
    spans = right = valued = 0
    for case in cases:
        mentions = mentions_of(case, conventions)
        near = [[m for m in mentions if m["start"] < g["end"] and g["start"] < m["end"]] for g in case["gold"]]
        spans += all(near) if case["gold"] else not mentions
        for gold, touching in zip(case["gold"], near, strict=True):
            if gold["any_of"]:
                valued += 1
                right += any(agrees(accepted, mention) for accepted in gold["any_of"] for mention in touching)
    return spans / len(cases), right / valued


def mentions_of(case: dict, conventions) -> list[dict]:
    text = split_text(fold_text(case["text"]))
    day = Published(first=case["reference"], last=case["reference"], basis="given")
    found = []
    for one in resolve_times(text, find_times(text), day, conventions=conventions):
        start, end = text.raw_span(one.first, one.last)
        found.append({"start": start, "end": end, "from": one.start, "to": one.end, "seconds": one.seconds})
    return found


def test_everyday_conventions():
    spans, values = scores(EVERYDAY)
    assert spans >= 0.985
    assert values >= 0.885


def test_news_conventions_lose_only_by_convention():
    spans, values = scores(NEWS)
    assert spans >= 0.98
    assert values >= 0.60
