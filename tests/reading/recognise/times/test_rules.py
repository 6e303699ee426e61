"""Every rule reads its examples and leaves its counter-examples alone."""

import pytest

from hudna.model import Published, Rule
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.found import TimeFound
from hudna.reading.recognise.times import find_times, resolve_times
from hudna.reading.recognise.times.rules import EXAMPLE_DAY, RULES
from hudna.reading.split import Text, split_text

DAY = Published(first=EXAMPLE_DAY, last=EXAMPLE_DAY, basis="given")
READS = [(rule, example) for rule in RULES for example in rule.reads]
IGNORES = [(rule, text) for rule in RULES for text in rule.ignores]


def resolved(raw: str) -> tuple[Text, list[TimeFound]]:
    text = split_text(fold_text(raw))
    return text, resolve_times(text, find_times(text), DAY)


def told(text: Text, found: TimeFound) -> str:
    words = text.raw_text(found.first, found.last)
    if found.seconds is not None:
        return f"{words} → {found.seconds:.0f}s"
    return f"{words} → {found.start or ''}..{found.end or ''}"


@pytest.mark.parametrize(("rule", "example"), READS, ids=[f"{rule.name}: {one.text}" for rule, one in READS])
def test_reads(rule: Rule, example):
    text, found = resolved(example.text)
    values = {told(text, one): one.rule for one in found}
    assert example.reads in values
    assert rule.name in values[example.reads]


@pytest.mark.parametrize(("rule", "raw"), IGNORES, ids=[f"{rule.name}: {raw}" for rule, raw in IGNORES])
def test_ignores(rule: Rule, raw: str):
    _, found = resolved(raw)
    assert rule.name not in {one.rule for one in found}


def test_every_rule_has_both_kinds_of_examples_and_a_name_of_its_own():
    assert all(rule.reads and rule.ignores and rule.reason for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
