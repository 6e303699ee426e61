"""Dates in every spelling read back; nothing raises; the work is bounded."""

from datetime import date
from functools import lru_cache

from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.languages.ar.times import load_times
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.times import TimeExpression, find_times
from hudna.reading.recognise.times.find import _anchors, _in_sentence
from hudna.reading.recognise.times.scan import Scan
from hudna.reading.split import Text, split_text

SYSTEMS = ("levantine", "gulf", "maghreb")
DATES = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@lru_cache(maxsize=1)
def months() -> dict[str, dict[int, list[str]]]:
    names: dict[str, dict[int, list[str]]] = {system: {} for system in SYSTEMS}
    for form in load_times().forms:
        if form.word.sort == "month" and form.word.key in names:
            names[form.word.key].setdefault(form.word.number, []).append(form.form)
    return names


@lru_cache(maxsize=1)
def all_forms() -> list[str]:
    lists = [word for forms in load_times().lists.values() for word in forms]
    return sorted({form.form for form in load_times().forms} | set(lists))


def texted(raw: str) -> Text:
    return split_text(fold_text(raw))


def only(raw: str) -> TimeExpression:
    found = find_times(texted(raw))
    assert len(found) == 1, (raw, found)
    return found[0]


@st.composite
def written_dates(draw: st.DrawFn) -> tuple[date, str]:
    day = draw(DATES)
    first, second = draw(st.sampled_from(SYSTEMS)), draw(st.sampled_from(SYSTEMS))
    name = draw(st.sampled_from(months()[first][day.month]))
    if draw(st.booleans()):
        other = draw(st.sampled_from(months()[second][day.month]))
        joint = draw(st.sampled_from(["{}/{}", "{} / {}", "{} /{}", "{}-{}", "{} ({})", "{}({})"]))
        name = joint.format(name, other) if other != name else name
    number = draw(st.sampled_from([str(day.day), f"{day.day:02}", f"الـ{day.day}", f"الـ {day.day}"]))
    shape = draw(
        st.sampled_from(["{d} {m} {y}", "{d} من {m} {y}", "{d} {m} عام {y}", "{d} من {m} من عام {y}", "{d} {m}، {y}"])
    )
    text = shape.format(d=number, m=name, y=day.year)
    return day, text.translate(DIGITS) if draw(st.booleans()) else text


@given(written_dates())
def test_every_date_in_every_month_system_reads_back(written: tuple[date, str]):
    day, text = written
    found = only(f"وقع ذلك في {text} قرب الحدود")
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(
    DATES,
    st.sampled_from(["{0:%d/%m/%Y}", "{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0:%d.%m.%Y}", "{0.day}-{0.month}-{0.year}"]),
)
def test_every_date_in_digits_reads_back(day: date, shape: str):
    found = only("نشر في " + shape.format(day))
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@given(DATES, st.sampled_from(["{0:%B} {0.day}, {0.year}", "{0.day} {0:%B} {0.year}", "{0.day} {0:%b} {0.year}"]))
def test_english_dates_of_page_headers(day: date, shape: str):
    found = only(shape.format(day))
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


WORDS = st.one_of(
    st.sampled_from(all_forms()),
    st.integers(min_value=0, max_value=99999).map(str),
    st.sampled_from([":", "/", "-", "،", ".", "(", ")", "و", "ال", "\n", "بـ", "«", "»"]),
    st.text(max_size=6),
)
MANGLED = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "  "])), max_size=60).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@given(MANGLED)
def test_nothing_raises_and_finds_are_in_order(raw: str):
    text = texted(raw)
    end = 0
    for found in find_times(text):
        assert end <= found.first < found.last <= len(text.words)
        end = found.last


@given(MANGLED)
def test_work_is_bounded_per_word(raw: str):
    text = texted(raw)
    for sentence in text.sentences:
        scan = Scan(text, sentence.first, sentence.last)
        anchors = [anchor for anchor in _anchors(text, 0, len(text.words)) if sentence.first <= anchor < sentence.last]
        _in_sentence(scan, anchors)
        assert scan.steps <= 60 * (sentence.last - sentence.first) + 60


def test_a_long_row_of_time_words_is_linear():
    for row in ("من 3 إلى ", "الثلاثاء ", "يوم ", "الشهر من ", "2020 - ", "أول ", "و 3 أيام "):
        text = texted(row * 2000)
        scan = Scan(text, 0, len(text.words))
        _in_sentence(scan, _anchors(text, 0, len(text.words)))
        assert scan.steps <= 60 * len(text.words)


def test_text_without_time_words_is_not_even_scanned():
    text = texted("أعلنت الوزارة أن القوات سيطرت على التلة وأن المدنيين بخير " * 50)
    assert _anchors(text, 0, len(text.words)) == []
