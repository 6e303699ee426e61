import pytest
from hypothesis import given
from hypothesis import strategies as st
from resiliparse.parse.html import HTMLTree

from hudna.intake.page.article import extract
from hudna.intake.page.mending import with_marks, without_top

SAID = "إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع"


def _text(page: str) -> str:
    return extract(HTMLTree.parse(page), page).text


@pytest.mark.parametrize(
    "line",
    [
        "“<b>{0}</b>”، قال الوزير.",
        "قال الوزير: ”<i>{0}</i>“.",
        "الوزير –<b>{0}</b>",
        "<a href=/1>{0}</a>.",
        "&ldquo;<b>{0}</b>&rdquo;",
    ],
)
def test_marks_that_stand_alone_between_tags_are_kept(line, paragraph):
    page = (
        f"<html><body><article><p>{paragraph}</p><p>{line.format(SAID)} </p><p>{paragraph}</p></article></body></html>"
    )
    plain = line.format(SAID)
    for tag in ("<b>", "</b>", "<i>", "</i>", "<a href=/1>", "</a>"):
        plain = plain.replace(tag, "")
    plain = plain.replace("&ldquo;", "“").replace("&rdquo;", "”")
    assert plain in [line.strip() for line in _text(page).splitlines()]


@given(st.lists(st.sampled_from(["“", "<b>", "</b>", "كلمة", " ", "\n", ".", "12", "<p>", "–"]), max_size=25))
def test_no_word_changes(parts):
    page = "<body>" + "".join(parts) + "</body>"
    text = "كلمة 12\n\n كلمة كلمة "
    mended = with_marks(text, HTMLTree.parse(page), page + "<b>–</b>")
    assert [line.split() for line in _bare(mended)] == [line.split() for line in _bare(text)]


def _bare(text: str) -> list[str]:
    return ["".join(letter for letter in line if letter.isalnum()) for line in text.split("\n")]


def test_short_lines_above_the_headline_go(paragraph):
    page = (
        f"<body><a href=#1>إلى المحتوى</a><p>وكالة</p><h1>عنوان الخبر</h1><p>{paragraph}</p><p>{paragraph}</p></body>"
    )
    assert without_top(f"إلى المحتوى\n\nوكالة\n\nعنوان الخبر\n\n{paragraph}", HTMLTree.parse(page)).startswith("عنوان")


@pytest.mark.parametrize("above", ["10 تشرين الثاني 2020", "١٠ نوفمبر ٢٠٢٠"])
def test_a_line_above_the_headline_that_may_be_the_date_stays(above, paragraph):
    tree = HTMLTree.parse(f"<body><h1>عنوان الخبر</h1><p>{paragraph}</p></body>")
    assert without_top(f"القائمة\n{above}\nعنوان الخبر\n{paragraph}", tree) == f"{above}\nعنوان الخبر\n{paragraph}"


def test_prose_above_the_headline_stays(paragraph):
    tree = HTMLTree.parse(f"<body><h1>عنوان الخبر</h1><p>{paragraph}</p></body>")
    text = f"{paragraph * 2}\nعنوان الخبر\n{paragraph}"
    assert without_top(text, tree) == text
    assert without_top(paragraph, tree) == paragraph
    assert without_top("", HTMLTree.parse("")) == ""
