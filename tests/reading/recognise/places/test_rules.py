"""Every rule of places reads its examples and leaves its counter-examples alone."""

import pytest

from hudna.model import Rule
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.found import PlaceFound
from hudna.reading.recognise.places import find_places
from hudna.reading.recognise.places.rules import RULES
from hudna.reading.split import Text, split_text

READS = [(rule, example) for rule in RULES for example in rule.reads]
IGNORES = [(rule, text) for rule in RULES for text in rule.ignores]


def told(text: Text, found: PlaceFound) -> str:
    within = f"/{found.within}" if found.within else ""
    return f"{text.raw_text(found.first, found.last)} → {found.code}{within}"


def test_every_rule_has_both():
    assert all(rule.reads and rule.ignores for rule in RULES)


@pytest.mark.parametrize(("rule", "example"), READS, ids=[f"{rule.name}: {one.text}" for rule, one in READS])
def test_reads(rule: Rule, example, knowledge):
    text = split_text(fold_text(example.text))
    values = {told(text, one): one.rule for one in find_places(text, knowledge)}
    assert example.reads in values
    assert values[example.reads] == rule.name


@pytest.mark.parametrize(("rule", "raw"), IGNORES, ids=[f"{rule.name}: {raw}" for rule, raw in IGNORES])
def test_ignores(rule: Rule, raw: str, knowledge):
    text = split_text(fold_text(raw))
    assert rule.name not in {one.rule for one in find_places(text, knowledge)}
