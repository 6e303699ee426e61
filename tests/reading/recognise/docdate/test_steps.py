"""Work grows with the text and not faster: steps are counted, not seconds."""

import sys

import pytest

REPEATED = {
    "times": "اليوم الثلاثاء أمس 12 أيلول ",
    "sentences": "أعلنت الفصائل أمس هدنة في وادي السدر تشمل تسليم السلاح.\n",
    "one sentence": "هدنة الفصائل في وادي السدر أمس الثلاثاء وتسليم السلاح ",
    "years": "في 2020 ",
}


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_twice_the_text_is_about_twice_the_work(read, chronicle, piece):
    from hudna.reading.recognise.docdate import solve_date

    def steps(times: int) -> int:
        item = read(piece * times)
        count = 0

        def counting(_frame, event, _argument):
            nonlocal count
            count += event in {"call", "c_call"}

        sys.setprofile(counting)
        try:
            solve_date(
                item.text,
                item.times,
                document=item.document,
                furniture=item.document.furniture,
                chronicle=chronicle,
            )
        finally:
            sys.setprofile(None)
        return count

    steps(10)
    small, large = steps(150), steps(300)
    assert large < 2.6 * small + 1000
