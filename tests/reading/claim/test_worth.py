"""Sentences that are passed over could not have made a claim."""

import json
from pathlib import Path

import pytest

from hudna.knowledge import Knowledge
from hudna.model import Published
from hudna.reading.attribute import Voices
from hudna.reading.claim.build import _sentence
from hudna.reading.claim.worth import may_tell
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.asked import Expressions, recognised
from hudna.reading.recognise.numbers import find_bare_people
from hudna.reading.split import split_text

ROOT = Path(__file__).parents[3]
GOLD = ("claims_own.documents", "actors_places", "numbers_news", "times_news")
TEXTS = [
    json.loads(line)["text"]
    for name in GOLD
    for line in (ROOT / f"tests/gold/{name}.jsonl").read_text(encoding="utf-8").splitlines()
]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT.parent / "shared/seeds").glob("*.txt"))]


def passed_over(raw: str, knowledge: Knowledge) -> int:
    """How many sentences of a text are; each must make nothing when it is looked into all the same."""
    text = split_text(fold_text(raw))
    seen = recognised(text, knowledge, Published(), Expressions(text))
    voices = Voices(seen)
    over = [sentence for sentence in text.sentences if not may_tell(seen, sentence)]
    for sentence in over:
        assert not _sentence(
            seen, voices.spoken(sentence.index), lambda first, last: find_bare_people(text, first, last)
        )
    return len(over)


@pytest.mark.parametrize("texts", [TEXTS, SEEDS], ids=["gold", "seeds"])
def test_what_is_passed_over_tells_nothing(texts: list[str], knowledge: Knowledge) -> None:
    assert sum(passed_over(raw, knowledge) for raw in texts) >= 3


@pytest.mark.parametrize(
    ("words", "worth"),
    [
        ("قصفت القوات الأذربيجانية لاتشين", True),
        ("مقتل 7 جنود", True),
        ("سقوط شهيدين", True),
        ("أودى بحياة 12 شخصا", True),
        ("ارتفعت الأسعار 12 في المئة", False),
        ("تحدث الوزير عن السياحة", False),
        ("شارك", False),
    ],
)
def test_the_words_decide(words: str, worth: bool, knowledge: Knowledge) -> None:  # noqa: FBT001
    text = split_text(fold_text(words))
    seen = recognised(text, knowledge, Published(), Expressions(text))
    assert may_tell(seen, text.sentences[0]) is worth
