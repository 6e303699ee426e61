import pytest

from hudna.model import Rule
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.numbers import find_bare_people, find_numbers
from hudna.reading.recognise.numbers.rules import RULES, tell
from hudna.reading.split import split_text

BARE = {"bare singular", "bare plural"}
READS = [(rule, example.text, example.reads) for rule in RULES for example in rule.reads]
IGNORES = [(rule, text) for rule in RULES for text in rule.ignores]
BY_EFFECT = {
    "bound words": lambda found: found.bound != "exact",
    "counted noun": lambda found: found.counted is not None,
    "not a count": lambda found: found.sort in {"name", "age", "calibre", "date"},
}
"""Rules that change finds of other rules are known by what they do."""


def read(rule: Rule, text: str) -> list[NumberFound]:
    split = split_text(fold_text(text))
    return find_bare_people(split, 0, len(split.words)) if rule.name in BARE else find_numbers(split)


@pytest.mark.parametrize(("rule", "text", "told"), READS, ids=[f"{rule.name}: {text}" for rule, text, _ in READS])
def test_a_rule_reads_its_examples(rule, text, told):
    assert [tell(found) for found in read(rule, text)] == [told]


@pytest.mark.parametrize(("rule", "text", "told"), READS, ids=[f"{rule.name}: {text}" for rule, text, _ in READS])
def test_the_find_of_an_example_names_its_rule(rule, text, told):
    (found,) = read(rule, text)
    matches = BY_EFFECT.get(rule.name, lambda found: found.rule == rule.name)
    assert matches(found), found


@pytest.mark.parametrize(("rule", "text"), IGNORES, ids=[f"{rule.name}: {text}" for rule, text in IGNORES])
def test_a_rule_ignores_its_counterexamples(rule, text):
    matches = BY_EFFECT.get(rule.name, lambda found: found.rule == rule.name)
    assert not [found for found in read(rule, text) if matches(found)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_has_both_kinds_of_examples(rule):
    assert rule.reads
    assert rule.ignores
    assert rule.reason
