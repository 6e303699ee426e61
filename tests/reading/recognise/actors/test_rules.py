"""Every rule of actors reads its examples and leaves its counter-examples alone."""

import pytest

from hudna.model import Rule
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.actors.rules import EXAMPLE_DAY, RULES
from hudna.reading.recognise.found import ActorFound
from hudna.reading.recognise.parties import find_parties
from hudna.reading.split import Text, split_text

READS = [(rule, example) for rule in RULES for example in rule.reads]
IGNORES = [(rule, text) for rule in RULES for text in rule.ignores]


def found_in(raw: str, knowledge) -> tuple[Text, list[ActorFound]]:
    text = split_text(fold_text(raw))
    return text, find_parties(text, knowledge, on=EXAMPLE_DAY)[0]


def told(text: Text, found: ActorFound) -> str:
    return f"{text.raw_text(found.first, found.last)} → {'+'.join(found.codes) or found.code}"


def test_every_rule_has_both():
    assert all(rule.reads and rule.ignores for rule in RULES)


@pytest.mark.parametrize(("rule", "example"), READS, ids=[f"{rule.name}: {one.text}" for rule, one in READS])
def test_reads(rule: Rule, example, knowledge):
    text, found = found_in(example.text, knowledge)
    values = {told(text, one): one.rule for one in found}
    assert example.reads in values
    assert values[example.reads] == rule.name


@pytest.mark.parametrize(("rule", "raw"), IGNORES, ids=[f"{rule.name}: {raw}" for rule, raw in IGNORES])
def test_ignores(rule: Rule, raw: str, knowledge):
    _, found = found_in(raw, knowledge)
    assert rule.name not in {one.rule for one in found}
