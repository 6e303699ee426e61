import pytest

from hudna.publish.report.dating import Dating
from hudna.publish.report.wording import Words


def say(language, first, last=None):
    dating = Dating(Words(language))
    return (dating.between(first, last) if last else dating.at(first)).striptags()


@pytest.mark.parametrize(
    ("iso", "english", "arabic"),
    [
        ("2023-09-20", "20 September 2023", "20 سبتمبر/أيلول 2023"),
        ("2022-08", "August 2022", "أغسطس/آب 2022"),
        ("2020", "2020", "2020"),
        ("2023-09-20T13:00", "20 September 2023, 13:00", "20 سبتمبر/أيلول 2023، الساعة 13:00"),
        ("2020-11-09T21:00Z", "9 November 2020, 21:00 UTC", "9 نوفمبر/تشرين الثاني 2020، الساعة 21:00 بتوقيت UTC"),
        ("2020-11-10T00:00:00+03:00", "10 November 2020, 00:00 UTC+03:00", None),
    ],
)
def test_moments(iso, english, arabic):
    assert say("en", iso) == english
    assert arabic is None or say("ar", iso) == arabic


@pytest.mark.parametrize(
    ("first", "last", "english", "arabic"),
    [
        ("2023-09-20", "2023-09-20", "20 September 2023", "20 سبتمبر/أيلول 2023"),
        ("2023-09-19", "2023-09-20", "19–20 September 2023", "من 19 إلى 20 سبتمبر/أيلول 2023"),
        ("2023-09-30", "2023-10-01", "30 September 2023 to 1 October 2023", None),
        ("2020-01-01", "2020-12-31", "2020", "2020"),
        ("1990-01-01", "1993-12-31", "1990–1993", "من 1990 إلى 1993"),
        ("2020-11-01", "2020-11-30", "November 2020", "نوفمبر/تشرين الثاني 2020"),
        ("2022-09-13T03:00", "2022-09-13T05:59", "13 September 2022, 03:00–05:59", None),
        ("2022-09-13T03:00", "2022-09-14T05:59", "13–14 September 2022", None),
        ("2022-09-13", "2022-09-13T05:59", "13 September 2022", None),
    ],
)
def test_intervals(first, last, english, arabic):
    assert say("en", first, last) == english
    assert arabic is None or say("ar", first, last) == arabic


def test_no_dash_between_numbers_in_arabic():
    assert "–" not in say("ar", "2022-09-13T03:00", "2022-09-13T05:59")
