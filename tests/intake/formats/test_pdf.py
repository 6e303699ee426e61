import random
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter

from hudna.intake.papers import Piece, paragraphs

SAMPLE = Path(__file__).with_name("sample.pdf")
FIRST = "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع الواقعة شمال النهر."


def pieces(*lines: list[tuple[float, str]], height: float = 10.0, glyphs: float = 5.0) -> list[Piece]:
    """Strings at places, each letter so wide; a line below the other."""
    return [
        Piece(left=x, right=x + glyphs * len(words), bottom=700 - 12 * n, height=height, glyphs=tuple(words))
        for n, line in enumerate(lines)
        for x, words in line
    ]


def test_a_paper_is_read_in_its_order(open_all):
    document = open_all(SAMPLE).document
    first, second = document.text.splitlines()
    assert first == FIRST
    assert second.startswith("وأضافت أن «الوضع هادئ» منذ الليل، وأن 12 جنديا قتلوا في 10 نوفمبر 2020.")
    assert document.extractor.startswith("pypdf ")
    assert document.published.first is None
    assert document.extra["created"].startswith("D:")


def test_words_drawn_letter_by_letter_and_numbers_between():
    drawn = "12 لتق"
    assert paragraphs(pieces([(n * 5.0, letter) for n, letter in enumerate(drawn)])) == ["قتل 12"]


def test_letters_kept_in_reading_order_are_told_from_the_words():
    words = ["وصلت", "لجنة", "المراقبة", "إلى", "القرية", "الواقعة", "على", "الطريق"]
    line, x = [], 300.0
    for word in words:
        x -= 5.0 * len(word) + 5
        line.append((x, word))
    assert paragraphs(pieces(line)) == [" ".join(words)]


def test_shapes_ligatures_brackets_and_kashida():
    shaped = "ﺔﻧﺪﻬﻟﺍ ﻰﻠﻋ ﻕﺎﻔﺗﻻﺍ"
    assert paragraphs(pieces([(0.0, shaped)])) == ["الاتفاق على الهدنة"]
    ligature = [Piece(0, 20, 700, 10, ("م", "ا", "لا", "ل", "س", "لا", "ا"))]
    assert paragraphs(ligature)[0].count("لا") == 2
    assert paragraphs(pieces([(0.0, "«ئداه عضولا»")])) == ["«الوضع هادئ»"]
    assert paragraphs(pieces([(0.0, "»ئداه عضولا«")])) == ["«الوضع هادئ»"]
    assert paragraphs(pieces([(0.0, "ةـــــنده")])) == ["هدنـــــة"], "kashida stays: the text is preserved"


def test_latin_words_and_dates_inside_a_line():
    assert paragraphs(pieces([(0.0, "Human Rights Watch ةمظنم تلاق")])) == ["قالت منظمة Human Rights Watch"]
    assert paragraphs(pieces([(0.0, "10/11/2020 يف ةندهلا تأدب")])) == ["بدأت الهدنة في 10/11/2020"]
    assert paragraphs(pieces([(0.0, "The ceasefire held.")])) == ["The ceasefire held."]


def test_gaps_are_spaces_and_lines_go_on():
    long = "ةيرقلا ىلإ نوبقارملا لصو"
    text = paragraphs(pieces([(0.0, long)], [(0.0, long)], [(60.0, "اوفرصنا")]))
    assert text == ["وصل المراقبون إلى القرية وصل المراقبون إلى القرية انصرفوا"]
    assert paragraphs(pieces([(0.0, "ةندهلا"), (40.0, "تأدب")])) == ["بدأت الهدنة"]


def test_columns_are_read_from_the_right():
    left, right = "راسيلا ىلع رطس", "نيميلا ىلع رطس"
    text = paragraphs(pieces(*([(0.0, left), (120.0, right)] for _ in range(8))))
    assert " ".join(text).split(" سطر")[0:1] == ["سطر على اليمين"]
    assert " ".join(text).index("اليسار") > " ".join(text).rindex("اليمين")


def test_papers_of_typst_with_columns_and_vowel_marks(tmp_path, open_all):
    body = "قالت الوزارة إن المراقبين وصلوا إلى القرية. " * 12
    source = (
        f'#set page(columns: 2)\n#set text(lang: "ar", dir: rtl, font: "Noto Naskh Arabic", fallback: true)\n{body}'
    )
    (tmp_path / "a.typ").write_text(source, encoding="utf-8")
    typst.compile(str(tmp_path / "a.typ"), output=str(tmp_path / "a.pdf"))
    text = " ".join(open_all(tmp_path / "a.pdf").document.text.split())
    assert text.count("قالت الوزارة إن المراقبين وصلوا إلى القرية.") >= 10


def test_a_scan_and_a_locked_paper_are_said(tmp_path, open_all):
    blank = PdfWriter()
    blank.add_blank_page(100, 100)
    blank.write(tmp_path / "a.pdf")
    assert open_all(tmp_path / "a.pdf").said("pdf_without_text", tmp_path / "a.pdf")
    locked = PdfWriter(clone_from=PdfReader(SAMPLE))
    locked.encrypt("secret", algorithm="RC4-128")
    locked.write(tmp_path / "b.pdf")
    assert open_all(tmp_path / "b.pdf").said("member_locked", tmp_path / "b.pdf")


@pytest.mark.parametrize("seed", range(12))
def test_damage_anywhere_is_an_issue_or_a_text(tmp_path, open_all, seed):
    noise = random.Random(seed)  # noqa: S311 - noise, not secrets
    data = bytearray(SAMPLE.read_bytes())
    for _ in range(30):
        data[noise.randrange(8, len(data))] = noise.randrange(256)
    (tmp_path / "a.pdf").write_bytes(data[: noise.randrange(2000, len(data))] if seed % 3 == 0 else data)
    (tmp_path / "b.txt").write_text("نص", encoding="utf-8")
    everything = open_all(tmp_path)
    assert "b.txt" in everything.ids
    assert len(everything.documents) == 2 or everything.issues
