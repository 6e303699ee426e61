import pytest

from hudna.intake.custody import Held
from hudna.intake.formats.base import Draft, Opened
from hudna.intake.formats.text import read_text
from hudna.intake.options import IntakeOptions
from hudna.intake.problems import problem
from hudna.model import SourceFile

WORDS = "قالت الوزارة إن المراقبين وصلوا إلى القرية صباح اليوم."


def _read(data: bytes, **options) -> list:
    source = SourceFile(sha256="", size=len(data), name="a.txt", data=data)
    return list(read_text(Opened(held=Held(source), name="a.txt", where="a.txt", options=IntakeOptions(**options))))


def test_the_text_is_what_the_bytes_say():
    text = f"{WORDS}\r\n\r\u2028\u00a0\u200f{WORDS}\t\n\n"
    (draft,) = _read(text.encode())
    assert isinstance(draft, Draft)
    assert (draft.text, draft.format, draft.encoding, draft.extractor) == (text, "text", "utf-8", "none")


def test_a_mark_is_taken_off_and_the_encoding_says_so():
    (draft,) = _read(WORDS.encode("utf-8-sig"))
    assert (draft.text, draft.encoding) == (WORDS, "utf-8-sig")


def test_an_encoding_that_was_guessed_is_said():
    issue, draft = _read(WORDS.encode("cp1256"))
    assert (draft.text, draft.encoding) == (WORDS, "windows-1256")
    assert issue.severity == "note"
    assert "windows-1256" in issue.reason


def test_letters_that_are_lost_are_said():
    issue, draft = _read(WORDS.encode()[:-2] + b"\xff")
    assert draft.text.endswith("\ufffd")
    assert issue == problem("replaced", "a.txt", count=draft.text.count("\ufffd"), encoding="utf-8")


def test_an_encoding_that_nobody_knows():
    assert _read("Министерство обороны сообщило".encode("koi8-r")) == [problem("unknown_encoding", "a.txt")]


@pytest.mark.parametrize("size", [41, 400])
def test_more_bytes_than_the_limit_can_hold_are_not_decoded(size):
    (issue,) = _read(b"x" * size, text_limit=10)
    assert issue == problem("too_large", "a.txt", what="the text", size=size, unit="bytes", limit=40)
