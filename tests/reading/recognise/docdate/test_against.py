"""The times of few sentences tell as much against a given date as those of all."""

import json
from pathlib import Path

import pytest

from hudna.model import Document, Published
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.docdate import may_contradict, solve_date
from hudna.reading.recognise.times import find_times
from hudna.reading.split import split_text

ROOT = Path(__file__).parents[4]
NEWS = [
    json.loads(line)["text"] for line in (ROOT / "tests/gold/times_news.jsonl").read_text(encoding="utf-8").splitlines()
]
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT.parent / "shared/seeds").glob("*.txt"))]


def against(raw: str, day: str) -> tuple[Published, Published]:
    """With the times of all sentences, and with those of the sentences that may contradict."""
    text, given = split_text(fold_text(raw)), Published(first=day, last=day, basis="given")
    document = Document(id="d", text=raw, text_sha256="", bytes_sha256="", published=given)
    times = find_times(text)
    few = [text.sentences[index] for index in may_contradict(text, day)]
    some = [time for time in times if any(one.first <= time.first < one.last for one in few)]
    return solve_date(text, times, document=document), solve_date(text, some, document=document)


@pytest.mark.parametrize("day", ["1998-03-05", "2013-07-01", "2020-10-12", "2023-09-20"])
@pytest.mark.parametrize("raw", [*SEEDS, *NEWS])
def test_as_much_is_said_against_it(raw: str, day: str) -> None:
    whole, few = against(raw, day)
    assert few == whole


@pytest.mark.parametrize(
    "words",
    [
        "قال اليوم الثلاثاء إن",
        "أمس (الأربعاء) قال",
        "منذ نوفمبر 2021",
        "في عام ألفين وثلاثة وعشرين",
        "الخميس 21/9/23",
        "يومنا هذا، 3 مايو 2019",
    ],
)
def test_what_may_contradict(words: str) -> None:
    assert may_contradict(split_text(fold_text(f"لا شيء هنا.\n{words}")), "2020-10-12") == [1]


def test_most_sentences_cannot() -> None:
    plain = "قتل 12 جنديا في هجوم على بلدة منذ أيام.\nوكان ذلك في 2016.\nوقال الثلاثاء إنه هادئ."
    assert may_contradict(split_text(fold_text(plain)), "2020-10-12") == []
