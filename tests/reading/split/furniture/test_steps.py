"""Work grows with the text and not faster: steps are counted, not seconds."""

import sys

import pytest

from hudna.reading.normalise import fold_text
from hudna.reading.split import split_text
from hudna.reading.split.furniture import find_furniture

P = "قالت اللجنة إنها زارت أربع قرى في الوادي وسجلت خرقين للهدنة خلال يوم واحد."
REPEATED = {
    "dates": "12/01/2025\n",
    "heads": "اقرأ أيضا\nعنوان آخر عن السوق\n",
    "paragraphs": f"{P}\n",
    "headlines": "خبر آخر عن أسعار السوق {}\n",
    "one line": "اقرأ أيضا : ( المصدر / الصورة ) ",
    "labels": "مدخل الوادي\nمدخل الوادي\n",
}


def steps(raw: str) -> int:
    text = split_text(fold_text(raw))
    count = 0

    def counting(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(counting)
    try:
        find_furniture(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_twice_the_text_is_about_twice_the_work(piece):
    def page(times: int) -> str:
        return "".join(piece.format(number) for number in range(times)) + f"\n{P}\n"

    steps(page(10))  # tables and stems are remembered from here on
    small, large = steps(page(300)), steps(page(600))
    assert large < 2.4 * small
